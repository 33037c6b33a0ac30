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
  /// The purpose of a note of visit, or what a meeting is of, with its day and people.
  case purpose
  /// A question of an earlier visit: the visit and the question.
  case asked(String, String)
  case addendum(String)
  /// What was said to a question of a meeting.
  case text(MeetingText)
  case decision
  /// A number that a meeting looked at.
  case figure(String)
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
  let writer: PanelWriter
  let context: ScreenContext

  func lines(of area: String, earlier: [AgreedAction], asked: EarlierQuestions?) -> [PanelLine] {
    switch area {
    case ReviewScreen.earlier:
      let answers = review.answers
      return earlier.flatMap { writer.earlier($0, answers[$0.id]) } + writer.asked(asked)
    case ReviewScreen.addenda: return review.addenda.flatMap(writer.addendum)
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
      + prompts.flatMap { writer.wrapped("? " + $0, style: .quiet, row: nil, hang: 2) }
  }

  private func judgementLines(_ area: String) -> [PanelLine] {
    let judgement = review.judgement(of: area)
    func title(_ level: String) -> String { review.framework.level(level, of: area)?.title ?? level }
    if !judgement.notReviewed.isEmpty, !judgement.isGraded {
      return writer.wrapped("Not reviewed: \(judgement.notReviewed)", style: .quiet, row: .judgement)
    }
    guard judgement.isGraded || !judgement.schoolsOwn.isEmpty || !judgement.rationale.isEmpty else {
      return []
    }
    guard review.framework.isGraded(area) else {
      return writer.wrapped("In short: \(judgement.rationale)", style: .accent, row: .judgement)
    }
    let ours = judgement.isGraded ? title(judgement.ours) : "not graded yet"
    let own = judgement.schoolsOwn.isEmpty ? "" : " (school: \(title(judgement.schoolsOwn)))"
    let because = judgement.rationale.isEmpty ? "" : " because \(judgement.rationale)"
    return writer.wrapped("Judgement: \(ours)\(own)\(because)", style: .accent, row: .judgement)
  }

  private func findingLines(_ finding: Finding) -> [PanelLine] {
    let sources = Set(review.evidence(behind: finding).map(\.sourceKey)).count
    var tail = [finding.scale?.rawValue ?? "", SchoolRecords.count(sources, "source")].filter { !$0.isEmpty }
    if sources < 2 { tail.append("not triangulated") }
    let head = "Finding \(writer.sign(finding.kind?.sign, finding.kind?.title)) \(finding.statement)"
    return writer.record(head, tail: tail.joined(separator: " · "), finding.record, row: .finding(finding.id))
  }

  private func noteLines(_ note: Evidence) -> [PanelLine] {
    writer.note(note, isMarked: marks.contains(note.id))
  }

  private func actionLines(_ action: AgreedAction) -> [PanelLine] {
    writer.action(action, head: "Action    ", wants: true)
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
