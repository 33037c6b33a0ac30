import FieldbookModel
import PlainText
import TextUI

/// What a progress meeting says: what it is of, what is left from before, what was asked and answered, the decision.
struct MeetingPanel {
  let meeting: Review
  let earlier: [AgreedAction]
  let asked: EarlierQuestions?
  let writer: PanelWriter
  let context: ScreenContext

  /// All of it, a heading before each part.
  func lines() -> [PanelLine] {
    about + since + writer.asked(asked) + MeetingText.allCases.flatMap(text) + decision + actions + addenda
  }

  private var about: [PanelLine] {
    let head = [meeting.halfTerm?.title ?? "no half-term", meeting.date?.weekdayText ?? "no date"]
    let people = [
      meeting.reviewers.joined(separator: ", "),
      meeting.present.isEmpty ? "" : "with \(meeting.present.joined(separator: ", "))",
    ]
    return writer.wrapped(head.joined(separator: " · "), style: .accent, row: .purpose, hang: 2)
      + writer.wrapped(
        "  " + people.filter { !$0.isEmpty }.joined(separator: " · "), style: .quiet, row: nil, hang: 2)
  }

  private var since: [PanelLine] {
    guard !earlier.isEmpty else { return [] }
    let answers = meeting.answers
    let done = earlier.filter { answers[$0.id] != nil }.count
    return [
      PanelLine(line: Line("Since last time · \(done) of \(earlier.count) answered", .heading))
    ] + earlier.flatMap { writer.earlier($0, answers[$0.id], head: "· ", hang: 2) }
  }

  private func text(_ text: MeetingText) -> [PanelLine] {
    answered(text.question, meeting.text(text), row: .text(text))
  }

  /// A question as a heading, and what was said to it, or how to say it.
  private func answered(_ question: String, _ said: String, row: PanelRow) -> [PanelLine] {
    let heading = writer.wrapped(question, style: .heading, row: nil, hang: 0)
    guard said.isEmpty else {
      // Paragraphs stay apart.
      let lines = said.split(whereSeparator: \.isNewline).flatMap {
        writer.wrapped("  " + String($0), style: .plain, row: nil, hang: 2)
      }
      return heading
        + lines.enumerated().map { PanelLine(line: $1.line, row: $0 == 0 ? row : nil) }
    }
    let key = context.key("open", on: .meeting)
    return heading + [
      PanelLine(
        line: Line(
          meeting.state.isEditable ? "  nothing yet: \(key) writes it down" : "  nothing was written down",
          .quiet), row: row)
    ]
  }

  private var decision: [PanelLine] {
    let words = meeting.decision.map { decision in
      let title = "\(decision.title.prefix(1).uppercased() + decision.title.dropFirst())."
      return meeting.decided.isEmpty ? title : "\(title)\n\(meeting.decided)"
    }
    return answered("What was decided? No action is a decision too.", words ?? "", row: .decision)
  }

  private var actions: [PanelLine] {
    let own = context.snapshot.actions.filter { $0.review == meeting.id }
    let key = context.key("action.add", on: .meeting)
    var heading = Line("Actions agreed", .heading)
    if own.allSatisfy({ !$0.record.counts }) {
      heading = heading + Line(meeting.state.isEditable ? " · none yet, \(key) adds one" : " · none", .quiet)
    }
    return [PanelLine(line: heading)]
      + own.flatMap { action -> [PanelLine] in
        guard !meeting.state.isEditable else {
          return writer.action(action, head: "· ", wants: false, hang: 2)
        }
        let tail = [
          action.owner, action.due.map { "due \($0.longText)" } ?? "",
          action.status(in: context.snapshot.reviews).title,
        ]
        return writer.record(
          "· \(action.text)", tail: tail.filter { !$0.isEmpty }.joined(separator: " · "), action.record,
          row: .action(action.id), hang: 2)
      }
  }

  private var addenda: [PanelLine] {
    let all = meeting.addenda
    guard !all.isEmpty else { return [] }
    return [PanelLine(line: Line("Addenda", .heading))] + all.flatMap(writer.addendum)
  }
}

/// The numbers that a meeting looks at, a line each under what they are of.
struct MeetingNumbersPanel {
  let meeting: Review
  let width: Int
  let context: ScreenContext

  func lines() -> [PanelLine] {
    let passedOver = UnusedNumbers(context.snapshot.reviews, before: meeting).passedOver(at: meeting.school)
    var lines: [PanelLine] = []
    var above = ""
    for figure in meeting.figures {
      let (head, tail) = MeetingNumbersPanel.parts(figure)
      if head != above {
        above = head
        let note =
          figure.asked.map(passedOver.contains) ?? false
          ? Line(" · not used at the last two meetings", .caution) : Line()
        lines.append(PanelLine(line: Line(head, .heading) + note))
      }
      lines.append(PanelLine(line: line(figure, tail), row: .figure(figure.id)))
    }
    return lines
  }

  /// What a number is of, and what it says of it.
  private static func parts(_ figure: MeetingFigure) -> (head: String, tail: String) {
    let parts = figure.title.split(separator: ":", maxSplits: 1).map { String($0).trimmed() }
    guard parts.count == 2 else { return ("Results \(figure.period)", figure.title) }
    return (parts[0], parts[1])
  }

  private func line(_ figure: MeetingFigure, _ tail: String) -> Line {
    let change = MeetingWords.change(figure)
    if context.isSpoken {
      let parts = [
        (figure.isUsed ? "used: " : "") + tail, figure.groupTitle, MeetingWords.value(figure).text,
        figure.n.map { "\($0) pupils" } ?? "", change,
      ]
      return Line(parts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    let group = figure.group == .all ? "" : figure.groupTitle
    let room = max(16, min(34, width - 53))
    return Line(figure.isUsed ? "* " : "  ", .accent) + Line(tail).clipped(to: room).padded(to: room + 1)
      + Line(group, .quiet).clipped(to: 17).padded(to: 18) + MeetingWords.value(figure).padded(to: 8)
      + MeetingWords.pupils(figure, context.snapshot.smallGroups).padded(to: 8) + Line(change)
  }
}
