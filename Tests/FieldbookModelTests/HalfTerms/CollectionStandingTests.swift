import FieldbookModel
import Testing

@Suite struct CollectionStandingTests {
  private let autumn = ReturnTable.autumn
  private let urn = ReturnTable.urn

  private func plan(
    _ years: [Int], _ subjects: [String] = [], due: String = "2026-11-20"
  ) throws
    -> CollectionPlan
  {
    CollectionPlan([
      CollectionPlan.Collection(
        id: "a", halfTerm: autumn, asks: .attainment, yearGroups: years.compactMap(YearGroup.init(number:)),
        subjects: subjects, due: try #require(CalendarDate(text: due)))
    ])
  }

  private func standing(
    _ facts: Facts, _ plan: CollectionPlan, on day: String = "2026-11-23"
  ) throws
    -> CollectionStanding
  {
    CollectionStanding(
      of: autumn, .attainment, in: facts, plan: plan, today: try #require(CalendarDate(text: day)))
  }

  private let here = ReturnTable.facts([ReturnTable.file([.all: (30, [2, 8, 12, 6])])])

  @Test func whoReturnedEverythingOwesNothing() throws {
    let found = try standing(here, plan([4], ["maths"]))
    #expect(found.returned.count == 1 && found.owing.isEmpty)
    #expect(found.coverage?.text == "28/30")
    #expect(found.entries.first?.lowest?.measure.who == "Year 4 maths")
  }

  @Test func aPartIsOwedByNameAndLateOnlyAfterItsDay() throws {
    let plan = try plan([4, 6], ["maths", "reading"])
    let late = try #require(standing(here, plan).entries.first)
    #expect(late.owed.map(\.who) == ["Year 4 reading", "Year 6 maths", "Year 6 reading"])
    #expect(late.isLate && late.isOwing)
    let inTime = try #require(standing(here, plan, on: "2026-11-20").entries.first)
    #expect(!inTime.isLate && inTime.isOwing)
  }

  @Test func whoIsLeftOutIsNeitherLateNorCountedAmongTheAsked() throws {
    var asked = try #require(plan([4, 6], ["maths"]).collections.first)
    asked.without = [urn]
    let found = try standing(ReturnTable.facts([]), CollectionPlan([asked]))
    #expect(found.entries.map(\.state) == [.notAsked] && found.asked.isEmpty && found.owing.isEmpty)
  }

  @Test func withoutAPlanNobodyIsLate() throws {
    let found = try standing(ReturnTable.facts([]), CollectionPlan())
    #expect(found.entries.map(\.state) == [.nothingPlanned])
    #expect(found.owing.count == 1 && found.coverage == nil)
  }

  @Test func whatIsPlannedForAnotherHalfTermIsNotAskedNow() throws {
    let found = CollectionStanding(
      of: autumn.next, .attainment, in: here, plan: try plan([4]),
      today: try #require(CalendarDate(text: "2027-01-10")))
    #expect(found.entries.map(\.state) == [.notAsked] && found.asked.isEmpty)
  }

  @Test func aSchoolTeachesTheYearGroupsOfItsAges() {
    var school = School(urn: urn, name: "Invented")
    #expect(
      (-1...14).compactMap(YearGroup.init(number:)).allSatisfy(school.teaches),
      "ages not known rule nothing out")
    (school.lowAge, school.highAge) = (4, 7)
    let taught = (-1...14).compactMap(YearGroup.init(number:)).filter(school.teaches).map(\.number)
    #expect(taught == [0, 1, 2])
    (school.lowAge, school.highAge) = (11, 18)
    #expect(
      (-1...14).compactMap(YearGroup.init(number:)).filter(school.teaches).map(\.number) == [
        7, 8, 9, 10, 11, 12, 13,
      ])
  }

  @Test func whatArrivesIsListedLatestFirst() throws {
    let before = ReturnTable.file([.all: (30, [2, 8, 12, 6])], at: autumn.yearBefore)
    let facts = ReturnTable.facts([ReturnTable.file([.all: (30, [2, 8, 12, 6])]), before])
    let later = CollectionPlan([
      CollectionPlan.Collection(
        id: "b", halfTerm: autumn.next, asks: .conduct, due: try #require(CalendarDate(text: "2027-01-10")))
    ])
    #expect(
      facts.arrivals(plan: later) == [
        .collection(autumn.next, .conduct), .collection(autumn, .attainment),
        .collection(autumn.yearBefore, .attainment),
      ])
  }
}
