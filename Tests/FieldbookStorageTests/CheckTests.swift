import FieldbookModel
import FieldbookStorage
import PlainText
import SeededRandom
import Testing

struct CheckTests {
  @Test func `A good workspace has no problems, and every document is counted`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    _ = try workspace.sign(review: ids.review, by: "Anna", at: Invented.at, report: "R")
    try workspace.commit(FactsChange(added: [InventedFacts.file()], trust: nil, ours: [:]))
    _ = try workspace.startDraft(context: [:], texts: [:])
    // fieldbook.json, two reviews, two actions, a signed copy, a facts file, a draft, the identity
    #expect(try workspace.check() == CheckResult(documents: 9, problems: []))
  }

  @Test func `Each thing that is wrong in a record is named with file, line and column`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    try expect(place, workspace, "records/reviews/\(ids.review).json", ids)
    try expectAction(place, workspace, "records/actions/\(ids.action).json", ids)
  }

  private typealias IDs = (review: String, note: String, finding: String, action: String)

  private func expect(_ place: TestPlace, _ workspace: Workspace, _ file: String, _ ids: IDs) throws {
    let nobody = workspace.newID()
    try one(place, workspace, file, #""areas": 3"#, "type", "“areas” is a number") {
      $0["evidence"]?[ids.note]?["areas"] = 3
    }
    try one(
      place, workspace, file, #""lunchtime""#, "framework", "“lunchtime” is no area of Ofsted 2025",
      whole: true
    ) {
      $0["evidence"]?[ids.note]?["areas"] = ["lunchtime"]
    }
    try one(
      place, workspace, file, #""type": "nap""#, "choice", "“type” is “nap”, which is not one of its words"
    ) {
      $0["evidence"]?[ids.note]?["type"] = "nap"
    }
    try one(
      place, workspace, file, "\"\(nobody)\"", "link", "“\(nobody)” is not among the evidence", inList: true
    ) {
      $0["findings"]?[ids.finding]?["evidence"] = [.string(nobody)]
    }
    try one(
      place, workspace, file, #""ours": "superb""#, "framework",
      "“superb” is no grade on the scale of “Attendance and behaviour”"
    ) { $0["judgements"]?["attendance"]?["ours"] = "superb" }
    try one(place, workspace, file, #""date": "2 Dec""#, "type", "“date” is “2 Dec”") { $0["date"] = "2 Dec" }
    try one(place, workspace, file, #""format": "revue""#, "broken", "its format is “revue”") {
      $0["format"] = "revue"
    }
    try one(place, workspace, file, "\"id\": \"\(nobody)\"", "broken", "its id is not the one in its name") {
      $0["id"] = .string(nobody)
    }
    try one(
      place, workspace, file, #""focus": "no stamp""#, "write",
      "the write of “focus” is not the id of a write"
    ) {
      $0["_w"]?["focus"] = "no stamp"
    }
  }

  private func expectAction(_ place: TestPlace, _ workspace: Workspace, _ file: String, _ ids: IDs) throws {
    let nobody = workspace.newID()
    try one(
      place, workspace, file, "\"finding\": \"\(nobody)\"", "link", "“\(nobody)” is not among the findings"
    ) {
      $0["finding"] = .string(nobody)
    }
    try one(
      place, workspace, file, "\"review\": \"\(nobody)\"", "link", "“\(nobody)” is not among the reviews"
    ) {
      $0["review"] = .string(nobody)
    }
    try one(place, workspace, file, #""school": "ABC""#, "urn", "“ABC” is not a URN") { $0["school"] = "ABC" }
  }

  /// One problem, at the value after the name on the line that holds the text.
  private func one(
    _ place: TestPlace, _ workspace: Workspace, _ file: String, _ text: String, _ code: String,
    _ what: String,
    whole: Bool = false, inList: Bool = false, _ change: (inout JSONValue) -> Void
  ) throws {
    let before = try place.bytes(file)
    try place.edit(file) { change(&$0) }
    defer { try? place.write(before, to: file) }
    let problems = try workspace.check().problems
    #expect(problems.count == 1, "\(problems.map(\.message))")
    let problem = try #require(problems.first)
    #expect(problem.code == code)
    #expect(problem.what == what)
    #expect(problem.file == file)
    let lines = try place.text(file).split(separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(lines.firstIndex { $0.contains(text) })
    // A list's own line is the one before its first element.
    #expect(problem.line == index + (whole ? 0 : 1))
    let line = lines[index - (whole ? 1 : 0)]
    let colon = line.firstIndex(of: ":").map { line.distance(from: line.startIndex, to: $0) + 3 }
    #expect(
      problem.column
        == (inList
          ? (line.firstIndex(of: "\"").map { line.distance(from: line.startIndex, to: $0) + 1 }) : colon))
  }

  @Test func `A missing member is named at the record that lacks it`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let file = "records/reviews/\(ids.review).json"
    try place.edit(file) { $0["evidence"]?[ids.note]?["text"] = nil }
    let line = try #require(
      place.text(file).split(separator: "\n").firstIndex { $0.contains("\"\(ids.note)\": {") })
    #expect(
      try workspace.check().problems == [
        CheckResult.Problem(
          file: file, line: line + 1, column: 45, code: "missing", what: "the evidence has no “text”",
          mend: "Add “text”: a text in quotation marks.")
      ])
  }

  @Test func `The workspace's own document is checked with places`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    try place.write(
      """
      {
        "format": "fieldbook",
        "version": 1,
        "id": "x",
        "name": 3,
        "trust": [],
        "ours": {"abc": {"name": "A"}, "138764": 1},
        "settings": {"smallGroupMinimum": 0},
        "calendar": {"2026/28": []}
      }
      """, to: "fieldbook.json")
    #expect(
      try workspace.check().problems.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code)" } == [
        "4:9 type", "5:11 type", "6:12 type", "7:19 urn", "7:44 type", "8:37 type", "9:27 calendar",
      ])
  }

  @Test func `Files that are no documents are named, temporary ones are not`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    try place.write("x", to: "records/reviews/notes (conflicted copy).json")
    try place.write("x", to: "records/actions/.y.json.0011aabb.tmp")
    try place.write("x", to: "README.txt")
    let problems = try workspace.check().problems.filter { $0.code != "mode" }
    #expect(problems.map(\.file) == ["records/reviews/notes (conflicted copy).json"])
    #expect(problems.map(\.code) == ["unexpected"])
  }

  @Test func `Facts are checked, and so is what their names say`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    try workspace.commit(FactsChange(added: [InventedFacts.file()], trust: nil, ours: [:]))
    let file = "facts/ks2/2017-18-year-la936-00001aaaaaaa.json"
    let good = try place.text(file)
    try place.write(good.replacing("[2, 5, 6]", with: "[2, 5]"), to: file)
    let problem = try #require(workspace.check().problems.first)
    #expect(problem.code == "broken")
    #expect(problem.what == "2 values in “lines” stands where 3, one for each school is expected")
    try place.write(good.replacing("2017/18", with: "2016/17"), to: file)
    #expect(try workspace.check().problems.map(\.code) == ["name"])
  }

  @Test(arguments: 0..<60) func `Whatever happens to a document's bytes, the rest is read and nothing traps`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let place = try TestPlace(seed: seed)
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    _ = try workspace.sign(review: ids.review, by: "Anna", at: Invented.at, report: "R")
    workspace.close()
    let files = try place.everything().keys.filter { $0.hasPrefix("records/") }.sorted()
    let file = try #require(files.randomElement(using: &random))
    var bytes = try place.bytes(file)
    switch seed % 4 {
    case 0: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
    case 1: bytes = [UInt8](repeating: 0, count: bytes.count)
    default:
      for _ in 0..<4 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 32...126, using: &random)
      }
    }
    try place.write(bytes, to: file)
    let again = try place.open()
    let contents = try again.contents()
    #expect(contents.reviews.count + contents.actions.count >= 3)
    _ = try again.check()
  }
}
