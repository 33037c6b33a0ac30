import FieldbookModel
import Testing

@Suite struct ReturnTests {
  private let school = ObservationSubject.school(ReturnTable.urn)
  private let autumn = Period(ReturnTable.autumn)

  @Test func aReturnIsAskedByYearGroupAndSubject() throws {
    let facts = ReturnTable.facts([
      ReturnTable.file([.all: (31, [2, 10, 12, 6])]),
      ReturnTable.file([.all: (31, [0, 5, 20, 5])], stem: "y4.reading", source: Table.source("b.csv")),
    ])
    let maths = try #require(facts.observation(of: school, "ht.y4.maths.expected", at: autumn))
    #expect(maths.reading == .value(60) && maths.n == 30 && maths.roll == 31)
    #expect(maths.raw == "18 of 30" && maths.place.line == 2 && maths.place.column == "Pupils")
    #expect(maths.when.text == "2026/27 Autumn 1" && maths.authority == "936")
    let depth = facts.observation(of: school, "ht.y4.reading.level.greaterDepth", at: autumn)
    #expect(depth?.reading == .value(5))
    #expect(facts.observation(of: school, "ht.y5.maths.expected", at: autumn) == nil)
    #expect(facts.observation(of: school, "ht.y4.maths.expected", in: autumn.year) == nil)
    #expect(facts.observation(of: school, "ht.y4.maths.expected", .boys, at: autumn) == nil)
    #expect(Set(facts.observations(of: school).map(\.measure)).count == 16)
  }

  @Test func aLaterReturnReplacesItsOwnYearGroupAndSubjectAlone() {
    let facts = ReturnTable.facts([
      ReturnTable.file([.all: (31, [2, 10, 12, 6]), .boys: (15, [0, 5, 5, 5])]),
      ReturnTable.file([.all: (31, [0, 5, 20, 5])], stem: "y4.reading", source: Table.source("b.csv")),
      ReturnTable.file([.all: (31, [1, 2, 20, 7])], source: Table.source("c.csv", importedAt: 9_000)),
    ])
    #expect(facts.observation(of: school, "ht.y4.maths.expected", at: autumn)?.reading == .value(90))
    #expect(facts.observation(of: school, "ht.y4.maths.expected", .boys, at: autumn) == nil)
    #expect(facts.observation(of: school, "ht.y4.reading.expected", at: autumn)?.n == 30)
  }

  @Test(arguments: [
    ("ht.y4.maths.expected", "Year 4 maths: at expected or above"),
    ("ht.r.reading-writing-maths.higher", "Reception reading, writing and maths: at higher"),
    ("ht.y9.art.level.greaterDepth", "Year 9 art: pupils at greater depth"),
    ("ht.all.absence", "Whole school: absence"),
    ("ht.y7.suspended.count", "Year 7: pupils suspended, counted"),
  ])
  func aMeasureOfAReturnTellsItself(id: String, title: String) throws {
    let measure = try #require(Table.catalogue[id])
    #expect(measure.id == id && measure.title == title)
    #expect(ReturnMeasure(id: id)?.id == id)
    #expect(!measure.definition.isEmpty && measure.stage == "Half-term")
  }

  @Test(arguments: [
    "ht.", "ht.y4", "ht.y4.maths", "ht.y4.maths.", "ht.y44.maths.expected", "ht.Y4.maths.expected", "rwmExp",
    "ht.y4.maths.expected.more", "ht.y4.maths.level.", "ht.all..expected", "ht.4.maths.expected",
  ])
  func whatIsNoMeasureOfAReturnIsNone(id: String) {
    #expect(ReturnMeasure(id: id) == nil)
  }

  @Test(arguments: [
    ("Maths", "maths"), ("Mathematics", "maths"), ("Reading, Writing & Maths", "reading-writing-maths"),
    ("RWM", "reading-writing-maths"), ("Design and technology", "design-technology"), ("  ", ""),
    ("Roll", "roll-subject"),
  ])
  func subjectsHaveOneIdHoweverTheyAreWritten(typed: String, id: String) {
    #expect(ReturnMeasure.subjectID(typed) ?? "" == id)
  }

  private func hidden(_ counts: [PupilGroup: (roll: Int, levels: [Int])]) -> Set<String> {
    let facts = ReturnTable.facts([ReturnTable.file(counts)])
    let disclosure = Disclosure(facts: facts, rule: SmallGroups())
    return Set(
      facts.observations(of: school).filter(disclosure.isHidden).map {
        "\($0.measure.dropFirst(12)) \($0.group.rawValue)"
      })
  }

  @Test func levelsWithFewPupilsAreHiddenTogetherAndTheSharesStay() {
    #expect(hidden([.all: (30, [0, 10, 12, 8])]) == [])
    let levels = ["below", "workingTowards", "expected", "greaterDepth"].map { "level.\($0) all" }
    #expect(hidden([.all: (30, [2, 10, 12, 6])]) == Set(levels))
  }

  @Test func aSmallGroupIsHiddenWithTheOneThatWouldTellIt() {
    let hidden = hidden([
      .all: (30, [0, 10, 12, 8]), .boys: (26, [0, 8, 11, 7]), .girls: (4, [0, 2, 1, 1]),
    ])
    #expect(
      hidden.isSuperset(of: [
        "expected boys", "expected girls", "roll boys", "assessed girls", "level.expected boys",
      ]))
    #expect(!hidden.contains("expected all"))
  }

  @Test func returnsOfOtherYearGroupsAreJudgedByThemselves() throws {
    let facts = ReturnTable.facts([
      ReturnTable.file([.all: (4, [0, 2, 1, 1])]),
      ReturnTable.file([.all: (30, [0, 10, 12, 8])], stem: "y5.maths", source: Table.source("b.csv")),
    ])
    let disclosure = Disclosure(facts: facts, rule: SmallGroups())
    let four = try #require(facts.observation(of: school, "ht.y4.maths.expected", at: autumn))
    let five = try #require(facts.observation(of: school, "ht.y5.maths.expected", at: autumn))
    #expect(disclosure.shown(four).reading == .missing(.hidden) && disclosure.shown(four).roll == nil)
    #expect(disclosure.shown(five) == five)
  }
}
