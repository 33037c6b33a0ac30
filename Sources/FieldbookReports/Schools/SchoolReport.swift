import FieldbookModel

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
  public func text() -> String { TextReport.text(document()) }

  /// What the report says, in order.
  public func document() -> ReportDocument {
    let disclosure = isFull ? nil : Disclosure(facts: facts, rule: rule)
    disclosure?.beginPage()
    let results = resultsPart(disclosure)
    var document = ReportDocument(
      title: "School report", subject: "\(school.name) · URN \(school.urn.text)",
      made: "Made \(now.date.weekdayText), \(now.timeText)", isFull: isFull)
    document.blocks = head + inspectionParts + results.blocks + reviewsPart + actionsPart
    document.blocks += SourceLines.part(
      inspectionSources(beside: results.sources) + [school.source?.source].compactMap { $0 })
    document.cells = disclosure?.printed ?? []
    return document
  }

  private var head: [ReportBlock] {
    let ages = school.ageRange.isEmpty ? "" : ", ages \(school.ageRange)"
    let isPhaseKnown = school.phase != .other || !school.registeredPhase.isEmpty || !ages.isEmpty
    let fields = [
      ReportTerm("Phase", isPhaseKnown ? school.phase.title + ages : ""),
      ReportTerm("Type", [school.type, school.status].filter { !$0.isEmpty }.joined(separator: ", ")),
      ReportTerm("Local authority", school.laName), ReportTerm("Trust", trustText),
      ReportTerm("On roll", rollText), ReportTerm("Inspection", inspectionText),
      ReportTerm("Earlier URN", school.previousURNs.map(\.text).joined(separator: ", ")),
    ].filter { !$0.value.isEmpty }
    var blocks: [ReportBlock] = fields.isEmpty ? [] : [.fields(fields)]
    if isFull { blocks.append(.callout(.full)) }
    if !school.isInRegister { blocks.append(.paragraph("The register does not list this school any more.")) }
    return blocks
  }

  /// The trust, with the day on which the school joined it where the list of groups tells.
  private var trustText: String {
    let trust = facts.groups.memberships(of: school.urn).first(where: \.isTrust)
    let name = school.trust.isEmpty ? trust?.name ?? "" : school.trust
    guard let joined = trust?.joined, !name.isEmpty else { return name }
    return "\(name), since \(joined.longText)"
  }

  /// What the latest inspection of each framework said, each in its own words.
  private var inspectionParts: [ReportBlock] {
    InspectionFramework.allCases.flatMap { framework -> [ReportBlock] in
      guard let inspection = InspectionGrades(framework, of: school.urn, in: facts) else { return [] }
      return [
        .heading("Inspection: \(framework.title)"),
        .paragraph(ReportText(inspection.dates + ".")),
        .table(
          ReportTable(
            caption: "Grades of the latest inspection, in the words of its own framework",
            columns: [ReportTable.Column("Area", .name), ReportTable.Column("Grade", .text)],
            rows: inspection.grades.map { [$0.area, $0.words] })),
      ]
    }
  }

  /// The sources of results, and after them those of inspections.
  private func inspectionSources(beside sources: [FactsFile.Source]) -> [FactsFile.Source] {
    InspectionFramework.allCases.reduce(into: sources) { sources, framework in
      let inspection = InspectionGrades(framework, of: school.urn, in: facts)
      guard let source = inspection?.grades.first?.observation.place.source, !sources.contains(source) else {
        return
      }
      sources.append(source)
    }
  }

  private var rollText: String {
    guard let roll = school.roll else { return "" }
    return "\(roll)" + (school.capacity.map { " of \($0) places" } ?? "")
  }

  private var inspectionText: String {
    let date = school.inspectionDate?.longText ?? ""
    return [school.inspectionRating, date].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The results of each stage that the school has, and the sources they come from.
  private func resultsPart(
    _ disclosure: Disclosure?
  ) -> (blocks: [ReportBlock], sources: [FactsFile.Source]) {
    var blocks: [ReportBlock] = []
    var sources: [FactsFile.Source] = []
    for stage in ResultStage.allCases {
      var results = SchoolResults(
        stage, facts: facts, school: school.urn, known: school, disclosure: disclosure)
      guard !results.isEmpty else { continue }
      blocks += part(&results)
      for source in results.sources where !sources.contains(source) { sources.append(source) }
    }
    return (blocks.isEmpty ? noResults : blocks, sources)
  }

  private var noResults: [ReportBlock] {
    let headlines = school.phase.headlines
    let heading = headlines.first == "att8" ? ResultStage.keyStage4.heading : ResultStage.keyStage2.heading
    return [
      .heading(heading),
      headlines.isEmpty
        ? .paragraph("This school has no pupils at the end of key stage 2 or 4.")
        : .paragraph("No results of this school have been imported."),
    ]
  }

  private func part(_ results: inout SchoolResults) -> [ReportBlock] {
    let stage = results.stage
    var blocks: [ReportBlock] = [.heading(stage.heading)]
    let table = results.measures(stage.measures)
    if let headline = stage.headline, let chart = results.chart(of: headline) { blocks.append(.chart(chart)) }
    blocks.append(.table(table))
    let brackets =
      stage == .census
      ? ["In brackets: how many pupils that is."]
      : ["After an average or a progress score: in brackets, how many pupils."]
    let notes = brackets + [results.changeNote].compactMap { $0 } + results.earlierURNNotes
    blocks += notes.map { .paragraph(ReportText($0)) }
    if let measure = stage.headline.flatMap({ facts.catalogue[$0] }) {
      let groups = results.groups(of: measure.id)
      blocks += [.subheading("\(measure.title), by group"), .table(groups)]
    }
    return blocks + [SourceLines.legend(results.legend, rule: rule, isFull: isFull)]
  }
}
