import FieldbookModel
import PlainText
import TextUI

/// A row of the panel that can be chosen.
enum PanelRow: Hashable, Sendable {
  case judgement
  case finding(String)
  case note(String)
  case action(String)
  case earlier(String)
}

/// One line of the panel; the first line of a record carries its row.
struct PanelLine: Sendable {
  let line: Line
  var row: PanelRow?
}

/// What there is of one area: judgement, findings, notes, actions.
struct ReviewPanel {
  let review: Review
  let marks: Set<String>
  let width: Int
  let context: ScreenContext

  func lines(of area: String, earlier: [AgreedAction]) -> [PanelLine] {
    switch area {
    case ReviewScreen.earlier: return earlier.flatMap(earlierLines)
    case ReviewScreen.unfiled: return review.evidence.filter { $0.areas.isEmpty }.flatMap(noteLines)
    default: return areaLines(area)
    }
  }

  private func areaLines(_ area: String) -> [PanelLine] {
    let findings = review.findings.filter { $0.area == area }
    let notes = review.evidence.filter { $0.areas.contains(area) }
    let actions = context.snapshot.actions.filter { $0.review == review.id && home(of: $0) == area }
    let records = findings.flatMap(findingLines) + notes.flatMap(noteLines) + actions.flatMap(actionLines)
    let judgement = judgementLines(area)
    guard judgement.isEmpty, records.isEmpty else { return judgement + records }
    return promptLines(area)
  }

  /// An area without anything yet shows its questions.
  private func promptLines(_ area: String) -> [PanelLine] {
    let prompts = review.framework.area(area)?.prompts ?? []
    let intro =
      review.state.isEditable
      ? "Nothing yet. \(context.key("evidence.add", on: .review)) takes a note, "
        + "\(context.key("area.not-reviewed", on: .review)) says why it is not reviewed."
      : "Nothing here."
    return [PanelLine(line: Line(intro, .quiet))]
      + prompts.flatMap { wrapped("? " + $0, style: .quiet, row: nil, hang: 2) }
  }

  private func judgementLines(_ area: String) -> [PanelLine] {
    let judgement = review.judgement(of: area)
    func title(_ level: String) -> String { review.framework.level(level, of: area)?.title ?? level }
    if !judgement.notReviewed.isEmpty, !judgement.isGraded {
      return wrapped("Not reviewed: \(judgement.notReviewed)", style: .quiet, row: .judgement)
    }
    guard judgement.isGraded || !judgement.schoolsOwn.isEmpty || !judgement.rationale.isEmpty else {
      return []
    }
    guard review.framework.isGraded(area) else {
      return wrapped("In short: \(judgement.rationale)", style: .accent, row: .judgement)
    }
    let ours = judgement.isGraded ? title(judgement.ours) : "not graded yet"
    let own = judgement.schoolsOwn.isEmpty ? "" : " (school: \(title(judgement.schoolsOwn)))"
    let because = judgement.rationale.isEmpty ? "" : " because \(judgement.rationale)"
    return wrapped("Judgement: \(ours)\(own)\(because)", style: .accent, row: .judgement)
  }

  private func findingLines(_ finding: Finding) -> [PanelLine] {
    let sources = Set(review.evidence(behind: finding).map(\.sourceKey)).count
    var tail = [finding.scale?.rawValue ?? "", SchoolRecords.count(sources, "source")].filter { !$0.isEmpty }
    if sources < 2 { tail.append("not triangulated") }
    let head = "Finding \(sign(finding.kind)) \(finding.statement)"
    return record(head, tail: tail.joined(separator: " · "), finding.record, row: .finding(finding.id))
  }

  private func noteLines(_ note: Evidence) -> [PanelLine] {
    let mark = marks.contains(note.id) ? "*" : " "
    let head = "\(mark)\(note.at?.timeText ?? "     ") \(sign(note.strength)) \(note.text)"
    return record(head, tail: note.sourceTitle, note.record, row: .note(note.id))
  }

  private func actionLines(_ action: AgreedAction) -> [PanelLine] {
    let missing = [
      action.owner.isEmpty ? "no owner" : action.owner, action.due.map { "due \($0.longText)" } ?? "no date",
      action.success.isEmpty ? "no test of success" : "",
    ].filter { !$0.isEmpty }
    return record(
      "Action    \(action.text)", tail: missing.joined(separator: " · "), action.record,
      row: .action(action.id))
  }

  private func earlierLines(_ action: AgreedAction) -> [PanelLine] {
    let answer = review.answers[action.id]
    let due = action.due.map { ", due \($0.longText)" } ?? ""
    let outcome =
      answer.map { "\($0.outcome.title): \($0.text)" }
      ?? "not answered yet: \(context.key("open", on: .review)) answers it"
    return wrapped("\(action.text) (\(action.owner)\(due))", style: .plain, row: .earlier(action.id))
      + wrapped("    \(outcome)", style: answer == nil ? .caution : .quiet, row: nil)
  }

  // MARK: Pieces

  private func sign(_ strength: EvidenceStrength?) -> String {
    context.isSpoken ? strength.map { "\($0.title):" } ?? "" : strength?.sign ?? " "
  }

  private func record(_ head: String, tail: String, _ record: Record, row: PanelRow) -> [PanelLine] {
    if record.isWithdrawn {
      return wrapped("\(head) (withdrawn: \(record.text("withdrawn")))", style: .quiet, row: row)
    }
    var lines = wrapped(head, style: .plain, row: row)
    guard !tail.isEmpty, let last = lines.last else { return lines }
    if last.line.width + DisplayWidth.of(tail) + 4 <= width - 3 {
      lines[lines.count - 1] = PanelLine(line: last.line + Line("  (\(tail))", .quiet), row: last.row)
    } else {
      lines.append(PanelLine(line: Line("         \(tail)", .quiet)))
    }
    return lines
  }

  /// A text on as many lines as it needs; those after the first stand in by `hang` columns.
  private func wrapped(_ text: String, style: Style, row: PanelRow?, hang: Int = 9) -> [PanelLine] {
    let lines = TextWrap.lines(text, width: max(8, width - hang - 4))
    return lines.enumerated().map { index, line in
      let indent = index == 0 ? "" : String(repeating: " ", count: hang)
      return PanelLine(line: Line(indent + String(line), style), row: index == 0 ? row : nil)
    }
  }

  private func home(of action: AgreedAction) -> String? {
    ReviewPanel.home(ofAction: action.id, in: review, context)
  }

  /// The area an action is shown under: that of its finding, else its own, else the first.
  static func home(ofAction id: String, in review: Review, _ context: ScreenContext) -> String? {
    guard let action = context.snapshot.action(id) else { return nil }
    let finding = review.findings.first { $0.id == action.finding }?.area
    let area = finding ?? action.area
    return review.framework.area(area) == nil ? review.framework.areas.first?.id : area
  }
}
