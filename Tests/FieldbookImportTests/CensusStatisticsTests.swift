import FieldbookImport
import FieldbookModel
import Testing

/// The census and pupil premium in the tidy tables of Explore Education Statistics.
@Suite struct CensusStatisticsTests {
  private static let ashgrove = ObservationSubject.school(URN("900001"))
  private static let eastfield = ObservationSubject.school(URN("900005"))
  private static let year = AcademicYear(start: 2024)

  private func facts(_ names: String...) throws -> Facts {
    var trial = Trial()
    trial.catalogue = try TestCatalogue.catalogue()
    let plan = try trial.plan(
      [PublishedFixtures.open("register.csv")] + names.map { try PublishedFixtures.open("published/" + $0) })
    return try PublishedFixtures.facts(plan)
  }

  private func reading(_ facts: Facts, _ subject: ObservationSubject, _ measure: String) -> Reading? {
    facts.observation(of: subject, measure, in: Self.year)?.reading
  }

  @Test func schoolsAndTheirPupilsAreRead() throws {
    let facts = try facts("spc_school_level_underlying_data.csv")
    #expect(reading(facts, Self.ashgrove, "roll") == .value(414))
    #expect(facts.observation(of: Self.ashgrove, "roll", .girls, in: Self.year)?.reading == .value(201))
    let meals = try #require(facts.observation(of: Self.ashgrove, "fsm", in: Self.year))
    #expect(meals.reading == .value(23.2) && meals.n == 96 && meals.place.line == 2)
    #expect(facts.observation(of: Self.ashgrove, "eal", in: Self.year)?.n == 29)
    #expect(reading(facts, Self.eastfield, "eal") == .missing(.suppressed))
    #expect(reading(facts, .school(URN("900009")), "fsm") == .missing(.notApplicable))
    // What performance tables reckon with is another number than free meals within six years.
    #expect(reading(facts, Self.ashgrove, "fsm6") == nil)
  }

  @Test func aShareIsWorkedOutWhereATableHasBothNumbers() throws {
    let facts = try facts("sen_school_level.csv")
    let support = try #require(facts.observation(of: Self.ashgrove, "senSupport", in: Self.year))
    #expect(support.reading == .value(15) && support.n == 62 && support.raw == "62 of 414")
    #expect(support.place.line == 3 && support.place.column == "pupil_count" && support.roll == 414)
    #expect(reading(facts, Self.eastfield, "senSupport") == .missing(.suppressed))
    #expect(reading(facts, Self.eastfield, "ehcp") == nil, "pupils of a unit are not those of the school")
    #expect(
      !facts.observations(of: Self.ashgrove).contains { $0.measure == "senSupport" }, "no file says it")
  }

  @Test func aShareOfAFewThatIsWorkedOutIsHidden() throws {
    let facts = try facts("sen_school_level.csv")
    let disclosure = Disclosure(facts: facts, rule: SmallGroups())
    let plans = try #require(facts.observation(of: Self.ashgrove, "ehcp", in: Self.year))
    #expect(plans.reading == .value(1) && plans.n == 4)
    #expect(disclosure.shown(plans).reading == .missing(.hidden))
  }

  @Test func areasAndEnglandStandBesideThem() throws {
    let facts = try facts(
      "sen_phase_type.csv", "sen_school_level.csv", "spc_pupils_ethnicity_and_language.csv")
    #expect(reading(facts, .englandKind(.primary), "senSupport") == .value(15.1))
    #expect(reading(facts, .englandKind(.secondary), "ehcp") == .value(3.1))
    #expect(reading(facts, .la("990"), "ehcp") == .value(5))
    #expect(facts.observation(of: .la("990"), "senSupport", in: Self.year)?.n == 17_400)
    #expect(reading(facts, .englandKind(.primary), "eal") == .value(22.9))
    #expect(reading(facts, .la("990"), "eal") == .value(10.2))
    #expect(reading(facts, Self.ashgrove, "senSupport") == .value(15), "neither file takes the other’s place")
  }

  @Test func pupilPremiumIsReadFromATidyTable() throws {
    let facts = try facts("pupil_premium_school_level.csv")
    #expect(reading(facts, Self.ashgrove, "ppEligible") == .value(110))
    #expect(reading(facts, Self.ashgrove, "ppAllocation") == .value(162_800))
    #expect(reading(facts, Self.eastfield, "ppEligible") == .missing(.suppressed))
    #expect(reading(facts, Self.eastfield, "ppAllocation") == .missing(.notAvailable))
    #expect(reading(facts, .la("990"), "ppRoll") == .value(100_000))
  }

  @Test func whatIsLeftOutIsTold() throws {
    let plan = try PublishedFixtures.plan("sen_phase_type.csv")
    #expect(
      Set(plan.reports[1].problems.compactMap(\.found)) == [
        "Academy", "Local authority, State-funded primary",
      ])
  }
}
