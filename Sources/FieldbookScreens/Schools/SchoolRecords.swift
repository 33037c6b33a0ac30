import FieldbookModel
import PlainText
import TextUI

/// A school's reviews and open actions.
enum SchoolRecords {
  static func lines(of urn: URN, _ context: ScreenContext) -> [SchoolLine] {
    reviews(of: urn, context) + [SchoolLine(Line())] + actions(of: urn, context)
  }

  private static func reviews(of urn: URN, _ context: ScreenContext) -> [SchoolLine] {
    let reviews = context.snapshot.reviews(of: urn)
    let heading = SchoolLine(Line("Reviews and visits", .heading))
    guard !reviews.isEmpty else {
      let review = context.key("review.start", on: .school)
      let visit = context.key("visit.start", on: .school)
      let meeting = context.key("meeting.start", on: .school)
      return [
        heading,
        SchoolLine(
          Line(
            "  None yet. \(review) starts a review, \(visit) a note of visit, \(meeting) a meeting.", .quiet)),
      ]
    }
    return [heading]
      + reviews.map { review in
        let date = review.date?.longText ?? "no date"
        let line =
          Line("  " + date).padded(to: 15) + Line(review.kind.shortTitle).padded(to: 15)
          + Line(review.state.title, review.state.isEditable ? .accent : .plain).padded(to: 12)
          + Line(words(for: review), .quiet)
        return SchoolLine(line, row: .review(review.id))
      }
  }

  /// `3 notes, 2 findings, 2 of 9 areas graded`; of a note of visit `3 notes, 1 strength, 2 questions`.
  static func words(for review: Review) -> String {
    if review.state == .cancelled { return "cancelled: \(review.record.text("cancelled"))" }
    let notes = review.evidence.filter(\.record.counts).count
    if review.isMeeting { return MeetingWords.summary(review) }
    if review.isNote {
      let told = [count(review.strengths.count, "strength"), count(review.questions.count, "question")]
      let others = review.otherFindings.count
      return ([count(notes, "note")] + told + (others == 0 ? [] : [count(others, "finding")]))
        .joined(separator: ", ")
    }
    let findings = review.findings.filter(\.record.counts).count
    let areas = review.framework.areas
    let done = areas.filter { area in
      area.scale.isEmpty ? !review.findings(in: area.id).isEmpty : review.judgement(of: area.id).isGraded
    }.count
    let word = review.framework.isGraded ? "graded" : "areas told"
    return "\(count(notes, "note")), \(count(findings, "finding")), \(done) of \(areas.count) \(word)"
  }

  /// `1 note`, `24,000 schools`.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(NumberText.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func actions(of urn: URN, _ context: ScreenContext) -> [SchoolLine] {
    let actions = context.snapshot.openActions(of: urn)
    let heading = SchoolLine(Line("Open actions", .heading))
    guard !actions.isEmpty else {
      return [
        heading, SchoolLine(Line("  None. Actions are agreed in a review or a note of visit.", .quiet)),
      ]
    }
    return [heading] + actions.map { SchoolLine(actionLine($0, context), row: .action($0.id)) }
  }

  /// `12 Feb 2027 LATE  high  Headteacher  Agree one routine …`
  static func actionLine(_ action: AgreedAction, _ context: ScreenContext) -> Line {
    let isLate = action.isLate(on: context.today, in: context.snapshot.reviews)
    let due = action.due.map(\.longText) ?? "no date"
    return Line("  " + due, isLate ? .bad : .plain).padded(to: 14) + Line(isLate ? "LATE " : "     ", .bad)
      + Line(action.priority?.rawValue ?? "", .quiet).padded(to: 7)
      + Line(action.owner, .quiet).padded(to: 18).clipped(to: 18) + Line(" " + action.text)
  }
}
