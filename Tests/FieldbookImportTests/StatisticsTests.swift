import FieldbookImport
import FieldbookModel
import Testing

/// The tidy tables of Explore Education Statistics: a row for each school, year, group and subject.
@Suite struct StatisticsTests {
  private static let ashgrove = ObservationSubject.school(URN("900001"))
  private static let eastfield = ObservationSubject.school(URN("900005"))
  private static let later = AcademicYear(start: 2024)

  @Test func oneFileOfSeveralYearsBecomesFactsOfEach() throws {
    let plan = try PublishedFixtures.plan("ks2_school_attainment_data.csv")
    let report = plan.reports[1]
    #expect(report.periods.map(\.year) == [AcademicYear(start: 2022), Self.later] && report.period == nil)
    #expect(plan.files.map(\.period) == [nil, AcademicYear(start: 2022), Self.later])
    #expect(plan.files.map(\.source.status) == ["final", "final", "revised"])
    #expect(report.rows == 29 && report.schools.kept == 2)
    let left = report.problems.filter { $0.code == "rows-left-out" }
    #expect(
      left.map(\.found) == ["Regional, All state funded", "Sex and disadvantage", "3 year average"]
        || Set(left.compactMap(\.found)) == ["Regional, All state funded", "Disadvantaged", "3 year average"])
    #expect(report.problems.count == left.count)
  }

  @Test func everyCellKeepsItsLineItsGroupAndItsPupils() throws {
    let facts = try PublishedFixtures.facts(try PublishedFixtures.plan("ks2_school_attainment_data.csv"))
    let year = AcademicYear(start: 2022)
    let all = try #require(facts.observation(of: Self.ashgrove, "rwmExp", in: year))
    #expect(all.reading == .value(64) && all.n == 58 && all.place.line == 2 && all.raw == "64")
    #expect(all.place.column == "expected_standard_pupil_percent" && all.authority == "990")
    let boys = try #require(facts.observation(of: Self.ashgrove, "rwmHigh", .boys, in: year))
    #expect(boys.reading == .value(6.7) && boys.n == 30 && boys.place.line == 5)
    let reading = try #require(facts.observation(of: Self.ashgrove, "readProg", in: year))
    #expect(reading.reading == .value(0.4) && reading.lower == -1.1 && reading.upper == 1.9)
    #expect(reading.n == 58 && reading.place.line == 3)
    #expect(facts.observation(of: .englandState, "rwmExp", in: year)?.reading == .value(60))
    #expect(facts.observation(of: .la("990"), "rwmExp", in: year)?.reading == .value(61))
    #expect(facts.observation(of: Self.ashgrove, "readExp", .boys, in: year) == nil, "no such row")
  }

  @Test func codesAreReasons() throws {
    let facts = try PublishedFixtures.facts(try PublishedFixtures.plan("ks2_school_attainment_data.csv"))
    func reason(_ measure: String, _ group: PupilGroup = .all, _ urn: String = "900001") -> MissingReason? {
      facts.observation(of: .school(URN(urn)), measure, group, in: Self.later)?.reading.reason
    }
    #expect(reason("gpsHigh") == .roundsToZero)
    #expect(reason("rwmHigh", .disadvantaged) == .notAvailable)
    #expect(reason("rwmExp", .eal) == .lowReliability)
    #expect(reason("rwmHigh", .eal) == .roundsToZero)
    #expect(reason("rwmExp", .all, "900002") == .suppressed)
    #expect(reason("readProg") == .notApplicable)
  }

  @Test func onlyTheYearThatIsSaidIsRead() throws {
    let plan = try PublishedFixtures.plan("ks2_school_attainment_data.csv", period: 2024)
    #expect(plan.reports[1].period == Self.later && plan.files.count == 2)
  }

  @Test func aRowThatSaysTheSameAgainIsLeftOut() throws {
    let header = "time_period,geographic_level,old_la_code,school_urn,breakdown,subject"
    let rows = ["64", "65", "x1"].map { "202425,School,990,900001,Total,Reading,\($0)" }
    let text =
      "\(header),expected_standard_pupil_percent\n" + rows.joined(separator: "\n")
      + "\n2024,School,990,900001,Total,Writing,4\n202425,School,990,900001,Total,Writing,4?\n"
    let plan = try Trial().plan([PublishedFixtures.open("register.csv"), SourceFile("a.csv", text)])
    #expect(
      plan.reports[1].problems.map(\.code) == ["duplicate-row", "duplicate-row", "no-year", "unknown-token"])
    #expect(plan.reports[1].problems.map(\.line) == [3, 4, 5, 6])
    #expect(plan.reports[1].observations == 2)
  }

  @Test func absenceIsReadForTheWholeYearOnly() throws {
    let plan = try PublishedFixtures.plan("1a_absence_3term_school.csv")
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2023)
    let missed = try #require(facts.observation(of: Self.ashgrove, "absence", in: year))
    #expect(missed.reading == .value(5.2) && missed.n == 410 && missed.place.line == 7)
    #expect(facts.observation(of: Self.ashgrove, "severe", in: year)?.reading == .missing(.suppressed))
    #expect(facts.observation(of: .englandKind(.primary), "pa", in: year)?.reading == .value(14.6))
    #expect(facts.observation(of: .englandState, "absence", in: year)?.reading == .value(7.1))
    #expect(facts.observation(of: .la("990"), "absence", in: year)?.reading == .value(6.8))
    let left = plan.reports[1].problems
    #expect(
      left.map(\.found) == ["Autumn term", "Local authority, State-funded primary"]
        || left.map(\.found) == ["Local authority, State-funded primary", "Autumn term"])
  }

  @Test func suspensionsMayBeMoreThanPupils() throws {
    let facts = try PublishedFixtures.facts(try PublishedFixtures.plan("exc_school.csv"))
    let rate = try #require(
      facts.observation(of: Self.eastfield, "suspRate", in: AcademicYear(start: 2023)))
    #expect(rate.reading == .value(115) && rate.n == 880)
    #expect(facts.catalogue["suspRate"]?.unit == .rate && facts.catalogue["suspRate"]?.better == .down)
  }

  @Test func keyStage4AndFiveAreReadByGroupAndSubject() throws {
    let plan = try PublishedFixtures.plan(
      "202425_performance_tables_schools_final.csv", "ks5_institution_performance.csv")
    let facts = try PublishedFixtures.facts(plan)
    let before = AcademicYear(start: 2023)
    let progress = try #require(facts.observation(of: Self.eastfield, "p8", .disadvantaged, in: before))
    #expect(progress.reading == .value(-0.3) && progress.lower == -0.72 && progress.n == 30)
    let band = try #require(facts.observation(of: Self.eastfield, "p8Band", in: before))
    #expect(band.reading == .value(2) && band.raw == "Above average")
    #expect(facts.observation(of: Self.eastfield, "att8", in: Self.later)?.n == 155)
    #expect(facts.observation(of: Self.eastfield, "p8", in: Self.later)?.reading == .missing(.notApplicable))
    let applied = try #require(facts.observation(of: Self.eastfield, "appliedAps", in: Self.later))
    #expect(applied.reading == .value(29.8) && applied.n == 22)
    #expect(facts.observation(of: Self.eastfield, "alevAps", .disadvantaged, in: Self.later)?.n == 8)
    #expect(facts.observation(of: Self.eastfield, "appliedVa", in: Self.later)?.lower == -0.5)
  }

  /// The wide table and the tidy one speak of the same pupils: a small group of one is hidden in both.
  @Test func layoutsOfTheSameStatisticsHideTheSameGroups() throws {
    let wide = SourceFile(
      "2024-2025_990_ks2final.csv",
      "RECTYPE,LEA,URN,TELIG,BELIG,GELIG,PTRWM_EXP,PTRWM_EXP_G\n1,990,900001,58,54,4,64%,50%\n")
    var trial = Trial()
    trial.catalogue = try TestCatalogue.catalogue()
    let plan = try trial.plan([
      PublishedFixtures.open("register.csv"), wide,
      PublishedFixtures.open("published/ks2_school_attainment_data.csv"),
    ])
    let disclosure = Disclosure(facts: try PublishedFixtures.facts(plan), rule: SmallGroups())
    #expect(disclosure.hiddenGroups(Self.ashgrove, Self.later).isSuperset(of: [.girls, .boys]))
  }

  @Test func aTableThatIsNotKnownIsRefusedByName() throws {
    let refusal = try Trial().refusal([
      SourceFile("x.csv", "time_period,geographic_level,school_urn,teachers\n202425,School,1,2\n")
    ])
    #expect(
      refusal.what.contains("Explore Education Statistics") && refusal.mend.contains("stages 2, 4 and 5"))
  }
}
