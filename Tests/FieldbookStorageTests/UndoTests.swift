import FieldbookModel
import FieldbookStorage
import PlainText
import SeededRandom
import Testing

struct UndoTests {
  @Test func `Undo puts the earlier value back under a new write`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let file = "records/actions/\(ids.action).json"
    let before = try place.tree(file)
    let edit = try workspace.apply(
      RecordEdit(
        "Owner set",
        [RecordEdit.Change(.action(ids.action), ["owner": .text("Head"), "area": .text("achievement")])]))
    _ = try workspace.revert(edit)
    let after = try place.tree(file)
    #expect(after["owner"] == before["owner"])
    #expect(after["area"] == nil)
    #expect(after["_w"]?["owner"] != before["_w"]?["owner"])
    #expect(after["_w"]?["area"] != nil)
  }

  @Test func `To undo the making of a record marks it as undone, and to undo that brings it back`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let note = workspace.newID()
    let made = try workspace.apply(Invented.note(note, in: ids.review, "Second."))
    let undone = try workspace.revert(made)
    #expect(try place.tree("records/reviews/\(ids.review).json")["evidence"]?[note]?["undone"] == true)
    #expect(try workspace.contents().reviews.first { $0.id == ids.review }?.evidence.count == 1)
    let redone = try workspace.revert(undone)
    #expect(try workspace.contents().reviews.first { $0.id == ids.review }?.evidence.count == 2)
    _ = try workspace.revert(redone)
    #expect(try workspace.contents().reviews.first { $0.id == ids.review }?.evidence.count == 1)
  }

  @Test func `What has been changed since cannot be undone`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let owner = { (text: String) in
      RecordEdit("Owner set", [RecordEdit.Change(.action(ids.action), ["owner": .text(text)])])
    }
    let first = try workspace.apply(owner("Head"))
    let second = try workspace.apply(owner("Governors"))
    #expect(throws: StorageProblem.self) { try workspace.revert(first) }
    try place.edit("records/actions/\(ids.action).json") { $0["owner"] = "By hand" }
    let problem = #expect(throws: StorageProblem.self) { try workspace.revert(second) }
    #expect(problem?.kind == .movedOn)
    #expect(problem?.message.contains("“Owner set” has been changed since") == true)
  }

  @Test func `A record that was added to since it was made cannot be unmade`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let note = workspace.newID()
    let made = try workspace.apply(Invented.note(note, in: ids.review))
    let added = try workspace.apply(
      RecordEdit("Who", [RecordEdit.Change(.inReview(ids.review, "evidence", note), ["who": .text("TA")])]))
    let problem = #expect(throws: StorageProblem.self) { try workspace.revert(made) }
    #expect(problem?.kind == .movedOn)
    _ = try workspace.revert(added)
    _ = try workspace.revert(made)
  }

  @Test func `The beginning of a review is not undone`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let begun = try workspace.apply(Invented.review(workspace.newID()))
    let problem = #expect(throws: StorageProblem.self) { try workspace.revert(begun) }
    #expect(problem?.kind == .refused)
  }

  @Test(arguments: 0..<8) func `Undoing all edits one by one, in any mixture with redo, follows the model`(
    seed: UInt64
  ) throws {
    let place = try TestPlace(seed: seed)
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    var random = SplitMix64(seed: seed)
    let fields = ["owner", "success", "area"]
    var states = [try values(workspace, ids.action, fields)]
    var undo: [AppliedEdit] = []
    var redo: [AppliedEdit] = []
    var place0 = 0
    for _ in 0..<40 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1:
        let field = fields[Int.random(in: 0..<2, using: &random)]
        let text =
          Bool.random(using: &random) ? FieldValue.text("v\(Int.random(in: 0..<3, using: &random))") : nil
        undo.append(
          try workspace.apply(RecordEdit("Set", [RecordEdit.Change(.action(ids.action), [field: text])])))
        redo = []
        states.removeSubrange((place0 + 1)...)
        states.append(try values(workspace, ids.action, fields))
        place0 += 1
      case 2:
        guard let last = undo.popLast() else { continue }
        redo.append(try workspace.revert(last))
        place0 -= 1
      default:
        guard let last = redo.popLast() else { continue }
        undo.append(try workspace.revert(last))
        place0 += 1
      }
      #expect(try values(workspace, ids.action, fields) == states[place0])
    }
  }

  private func values(_ workspace: Workspace, _ action: String, _ fields: [String]) throws -> [FieldValue?] {
    let record = try workspace.contents().actions.first { $0.id == action }?.record
    return fields.map { record?.values[$0] }
  }
}
