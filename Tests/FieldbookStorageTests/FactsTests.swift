import FieldbookModel
import PlainText
import SeededRandom
import Testing

@testable import FieldbookStorage

struct FactsTests {
  @Test(arguments: 0..<200) func `A facts file is read back as it was written`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let file = InventedFacts.random(&random)
    let bytes = FactsFileWriter.bytes(file)
    guard case .file(let read) = try FactsFileReader.read(bytes) else {
      Issue.record("newer")
      return
    }
    #expect(read == file)
    #expect(FactsFileWriter.bytes(read) == bytes)
  }

  @Test func `Each column stands on one line, with the members that the format documents`() throws {
    let text = String(decoding: FactsFileWriter.bytes(InventedFacts.file()), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines[1] == "  \"format\": \"facts\",")
    #expect(text.contains(#"  "schools": ["138764", "la:936", "england"],"#))
    #expect(text.contains(#"  "later": ["144697", null, null],"#))
    #expect(lines.contains { $0.hasSuffix(#""values": [75, [67, "67.0%"], "SUPP"]},"#) })
    #expect(text.hasSuffix("\n}\n"))
  }

  @Test(arguments: 0..<300) func `A damaged facts file is refused with a place, or is another good one`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    var bytes = FactsFileWriter.bytes(InventedFacts.random(&random))
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard let index = bytes.indices.randomElement(using: &random) else { break }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      default: bytes.removeSubrange(index...)
      }
    }
    do {
      _ = try FactsFileReader.read(bytes)
    } catch {
      #expect(error.place.line >= 1)
    }
  }

  @Test func `Importing the same again changes no byte`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let change = FactsChange(
      added: [InventedFacts.file()], trust: "Meadowbank", ours: [Invented.school: "Ashgrove"])
    try workspace.commit(change)
    let before = try place.everything()
    let status = try LocalDisk().status(of: place.whole("fieldbook.json"))
    try workspace.commit(change)
    #expect(try place.everything() == before)
    #expect(try LocalDisk().status(of: place.whole("fieldbook.json")) == status)
    #expect(before.keys.contains("facts/ks2/2017-18-year-la936-00001aaaaaaa.json"))
  }

  @Test func `A newer mapping's reading of the same file takes the place of the older`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    try workspace.commit(FactsChange(added: [InventedFacts.file()], trust: nil, ours: [:]))
    let newer = InventedFacts.file(mapping: "ks2-final-2")
    try workspace.commit(FactsChange(added: [newer], trust: nil, ours: [:]))
    #expect(try workspace.contents().factsFiles == [newer])
  }

  @Test func `A school that stays ours keeps what else its entry says`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    try workspace.setOurs([Invented.school: "Old name", URN("100001"): "Leaves"], trust: nil)
    try place.edit("fieldbook.json") { $0["ours"]?["138764"]?["hub"] = "North" }
    try workspace.commit(
      FactsChange(added: [InventedFacts.file()], trust: "T", ours: [Invented.school: "New name"]))
    #expect(try place.tree("fieldbook.json")["ours"] == ["138764": ["name": "New name", "hub": "North"]])
  }

  @Test func `A broken facts file is left out and named, and importing its source mends it`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let change = FactsChange(added: [InventedFacts.file()], trust: nil, ours: [:])
    try workspace.commit(change)
    let file = "facts/ks2/2017-18-year-la936-00001aaaaaaa.json"
    try place.write(try place.text(file).replacing("\"SUPP\"]", with: "\"SUPP\""), to: file)
    let contents = try workspace.contents()
    #expect(contents.factsFiles == [])
    #expect(contents.problems.map(\.file) == [file])
    try workspace.commit(change)
    #expect(try workspace.contents().factsFiles == change.added)
  }

  @Test func `A note of an import that reaches outside the workspace's facts is not carried out`() throws {
    let place = try TestPlace()
    try place.workspace().close()
    try place.write(
      #"{"format": "commit", "version": 1, "moves": [], "removes": ["facts/../../x/y.json"]}"#,
      to: ".fieldbook/local/commit.json")
    let problem = #expect(throws: StorageProblem.self) { try place.open() }
    #expect(problem?.kind == .broken)
  }
}
