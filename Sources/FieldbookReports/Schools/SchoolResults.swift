import FieldbookModel

/// A school's results of one stage as tables, with the codes and sources that stand in them.
struct SchoolResults {
  let stage: ResultStage
  let facts: Facts
  let school: URN
  /// The local authority's code; empty when the register does not say.
  let authority: String
  /// The kind of school it is to the census; nil when it has none.
  let kind: SchoolKind?
  /// The rule for what may be shown; nil shows everything.
  let disclosure: Disclosure?
  /// The years shown, oldest first.
  let years: [AcademicYear]

  /// The codes that stand in the tables so far, with their meaning.
  private(set) var codes: [String: String] = [:]
  /// The sources that the tables so far rest on.
  private(set) var sources: [FactsFile.Source] = []
  /// The earlier URNs under which results of the school stand in the tables so far.
  private var earlierURNs: [AcademicYear: URN] = [:]

  /// Results of the school's latest years, at most three.
  init(_ stage: ResultStage, facts: Facts, school: URN, known: School?, disclosure: Disclosure?) {
    self.stage = stage
    self.facts = facts
    self.school = school
    authority = known?.laCode ?? ""
    kind = known?.kind
    self.disclosure = disclosure
    years = facts.years(of: .school(school), format: stage.format).suffix(3)
  }

  /// Whether there is anything to show.
  var isEmpty: Bool { years.isEmpty }

  /// Measures of all pupils over the years, the local authority and England beside the latest.
  mutating func measures(_ ids: [String]) -> ReportTable {
    var rows: [[String]] = []
    for id in ids {
      guard let measure = facts.catalogue[id], let row = row(measure.shortTitle, measure, .all) else {
        continue
      }
      rows.append(row)
    }
    return ReportTable(
      caption: "Results of all pupils by year, beside the local authority and England",
      columns: columns(first: "Measure"), rows: rows)
  }

  /// One measure by group over the years, and the gap in points between disadvantaged pupils and the others.
  mutating func groups(of id: String) -> ReportTable {
    var table = ReportTable(caption: "Results by group of pupils", columns: columns(first: "Group"))
    guard let measure = facts.catalogue[id] else { return table }
    table.caption = "\(measure.title), by group of pupils"
    table.rows = PupilGroup.allCases.compactMap { row(SchoolResults.shortTitle($0), measure, $0) }
    if let gap = gapRow(measure) { table.rows.append(gap) }
    return table
  }

  /// The legend of the codes in the tables, by code.
  var legend: [ReportTerm] {
    codes.sorted { $0.key < $1.key }.map { ReportTerm($0.key, $0.value) }
  }

  /// Sentences that say which years' results are those of an earlier URN.
  var earlierURNNotes: [String] {
    underEarlierURNs.map { "\($0.year.text): under the earlier URN \($0.urn.text)." }
  }

  /// Which years' results in the tables are those of an earlier URN.
  var underEarlierURNs: [(year: AcademicYear, urn: URN)] {
    earlierURNs.sorted { $0.key < $1.key }.map { (year: $0.key, urn: $0.value) }
  }

  /// The sentence that says between which years a change is.
  var changeNote: String? {
    guard years.count >= 2 else { return nil }
    let span = "from \(years[years.count - 2].text) to \(years[years.count - 1].text)"
    return "Change: \(span), in points (ch: about so many children)."
  }

  /// A group's name for a narrow column.
  private static func shortTitle(_ group: PupilGroup) -> String {
    switch group {
    case .eal: "EAL"
    case .englishFirst: "English first"
    case .languageUnknown: "Language unknown"
    case .priorLow: "Prior low"
    case .priorMiddle: "Prior middle"
    case .priorHigh: "Prior high"
    case .priorNone: "Prior unknown"
    default: group.title
    }
  }

  private func columns(first: String) -> [ReportTable.Column] {
    [ReportTable.Column(first, .name)]
      + (years.map(\.text) + ["Change", "LA", "England"]).map { ReportTable.Column($0, .number) }
  }

  private mutating func row(_ title: String, _ measure: Measure, _ group: PupilGroup) -> [String]? {
    let values = years.map { seen(.school(school), measure.id, group, $0) }
    guard values.contains(where: { $0 != nil }), let latest = years.last else { return nil }
    let before = values.count >= 2 ? values[values.count - 2] : nil
    // How many pupils all of England has says nothing of one school.
    let beside =
      measure.unit == .pupils
      ? [] : [seen(.la(authority), measure.id, group, latest), england(measure.id, group, latest)]
    let cells = zip(years, values).map { absence(of: measure, in: $0, $1) ?? ResultCell.text($1, measure) }
    let compared = beside.map { absence(of: measure, in: latest, $0) ?? ResultCell.comparison($0, measure) }
    // Where a year was not produced there is nothing to compare it with either.
    if (cells + compared).contains(where: { ["–", MissingReason.notProduced.code].contains($0) }) {
      codes["–"] = "no imported file says, or nothing to compare"
    }
    return [title] + cells
      + [ResultCell.change(from: before, to: values.last ?? nil, measure)]
      + (beside.isEmpty ? ["", ""] : compared)
  }

  /// The code of a measure that was not produced in a year, where no file says anything of it.
  private mutating func absence(of measure: Measure, in year: AcademicYear, _ found: Observation?) -> String?
  {
    guard found == nil, !measure.isProduced(in: year) else { return nil }
    codes[MissingReason.notProduced.code] = MissingReason.notProduced.words
    return MissingReason.notProduced.code
  }

  private mutating func gapRow(_ measure: Measure) -> [String]? {
    func pair(_ subject: ObservationSubject, _ year: AcademicYear) -> (Observation?, Observation?) {
      (
        seen(subject, measure.id, .disadvantaged, year), seen(subject, measure.id, .notDisadvantaged, year)
      )
    }
    guard let latest = years.last, measure.unit == .percent else { return nil }
    let sides = years.map { pair(.school(school), $0) }
    guard sides.contains(where: { $0.0 != nil && $0.1 != nil }) else { return nil }
    let gaps = sides.map { ResultCell.gap($0.0, $0.1) }
    let authority = pair(.la(authority), latest)
    let england = (
      self.england(measure.id, .disadvantaged, latest), self.england(measure.id, .notDisadvantaged, latest)
    )
    return ["Gap, in points"] + gaps
      + ["", ResultCell.gap(authority.0, authority.1), ResultCell.gap(england.0, england.1)]
  }

  mutating func england(_ measure: String, _ group: PupilGroup, _ year: AcademicYear) -> Observation? {
    // Special schools and others differ too much for a figure of all to say anything of either.
    if stage.isByKind { return kind.flatMap { seen(.englandKind($0), measure, group, year) } }
    return seen(.englandState, measure, group, year) ?? seen(.england, measure, group, year)
  }

  /// An observation as it may be seen; its code and its source are remembered.
  mutating func seen(
    _ subject: ObservationSubject, _ measure: String, _ group: PupilGroup, _ year: AcademicYear
  ) -> Observation? {
    guard let stored = facts.observation(of: subject, measure, group, in: year) else { return nil }
    let observation = disclosure.map { $0.shown(stored) } ?? stored
    if let code = observation.absenceCode, let words = observation.absence { codes[code] = words }
    if let urn = observation.previousURN { earlierURNs[year] = urn }
    if !sources.contains(observation.place.source) { sources.append(observation.place.source) }
    return observation
  }
}
