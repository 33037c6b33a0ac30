import FieldbookImport
import FieldbookModel
import SeededRandom
import Testing

/// The same content, however a program has written it down, says the same.
@Suite struct RaggedFilesTests {
  private static let styles: [TableStyle] = TableStyle.Encoding.allCases.flatMap { encoding in
    ["\n", "\r", "\r\n"].flatMap { end in
      [false, true].map { TableStyle(encoding: encoding, lineEnd: end, quotesAll: $0, endsLastLine: !$0) }
    }
  }

  private func plan(_ name: String, _ table: InventedTable, _ style: TableStyle) throws -> ImportPlan {
    var trial = Trial(period: AcademicYear(start: 2018))
    trial.catalogue = try TestCatalogue.catalogue()
    let source = SourceFile(path: name, bytes: table.written(style).bytes)
    return try trial.plan([PublishedFixtures.open("register.csv"), source])
  }

  @Test(arguments: styles.indices)
  func aTidyTableIsReadHoweverItIsWritten(style: Int) throws {
    let table = InventedTable(
      header: [
        "school_name", "time_period", "Geographic_Level", "old_la_code", "school_urn", "breakdown", "gender",
        "subject", "eligible_pupil_count", "expected_standard_pupil_percent", "higher_standard_pupil_percent",
      ],
      rows: [
        [
          "St \u{E0} \"B\",\nUpper", "201819", "School", "990", "900001", "Total", "Total", "Reading", "9",
          "61%", "low",
        ],
        [
          "x", "2018/19", "school", "990", " 900001 ", "Boys", "Male", "Reading, writing and maths", "30",
          " 61 ",
        ],
        ["x", "2018-2019", "School", "990", "900002", "All pupils", "", "reading", "z", "1,061", "~"],
        ["", "", "", "", "", "", "", "", "", "", ""],
        ["x", "201819", "School", "990", "NAT", "Total", "Total", "Reading", "9", "61", "5"],
        ["x", "201819", "School", "", "900003", "Total", "Total", "Reading", "9", "61", "5"],
        ["x", "201819", "School", "990", "900004", "Total", "Total", "Reading", "9", "-0.5", "abc", "extra"],
      ])
    let style = Self.styles[style]
    let plan = try plan("x.csv", table, style)
    let lines = table.written(style).lines
    let report = plan.reports[1]
    #expect(report.rows == 6 && report.encoding == style.encodingName)
    #expect(report.problems.map(\.code) == ["no-urn", "no-authority", "row-too-long", "unknown-token"])
    #expect(report.problems.map(\.line) == [lines[4], lines[5], lines[6], lines[6]])
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2018)
    func found(_ urn: String, _ measure: String, _ group: PupilGroup = .all) -> Observation? {
      facts.observation(of: .school(URN(urn)), measure, group, in: year)
    }
    #expect(found("900001", "readExp")?.raw == "61%" && found("900001", "readExp")?.place.line == lines[0])
    #expect(found("900001", "readHigh")?.reading == .missing(.roundsToZero))
    let boys = try #require(found("900001", "rwmExp", .boys))
    #expect(boys.reading == .value(61) && boys.n == 30 && boys.place.line == lines[1])
    let short = try #require(found("900001", "rwmHigh", .boys))
    #expect(short.reading == .missing(.missing) && short.raw == nil)
    #expect(found("900002", "readExp")?.reading == .value(1_061))
    #expect(found("900004", "readHigh")?.reading == .missing(.unrecognised))
    #expect(found("900004", "readExp")?.reading == .value(-0.5))
  }

  @Test(arguments: styles.indices)
  func listsOfGroupsAndLinksAreReadHoweverTheyAreWritten(style: Int) throws {
    let style = Self.styles[style]
    let groups = InventedTable(
      header: ["", "URN", "Group UID", "Group Name", "Group Type", "Group Status", "Joined date"],
      rows: [
        ["0", "900001", "7", "Fen,\n\"Wold\" & \u{E9}", "Multi-academy trust", "Open", "2020-09-01"],
        ["1", "900001.0", "8", "Fed", "Federation", "Open", "01/09/2020"], ["2", "", "9", "Nobody"],
        ["3", "900002", "7"],
      ])
    let plan = try plan("groups.csv", groups, style)
    let report = plan.reports[1]
    #expect(report.rows == 4 && report.schools.kept == 2 && report.codes == ["rows-left-out"])
    let found = try PublishedFixtures.facts(plan).groups
    let day = CalendarDate(year: 2020, month: 9, day: 1)
    #expect(found.memberships(of: URN("900001")).map(\.joined) == [day, day])
    #expect(found.memberships(of: URN("900001")).map(\.name) == ["Fen,\n\"Wold\" & \u{E9}", "Fed"])
    #expect(found.memberships(of: URN("900002")).map(\.uid) == ["7"])
  }

  @Test(arguments: styles.indices)
  func aTableWithNationalRowsIsReadHoweverItIsWritten(style: Int) throws {
    let table = InventedTable(
      header: ["LA", "ESTAB", "urn", "PERCTOT", "PPERSABS10"],
      rows: [
        ["990", "2000", "900001", "4.1", "SUPP"], ["NAT", "PRI", "", "4", "8.2%"],
        ["NAT", "XXX", "", "1", "1"],
        ["990", "2001", "900002"], ["990", "2000", "900001", "9", "9"],
      ])
    let plan = try plan("abs.csv", table, Self.styles[style])
    #expect(plan.reports[1].problems.map(\.code) == ["record-type", "duplicate-urn"])
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2018)
    #expect(facts.observation(of: .school(URN("900001")), "absence", in: year)?.reading == .value(4.1))
    #expect(facts.observation(of: .englandKind(.primary), "pa", in: year)?.raw == "8.2%")
    #expect(facts.observation(of: .school(URN("900002")), "pa", in: year)?.raw == nil)
  }

  /// Every mapping names only measures that the catalogue describes, and no header twice for different things.
  @Test func everyMeasureThatAMappingNamesIsDescribed() throws {
    let catalogue = try TestCatalogue.catalogue()
    let names = [
      "2018-2019_england_abs.csv", "2018-2019_england_ks4provisional.csv", "2018-2019_990_ks5final.csv",
      "pupil_premium_2019-20.csv", "ks2_school_attainment_data.csv", "1a_absence_3term_school.csv",
      "exc_school.csv", "202425_performance_tables_schools_final.csv", "ks5_institution_performance.csv",
      "spc_school_level_underlying_data.csv", "sen_school_level.csv", "sen_phase_type.csv",
      "spc_pupils_ethnicity_and_language.csv", "pupil_premium_school_level.csv",
    ]
    for name in names {
      for file in try PublishedFixtures.plan(name).files.dropFirst() {
        for column in file.columns where column.part == .value {
          #expect(catalogue[column.measure] != nil, "\(name): \(column.measure)")
        }
      }
    }
  }
}
