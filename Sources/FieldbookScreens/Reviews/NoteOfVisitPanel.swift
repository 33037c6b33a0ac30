import FieldbookModel
import PlainText
import TextUI

/// What a note of visit tells: its purpose, what is left from before, strengths, questions and actions.
struct NoteOfVisitPanel {
  let review: Review
  let earlier: [AgreedAction]
  let asked: EarlierQuestions?
  let writer: PanelWriter
  let context: ScreenContext

  /// All of it, a heading before each part.
  func lines() -> [PanelLine] {
    purpose + since + writer.asked(asked) + points(.strength, "Strengths", "strength.add")
      + points(.question, "Questions for the school", "question.add") + others + actions + addenda
  }

  // MARK: Parts

  private var purpose: [PanelLine] {
    let text = review.focus.isEmpty ? "not written down yet" : review.focus
    let people = review.reviewers.joined(separator: ", ")
    let about = [review.visitKind?.title ?? "", review.date?.weekdayText ?? "", people]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    return writer.wrapped(
      "Purpose  \(text)", style: review.focus.isEmpty ? .quiet : .accent, row: .purpose)
      + writer.wrapped("         \(about)", style: .quiet, row: nil)
  }

  private var since: [PanelLine] {
    guard !earlier.isEmpty else { return [] }
    let answers = review.answers
    let done = earlier.filter { answers[$0.id] != nil }.count
    let heading = "Since last time · \(done) of \(earlier.count) answered"
    return [PanelLine(line: Line(heading, .heading))]
      + earlier.flatMap { writer.earlier($0, answers[$0.id], head: "· ", hang: 2) }
  }

  private func points(_ kind: FindingKind, _ title: String, _ action: String) -> [PanelLine] {
    let all = review.findings.filter { $0.kind == kind }
    return section(title, count: all.count(where: \.record.counts), adding: action)
      + all.flatMap { point($0, sign: writer.sign(kind.sign, kind.title)) }
  }

  /// Findings of a note that was written as reviews are.
  private var others: [PanelLine] {
    let others = review.findings.filter { $0.kind != .strength && $0.kind != .question }
    guard !others.isEmpty else { return [] }
    return [PanelLine(line: Line("To improve", .heading))]
      + others.flatMap { point($0, sign: writer.sign($0.kind?.sign, $0.kind?.title)) }
  }

  private func point(_ finding: Finding, sign: String) -> [PanelLine] {
    let area = review.framework.area(finding.area)?.title ?? ""
    let notes = review.evidence(behind: finding).count
    let rests =
      notes > 0
      ? SchoolRecords.count(notes, "note") : finding.kind == .question ? "" : "rests on no note yet"
    return writer.record(
      "\(sign) \(finding.statement)", tail: [area, rests].filter { !$0.isEmpty }.joined(separator: " · "),
      finding.record, row: .finding(finding.id), hang: 2)
  }

  private var actions: [PanelLine] {
    let own = context.snapshot.actions.filter { $0.review == review.id }
    return section("Actions agreed", count: own.count(where: \.record.counts), adding: "action.add")
      + own.flatMap { action in
        review.state.isEditable
          ? writer.action(action, head: "· ", wants: false, hang: 2) : standing(action)
      }
  }

  /// Once it is shared, what became of an action matters.
  private func standing(_ action: AgreedAction) -> [PanelLine] {
    let status = action.status(in: context.snapshot.reviews).title
    let tail = [action.owner, action.due.map { "due \($0.longText)" } ?? "", status]
    return writer.record(
      "· \(action.text)", tail: tail.filter { !$0.isEmpty }.joined(separator: " · "), action.record,
      row: .action(action.id), hang: 2)
  }

  private var addenda: [PanelLine] {
    let all = review.addenda
    guard !all.isEmpty else { return [] }
    return [PanelLine(line: Line("Addenda", .heading))] + all.flatMap(writer.addendum)
  }

  private func section(_ title: String, count: Int, adding action: String) -> [PanelLine] {
    let key = context.key(action, on: .noteOfVisit)
    let heading = Line(title, .heading)
    guard count == 0 else { return [PanelLine(line: heading)] }
    guard review.state.isEditable else { return [PanelLine(line: heading + Line(" · none", .quiet))] }
    return [PanelLine(line: heading + Line(" · none yet, \(key) adds one", .quiet))]
  }
}
