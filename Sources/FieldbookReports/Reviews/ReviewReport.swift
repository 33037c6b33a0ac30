import FieldbookModel
import PlainText

/// A formal review or note of visit as a head reads it: what was judged and why, what was agreed, and in an annex the
/// notes that it rests on.
public struct ReviewReport: Sendable {
  /// The review.
  public let review: Review
  /// The school, if the register or the group knows it.
  public let school: School?
  /// Agreed actions of all reviews.
  public let actions: [AgreedAction]
  /// All reviews, this one may be among them.
  public let reviews: [Review]
  /// What was imported.
  public let facts: Facts
  /// The rule that hides small groups.
  public let rule: SmallGroups
  /// When the report is made.
  public let now: Instant
  /// Whether small groups are shown; the report then says so.
  public let isFull: Bool

  /// A report; see the properties.
  public init(
    review: Review, school: School?, actions: [AgreedAction], reviews: [Review], facts: Facts,
    rule: SmallGroups, now: Instant, isFull: Bool = false
  ) {
    self.review = review
    self.school = school
    self.actions = actions
    self.reviews = reviews
    self.facts = facts
    self.rule = rule
    self.now = now
    self.isFull = isFull
  }

  /// The report in plain text, in lines of at most 80 columns.
  public func text() -> String {
    var page = ReportPage()
    writeHead(on: &page)
    writeFocus(on: &page)
    if review.isFormal, review.framework.isGraded { writeJudgements(on: &page) }
    writeAreas(on: &page)
    writeActions(on: &page)
    writeEarlierActions(on: &page)
    let sources = writeResults(on: &page)
    writeSignature(on: &page)
    writeNotes(on: &page)
    writeWithdrawn(on: &page)
    if !sources.isEmpty { page.sources(sources) }
    return page.text
  }

  /// Whether it is issued: everything before is a draft.
  var isSigned: Bool { review.state.isSigned || review.signedAt != nil }

  /// The notes that count, in the order in which the annex numbers them.
  var notes: [Evidence] { review.evidence.filter(\.record.counts) }

  private func writeHead(on page: inout ReportPage) {
    page.title(review.kindTitle)
    page.paragraph("\(school?.name ?? "School") · URN \(review.school.text)")
    page.blank()
    if review.state == .cancelled {
      let reason = review.record.text("cancelled")
      page.paragraph("CANCELLED. " + (reason.isEmpty ? "No reason was recorded." : reason))
    } else if !isSigned {
      page.paragraph("DRAFT. Nobody has signed this yet, and anything in it may still change.")
    }
    page.field("Date", review.date?.weekdayText ?? "not set")
    page.field("Reviewers", review.reviewers.isEmpty ? "not named" : review.reviewers.joined(separator: ", "))
    page.field("Held against", review.framework.title)
    page.field("State", review.state.title)
    page.field("Printed", "\(now.date.weekdayText), \(now.timeText)")
    if isFull { page.field("Full", "Small groups are shown, not hidden. Do not pass this report on.") }
  }

  private func writeFocus(on page: inout ReportPage) {
    page.heading("Focus")
    page.paragraph(review.focus.isEmpty ? "No focus was written down." : review.focus)
  }

  private func writeJudgements(on page: inout ReportPage) {
    page.heading("Judgements")
    let rows = review.framework.areas.filter { !$0.scale.isEmpty }.map { area in
      let judgement = review.judgement(of: area.id)
      // Why an area was not reviewed stands below, where there is room for it.
      let ours =
        judgement.isGraded || judgement.notReviewed.isEmpty
        ? GradeText.ours(judgement, in: review.framework) : "Not reviewed"
      return [area.title, GradeText.schoolsOwn(judgement, in: review.framework), ours]
    }
    let columns = ["Area", "School's own", "Review"].map { TextTable.Column($0) }
    page.table(TextTable(columns: columns, rows: rows))
  }

  /// The school's headline results, as far as there are any, and the sources they come from.
  private func writeResults(on page: inout ReportPage) -> [FactsFile.Source] {
    var results = SchoolResults(
      facts: facts, school: review.school, authority: school?.laCode ?? "",
      disclosure: isFull ? nil : Disclosure(facts: facts, rule: rule))
    guard !results.isEmpty else { return [] }
    page.heading("The school's results at the end of key stage 2")
    page.table(results.measures(["rwmExp", "rwmHigh", "readExp", "writExp", "matExp"]))
    if let note = results.changeNote { page.paragraph(note) }
    for note in results.earlierURNNotes { page.paragraph(note) }
    page.legend(results.legend, rule: rule, isFull: isFull)
    return results.sources
  }

  private func writeSignature(on page: inout ReportPage) {
    page.heading("Signature")
    guard isSigned else {
      page.paragraph("Not signed.")
      return
    }
    let who = review.signedBy.isEmpty ? "a name that was not recorded" : review.signedBy
    let when = review.signedAt.map { ", \($0.date.weekdayText) at \($0.timeText)" } ?? ""
    page.paragraph("Signed by \(who)\(when).")
    let copy = review.record.text("signedCopy")
    if !copy.isEmpty { page.paragraph("Signed copy: \(copy)") }
  }
}
