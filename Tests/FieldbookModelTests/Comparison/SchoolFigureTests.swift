import FieldbookModel
import Testing

@Suite struct SchoolFigureTests {
  private let autumn = ReturnTable.autumn
  private let measure = "ht.y4.maths.expected"

  private func figure(_ files: [FactsFile], plan: CollectionPlan = CollectionPlan()) throws -> SchoolFigure {
    let facts = ReturnTable.facts(files)
    let school = try #require(facts.school(ReturnTable.urn))
    let today = try #require(CalendarDate(text: "2026-11-23"))
    return try #require(
      facts.figure(measure, of: school, at: Period(autumn), plan: plan, today: today))
  }

  private func file(_ levels: [Int], roll: Int = 30, at halfTerm: HalfTerm, as name: String) -> FactsFile {
    ReturnTable.file([.all: (roll, levels)], at: halfTerm, source: Table.source(name))
  }

  @Test func aFallIsSaidInPointsAndChildrenAndIsLargeByTheRuleOfChanges() throws {
    let large = try figure([
      file([4, 14, 8, 2], at: autumn, as: "a"), file([1, 6, 18, 4], at: autumn.yearBefore, as: "b"),
    ])
    #expect(large.isLarge && large.isWorse)
    #expect(large.children == -11, "36 of every hundred of 28")
    let small = try figure([
      file([2, 8, 14, 4], at: autumn, as: "a"), file([2, 7, 15, 4], at: autumn.yearBefore, as: "b"),
    ])
    #expect(small.difference != nil && !small.isLarge)
  }

  @Test func ofFewPupilsNoChangeIsLarge() throws {
    let found = try figure([
      file([4, 2, 1, 0], roll: 8, at: autumn, as: "a"),
      file([0, 0, 6, 2], roll: 8, at: autumn.yearBefore, as: "b"),
    ])
    #expect(found.difference != nil && !found.isLarge)
  }

  @Test func theReasonOfAPlanIsTold() throws {
    let asked = CollectionPlan([
      CollectionPlan.Collection(
        id: "a", halfTerm: autumn, asks: .attainment, due: try #require(CalendarDate(text: "2026-11-20")))
    ])
    #expect(try figure([], plan: asked).reason == .awaited)
    #expect(try figure([]).reason == nil)
  }

  @Test func whatAReturnDoesNotSayIsNotAwaited() throws {
    let asked = CollectionPlan([
      CollectionPlan.Collection(
        id: "a", halfTerm: autumn, asks: .attainment, due: try #require(CalendarDate(text: "2026-11-20")))
    ])
    let facts = ReturnTable.facts([file([2, 8, 14, 4], at: autumn, as: "a")])
    let school = try #require(facts.school(ReturnTable.urn))
    let average = facts.figure(
      "ht.y4.maths.average", of: school, at: Period(autumn), plan: asked,
      today: try #require(CalendarDate(text: "2026-11-23")))
    #expect(average?.now == nil && average?.reason == .notSupplied)
  }

  @Test func togetherSchoolsAreWeightedByPupils() throws {
    let one = try figure([file([0, 5, 5, 0], at: autumn, as: "a")])
    let other = try figure([file([0, 0, 20, 10], at: autumn, as: "a")])
    let absent = try figure([])
    let pooled = try #require(PooledFigure([one, other, absent]))
    // 5 of 10 and 30 of 30.
    #expect(pooled.value == 87.5 && pooled.pupils == 40)
    #expect(pooled.schools == 2 && pooled.asked == 3)
    #expect(pooled.difference == nil && pooled.compared == 0)
    #expect(PooledFigure([absent]) == nil)
    let mark = try #require(OutOfLine(one, of: pooled))
    #expect(mark.mark == "L-")
    #expect(OutOfLine(absent, of: pooled) == nil)
  }

  @Test func theWidestGapIsOneWhereNeitherGroupIsSmall() throws {
    let facts = ReturnTable.facts([
      ReturnTable.file([
        .all: (30, [4, 8, 14, 4]), .disadvantaged: (10, [4, 4, 2, 0]),
        .notDisadvantaged: (20, [0, 4, 12, 4]),
      ])
    ])
    let gap = try #require(
      facts.widestGap(in: [measure], of: [ReturnTable.urn], at: Period(autumn), fewest: 6))
    #expect(gap.difference == -60 && gap.isBehind && gap.group.n == 10 && gap.others.n == 20)
    #expect(facts.widestGap(in: [measure], of: [ReturnTable.urn], at: Period(autumn), fewest: 11) == nil)
  }
}
