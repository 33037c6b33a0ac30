import FieldbookModel

/// A formal review, note of visit or progress meeting as a head reads it: what was judged and why, what was agreed, and in an annex the
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
  public func text() -> String { TextReport.text(document()) }

  /// What the report says, in order.
  public func document() -> ReportDocument {
    if review.isNote { return noteDocument() }
    if review.isMeeting { return meetingDocument() }
    let disclosure = isFull ? nil : Disclosure(facts: facts, rule: rule)
    disclosure?.beginPage()
    let results = resultsPart(disclosure)
    var document = ReportDocument(
      title: review.kindTitle, subject: "\(school?.name ?? "School") · URN \(review.school.text)",
      standing: standing, isFull: isFull)
    document.blocks = head + focusPart
    if review.framework.isGraded { document.blocks += judgementsPart }
    document.blocks +=
      areasPart + actionsPart + earlierActionsPart + results.blocks + signaturePart + notesPart
    document.blocks +=
      addendaPart + withdrawnPart + (results.sources.isEmpty ? [] : SourceLines.part(results.sources))
    document.cells = disclosure?.printed ?? []
    return document
  }

  /// Whether it is issued: everything before is a draft.
  var isSigned: Bool { review.state.isSigned || review.signedAt != nil }

  /// The notes that count, in the order in which the annex numbers them.
  var notes: [Evidence] { review.evidence.filter(\.record.counts) }

  private var standing: ReportDocument.Standing {
    review.state == .cancelled ? .cancelled : isSigned ? .issued : .draft
  }

  private var head: [ReportBlock] {
    var blocks: [ReportBlock] = []
    switch standing {
    case .cancelled: blocks.append(cancelledCallout)
    case .draft:
      let words = "DRAFT. Nobody has signed this yet, and anything in it may still change."
      blocks.append(.callout(ReportCallout(.warning, words)))
    case .issued: break
    }
    let reviewers = review.reviewers.isEmpty ? "not named" : review.reviewers.joined(separator: ", ")
    blocks.append(
      .fields([
        ReportTerm("Date", review.date?.weekdayText ?? "not set"), ReportTerm("Reviewers", reviewers),
        ReportTerm("Held against", review.framework.title), ReportTerm("State", review.state.title),
        ReportTerm("Printed", "\(now.date.weekdayText), \(now.timeText)"),
      ]))
    if isFull { blocks.append(.callout(.full)) }
    return blocks
  }

  var cancelledCallout: ReportBlock {
    let reason = review.record.text("cancelled")
    let words = reason.isEmpty ? "No reason was recorded." : reason
    return .callout(ReportCallout(.warning, "CANCELLED. \(words)"))
  }

  private var focusPart: [ReportBlock] {
    [
      .heading("Focus"),
      .paragraph(ReportText(review.focus.isEmpty ? "No focus was written down." : review.focus)),
    ]
  }

  private var judgementsPart: [ReportBlock] {
    let rows = review.framework.areas.filter { !$0.scale.isEmpty }.map { area in
      let judgement = review.judgement(of: area.id)
      // Why an area was not reviewed stands below, where there is room for it.
      let ours =
        judgement.isGraded || judgement.notReviewed.isEmpty
        ? GradeText.ours(judgement, in: review.framework) : "Not reviewed"
      return [area.title, GradeText.schoolsOwn(judgement, in: review.framework), ours]
    }
    let columns: [ReportTable.Column] = [
      ReportTable.Column("Area", .name), ReportTable.Column("School's own", .text),
      ReportTable.Column("Review", .text),
    ]
    return [
      .heading("Judgements"),
      .table(ReportTable(caption: "Judgements, beside the school’s own", columns: columns, rows: rows)),
    ]
  }

  /// The school's headline results, as far as there are any, and the sources they come from.
  private func resultsPart(
    _ disclosure: Disclosure?
  ) -> (blocks: [ReportBlock], sources: [FactsFile.Source]) {
    var blocks: [ReportBlock] = []
    var sources: [FactsFile.Source] = []
    for stage in [ResultStage.keyStage2, .keyStage4] {
      var results = SchoolResults(
        stage, facts: facts, school: review.school, known: school, disclosure: disclosure)
      guard !results.isEmpty else { continue }
      let table = results.measures(stage.reviewMeasures)
      let chart = stage.headline.flatMap { results.chart(of: $0) }.map { [ReportBlock.chart($0)] } ?? []
      let notes = [results.changeNote].compactMap { $0 } + results.earlierURNNotes
      blocks += [.heading(stage.reviewHeading)] + chart + [.table(table)]
      blocks += notes.map { ReportBlock.paragraph(ReportText($0)) }
      blocks.append(SourceLines.legend(results.legend, rule: rule, isFull: isFull))
      for source in results.sources where !sources.contains(source) { sources.append(source) }
    }
    return (blocks, sources)
  }

  private var signaturePart: [ReportBlock] {
    guard isSigned else { return [.heading("Signature"), .paragraph("Not signed.")] }
    let who = review.signedBy.isEmpty ? "a name that was not recorded" : review.signedBy
    let when = review.signedAt.map { ", \($0.date.weekdayText) at \($0.timeText)" } ?? ""
    let copy = review.record.text("signedCopy")
    return [.heading("Signature"), .paragraph("Signed by \(who)\(when).")]
      + (copy.isEmpty ? [] : [.terms([ReportTerm("Signed copy", copy)])])
  }
}
