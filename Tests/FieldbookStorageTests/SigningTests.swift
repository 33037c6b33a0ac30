import FieldbookModel
import FieldbookStorage
import PlainText
import SeededRandom
import Testing

struct SigningTests {
  private func signed(_ place: TestPlace) throws -> (Workspace, review: String, action: String, copy: String)
  {
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    _ = try workspace.sign(review: ids.review, by: "Anna Reed", at: Invented.at, report: "Report\n")
    let name = try #require(place.names("records/reviews").first { $0.contains(".signed-") })
    return (workspace, ids.review, ids.action, "records/reviews/\(name)")
  }

  @Test
  func `A signed review is final, says who and when, and its frozen copy holds review, actions and report`()
    throws
  {
    let place = try TestPlace()
    let (workspace, review, action, file) = try signed(place)
    let contents = try workspace.contents()
    let shown = try #require(contents.reviews.first { $0.id == review })
    #expect(shown.state == .final)
    #expect(shown.signedBy == "Anna Reed")
    #expect(shown.signedAt == Invented.at)
    let copy = try #require(contents.signedCopies[review])
    #expect(copy.isIntact)
    #expect(copy.report == "Report\n")
    #expect(copy.review == shown)
    #expect(copy.actions.map(\.id) == [action])
    #expect(copy.arrivedAfter == [])
    #expect(file == "records/reviews/\(review).signed-\(copy.id).json")
    let tree = try place.tree(file)
    #expect(tree["review"] == (try place.tree("records/reviews/\(review).json")))
    #expect(tree["report"]?["columns"] == 80)
    #expect(try workspace.check().problems == [])
  }

  @Test func `A signed review takes no edits and no second signature`() throws {
    let place = try TestPlace()
    let (workspace, review, action, _) = try signed(place)
    let before = try place.everything()
    let edit = #expect(throws: StorageProblem.self) {
      try workspace.apply(Invented.note(workspace.newID(), in: review))
    }
    #expect(edit?.what == "the review was signed by Anna Reed on 2 Dec 2026 and can no longer be changed")
    let again = #expect(throws: StorageProblem.self) {
      try workspace.sign(review: review, by: "Ben", at: Invented.at, report: "Other")
    }
    #expect(again?.kind == .refused)
    #expect(try place.everything() == before)
    _ = try workspace.apply(
      RecordEdit("Under way", [RecordEdit.Change(.action(action), ["status": .text("inProgress")])]))
  }

  @Test func `A copy that is safe while its review is not marked is shown as signed, and made up for`() throws
  {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let file = "records/reviews/\(ids.review).json"
    let unsigned = try place.bytes(file)
    _ = try workspace.sign(review: ids.review, by: "Anna Reed", at: Invented.at, report: "Report")
    let signed = try place.tree(file)
    workspace.close()
    try place.write(unsigned, to: file)

    let reader = try place.open(.read)
    let shown = try #require(reader.contents().reviews.first { $0.id == ids.review })
    #expect(shown.state == .final)
    #expect(try reader.contents().signedCopies[ids.review] != nil)
    #expect(try place.bytes(file) == unsigned)

    _ = try place.open()
    #expect(try place.tree(file) == signed)
  }

  @Test func `What arrives in a signed review from elsewhere is told apart`() throws {
    let place = try TestPlace()
    let (workspace, review, _, _) = try signed(place)
    let note = workspace.newID()
    try place.edit("records/reviews/\(review).json") { tree in
      let write = "\(workspace.newID())-" + SHA256.hex(Array("\"Late.\"".utf8)).prefix(8)
      tree["evidence"]?[note] = ["text": "Late.", "_w": ["text": .string(write)]]
    }
    let copy = try #require(workspace.contents().signedCopies[review])
    #expect(copy.arrivedAfter.map(\.address) == [.inReview(review, "evidence", note)])
    #expect(copy.arrivedAfter.map(\.field) == ["text"])
    #expect(copy.isIntact)
    #expect(try workspace.check().problems == [])
  }

  @Test func `A signed review changed by hand is named with the place`() throws {
    let place = try TestPlace()
    let (workspace, review, _, _) = try signed(place)
    let file = "records/reviews/\(review).json"
    try place.edit(file) { $0["judgements"]?["attendance"]?["ours"] = "strong" }
    let line = try #require(
      place.text(file).split(separator: "\n").firstIndex { $0.contains("\"ours\": \"strong\"") })
    #expect(
      try workspace.check().problems.map(\.message) == [
        "\(file):\(line + 1):15: “ours” is not as it was signed. Put back what the signed copy has."
      ])
  }

  @Test func `A signed copy changed in any byte is named`() throws {
    let place = try TestPlace()
    let (workspace, _, _, file) = try signed(place)
    let bytes = try place.bytes(file)
    var random = SplitMix64(seed: 7)
    let sample = (0..<150).map { _ in bytes.indices.randomElement(using: &random) ?? 0 }
    for index in sample + [0, bytes.count - 1] {
      for flipped in [bytes[index] ^ 0x01, bytes[index] ^ 0x20] {
        var damaged = bytes
        damaged[index] = flipped
        try place.write(damaged, to: file)
        #expect(try workspace.check().problems.contains { $0.file == file }, "byte \(index)")
      }
    }
    try place.write(bytes, to: file)
    #expect(try workspace.check().problems == [])
  }

  @Test func `A signed copy that is gone is missed`() throws {
    let place = try TestPlace()
    let (workspace, review, _, file) = try signed(place)
    try LocalDisk().remove(place.whole(file))
    let problems = try workspace.check().problems
    #expect(problems.map(\.code) == ["link"])
    #expect(problems.first?.file == "records/reviews/\(review).json")
    #expect(problems.first?.what == "the signed copy is not there")
  }

  @Test func `Nobody signs without a name, nor what is cancelled or not there`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    #expect(throws: StorageProblem.self) {
      try workspace.sign(review: ids.review, by: " ", at: Invented.at, report: "")
    }
    #expect(throws: StorageProblem.self) {
      try workspace.sign(review: workspace.newID(), by: "Anna", at: Invented.at, report: "")
    }
    _ = try workspace.apply(
      RecordEdit("Cancelled", [RecordEdit.Change(.review(ids.review), ["state": .text("cancelled")])]))
    #expect(throws: StorageProblem.self) {
      try workspace.sign(review: ids.review, by: "Anna", at: Invented.at, report: "")
    }
    #expect(try place.names("records/reviews").allSatisfy { !$0.contains("signed") })
  }
}
