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
    _ = try workspace.undo(edit.edit)
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
    let undone = try workspace.undo(made.edit)
    #expect(try place.tree("records/reviews/\(ids.review).json")["evidence"]?[note]?["undone"] == true)
    #expect(try workspace.contents().reviews.first { $0.id == ids.review }?.evidence.count == 1)
    let redone = try workspace.redo(undone.edit)
    #expect(try workspace.contents().reviews.first { $0.id == ids.review }?.evidence.count == 2)
    _ = try workspace.undo(redone.edit)
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
    #expect(throws: StorageProblem.self) { try workspace.undo(first.edit) }
    try place.edit("records/actions/\(ids.action).json") { $0["owner"] = "By hand" }
    let problem = #expect(throws: StorageProblem.self) { try workspace.undo(second.edit) }
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
    let problem = #expect(throws: StorageProblem.self) { try workspace.undo(made.edit) }
    #expect(problem?.kind == .movedOn)
    _ = try workspace.undo(added.edit)
    _ = try workspace.undo(made.edit)
  }

  @Test func `A review that nothing hangs on can be unmade, and made again`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let id = workspace.newID()
    let begun = try workspace.apply(Invented.review(id))
    let undone = try workspace.undo(begun.edit)
    #expect(try workspace.contents().reviews.map(\.record.isUndone) == [true])
    let again = try workspace.redo(undone.edit)
    #expect(try workspace.contents().reviews.map(\.record.isUndone) == [false])
    let action = try workspace.apply(Invented.action(workspace.newID(), of: id))
    let problem = #expect(throws: StorageProblem.self) { try workspace.undo(again.edit) }
    #expect(problem?.kind == .movedOn)
    #expect(problem?.mend == "Cancel the review instead.")
    _ = try workspace.undo(action.edit)
    let note = try workspace.apply(Invented.note(workspace.newID(), in: id))
    #expect(throws: StorageProblem.self) { try workspace.undo(again.edit) }
    _ = try workspace.undo(note.edit)
    _ = try workspace.undo(again.edit)
    #expect(try workspace.contents().reviews.map(\.record.isUndone) == [true])
  }

  @Test func `Cancelling a review is taken back and done again`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let cancel = RecordEdit(
      "Review cancelled",
      [
        RecordEdit.Change(
          .review(ids.review), ["cancelled": .text("The school was closed"), "state": .text("cancelled")])
      ])
    func state() throws -> ReviewState? {
      try workspace.contents().reviews.first { $0.id == ids.review }?.state
    }
    let cancelled = try workspace.apply(cancel)
    #expect(throws: StorageProblem.self) { try workspace.apply(Invented.note(ids.note, in: ids.review)) }
    let undone = try workspace.undo(cancelled.edit)
    #expect(try state() == .fieldwork)
    _ = try workspace.apply(Invented.note(ids.note, in: ids.review, "Open again."))
    _ = try workspace.redo(undone.edit)
    #expect(try state() == .cancelled)
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
        redo.append(try workspace.undo(last.edit))
        place0 -= 1
      default:
        guard let last = redo.popLast() else { continue }
        undo.append(try workspace.redo(last.edit))
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
