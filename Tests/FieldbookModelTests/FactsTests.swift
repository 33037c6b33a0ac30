import FieldbookModel
import Testing

/// Facts files written by hand, for tests.
enum Table {
  static let year = AcademicYear(start: 2017)

  static func source(
    _ name: String = "a.csv", status: String = "final", asAt: String? = nil, importedAt: Int = 0
  ) -> FactsFile.Source {
    FactsFile.Source(
      file: name, sha256: name, encoding: "UTF-8", importedAt: Instant(milliseconds: importedAt),
      asAt: asAt.flatMap { CalendarDate(text: $0) }, mapping: "ks2-final-1", status: status)
  }

  /// A number, a code, or `nil` where the row stopped.
  static func cell(_ text: String?) -> FactsFile.Cell {
    guard let text else { return .absent }
    return Double(text).map { .number($0) } ?? .text(text)
  }

  static func column(
    _ measure: String, _ group: PupilGroup = .all, _ cells: [String?], count: Int? = nil, suffix: String = ""
  ) -> FactsFile.Column {
    FactsFile.Column(
      measure: measure, group: group, header: "\(measure)_\(group.rawValue)", suffix: suffix,
      countColumn: count,
      cells: cells.map(cell))
  }

  static func results(
    _ subjects: [FactsFile.Subject], authorities: [String]? = nil, year: AcademicYear = Table.year,
    source: FactsFile.Source = Table.source(), _ columns: [FactsFile.Column]
  ) -> FactsFile {
    FactsFile(
      format: "ks2", period: year, source: source, subjects: subjects,
      authorities: authorities ?? subjects.map { _ in "936" }, lines: Array(2..<(subjects.count + 2)),
      columns: columns)
  }

  static func register(
    _ rows: [[Register.Field: String]], urns: [String], source: FactsFile.Source = Table.source("gias.csv")
  ) -> FactsFile {
    let columns = Register.Field.allCases.map { field in
      FactsFile.Column(
        measure: field.measure, part: .text, header: field.rawValue,
        cells: rows.map { .text($0[field] ?? "") })
    }
    return FactsFile(
      format: Register.format, period: nil, source: source,
      subjects: urns.map { .school(URN($0), later: nil) }, authorities: rows.map { $0[.laCode] ?? "" },
      lines: Array(2..<(rows.count + 2)), columns: columns)
  }

  static let catalogue = Catalogue(measures: [
    measure("rwmExp", .percent), measure("rwmHigh", .percent), measure("pupils", .pupils),
    measure("onRoll", .pupils),
    measure("readProg", .progress, notProducedIn: [Table.year]),
  ])

  private static func measure(
    _ id: String, _ unit: Measure.Unit, notProducedIn: [AcademicYear] = []
  ) -> Measure {
    Measure(
      id: id, title: id, shortTitle: id, definition: "", unit: unit, better: .up, stage: "KS2",
      notProducedIn: notProducedIn)
  }
}

@Suite struct FactsTests {
  private let urn = URN("100001")
  private var school: ObservationSubject { .school(urn) }

  private func facts(_ files: [FactsFile]) -> Facts {
    Facts(files: files, catalogue: Table.catalogue, ours: [:])
  }

  private func register(_ urns: [String]) -> FactsFile {
    Table.register(urns.map { [.name: "School \($0)", .laCode: "936"] }, urns: urns)
  }

  @Test func aSchoolsOwnRowComesBeforeItsPredecessors() throws {
    let rows: [FactsFile.Subject] = [
      .school(URN("90001"), later: urn), .school(urn, later: nil), .school(URN("90002"), later: urn),
    ]
    let all = facts([
      register(["100001"]), Table.results(rows, [Table.column("rwmExp", .all, ["1", "2", "3"])]),
    ])
    let own = try #require(all.observation(of: school, "rwmExp", in: Table.year))
    #expect(own.reading == .value(2))
    #expect(own.previousURN == nil)
    #expect(all.observations(of: school).count == 3)
    #expect(all.school(urn)?.previousURNs.map(\.text) == ["90001", "90002"])
  }

  @Test func aPredecessorsRowIsFoundThroughTheLaterURN() throws {
    let rows: [FactsFile.Subject] = [.school(URN("90001"), later: urn)]
    let all = facts([register(["100001"]), Table.results(rows, [Table.column("rwmExp", .all, ["61"])])])
    let found = try #require(all.observation(of: school, "rwmExp", in: Table.year))
    #expect(found.previousURN == URN("90001"))
    let unknown = facts([register(["100002"]), Table.results(rows, [Table.column("rwmExp", .all, ["61"])])])
    #expect(unknown.observation(of: school, "rwmExp", in: Table.year) == nil)
    #expect(unknown.observation(of: .school(URN("90001")), "rwmExp", in: Table.year) != nil)
  }

  @Test func aURNThatTheRegisterStillListsKeepsItsRows() {
    let rows: [FactsFile.Subject] = [.school(URN("90001"), later: urn)]
    let all = facts([
      register(["100001", "90001"]), Table.results(rows, [Table.column("rwmExp", .all, ["61"])]),
    ])
    #expect(all.observation(of: school, "rwmExp", in: Table.year) == nil)
    #expect(all.observation(of: .school(URN("90001")), "rwmExp", in: Table.year)?.previousURN == nil)
  }

  private func value(_ sources: [FactsFile.Source]) -> Double? {
    let files = sources.enumerated().map { index, source in
      Table.results([.school(urn, later: nil)], source: source, [Table.column("rwmExp", .all, ["\(index)"])])
    }
    return facts(files).observation(of: school, "rwmExp", in: Table.year)?.reading.value
  }

  @Test func finalRulesOverRevisedOverProvisionalWhateverTheDates() {
    #expect(
      value([
        Table.source("a", status: "revised", asAt: "2019-01-01", importedAt: 9),
        Table.source("b", status: "final"),
        Table.source("c", status: "provisional", asAt: "2020-01-01", importedAt: 99),
      ]) == 1)
  }

  @Test func amongEqualsTheLaterAsAtDateRulesThenTheLaterImport() {
    #expect(
      value([Table.source("a", asAt: "2018-12-13"), Table.source("b", asAt: "2018-09-01", importedAt: 9)])
        == 0)
    #expect(
      value([
        Table.source("a", importedAt: 5), Table.source("b", importedAt: 9), Table.source("c", importedAt: 1),
      ]) == 1)
    #expect(value([Table.source("b"), Table.source("a")]) == 0)
  }

  @Test func aSecondAuthoritysFileAdds() {
    let other = URN("100002")
    let one = Table.results(
      [.school(urn, later: nil), .la("936"), .england], authorities: ["936", "936", ""],
      [Table.column("rwmExp", .all, ["1", "2", "3"])])
    let two = Table.results(
      [.school(other, later: nil), .la("850"), .england], authorities: ["850", "850", ""],
      source: Table.source("b.csv", importedAt: 9), [Table.column("rwmExp", .all, ["4", "5", "6"])])
    let all = facts([one, two])
    func value(_ subject: ObservationSubject) -> Double? {
      all.observation(of: subject, "rwmExp", in: Table.year)?.reading.value
    }
    #expect([value(school), value(.la("936")), value(.school(other)), value(.la("850"))] == [1, 2, 4, 5])
    #expect(value(.england) == 6)
    #expect(all.observations(of: .england).count == 1)
    #expect(all.subjects == [school, .school(other), .la("850"), .la("936"), .england])
  }

  @Test func theReasonForNoNumberIsToldApart() {
    let columns = [
      Table.column("rwmExp", .all, ["", nil, "", "SUPP", "61", "wat", " "], count: 1),
      Table.column("pupils", .all, ["30", "30", "0", "3", "30", "30", "NE"]),
      Table.column("readProg", .all, ["", nil, "", "", "", "", ""], count: 1),
    ]
    let urns = (1...7).map { URN("10000\($0)") }
    let all = facts([Table.results(urns.map { .school($0, later: nil) }, columns)])
    let found = urns.compactMap { all.observation(of: .school($0), "rwmExp", in: Table.year) }
    #expect(
      found.map(\.reading) == [
        .missing(.missing), .missing(.missing), .missing(.noPupils), .missing(.suppressed), .value(61),
        .missing(.unrecognised), .missing(.missing),
      ])
    #expect(found.map(\.raw) == ["", nil, "", "SUPP", "61", "wat", " "])
    #expect(found.map(\.n) == [30, 30, 0, 3, 30, 30, nil])
    #expect(Set(found.compactMap(\.absence)).count == 5)
    #expect(Set(found.compactMap(\.absenceCode)).count == 5)
    #expect(found.map(\.place.line) == [2, 3, 4, 5, 6, 7, 8])
    let progress = urns.compactMap {
      all.observation(of: .school($0), "readProg", in: Table.year)?.reading.reason
    }
    #expect(progress.prefix(3) == [.notProduced, .missing, .noPupils])
  }

  @Test func everyCodeOfThePublishersIsKnownInAnyCaseAndLooksLikeNoOther() {
    let codes = [
      "SUPP": MissingReason.suppressed, "supp": .suppressed, "c": .suppressed, "NA": .notApplicable,
      "z": .notApplicable,
      "NE": .noEntries, "NP": .notPublished, "LOWCOV": .lowCoverage, "NEW": .newSchool,
      "SP": .smallPercentage,
      "RE": .redacted, "DNS": .notSupplied, "x": .notAvailable, ":": .notAvailable, "low": .roundsToZero,
      "k": .roundsToZero, "~": .roundsToZero, " u ": .lowReliability,
    ]
    for (code, reason) in codes { #expect(MissingReason(code: code) == reason, "\(code)") }
    #expect(MissingReason(code: "") == nil)
    #expect(MissingReason(code: "12") == nil)
    #expect(Set(MissingReason.allCases.map(\.code)).count == MissingReason.allCases.count)
    #expect(Set(MissingReason.allCases.map(\.words)).count == MissingReason.allCases.count)
  }

  @Test func aCellIsShownAsItStood() {
    let column = FactsFile.Column(
      measure: "rwmExp", header: "X", suffix: "%",
      cells: [.number(38), .numberAs(61, "61.0%"), .text("SUPP"), .text(" "), .absent])
    let file = Table.results((1...5).map { .school(URN("10000\($0)"), later: nil) }, [column])
    #expect((0..<5).map { file.raw(column: 0, row: $0) } == ["38%", "61.0%", "SUPP", " ", nil])
    #expect(file.reading(column: 0, row: 1) == .value(61))
  }
}

@Suite struct RegisterTests {
  @Test func aSchoolIsAsTheRegisterDescribesIt() throws {
    let row: [Register.Field: String] = [
      .name: " Invented Infants ", .laCode: "936", .laName: "Somewhere", .phase: "Primary", .lowAge: "4",
      .highAge: "7",
      .roll: "180", .capacity: "", .trust: "A TRUST", .town: "Town", .postcode: "AA1 1AA",
      .inspectionDate: "04-03-2020",
      .inspectionRating: "Good",
    ]
    let all = Facts(
      files: [Table.register([row], urns: ["100001"])], catalogue: Table.catalogue,
      ours: [URN("100001"): "Old name", URN("100009"): "Gone School"])
    let school = try #require(all.school(URN("100001")))
    #expect(school.name == "Invented Infants")
    #expect(school.phase == .infant)
    #expect(school.isOurs && school.isInRegister)
    #expect(school.roll == 180 && school.capacity == nil)
    #expect(school.inspectionDate?.text == "2020-03-04")
    #expect(school.place == "Town, AA1 1AA")
    #expect(school.source?.line == 2)
    let gone = try #require(all.school(URN("100009")))
    #expect(gone.name == "Gone School" && gone.isOurs && !gone.isInRegister)
  }

  @Test(arguments: [
    ("04-03-2020", "2020-03-04"), ("4/3/2020", "2020-03-04"), ("2020-03-04", "2020-03-04"),
    (" 31-12-1999 ", "1999-12-31"),
  ])
  func datesAreReadHoweverASpreadsheetLeftThem(cell: String, date: String) {
    #expect(Register.date(cell)?.text == date)
  }

  @Test(arguments: ["", "04-03", "31-02-2020", "March 2020", "00-00-0000", "1-2-3-4"])
  func whatIsNoDateIsNone(cell: String) {
    #expect(Register.date(cell) == nil)
  }

  @Test func theLaterRegisterOfAnAuthorityRules() {
    let old = Table.register(
      [[.name: "Old", .laCode: "936"], [.name: "Left", .laCode: "936"], [.name: "Other", .laCode: "850"]],
      urns: ["100001", "100002", "100003"], source: Table.source("old", asAt: "2020-01-01"))
    let new = Table.register(
      [[.name: "New", .laCode: "936"]], urns: ["100001"], source: Table.source("new", asAt: "2021-01-01"))
    let all = Facts(files: [old, new], catalogue: Table.catalogue, ours: [:])
    #expect(all.school(URN("100001"))?.name == "New")
    #expect(all.school(URN("100002")) == nil)
    #expect(all.school(URN("100003"))?.name == "Other")
  }
}
