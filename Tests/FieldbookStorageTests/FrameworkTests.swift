import FieldbookModel
import PlainText
import SeededRandom
import Testing

@testable import FieldbookStorage

/// Frameworks as data: built in, and as files of the workspace.
struct FrameworkTests {
  private let place: TestPlace
  private let workspace: Workspace

  init() throws {
    place = try TestPlace()
    workspace = try place.workspace()
  }

  private static let small = """
    {
      "format": "framework",
      "version": 1,
      "id": "ours",
      "title": "Our areas",
      "areas": [
        { "id": "reading", "title": "Early reading", "scale": "two", "prompts": ["Who reads daily?"] },
        { "id": "talk", "title": "Talk", "colour": "blue" }
      ],
      "scales": [
        { "id": "two", "levels": [{ "id": "yes", "title": "Yes" }, { "id": "no", "title": "No" }] }
      ],
      "motto": "Calm"
    }

    """

  private func write(_ text: String, id: String = "ours") throws {
    try place.write(text, to: "frameworks/\(id).json")
  }

  @Test func `Five are built in, each valid, readable and in the order that its scales promise`() throws {
    #expect(
      Frameworks.builtIn.map(\.id) == [
        "ofsted-2025", "ofsted-eif", "trust-four-levels", "red-amber-green", "narrative",
      ])
    for framework in Frameworks.builtIn {
      // Under another id it is one that a user could have written.
      var tree = FrameworkCodec.tree(framework)
      tree["id"] = "copy"
      #expect(FrameworkRules.problems(in: tree, id: "copy") == [], "\(framework.id)")
      for area in framework.areas {
        #expect(DisplayWidth.of(area.shortTitle) <= Framework.Limit.shortTitle)
        #expect((2...4).contains(area.prompts.count))
        #expect(area.scale.isEmpty == framework.levels(of: area.id).isEmpty)
      }
      #expect(FrameworkCodec.framework(FrameworkCodec.tree(framework)) == framework)
    }
    let eif = try #require(Frameworks.framework("ofsted-eif"))
    #expect(
      eif.levels(of: "quality").map(\.title) == ["Outstanding", "Good", "Requires improvement", "Inadequate"])
    #expect(eif.levels(of: "safeguarding").map(\.title) == ["Effective", "Not effective"])
    #expect(eif.areas.filter(\.isOptional).map(\.id) == ["earlyYears", "sixthForm"])
    let trust = try #require(Frameworks.framework("trust-four-levels"))
    #expect(trust.areas.count == 9)
    #expect(
      trust.levels(of: "leadership").map(\.title) == [
        "Strong", "Secure", "Attention needed", "Causing concern",
      ])
    #expect(Frameworks.framework("narrative")?.isGraded == false)
  }

  @Test func `A file is read, and a review that begins with it keeps it as it was`() throws {
    try write(Self.small)
    #expect(try workspace.ownFrameworks().map(\.framework?.title) == ["Our areas"])
    #expect(try workspace.check().problems.filter { $0.code != "mode" } == [])
    let id = workspace.newID()
    var edit = Invented.review(id)
    edit.changes[0].values["framework"] = .text("ours")
    _ = try workspace.apply(edit)
    try write(Self.small.split(separator: "Early reading").joined(separator: "Late reading"))
    let review = try #require(try workspace.contents().reviews.first)
    #expect(review.framework.areas.map(\.title) == ["Early reading", "Talk"])
    #expect(try workspace.ownFrameworks().first?.framework?.areas.first?.title == "Late reading")
    try write("rubbish")
    #expect(try workspace.contents().reviews.first?.framework == review.framework)
    _ = try workspace.apply(
      RecordEdit("Focus", [RecordEdit.Change(.review(id), ["focus": .text("Reading")])]))
  }

  /// What is put in the place of what, the place that is named, and what is said.
  private static let faults: [(from: String, to: String, line: Int, column: Int, says: String)] = [
    ("\"id\": \"talk\"", "\"id\": \"reading\"", 8, 13, "there are two areas “reading”"),
    ("\"scale\": \"two\"", "\"scale\": \"three\"", 7, 59, "there is no scale “three”"),
    (
      "{ \"id\": \"no\", \"title\": \"No\" }", "{ \"id\": \"yes\", \"title\": \"No\" }", 11, 72,
      "two levels “yes”"
    ),
    ("\"title\": \"No\"", "\"title\": \"yes\"", 11, 87, "two levels are called “yes”"),
    ("\"title\": \"Our areas\"", "\"title\": \"  \"", 5, 12, "the title is blank"),
    ("\"title\": \"Talk\"", "\"title\": 7", 8, 30, "the title is a number"),
    ("\"Talk\"", "\"Ta\\u001blk\"", 8, 30, "a character that cannot be shown"),
    ("[\"Who reads daily?\"]", "\"Who reads daily?\"", 7, 77, "“prompts” is a text"),
    ("\"id\": \"ours\"", "\"id\": \"theirs\"", 4, 9, "its id is not the one in its name"),
    (", { \"id\": \"no\", \"title\": \"No\" }", "", 11, 30, "there are 1 levels"),
    ("\"colour\"", "\"retired\"", 8, 49, "“retired” is a text"),
    ("\"motto\": \"Calm\"", "\"motto\": Calm", 13, 12, "is expected"),
    ("\"Yes\"", "\"Not met\"", 11, 32, "best level first"),
  ]

  @Test(arguments: faults.indices)
  func `A broken file is named with its place, and harms nothing else`(index: Int) throws {
    let fault = Self.faults[index]
    #expect(Self.small.contains(fault.from))
    var text = Self.small.split(separator: fault.from, omittingEmptySubsequences: false).joined(
      separator: fault.to)
    if fault.says == "best level first" {
      text = text.split(separator: "\"No\"").joined(separator: "\"Met\"")
    }
    try write(text)
    let own = try #require(try workspace.ownFrameworks().first)
    #expect(own.framework == nil)
    let problem = try #require(own.problems.first)
    #expect(problem.contains(fault.says), "\(problem)")
    if fault.says != "best level first" {
      #expect(problem.hasPrefix("frameworks/ours.json:\(fault.line):\(fault.column): "), "\(problem)")
    }
    #expect(try workspace.check().problems.contains { $0.message == problem })
    #expect(try workspace.contents().problems.contains { $0.message == problem })
    var edit = Invented.review(workspace.newID())
    edit.changes[0].values["framework"] = .text("ours")
    let refusal = #expect(throws: StorageProblem.self) { try workspace.apply(edit) }
    #expect(refusal?.file == "frameworks/ours.json")
    _ = try Invented.fullReview(in: workspace)
  }

  @Test func `The id of a built-in framework cannot be taken, nor a name that is no id`() throws {
    try write(Self.small.split(separator: "\"ours\"").joined(separator: "\"narrative\""), id: "narrative")
    try write(Self.small, id: "our own")
    try place.write("", to: "frameworks/notes.txt")
    let problems = try workspace.check().problems.filter { $0.code != "mode" }
    #expect(
      problems.map(\.file) == [
        "frameworks/narrative.json", "frameworks/notes.txt", "frameworks/our own.json",
      ])
    #expect(problems.map(\.code) == ["id", "unexpected", "name"])
    #expect(Frameworks.framework("narrative")?.title == "Narrative only, no grades")
  }

  @Test func `A change keeps unknown members and the order, and touches the writes of what it changed alone`()
    throws
  {
    try write(Self.small)
    var base = try #require(try workspace.ownFrameworks().first?.framework)
    var changed = base
    changed.areas[0].prompts.append("In every class?")
    try workspace.save(FrameworkEdit("Questions", base: base, framework: changed))
    let first = try place.tree("frameworks/ours.json")
    #expect(first["motto"] == "Calm")
    #expect(first["areas"]?.array?[1]["colour"] == "blue")
    #expect(first["areas"]?.array?[1]["retired"] == nil)
    #expect(first["areas"]?.array?[0]["prompts"]?.array?.count == 2)
    #expect(try place.bytes("frameworks/ours.json") == first.encoded())
    base = try #require(try workspace.ownFrameworks().first?.framework)
    #expect(base == changed)
    changed.areas.swapAt(0, 1)
    changed.scales[0].levels[0].title = "Yes, always"
    try workspace.save(FrameworkEdit("Moved", base: base, framework: changed))
    let second = try place.tree("frameworks/ours.json")
    #expect(second["areas"]?.array?.map { $0["id"] } == ["talk", "reading"])
    #expect(second["areas"]?.array?[0]["colour"] == "blue")
    #expect(second["_w"]?["areas"] != first["_w"]?["areas"])
    #expect(second["_w"]?["title"] == first["_w"]?["title"])
    #expect(second["areas"]?.array?[1]["_w"] == first["areas"]?.array?[0]["_w"])
    let level = { (tree: JSONValue) in tree["scales"]?.array?[0]["levels"]?.array?[0] }
    #expect(level(second)?["_w"]?["title"] != level(first)?["_w"]?["title"])
    #expect(try workspace.check().problems.filter { $0.code != "mode" } == [])
  }

  @Test func `What somebody changed by hand meanwhile is not overwritten unseen`() throws {
    try write(Self.small)
    let base = try #require(try workspace.ownFrameworks().first?.framework)
    try place.edit("frameworks/ours.json") { $0["title"] = "Renamed by hand" }
    var changed = base
    changed.areas[0].title = "Reading"
    let problem = #expect(throws: StorageProblem.self) {
      try workspace.save(FrameworkEdit("Area changed", base: base, framework: changed))
    }
    #expect(problem?.kind == .movedOn)
    #expect(try place.tree("frameworks/ours.json")["title"] == "Renamed by hand")
  }

  @Test func `Retired areas are left out of reviews to come`() throws {
    var framework = try #require(Frameworks.framework("ofsted-eif"))
    framework.areas[0].isRetired = true
    let own = Framework(id: "ours", title: "Ours", areas: framework.areas, scales: framework.scales)
    try workspace.save(FrameworkEdit("Made", base: nil, framework: own))
    var edit = Invented.review(workspace.newID())
    edit.changes[0].values["framework"] = .text("ours")
    _ = try workspace.apply(edit)
    #expect(
      try workspace.contents().reviews.first?.framework.areas.map(\.id)
        == framework.areas.dropFirst().map(\.id))
    #expect(try workspace.ownFrameworks().first?.framework == own)
  }

  @Test func `A framework of a newer fieldbook is neither used nor changed`() throws {
    try write(Self.small.split(separator: "\"version\": 1").joined(separator: "\"version\": 2"))
    #expect(try workspace.check().problems.map(\.code).contains("newer"))
    let own = Framework(id: "ours", title: "Ours", areas: [], scales: [])
    #expect(throws: StorageProblem.self) {
      try workspace.save(FrameworkEdit("Made", base: nil, framework: own))
    }
    #expect(try place.tree("frameworks/ours.json")["version"] == 2)
  }

  @Test(arguments: 0..<4) func `Random damage never breaks the reading of a workspace`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = Array(Self.small.utf8)
    for _ in 0..<100 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        if Bool.random(using: &random) {
          damaged[place] = UInt8.random(in: 0...255, using: &random)
        } else {
          damaged.removeSubrange(place..<min(damaged.count, place + 9))
        }
      }
      try place.write(damaged, to: "frameworks/ours.json")
      let own = try workspace.ownFrameworks()
      #expect(own.count == 1)
      #expect((own.first?.framework == nil) != (own.first?.problems.isEmpty ?? true))
    }
  }
}
