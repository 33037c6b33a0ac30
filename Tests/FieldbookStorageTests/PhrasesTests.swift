import FieldbookModel
import FieldbookStorage
import PlainText
import Testing

struct PhrasesTests {
  private func added(_ text: String, _ id: String = "own") -> PhraseChange {
    PhraseChange("Phrase added", values: [id: ["text": .text(text), "areas": .texts(["inclusion"])]])
  }

  @Test func `A phrase that was saved is there for the next opening, and check finds nothing`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    #expect(workspace.phrases().book == .starter)
    let before = try workspace.check().documents
    let book = try workspace.change(added("Ours: …"))
    #expect(book.phrase("own")?.text == "Ours: …")
    #expect(try workspace.check() == CheckResult(documents: before + 1, problems: []))
    workspace.close()
    let next = try place.open()
    #expect(next.phrases().book == book)
    let ids = book.all.map(\.id).reversed() as [String]
    let ordered = try next.change(PhraseChange("Phrases put in order", order: ids))
    #expect(ordered.all.map(\.id) == ids)
    #expect(next.phrases().book == ordered)
  }

  @Test func `Members that are not known are kept, and what was changed by hand is adopted`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    _ = try workspace.change(added("Ours: …"))
    var tree = try JSONValue.parse(place.bytes("phrases.json"))
    tree["colour"] = "blue"
    tree["phrases"]?["own"]?["mood"] = "fine"
    tree["phrases"]?["own"]?["text"] = "By hand"
    try place.write(tree.encoded(), to: "phrases.json")
    let book = try workspace.change(added("Another", "other"))
    #expect(book.phrase("own")?.text == "By hand")
    let after = try JSONValue.parse(place.bytes("phrases.json"))
    #expect(after["colour"]?.string == "blue")
    #expect(after["phrases"]?["own"]?["mood"]?.string == "fine")
    #expect(after["phrases"]?["own"]?["_w"]?["text"]?.string != nil)
    #expect(try workspace.check().problems.isEmpty)
  }

  @Test func `A broken document is named with its place, the built-in phrases stay, and it is not written`()
    throws
  {
    let place = try TestPlace()
    let workspace = try place.workspace()
    for broken in ["{\n  \"format\": \"phrases\",\n  oops\n}", "[1]", ""] {
      try place.write(Array(broken.utf8), to: "phrases.json")
      let (book, problems) = workspace.phrases()
      #expect(book == .starter)
      #expect(problems.first?.file == "phrases.json")
      #expect(problems.first?.line != nil)
      #expect(try workspace.check().problems.contains { $0.file == "phrases.json" })
      #expect(throws: StorageProblem.self) { try workspace.change(added("Ours: …")) }
      #expect(try place.bytes("phrases.json") == Array(broken.utf8))
    }
  }

  @Test func `What is wrong in one phrase is named, and the others are read`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    _ = try workspace.change(added("Ours: …"))
    var tree = try JSONValue.parse(place.bytes("phrases.json"))
    tree["phrases"]?["bad"] = ["text": 3, "use": "often"]
    try place.write(tree.encoded(), to: "phrases.json")
    let (book, problems) = workspace.phrases()
    #expect(book.phrase("own") != nil)
    #expect(problems.contains { $0.what.contains("“text” is a number") && $0.line != nil })
    #expect(try workspace.check().problems.count == problems.count)
  }

  @Test func `A phrase without text is refused, and so is one of a newer fieldbook’s document`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    #expect(throws: StorageProblem.self) {
      try workspace.change(PhraseChange("Phrase added", values: ["own": ["use": .text("next")]]))
    }
    _ = try workspace.change(added("Ours: …"))
    var tree = try JSONValue.parse(place.bytes("phrases.json"))
    tree["version"] = 2
    try place.write(tree.encoded(), to: "phrases.json")
    #expect(workspace.phrases().book.phrase("own") != nil)
    #expect(throws: StorageProblem.self) { try workspace.change(added("More", "more")) }
  }
}
