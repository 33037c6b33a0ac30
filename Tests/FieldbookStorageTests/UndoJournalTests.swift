import DiskFaults
import FieldbookModel
import PlainText
import SeededRandom
import Testing

@testable import FieldbookStorage

/// What can be undone after the program has ended, however it ended.
struct UndoJournalTests {
  private let place: TestPlace
  private let ids: (review: String, note: String, finding: String, action: String)

  init() throws {
    place = try TestPlace()
    let workspace = try place.workspace()
    ids = try Invented.fullReview(in: workspace)
    workspace.close()
  }

  private func opened() throws -> Workspace {
    let workspace = try place.open()
    #expect(workspace.rememberEdits() == nil)
    return workspace
  }

  private func owner(_ text: String) -> RecordEdit {
    RecordEdit("Owner set to \(text)", [RecordEdit.Change(.action(ids.action), ["owner": .text(text)])])
  }

  private func owner(_ workspace: Workspace) throws -> String? {
    try workspace.contents().actions.first { $0.id == ids.action }?.owner
  }

  private var journal: String { UndoJournal.path }

  @Test func `Edits can be taken back after leaving, and done again after leaving once more`() throws {
    let first = try opened()
    for name in ["A", "B", "C"] { _ = try first.apply(owner(name)) }
    first.close()
    let second = try opened()
    #expect(second.editsToUndo.map(\.title) == ["Owner set to A", "Owner set to B", "Owner set to C"])
    #expect(second.editsToUndo.allSatisfy { $0.at == place.environment.now() })
    _ = try second.undo(try #require(second.editsToUndo.last))
    #expect(try owner(second) == "B")
    second.close()
    let third = try opened()
    #expect(third.editsToUndo.map(\.title) == ["Owner set to A", "Owner set to B"])
    #expect(third.editsToRedo.map(\.title) == ["Owner set to C"])
    _ = try third.undo(try #require(third.editsToUndo.last))
    _ = try third.undo(try #require(third.editsToUndo.last))
    #expect(try owner(third) == "Deputy head")
    third.close()
    let fourth = try opened()
    for name in ["A", "B", "C"] {
      _ = try fourth.redo(try #require(fourth.editsToRedo.last))
      #expect(try owner(fourth) == name)
    }
    #expect(fourth.editsToRedo.isEmpty)
  }

  @Test(arguments: 0..<6) func `Any mixture of edits, undo, redo and leaving follows the model`(
    seed: UInt64
  )
    throws
  {
    var random = SplitMix64(seed: seed)
    var workspace = try opened()
    var states = [try owner(workspace)]
    var now = 0
    for turn in 0..<60 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        _ = try workspace.apply(owner("v\(turn)"))
        states.removeSubrange((now + 1)...)
        states.append("v\(turn)")
        now += 1
      case 2, 3:
        guard let last = workspace.editsToUndo.last else { continue }
        _ = try workspace.undo(last)
        now -= 1
      case 4:
        guard let last = workspace.editsToRedo.last else { continue }
        _ = try workspace.redo(last)
        now += 1
      default:
        workspace.close()
        workspace = try opened()
      }
      #expect(try owner(workspace) == states[now])
      #expect(workspace.editsToUndo.count == now)
      #expect(workspace.editsToRedo.count == states.count - 1 - now)
    }
  }

  @Test func `A member changed by hand while the program was closed is not taken back`() throws {
    let first = try opened()
    _ = try first.apply(owner("A"))
    _ = try first.apply(owner("B"))
    first.close()
    try place.edit("records/actions/\(ids.action).json") { $0["owner"] = "By hand" }
    let second = try opened()
    let last = try #require(second.editsToUndo.last)
    let problem = #expect(throws: StorageProblem.self) { try second.undo(last) }
    #expect(problem?.kind == .movedOn)
    #expect(problem?.message.contains("“Owner set to B” has been changed since") == true)
    #expect(try owner(second) == "By hand")
    // What can never be taken back is no longer in the way.
    #expect(second.editsToUndo.map(\.title) == ["Owner set to A"])
    second.close()
    #expect(try opened().editsToUndo.map(\.title) == ["Owner set to A"])
  }

  @Test func `Cut off at any byte, it remembers what was written before, and opening is never refused`()
    throws
  {
    let first = try opened()
    for name in ["A", "B", "C"] { _ = try first.apply(owner(name)) }
    first.close()
    let bytes = try place.bytes(journal)
    let lines = bytes.split(separator: 0x0A)
    let header = lines[0].count
    for length in stride(from: 0, through: bytes.count, by: 41) {
      try place.write(Array(bytes[..<length]), to: journal)
      let workspace = try place.open()
      let problem = workspace.rememberEdits()
      #expect(problem == nil, "cut at \(length)")
      let known = ["Owner set to A", "Owner set to B", "Owner set to C"]
      let whole = length <= header ? 0 : bytes[..<length].split(separator: 0x0A).dropFirst().count
      let titles = workspace.editsToUndo.map(\.title)
      #expect(known.starts(with: titles) && titles.count >= whole - 1)
      // The next edit makes it whole again.
      _ = try workspace.apply(owner("D"))
      workspace.close()
      #expect(try opened().editsToUndo.map(\.title) == titles + ["Owner set to D"])
    }
  }

  @Test func `A damaged middle is set aside with its place, and what comes before is kept`() throws {
    let first = try opened()
    for name in ["A", "B", "C"] { _ = try first.apply(owner(name)) }
    first.close()
    var bytes = try place.bytes(journal)
    let second = try #require(bytes.indices.filter { bytes[$0] == 0x0A }.dropFirst().first) + 20
    bytes[second] ^= 0x10
    try place.write(bytes, to: journal)
    let found = try place.open(.read).check().problems
    #expect(found.map(\.code) == ["undo"])
    #expect(found.first?.line == 3)
    let workspace = try place.open()
    let problem = workspace.rememberEdits()
    #expect(problem?.message.hasPrefix("\(journal):3:1: what could be undone is damaged") == true)
    #expect(workspace.editsToUndo.map(\.title) == ["Owner set to A"])
    #expect(try place.bytes(journal + ".damaged") == bytes)
    _ = try workspace.apply(owner("D"))
    workspace.close()
    #expect(try place.open(.read).check().problems == [])
    #expect(try opened().editsToUndo.map(\.title) == ["Owner set to A", "Owner set to D"])
  }

  @Test(arguments: ["not a journal at all\n", "\u{0}\u{0}\n", "{}\n{}\n"])
  func `One that cannot be read at all is set aside, and undo begins anew`(text: String) throws {
    try place.write(text, to: journal)
    let workspace = try place.open()
    #expect(workspace.rememberEdits()?.kind == .broken)
    #expect(workspace.editsToUndo.isEmpty)
    #expect(try place.text(journal + ".damaged") == text)
    _ = try workspace.apply(owner("A"))
    workspace.close()
    #expect(try opened().editsToUndo.map(\.title) == ["Owner set to A"])
  }

  @Test func `One of a newer fieldbook is kept beside it`() throws {
    let line = JournalLine.framed(["format": "undo", "version": 2, "own": 1])
    try place.write(line, to: journal)
    let workspace = try place.open()
    #expect(workspace.rememberEdits()?.kind == .newerVersion)
    #expect(try place.bytes(journal + ".newer") == line)
    _ = try workspace.apply(owner("A"))
    #expect(workspace.editsToUndo.count == 1)
  }

  /// A kill is what the disk looks like when nothing more is written from some call on.
  @Test func `Killed at any call, every edit that reached the disk can be undone and no other is offered`()
    throws
  {
    for call in 1... {
      let workspace = try opened()
      let before = workspace.editsToUndo.count
      place.disk.fail(call: call, code: 5, forGood: true)
      let applied = try? workspace.apply(owner("n\(call)"))
      let failures = place.disk.failures
      workspace.close()
      place.disk.heal()
      let again = try opened()
      let isThere = try owner(again) == "n\(call)"
      #expect(applied == nil || isThere)
      #expect(again.editsToUndo.count == before + (isThere ? 1 : 0), "call \(call)")
      if isThere {
        _ = try again.undo(try #require(again.editsToUndo.last))
        #expect(try owner(again) == "Deputy head")
      }
      again.close()
      if failures == 0 { break }
    }
  }

  @Test func `It stays bounded, in edits and in bytes`() throws {
    let workspace = try opened()
    for turn in 0..<(EditHistory.limit * 2 + 50) { _ = try workspace.apply(owner("v\(turn)")) }
    #expect(workspace.editsToUndo.count == EditHistory.limit)
    #expect(try place.bytes(journal).count < 400_000)
    let long = String(repeating: "é", count: 200_000)
    for turn in 0..<40 { _ = try workspace.apply(owner("\(turn)" + long)) }
    workspace.close()
    #expect(try place.bytes(journal).count < 8 << 20)
    let again = try opened()
    #expect((5...EditHistory.limit).contains(again.editsToUndo.count))
    _ = try again.undo(try #require(again.editsToUndo.last))
    #expect(try owner(again) == "38" + long)
  }

  @Test func `Signing ends undo for what it signed, and for nothing else`() throws {
    let workspace = try opened()
    let other = workspace.newID()
    _ = try workspace.apply(Invented.review(other))
    _ = try workspace.apply(Invented.note(workspace.newID(), in: ids.review))
    let action = try workspace.apply(Invented.action(workspace.newID(), of: ids.review))
    _ = try workspace.apply(Invented.note(workspace.newID(), in: other, "Elsewhere."))
    _ = try workspace.sign(
      review: ids.review, by: "Anna Reed", at: place.environment.now(), report: "Report")
    #expect(workspace.editsToUndo.map(\.title) == ["Review begun", "Note added"])
    #expect(workspace.editsToUndo.allSatisfy { $0.document == .review(other) })
    let problem = #expect(throws: StorageProblem.self) { try workspace.undo(action.edit) }
    #expect(problem?.what == "the action was agreed in a review that is signed")
    workspace.close()
    #expect(try opened().editsToUndo.count == 2)
  }

  @Test func `A reader remembers nothing and writes nothing`() throws {
    let first = try opened()
    _ = try first.apply(owner("A"))
    let before = try place.everything()
    let second = try place.open()
    #expect(second.rememberEdits() == nil)
    #expect(second.editsToUndo.isEmpty)
    #expect(try place.everything() == before)
  }
}
