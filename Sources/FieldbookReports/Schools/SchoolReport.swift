import FieldbookModel
import PlainText

/// A school on a page, for paper and for people without fieldbook: what it is, its results, what reviews judged, what
/// is still to be done, and where the numbers come from.
public struct SchoolReport: Sendable {
  /// The school.
  public let school: School
  /// Agreed actions; those of other schools are left out.
  public let actions: [AgreedAction]
  /// Reviews; those of other schools are left out.
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
    school: School, actions: [AgreedAction], reviews: [Review], facts: Facts, rule: SmallGroups, now: Instant,
    isFull: Bool = false
  ) {
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
    var results = SchoolResults(
      facts: facts, school: school.urn, authority: school.laCode,
      disclosure: isFull ? nil : Disclosure(facts: facts, rule: rule))
    writeHead(on: &page)
    writeResults(&results, on: &page)
    writeReviews(on: &page)
    writeActions(on: &page)
    page.sources(results.sources + [school.source?.source].compactMap { $0 })
    return page.text
  }

  private func writeHead(on page: inout ReportPage) {
    page.title("School report")
    page.paragraph("\(school.name) · URN \(school.urn.text)")
    page.paragraph("Made \(now.date.weekdayText), \(now.timeText)")
    page.blank()
    let ages = school.ageRange.isEmpty ? "" : ", ages \(school.ageRange)"
    let isPhaseKnown = school.phase != .other || !school.registeredPhase.isEmpty || !ages.isEmpty
    page.field("Phase", isPhaseKnown ? school.phase.title + ages : "")
    page.field("Type", [school.type, school.status].filter { !$0.isEmpty }.joined(separator: ", "))
    page.field("Local authority", school.laName)
    page.field("Trust", school.trust)
    page.field("On roll", rollText)
    page.field("Inspection", inspectionText)
    page.field("Earlier URN", school.previousURNs.map(\.text).joined(separator: ", "))
    if isFull { page.field("Full", "Small groups are shown, not hidden. Do not pass this report on.") }
    if !school.isInRegister { page.paragraph("The register does not list this school any more.") }
  }

  private var rollText: String {
    guard let roll = school.roll else { return "" }
    return "\(roll)" + (school.capacity.map { " of \($0) places" } ?? "")
  }

  private var inspectionText: String {
    let date = school.inspectionDate?.longText ?? ""
    return [school.inspectionRating, date].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func writeResults(_ results: inout SchoolResults, on page: inout ReportPage) {
    page.heading("Results at the end of key stage 2")
    guard !results.isEmpty else {
      page.paragraph(
        school.phase.hasKeyStage2
          ? "No results of this school have been imported."
          : "This school has no pupils at the end of key stage 2.")
      return
    }
    page.table(results.measures(SchoolResults.headline))
    page.paragraph("After an average or a progress score: in brackets, how many pupils.")
    if let note = results.changeNote { page.paragraph(note) }
    for note in results.earlierURNNotes { page.paragraph(note) }
    if let measure = facts.catalogue[SchoolResults.byGroup] {
      page.subheading("\(measure.title), by group")
      page.table(results.groups(of: measure.id))
    }
    page.legend(results.legend, rule: rule, isFull: isFull)
  }
}
