import FieldbookModel
import Testing

@Suite struct CollectionPlanTests {
  private let year = AcademicYear(start: 2026)

  private func collection(
    _ part: HalfTerm.Part, _ asks: CollectionPlan.Asks = .attainment, yearGroups: [Int] = [],
    subjects: [String] = [],
    due: String = "2026-11-20", id: String? = nil, without: [String] = []
  ) throws -> CollectionPlan.Collection {
    CollectionPlan.Collection(
      id: id ?? "\(part)\(asks)", halfTerm: HalfTerm(year: year, part: part), asks: asks,
      yearGroups: yearGroups.compactMap(YearGroup.init(number:)), subjects: subjects,
      due: try #require(CalendarDate(text: due)), without: without.map { URN($0) })
  }

  private func reason(
    _ plan: CollectionPlan, _ id: String, _ part: HalfTerm.Part, on day: String = "2026-11-23",
    by school: String = "100001"
  ) throws -> MissingReason? {
    plan.absence(
      of: try #require(ReturnMeasure(id: id)), by: URN(school), in: HalfTerm(year: year, part: part),
      today: try #require(CalendarDate(text: day)))
  }

  @Test func outsideThePlanNothingIsMissingAndInsideItIsAwaitedOnlyAfterItsDay() throws {
    let plan = CollectionPlan([try collection(.autumn1, yearGroups: [2, 6], subjects: ["maths"])])
    #expect(try reason(plan, "ht.y6.maths.expected", .autumn1) == .awaited)
    #expect(try reason(plan, "ht.y6.maths.expected", .autumn1, on: "2026-11-20") == nil)
    #expect(try reason(plan, "ht.y6.maths.expected", .autumn2) == .notCollected)
    #expect(try reason(plan, "ht.y5.maths.expected", .autumn1) == .notCollected)
    #expect(try reason(plan, "ht.y6.reading.expected", .autumn1) == .notCollected)
    // Nobody planned attendance for the year: nothing is known of it.
    #expect(try reason(plan, "ht.all.absence", .autumn1) == nil)
    #expect(try reason(CollectionPlan(), "ht.y6.maths.expected", .autumn1) == nil)
    let conduct = CollectionPlan([try collection(.autumn1, .conduct)])
    #expect(try reason(conduct, "ht.all.absence", .autumn1) == .awaited)
    #expect(try reason(conduct, "ht.all.absence", .spring1) == .notCollected)
  }

  @Test func aSchoolThatIsLeftOutIsNotAskedAndTheOthersAre() throws {
    let plan = CollectionPlan([try collection(.autumn1, without: ["100002"])])
    #expect(try reason(plan, "ht.y6.maths.expected", .autumn1, by: "100002") == .notCollected)
    #expect(try reason(plan, "ht.y6.maths.expected", .autumn1, by: "100001") == .awaited)
    // It may be asked again by another collection of the same half-term.
    let both = CollectionPlan([
      try collection(.autumn1, without: ["100002"]), try collection(.autumn1, id: "later"),
    ])
    #expect(try reason(both, "ht.y6.maths.expected", .autumn1, by: "100002") == .awaited)
  }

  @Test func theThirdIsNotedAndTheFourthNeedsAReason() throws {
    var plan = CollectionPlan()
    var advice: [CollectionPlan.Advice] = []
    for part in HalfTerm.Part.allCases {
      let next = try collection(part)
      advice.append(plan.advice(on: next))
      plan.apply(CollectionChange("", id: next.id, next))
    }
    #expect(advice == [.none, .none, .third, .needsReason(4), .needsReason(5), .needsReason(6)])
    // Changing one that is planned already adds none.
    #expect(plan.advice(on: try collection(.autumn1, subjects: ["maths"])) == .none)
    #expect(plan.attainmentPoints(in: year) == 6 && plan.attainmentPoints(in: year.previous) == 0)
  }

  @Test func yearGroupsAreCountedByThemselves() throws {
    let plan = CollectionPlan([
      try collection(.autumn1, yearGroups: [1]), try collection(.autumn2, yearGroups: [2]),
      try collection(.spring1, yearGroups: [3]), try collection(.autumn1, .conduct),
    ])
    #expect(plan.attainmentPoints(in: year) == 1)
    #expect(plan.advice(on: try collection(.spring2, yearGroups: [6])) == .none)
    // Two subjects in one half-term are one point.
    let subjects = CollectionPlan([
      try collection(.autumn1, subjects: ["maths"], id: "a"),
      try collection(.autumn1, subjects: ["reading"], id: "b"),
    ])
    #expect(subjects.attainmentPoints(in: year) == 1)
  }
}
