import FieldbookModel
import Testing

@Suite struct ReturnQuestionTests {
  private let urn = ReturnTable.urn
  private let autumn = ReturnTable.autumn
  private let four = YearGroup(number: 4)

  private func measure(_ kind: ReturnKind, year: Int = 4) -> ReturnMeasure {
    ReturnMeasure(yearGroup: YearGroup(number: year), subject: "maths", kind)
  }

  private func file(
    _ levels: [Int], stem: String = "y4.maths", roll: Int = 30, at halfTerm: HalfTerm,
    scale: String = "standards"
  ) -> FactsFile {
    var file = ReturnTable.file(
      [.all: (roll, levels)], stem: stem, at: halfTerm, source: Table.source("\(stem) \(halfTerm.title)"))
    file.columns.append(
      FactsFile.Column(measure: "ht.scale", part: .text, header: "Scale", cells: [.text(scale)]))
    return file
  }

  private var scale: AssessmentScale {
    AssessmentScale(
      id: "standards", title: "",
      levels: ["below", "workingTowards", "expected", "greaterDepth"].map { .init(id: $0, title: $0) },
      expected: "expected", higher: "greaterDepth")
  }

  @Test func aChangeSaysPointsAndChildrenAndBothSides() throws {
    let facts = ReturnTable.facts([
      file([2, 10, 12, 6], at: autumn.yearBefore), file([0, 10, 14, 4], at: autumn),
    ])
    let change = try facts.change(of: measure(.expected), by: urn, in: autumn).get()
    #expect(change.children == 1 && abs(change.difference - 4.2857) < 0.001)
    #expect(change.now.raw == "18 of 28" && change.before.raw == "18 of 30")
    #expect(
      ComparedWith.samePointLastYear.words(measure(.expected), at: autumn)
        == "Year 4 maths in Autumn 1 2025/26, other pupils")
  }

  @Test func anotherTestIsNoTrend() {
    let facts = ReturnTable.facts([
      file([2, 10, 12, 6], at: autumn.yearBefore, scale: "houses"), file([0, 10, 14, 4], at: autumn),
    ])
    #expect(
      facts.change(of: measure(.expected), by: urn, in: autumn)
        == .failure(.otherScale(now: "standards", before: "houses")))
  }

  @Test func whatIsNotThereIsSaid() {
    let facts = ReturnTable.facts([file([0, 10, 14, 4], at: autumn)])
    #expect(facts.change(of: measure(.expected), by: urn, in: autumn) == .failure(.nothingBefore))
    #expect(facts.change(of: measure(.expected), by: urn, in: autumn.next) == .failure(.nothingNow))
    #expect(
      facts.change(of: measure(.expected), by: urn, in: autumn, against: .halfTermBefore)
        == .failure(.noSuchPoint))
    #expect(facts.change(of: measure(.aim(.expected)), by: urn, in: autumn) == .failure(.target))
  }

  @Test func theSamePupilsAreFollowedThroughTheYearAndOverIt() throws {
    let facts = ReturnTable.facts([
      file([2, 10, 12, 6], stem: "y3.maths", at: autumn.yearBefore), file([0, 10, 14, 6], at: autumn),
      file([0, 6, 16, 8], at: autumn.next),
    ])
    let cohort = try facts.change(of: measure(.expected), by: urn, in: autumn, against: .sameCohortLastYear)
      .get()
    #expect(cohort.children == 2)
    #expect(
      ComparedWith.sameCohortLastYear.words(measure(.expected), at: autumn).hasSuffix(
        "the same pupils a year lower"))
    let levels = facts.levels(of: measure(.expected), on: scale, by: urn, in: autumn.next)
    #expect(levels.map(\.moved) == [0, -4, 2, 2])
    #expect(levels.map(\.level.id) == scale.levels.map(\.id))
  }

  @Test func coverageIsAssessedOfThoseOnRoll() throws {
    let facts = ReturnTable.facts([file([0, 10, 14, 4], roll: 30, at: autumn)])
    let coverage = try #require(facts.coverage(of: measure(.expected), by: urn, in: autumn))
    #expect(coverage.text == "28/30" && coverage.percent.map { Int($0) } == 93)
    #expect(facts.coverage(of: measure(.expected), .boys, by: urn, in: autumn) == nil)
  }

  @Test func whatArrivedIsListedBySchoolYearGroupAndSubject() {
    let facts = ReturnTable.facts([
      file([2, 10, 12, 6], at: autumn), file([2, 10, 12, 6], stem: "y3.maths", at: autumn),
      file([2, 10, 12, 6], at: autumn.next),
    ])
    #expect(facts.returns(of: autumn).map(\.measure.stem) == ["y3.maths", "y4.maths"])
    #expect(facts.returns(of: autumn).map(\.scale) == ["standards", "standards"])
    #expect(facts.returnedHalfTerms == [autumn, autumn.next])
    #expect(facts.returns(of: autumn.yearBefore) == [])
  }
}
