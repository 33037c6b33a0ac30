import FieldbookModel
import PlainText
import Testing

@testable import FieldbookStorage

struct OwnCatalogueTests {
  private func place(_ name: String, _ text: String) throws -> (TestPlace, Workspace) {
    let place = try TestPlace()
    let workspace = try place.workspace()
    try place.write(Array(text.utf8), to: name)
    return (place, workspace)
  }

  private func measures(_ entries: String) -> String {
    #"{"format": "measures", "version": 1, "measures": [\#(entries)]}"#
  }

  @Test func `A workspace adds measures and refines those that are built in`() throws {
    let (_, workspace) = try place(
      "measures.json",
      measures(
        #"{"id": "readingAge", "title": "Reading age", "unit": "average", "better": "up", "yearGroup": "7"},"#
          + #"{"id": "p8", "shortTitle": "P8", "notProducedIn": ["2024/25"]}"#))
    let contents = try workspace.contents()
    #expect(contents.problems == [])
    #expect(contents.catalogue["readingAge"]?.yearGroup == YearGroup(number: 7))
    #expect(contents.catalogue["p8"]?.title == Catalogue.builtIn["p8"]?.title)
    #expect(contents.catalogue["p8"]?.shortTitle == "P8")
    #expect(contents.catalogue["p8"]?.isProduced(in: AcademicYear(start: 2025)) == true)
    #expect(contents.catalogue.measures.count == Catalogue.builtIn.measures.count + 1)
    #expect(try workspace.check().problems == [])
  }

  @Test(arguments: [
    (#"{"title": "No id"}"#, "no id"), (#"{"id": "x y", "title": "X"}"#, "no id"),
    (#"{"id": "x", "unit": "percent", "better": "up"}"#, "title"),
    (#"{"id": "x", "title": "X", "unit": "furlongs", "better": "up"}"#, "“unit” is none of"),
    (#"{"id": "x", "title": "X", "unit": "percent", "better": "sideways"}"#, "“better” is none of"),
    (#"{"id": "rwmExp", "validTo": "soon"}"#, "validTo"),
    (#"{"id": "rwmExp", "notProducedIn": ["2026"]}"#, "notProducedIn"),
    (#"{"id": "rwmExp", "yearGroup": "42"}"#, "year group"),
    (#"{"id": "rwmExp", "phases": ["tertiary"]}"#, "phases"),
    (
      #"{"id": "ht.y4.maths.expected", "title": "X", "unit": "percent", "better": "up"}"#,
      "half-termly returns"
    ),
    (#"{"id": "rwmExp", "shortTitle": "far too long for a column"}"#, "short title"),
  ])
  func `A broken measure is named with its place and harms nothing`(entry: String, words: String) throws {
    let good = #"{"id": "good", "title": "Good", "unit": "percent", "better": "up"}"#
    let (_, workspace) = try place("measures.json", measures("\(entry),\n\(good)"))
    let contents = try workspace.contents()
    let problem = try #require(contents.problems.first)
    let said = problem.what + problem.code + "\(problem.line ?? 0)"
    #expect(problem.what.lowercased().contains(words.lowercased()) || said.contains(words), "\(problem.what)")
    #expect(problem.file == "measures.json" && problem.line == 1 && contents.problems.count == 1)
    #expect(contents.catalogue["good"] != nil)
    #expect(contents.catalogue["rwmExp"] == Catalogue.builtIn["rwmExp"])
    #expect(try workspace.check().problems == contents.problems)
  }

  @Test(arguments: [
    "{", "[]", #"{"format": "scales", "version": 1}"#, #"{"format": "measures", "version": 1}"#,
  ])
  func `A document that cannot be read leaves what is built in`(text: String) throws {
    let (_, workspace) = try place("measures.json", text)
    let contents = try workspace.contents()
    #expect(contents.problems.count == 1 && contents.catalogue == Catalogue.builtIn)
  }

  @Test func `The built-in measures and scales keep every rule`() {
    let rules = CatalogueRules()
    for measure in BuiltInLists.measures { #expect(rules.problems(ofMeasure: measure).map(\.1) == []) }
    for scale in BuiltInLists.scales { #expect(rules.problems(ofScale: scale).map(\.1) == []) }
    #expect(AssessmentScale.builtIn.map(\.id) == ["standards", "standardised", "scaled", "gcse"])
  }

  @Test func `A scale of one's own says which levels count`() throws {
    let (_, workspace) = try place(
      "scales.json",
      #"""
      {"format": "scales", "version": 1, "scales": [
        {"id": "gcse", "expected": "g4"},
        {"id": "steps", "title": "Steps", "levels": [{"id": "a"}, {"id": "b"}], "expected": "b"},
        {"id": "odd", "title": "Odd", "levels": [{"id": "a"}, {"id": "b"}], "expected": "c"}
      ]}
      """#)
    let contents = try workspace.contents()
    #expect(contents.scales.map(\.id) == ["standards", "standardised", "scaled", "gcse", "steps"])
    #expect(contents.scales[3].expected == "g4" && contents.scales[3].higher == "g7")
    #expect(contents.problems.map(\.line) == [4])
  }

  @Test(arguments: [
    ("standards", "EXS", "expected"), ("standards", "greater depth", "greaterDepth"),
    ("standards", "Nobody", ""),
    ("scaled", "99", "below100"), ("scaled", "100", "from100"), ("scaled", "121", ""),
    ("scaled", "100–109", "from100"),
    ("standardised", "115", "from115"), ("gcse", "7", "g7"), ("gcse", "U", "u"),
  ])
  func `Levels are known by name and by number`(id: String, typed: String, level: String) throws {
    let scale = try #require(AssessmentScale.builtIn.first { $0.id == id })
    let found = scale.level(named: typed) ?? Double(typed).flatMap(scale.level(holding:))
    #expect(found?.id ?? "" == level)
  }
}
