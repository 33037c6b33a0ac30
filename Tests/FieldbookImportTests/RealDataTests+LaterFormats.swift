import FieldbookImport
import FieldbookModel
import Testing

extension RealDataTests {
  private func facts(_ plan: ImportPlan) throws -> Facts {
    Facts(files: plan.files, catalogue: try TestCatalogue.catalogue(), ours: plan.ours)
  }

  /// Surrey's register, both years of its KS4 results, and the census of England.
  private func laterPlan(_ names: [String], period: Int? = nil) throws -> ImportPlan {
    var trial = Trial(trust: "glf schools", period: period.map { AcademicYear(start: $0) })
    trial.catalogue = try TestCatalogue.catalogue()
    return try trial.plan(try (["surrey/2021_936_gias.csv"] + names).map(Self.open))
  }

  private func count(_ report: ImportReport, _ name: String) -> Int? {
    report.values.first { $0.name == name }?.count
  }

  @Test func theKeyStage4ResultsOfSurreyAreFound() throws {
    guard Self.present() else { return }
    let plan = try laterPlan(
      ["surrey/2016-2017_936_ks4final.csv", "surrey/2017-2018_936_ks4final.csv"])
    #expect(plan.reports.map(\.rows) == [590, 130, 130])
    #expect(plan.reports.map(\.schools.kept) == [590, 127, 127])
    #expect(plan.reports.map(\.schools.matched) == [24, 3, 5])
    #expect(plan.reports.map(\.observations) == [0, 17_810, 22_620])
    #expect(plan.reports.map { count($0, "number") } == [nil, 9_407, 11_925])
    #expect(plan.reports.map { count($0, "suppressed") } == [nil, 1_613, 1_841])
    #expect(plan.reports.map { count($0, "noEntries") } == [nil, 542, 1_099])
    #expect(plan.reports.flatMap(\.problems).isEmpty)
    let facts = try facts(plan)
    let year = AcademicYear(start: 2017)
    let oxted = ObservationSubject.school(URN("142315"))
    let score = try #require(facts.observation(of: oxted, "att8", in: year))
    #expect(score.reading == .value(47.4) && score.n == 305)
    #expect(score.place.line == 2 && score.place.column == "ATT8SCR" && score.raw == "47.4")
    let progress = try #require(facts.observation(of: oxted, "p8", in: year))
    #expect(progress.reading == .value(-0.21) && progress.n == 296)
    #expect(progress.lower == -0.35 && progress.upper == -0.06)
    #expect(facts.observation(of: .england, "att8", in: year)?.reading == .value(44.5))
    #expect(facts.observation(of: .englandState, "em5", in: year)?.reading == .value(43.3))
    #expect(facts.observation(of: .englandState, "em5", in: year)?.raw == "43.30%")
    #expect(facts.observation(of: .la("936"), "p8", in: year)?.reading.value != nil)
    let special = try #require(facts.observation(of: .school(URN("125477")), "p8", in: year))
    #expect(special.reading == .missing(.noEntries))
  }

  @Test func theCensusOfEnglandIsFoundOnceItsYearIsSaid() throws {
    guard Self.present() else { return }
    let refusal = try Trial().refusal([Self.open("england/england_census.csv")])
    #expect(refusal.what.contains("which academic year") && refusal.mend.contains("--period"))
    let plan = try laterPlan(["england/england_census.csv"], period: 2018)
    let report = plan.reports[1]
    #expect(report.rows == 23_942 && report.schools.kept == 23_939 && report.schools.matched == 23)
    #expect(report.observations == 263_362 && count(report, "number") == 254_221)
    #expect(count(report, "notApplicable") == 9_141 && report.problems.isEmpty)
    let facts = try facts(plan)
    let year = AcademicYear(start: 2018)
    let first = ObservationSubject.school(URN("100000"))
    let free = try #require(facts.observation(of: first, "fsm6", in: year))
    #expect(free.reading == .value(16.2) && free.n == 38 && free.place.line == 2)
    #expect(facts.observation(of: first, "roll", .girls, in: year)?.reading == .value(141))
    let primaries = facts.observation(of: .englandKind(.primary), "senSupport", in: year)
    #expect(primaries?.reading == .value(12.6) && primaries?.n == 595_708)
    #expect(facts.observation(of: .englandKind(.special), "ehcp", in: year)?.reading == .value(98.3))
    let independent = facts.observation(of: .school(URN("100001")), "eal", in: year)
    #expect(independent?.reading == .missing(.notApplicable))
  }

  @Test func provisionalKeyStage4ResultsAreFoundOnceTheirYearIsSaid() throws {
    guard Self.present() else { return }
    let plan = try laterPlan(["england/england_ks4provisional.csv"], period: 2018)
    #expect(plan.reports[1].rows == 5_652 && plan.reports[1].schools.kept == 5_495)
    #expect(plan.reports[1].observations == 73_476 && count(plan.reports[1], "lowCoverage") == 14)
    #expect(count(plan.reports[1], "number") == 48_221 && count(plan.reports[1], "notApplicable") == 17_888)
    #expect(count(plan.reports[1], "noEntries") == 3_265 && count(plan.reports[1], "suppressed") == 1_380)
    #expect(plan.files[1].source.status == "provisional" && plan.reports[1].problems.isEmpty)
  }

  /// The columns of 2018/19, from the dictionary that was published with them.
  @Test func everyResultOfTheYearInTheLaterLayoutIsRead() throws {
    guard Self.present() else { return }
    let dictionary = try Self.open("surrey/ks2_meta_2018-2019.csv")
    let headers = try #require(String(validating: dictionary.bytes, as: UTF8.self)).split(
      whereSeparator: \.isNewline
    )
    .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[1] }
    #expect(headers.count == 318)
    let file = SourceFile("2018-2019_ks2final.csv", headers.joined(separator: ",") + "\n4\n")
    let report = try laterPlan([]).reports[0]
    #expect(report.rows == 590)
    let plan = try Trial().plan([Self.open("surrey/2021_936_gias.csv"), file])
    let unread = plan.reports[1].columnsUnused.filter { name in
      !["_17", "_18", "_3YR"].contains { name.hasSuffix($0) }
    }
    #expect(
      unread == [
        "ALPHAIND", "ESTAB", "SCHNAME", "ADDRESS1", "ADDRESS2", "ADDRESS3", "TOWN", "PCODE", "TELNUM",
        "PCON_CODE", "PCON_NAME", "SCHNAME_AC", "OPEN_AC", "NFTYPE", "ICLOSE", "RELDENOM", "AGERANGE",
        "CONFEXAM", "TAB15", "TAB1618", "TPUPYEAR",
      ])
  }
}
