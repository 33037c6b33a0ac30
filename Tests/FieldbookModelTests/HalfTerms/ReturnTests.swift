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

  @Test func levelsWithFewPupilsAreHiddenWithThoseThatNoShareTellsApart() {
    #expect(hidden([.all: (30, [0, 10, 12, 8])]) == [])
    #expect(hidden([.all: (30, [2, 10, 12, 6])]) == ["level.below all", "level.workingTowards all"])
    #expect(hidden([.all: (30, [0, 4, 20, 6])]) == ["level.below all", "level.workingTowards all"])
  }

  @Test func aShareThatWouldTellALevelWithFewPupilsIsHiddenWithIt() {
    let depth: Set<String> = ["level.expected all", "level.greaterDepth all", "higher all"]
    #expect(hidden([.all: (30, [0, 10, 18, 2])]) == depth)
    #expect(hidden([.all: (30, [0, 10, 4, 16])]) == depth)
    let groups = hidden([
      .all: (60, [0, 20, 30, 10]), .boys: (30, [0, 10, 18, 2]), .girls: (30, [0, 10, 12, 8]),
    ])
    #expect(
      groups
        == Set(
          ["boys", "girls"].flatMap { group in
            ["level.expected", "level.greaterDepth", "higher"].map { "\($0) \(group)" }
          }))
  }

  @Test func whatIsTrueOfAllOfAFewIsHiddenAndOfManyShown() {
    let shares = hidden([.all: (8, [0, 0, 8, 0])])
    #expect(shares.isSuperset(of: ["expected all", "higher all", "level.expected all"]))
    #expect(!shares.contains("assessed all"))
    #expect(hidden([.all: (10, [0, 0, 10, 0])]) == [])
    // Nobody at greater depth in the whole year group: then it is no news of the few.
    let all = hidden([.all: (30, [0, 8, 22, 0]), .boys: (22, [0, 0, 22, 0]), .girls: (8, [0, 8, 0, 0])])
    #expect(all.isSuperset(of: ["expected girls", "expected boys"]) && !all.contains("higher girls"))
  }

  @Test func whatALaterReturnTookThePlaceOfStaysHidden() throws {
    let facts = ReturnTable.facts([
      ReturnTable.file([.all: (30, [3, 9, 12, 6])]),
      ReturnTable.file([.all: (30, [6, 6, 12, 6])], source: Table.source("c.csv", importedAt: 9_000)),
    ])
    let disclosure = Disclosure(facts: facts, rule: SmallGroups())
    let below = try #require(facts.observation(of: school, "ht.y4.maths.level.below", at: autumn))
    #expect(below.reading == .value(6) && disclosure.isHidden(below))
    let expected = try #require(facts.observation(of: school, "ht.y4.maths.expected", at: autumn))
    #expect(!disclosure.isHidden(expected))
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
