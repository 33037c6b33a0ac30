import FieldbookModel
import Testing

@Suite("What changed most in a year")
struct ChangesTests {
  /// Two years of `rwmExp` with its pupils for each school: now, n, before, n.
  private static func changes(
    _ schools: [(urn: String, now: String?, n: Int, before: String?, m: Int)],
    status: (String, String) = ("final", "final")
  ) -> Changes {
    let register = Table.register(
      schools.map { [.name: "School \($0.urn)", .laCode: "936"] }, urns: schools.map(\.urn))
    func year(_ start: Int, _ status: String, _ cells: [String?], _ pupils: [String]) -> FactsFile {
      Table.results(
        schools.map { .school(URN($0.urn), later: nil) }, year: AcademicYear(start: start),
        source: Table.source("\(start).csv", status: status),
        [Table.column("pupils", .all, pupils), Table.column("rwmExp", .all, cells, count: 0)])
    }
    let files = [
      register, year(2018, status.0, schools.map(\.now), schools.map { "\($0.n)" }),
      year(2017, status.1, schools.map(\.before), schools.map { "\($0.m)" }),
    ]
    let facts = Facts(files: files, catalogue: Table.catalogue, ours: [:])
    return Changes(of: facts.schoolsByName, in: [("rwmExp", [.all])], facts)
  }

  @Test("a large change in a small school is less than a smaller one in a large school")
  func chance() {
    let changes = ChangesTests.changes([
      ("1", "40", 12, "60", 12), ("2", "45", 180, "60", 180), ("3", "59", 60, "60", 60),
    ])
    #expect(changes.listed.map(\.school) == [URN("2")])
    #expect(changes.compared == 3, "what is not listed was looked at")
  }

  @Test("the size is the two-proportion z: 50% of 50 against 30% of 50 is 2.04 standard errors")
  func size() throws {
    let change = try #require(ChangesTests.changes([("1", "30", 50, "50", 50)]).listed.first)
    #expect(abs(change.size - 2.0412) < 0.001)
    #expect(change.isWorse && change.difference == -20 && change.children(.percent) == 10)
  }

  @Test("a change that is fewer than two children is left out, and so is a cohort under ten")
  func few() {
    #expect(ChangesTests.changes([("1", "100", 10, "90", 10)]).listed.isEmpty)
    let tiny = ChangesTests.changes([("1", "0", 9, "90", 60)])
    #expect(tiny.listed.isEmpty && tiny.notCompared == 1)
  }

  @Test("what has no value, no year before or another status is not compared, and is counted")
  func unlike() {
    #expect(ChangesTests.changes([("1", "SUPP", 50, "60", 50)]).notCompared == 1)
    #expect(ChangesTests.changes([("1", "30", 50, nil, 50)]).notCompared == 1)
    let provisional = ChangesTests.changes([("1", "30", 50, "60", 50)], status: ("provisional", "final"))
    #expect(provisional.listed.isEmpty && provisional.notCompared == 1)
  }

  @Test("ten at most, the largest first, ties by URN")
  func ten() {
    let many = (10..<30).map { (urn: "\($0)", now: "30" as String?, n: 50, before: "60" as String?, m: 50) }
    let changes = ChangesTests.changes(many + [("99", "10", 90, "80", 90)])
    #expect(changes.listed.map(\.school) == (["99"] + (10..<19).map { "\($0)" }).map { URN($0) })
  }
}
