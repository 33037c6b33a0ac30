import FieldbookModel

/// Pupils, inspection and results.
extension SchoolSheet {
  private static let pupilMeasures = ["roll", "fsm6", "senSupport", "ehcp", "eal"]

  /// Who the pupils are, beside the group's and England's.
  mutating func pupils() -> SheetPart {
    var results = SchoolResults(
      .census, facts: facts, school: school.urn, known: school, disclosure: source.disclosure)
    let measures = SchoolSheet.pupilMeasures.compactMap { facts.catalogue[$0] }
    guard let year = results.years.last, !measures.isEmpty else {
      return SheetPart("Pupils", .sentence("No census of this school has been imported."))
    }
    let own = measures.map { results.seen(.school(school.urn), $0.id, .all, year) }
    let england = measures.map {
      $0.unit == .pupils ? nil : results.england($0.id, .all, year)
    }
    notes.note(results)
    let group = measures.map { source.census($0, in: year) }
    let covered = group.map(\.schools).max() ?? 0
    let kind = school.kind.map { ", \($0.rawValue)" } ?? ""
    var rows = [
      ["This school"] + zip(own, measures).map { ResultCell.text($0, $1) },
      ["England\(kind)"]
        + zip(england, measures).map { $1.unit == .pupils ? "" : ResultCell.comparison($0, $1) },
    ]
    if covered > 1 || !school.isOurs {
      let cells = zip(group, measures).map { figure, measure in
        figure.value.map { SheetNumber.text($0, measure) } ?? "–"
      }
      let all = source.ours.count
      let whose = covered == all ? "Our \(all) schools" : "Our schools, \(covered) of \(all)"
      rows.insert([whose] + cells, at: 1)
    }
    return SheetPart(
      "Pupils \(year.text)",
      .table(SheetTable.make("Pupils, January census \(year.text)", measures.map(\.shortTitle), rows)))
  }

  /// What the latest inspection said, in the words of its own framework.
  mutating func inspection() -> SheetPart {
    let found = InspectionFramework.allCases.compactMap { InspectionGrades($0, of: school.urn, in: facts) }
      .sorted { ($0.date?.dayNumber ?? 0) > ($1.date?.dayNumber ?? 0) }
    guard let latest = found.first else {
      let date = school.inspectionDate?.longText ?? ""
      let words = [school.inspectionRating, date].filter { !$0.isEmpty }.joined(separator: ", ")
      return SheetPart(
        "Inspection",
        .sentence(
          words.isEmpty
            ? "None is known; no file of inspections has been imported."
            : "\(words) (register; no grades by area imported)."))
    }
    for grade in latest.grades { notes.note(grade.observation) }
    let before = found.dropFirst().map { earlier in
      let overall = earlier.grades.first.map { "\($0.area): \($0.words)" } ?? ""
      return "before: \(earlier.framework.title), \(earlier.dates): \(overall)"
    }
    let words =
      ["\(latest.framework.title), \(latest.dates)"] + latest.grades.map { "\($0.area): \($0.words)" }
    return SheetPart("Inspection", .run(words + before), usual: 8, least: 4, turn: 11)
  }

  /// Results of each key stage over three years.
  mutating func results() -> [SheetPart] {
    let stages: [ResultStage] = [.keyStage2, .keyStage4, .keyStage5]
    let had = stages.count { !facts.years(of: .school(school.urn), format: $0.format).isEmpty }
    let parts = stages.compactMap { result($0, usual: $0 == .keyStage5 ? 2 : 5, least: had == 1 ? 3 : 2) }
    guard parts.isEmpty else { return parts }
    return [
      SheetPart(
        "Results",
        .sentence(
          school.phase.headlines.isEmpty
            ? "This school has no pupils at the end of key stage 2 or 4."
            : "No results of this school have been imported."))
    ]
  }

  /// Figures of one stage over three years, beside the local authority and England; nil where there are none.
  mutating func result(_ stage: ResultStage, usual: Int, least: Int) -> SheetPart? {
    var results = SchoolResults(
      stage, facts: facts, school: school.urn, known: school, disclosure: source.disclosure)
    guard !results.isEmpty else { return nil }
    let extra = stage == .keyStage2 ? ["readProg", "writProg", "matProg"] : []
    var table = results.measuresWithTrend(stage.reviewMeasures + extra)
    guard !table.rows.isEmpty else { return nil }
    table.columns[0].title = ""
    if table.columns.last?.title == "Trend" { notes.note("▁▄█", "the years as bars, · none") }
    for (year, urn) in results.underEarlierURNs {
      notes.note(year.text, "under the earlier URN \(urn.text)")
    }
    notes.note(results)
    return SheetPart(
      stage.title, .table(table), usual: usual, least: least, turn: stage == .keyStage5 ? 2 : 3)
  }
}

extension SheetSource {
  /// A figure of the census over all of the group's schools, each weighing as much as it has pupils on roll.
  fileprivate func census(_ measure: Measure, in year: AcademicYear) -> GroupFigure {
    let found = ours.compactMap {
      shown(facts.observation(of: .school($0.urn), measure.id, in: year), isPrinted: false)
    }
    return GroupFigure(found, measure) { figure in
      let roll = shown(facts.observation(of: figure.subject, "roll", in: year), isPrinted: false)
      return roll?.reading.value.map { Int($0) }
    }
  }
}

/// Tables of sheets: the first column names what the row is about.
enum SheetTable {
  static func make(_ caption: String, _ titles: [String], _ rows: [[String]]) -> ReportTable {
    ReportTable(
      caption: caption,
      columns: [ReportTable.Column("", .name)] + titles.map { ReportTable.Column($0, .number) }, rows: rows)
  }
}

/// Numbers that a sheet works out itself.
enum SheetNumber {
  /// A figure of several schools.
  static func text(_ value: Double, _ measure: Measure) -> String {
    switch measure.unit {
    case .percent: NumberText.fixed(value, decimals: 1) + "%"
    case .pupils, .times: NumberText.grouped(Int(value.rounded()))
    case .progress, .points: signed(value, decimals: 1)
    default: NumberText.fixed(value, decimals: 1)
    }
  }

  static func whole(_ value: Double) -> String { NumberText.fixed(value, decimals: 0) }

  /// A difference, `+5`, `-0.4`, `0`.
  static func signed(_ value: Double, decimals: Int = 0) -> String {
    let text = NumberText.fixed(value, decimals: decimals)
    guard text.contains(where: { $0 != "0" && $0 != "." && $0 != "-" }) else { return "0" }
    return value > 0 ? "+" + text : text
  }
}
