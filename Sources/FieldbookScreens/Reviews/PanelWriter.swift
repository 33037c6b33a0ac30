import FieldbookModel
import PlainText
import TextUI

/// Puts records into lines of a panel: as many as their words take, the first one carrying the row.
struct PanelWriter {
  let width: Int
  /// The screen that the panel is part of.
  let screen: ScreenName
  let context: ScreenContext

  /// A sign, or the word for it where lines are read out.
  func sign(_ sign: String?, _ title: String?) -> String {
    context.isSpoken ? title.map { "\($0):" } ?? "" : sign ?? " "
  }

  /// A record with what is to be known of it after its text, or under it where there is no room.
  func record(_ head: String, tail: String, _ record: Record, row: PanelRow, hang: Int = 9) -> [PanelLine] {
    if record.isWithdrawn {
      return wrapped(
        "\(head) (withdrawn: \(record.text("withdrawn")))", style: .quiet, row: row, hang: hang)
    }
    return with(tail, after: wrapped(head, style: .plain, row: row, hang: hang), hang: hang)
  }

  /// Lines with quiet words after the last of them, or under it.
  func with(_ tail: String, after head: [PanelLine], hang: Int) -> [PanelLine] {
    var lines = head
    guard !tail.isEmpty, let last = lines.last else { return lines }
    if last.line.width + DisplayWidth.of(tail) + 4 <= width - 3 {
      lines[lines.count - 1] = PanelLine(line: last.line + Line("  (\(tail))", .quiet), row: last.row)
    } else {
      lines.append(PanelLine(line: Line(String(repeating: " ", count: hang) + tail, .quiet)))
    }
    return lines
  }

  /// A text on as many lines as it needs; those after the first stand in by `hang` columns.
  func wrapped(_ text: String, style: Style, row: PanelRow?, hang: Int = 9) -> [PanelLine] {
    let lines = TextWrap.lines(text, width: max(8, width - hang - 4))
    return lines.enumerated().map { index, line in
      let indent = index == 0 ? "" : String(repeating: " ", count: hang)
      return PanelLine(line: Line(indent + String(line), style), row: index == 0 ? row : nil)
    }
  }

  /// A note: its mark, its time, what it shows, where it comes from, and its areas where the page does not say them.
  func note(_ note: Evidence, isMarked: Bool, areas framework: Framework? = nil) -> [PanelLine] {
    let sign = sign(note.strength?.sign, note.strength?.title)
    let head = "\(isMarked ? "*" : " ")\(note.at?.timeText ?? "     ") \(sign) \(note.text)"
    let areas = framework.map { known in note.areas.map { known.area($0)?.shortTitle ?? $0 } } ?? []
    return record(
      head, tail: ([note.sourceTitle] + areas).joined(separator: " · "), note.record, row: .note(note.id))
  }

  /// An action with its owner and date, and what it lacks.
  func action(_ action: AgreedAction, head: String, wants test: Bool, hang: Int = 9) -> [PanelLine] {
    let missing = [
      action.owner.isEmpty ? "no owner" : action.owner, action.due.map { "due \($0.longText)" } ?? "no date",
      action.success.isEmpty && test ? "no test of success" : "",
    ].filter { !$0.isEmpty }
    return record(
      head + action.text, tail: missing.joined(separator: " · "), action.record, row: .action(action.id),
      hang: hang)
  }

  /// An action agreed earlier, and what became of it.
  func earlier(_ action: AgreedAction, _ answer: Answer?, head: String = "", hang: Int = 9) -> [PanelLine] {
    let due = action.due.map { ", due \($0.longText)" } ?? ""
    let outcome =
      answer.map { "\($0.outcome.title): \($0.text)" }
      ?? "not answered yet: \(context.key("open", on: screen)) answers it"
    return wrapped(
      "\(head)\(action.text) (\(action.owner)\(due))", style: .plain, row: .earlier(action.id), hang: hang)
      + wrapped("    \(outcome)", style: answer == nil ? .caution : .quiet, row: nil)
  }

  /// What was added later: its words, its day and who wrote it.
  func addendum(_ addendum: Addendum) -> [PanelLine] {
    let made = [addendum.at?.date.longText ?? "", addendum.by].filter { !$0.isEmpty }
    return record(
      "· \(addendum.text)", tail: made.joined(separator: " · "), addendum.record,
      row: .addendum(addendum.id), hang: 2)
  }

  /// What an earlier visit asked; a heading, then a line a question.
  func asked(_ earlier: EarlierQuestions?) -> [PanelLine] {
    guard let earlier else { return [] }
    let day = earlier.visit.date.map { " on \($0.longText)" } ?? " last time"
    return [PanelLine(line: Line("Asked\(day)", .heading))]
      + earlier.questions.flatMap { question in
        wrapped(
          "\(sign("?", "question")) \(question.statement)", style: .plain,
          row: .asked(earlier.visit.id, question.id), hang: 2)
      }
  }
}
