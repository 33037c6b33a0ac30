import FieldbookImport
import FieldbookModel
import Testing

@Suite struct PublishedFilesTests {
  private static let ashgrove = ObservationSubject.school(URN("900001"))
  private static let eastfield = ObservationSubject.school(URN("900005"))

  @Test func absenceHasItsNationalRowsByPhase() throws {
    let plan = try PublishedFixtures.plan("2018-2019_england_abs.csv")
    let report = plan.reports[1]
    #expect(report.format == "absence" && report.rows == 8 && report.schools.kept == 5)
    #expect(report.observations == 16 && report.count("number") == 15 && report.count("suppressed") == 1)
    #expect(report.problems.isEmpty && report.columnsUnused.isEmpty && report.encoding == "UTF-8 with BOM")
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2018)
    let missed = try #require(facts.observation(of: Self.ashgrove, "absence", in: year))
    #expect(missed.reading == .value(4.1) && missed.place.line == 2 && missed.place.column == "PERCTOT")
    #expect(missed.authority == "990" && missed.n == nil)
    #expect(
      facts.observation(of: .school(URN("900003")), "pa", in: year)?.reading == .missing(.suppressed))
    #expect(facts.observation(of: .englandKind(.primary), "absence", in: year)?.reading == .value(4))
    #expect(facts.observation(of: .englandKind(.secondary), "pa", in: year)?.reading == .value(13.7))
    #expect(facts.observation(of: .englandKind(.special), "pa", in: year)?.place.line == 9)
    #expect(facts.catalogue["pa"]?.better == .down)
  }

  @Test func aCutDownNationalFileOfKeyStage2IsReadOnceItsYearIsSaid() throws {
    let file = try PublishedFixtures.open("published/england_ks2final.csv")
    let refusal = try Trial().refusal([file])
    #expect(refusal.what.contains("which academic year") && refusal.mend.contains("--period"))
    let plan = try PublishedFixtures.plan("england_ks2final.csv", period: 2018)
    let report = plan.reports[1]
    #expect(report.format == "ks2-progress" && report.rows == 4 && report.schools.kept == 4)
    #expect(report.observations == 24 && report.count("number") == 12)
    #expect(report.count("suppressed") == 4 && report.count("lowCoverage") == 2)
    #expect(report.count("missing") == 6 && report.problems.isEmpty)
    #expect(report.columnsUnused == ["SCHNAME", "PCODE", "TOWN", "OFSTEDRATING", "PHASE"])
    let facts = try PublishedFixtures.facts(plan)
    let dunmore = try #require(
      facts.observation(of: .school(URN("900004")), "readProg", in: AcademicYear(start: 2018)))
    #expect(dunmore.reading == .value(-3.4) && dunmore.place.line == 4 && dunmore.format == "ks2")
    #expect(facts.years(of: .school(URN("900004")), format: "ks2") == [AcademicYear(start: 2018)])
    let named = SourceFile(path: "england_ks2final_201819.csv", bytes: file.bytes)
    let register = try PublishedFixtures.open("register.csv")
    #expect(try Trial().plan([register, named]).reports[1].period == AcademicYear(start: 2018))
  }

  /// The full table says more of the same pupils, and is not replaced by the cut-down one that comes later.
  @Test func theFullTableAndTheCutDownOneStandSideBySide() throws {
    let full = SourceFile(
      "2018-2019_990_ks2final.csv",
      "RECTYPE,LEA,URN,TELIG,PTRWM_EXP,READPROG\n1,990,900001,58,64%,2.5\n1,990,900004,60,70%,-3\n")
    let cut = try PublishedFixtures.open("published/england_ks2final.csv")
    var trial = Trial(period: AcademicYear(start: 2018))
    let first = try trial.plan([PublishedFixtures.open("register.csv"), full])
    trial.now = Instant(milliseconds: 1_800_000_000_000)
    let second = try trial.plan([cut], after: first)
    let facts = Facts(
      files: first.files + second.files, catalogue: try TestCatalogue.catalogue(), ours: [:])
    let year = AcademicYear(start: 2018)
    #expect(facts.observation(of: Self.ashgrove, "rwmExp", in: year)?.reading == .value(64))
    // Both are final; the one imported later is further on.
    #expect(facts.observation(of: Self.ashgrove, "readProg", in: year)?.reading == .value(2.6))
    let listed = facts.observations(of: Self.ashgrove).filter { $0.measure == "readProg" }
    #expect(listed.count == 1 && listed[0].place.source.file == "england_ks2final.csv")
    #expect(facts.observations(of: Self.ashgrove).contains { $0.measure == "writProgBand" })
  }

  @Test func provisionalKeyStage4ResultsOfTwentyFiveColumnsAreRead() throws {
    let plan = try PublishedFixtures.plan("2018-2019_england_ks4provisional.csv")
    let report = plan.reports[1]
    #expect(report.rows == 5 && report.schools.kept == 2 && report.problems.isEmpty)
    #expect(report.observations == 65 && report.count("noEntries") == 11)
    #expect(plan.files[1].source.status == "provisional")
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2018)
    let adjusted = try #require(facts.observation(of: Self.eastfield, "p8", in: year))
    #expect(adjusted.reading == .value(-0.08) && adjusted.lower == -0.3 && adjusted.n == 128)
    let unadjusted = try #require(facts.observation(of: Self.eastfield, "p8Unadjusted", in: year))
    #expect(unadjusted.reading == .value(-0.09) && unadjusted.lower == -0.31 && unadjusted.upper == 0.14)
    #expect(facts.observation(of: .englandState, "fiveEm4", in: year)?.reading == .value(62.1))
    #expect(facts.observation(of: .la("990"), "att8", in: year)?.reading == .missing(.missing))
  }

  @Test func keyStage5IsReadForSchools() throws {
    let plan = try PublishedFixtures.plan("2018-2019_990_ks5final.csv")
    let report = plan.reports[1]
    #expect(report.format == "ks5" && report.rows == 3 && report.schools.kept == 2)
    #expect(report.codes == ["rows-left-out"], "the row of the authority has no URN")
    #expect(report.columnsUnused == ["ESTAB", "SCHNAME", "TALLPPEGRD_ALEV_1618", "TB3PTSE_GRD"])
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2018)
    let points = try #require(facts.observation(of: Self.eastfield, "alevAps", in: year))
    #expect(points.reading == .value(33.4) && points.n == 98)
    let added = try #require(facts.observation(of: Self.eastfield, "alevVa", in: year))
    #expect(added.lower == -0.07 && added.upper == 0.17)
    let band = try #require(facts.observation(of: Self.eastfield, "alevVaBand", in: year))
    #expect(band.reading == .value(3) && band.raw == "Average")
    #expect(
      facts.observation(of: .school(URN("900012")), "alevRetained", in: year)?.reading
        == .missing(.lowCoverage))
    #expect(
      facts.observation(of: Self.eastfield, "alevAps", .disadvantaged, in: year)?.n == 9)
  }

  @Test func pupilPremiumIsReadForSchools() throws {
    let plan = try PublishedFixtures.plan("pupil_premium_2019-20.csv")
    let report = plan.reports[1]
    #expect(report.format == "pupilPremium" && report.rows == 3 && report.schools.kept == 2)
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2019)
    #expect(facts.observation(of: Self.ashgrove, "ppEligible", in: year)?.reading == .value(38))
    #expect(facts.observation(of: Self.ashgrove, "ppRoll", in: year)?.reading == .value(1_204))
    let pounds = try #require(facts.observation(of: Self.ashgrove, "ppAllocation", in: year))
    #expect(pounds.reading == .value(50_160) && pounds.raw == "50,160" && pounds.n == 38)
    #expect(report.columnsUnused.contains("Primary pupils eligible for DPP Percentage"))
  }
}
