import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing
import TextUI

/// Every kind of edit, taken back and done again after the program was left and opened again.
struct UndoAfterReopeningTests {
  /// A way to change something, given a review in front with one of everything in its first area.
  private static let edits: [(title: String, keys: @Sendable (Desk) -> Void)] = [
    ("note added", { $0.note("Books are marked #book") }),
    (
      "note changed",
      { desk in
        desk.enter(0)
        desk.go("G", "k", "k", "Enter", "End")
        desk.fill(" indeed")
      }
    ),
    ("finding added", { $0.finding(1, "Reading comes first") }),
    ("judgement added", { $0.judge(1, "Stro") }),
    (
      "judgement changed",
      { desk in
        desk.area(0)
        desk.go("J")
        desk.press("Tab")
        desk.type("Stro")
        desk.go("^S")
      }
    ),
    ("area marked as not reviewed", { $0.leaveOut(2) }),
    ("action agreed", { $0.agree("Read aloud every day") }),
    (
      "review cancelled",
      { desk in
        desk.session.perform(id: "review.cancel")
        desk.fill("The school was closed by snow")
      }
    ),
    (
      "judgement withdrawn",
      { desk in
        desk.enter(0)
        desk.go("g", "W")
        desk.fill("Written of another school")
      }
    ),
    ("review started", { $0.go("1", "g", "r", "^S") }),
  ]

  @Test(arguments: edits.indices) func `It is taken back and done again, each after leaving`(
    index: Int
  ) throws {
    let (title, keys) = Self.edits[index]
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    try desk?.fullReview()
    let before = try #require(try desk?.kept())
    desk.map(keys)
    desk?.shows("Saved: \(title)")
    let after = try #require(try desk?.kept())
    #expect(!same(before, after))
    desk = nil

    let second = try Desk(folder)
    second.go("u")
    second.shows("Undone and saved: \(title) · ")
    #expect(same(before, try second.kept()), "\n\(second.frame())")
    try second.noProblems()
    second.workspace.close()

    let third = try Desk(folder)
    third.go("^R")
    third.shows("Done again and saved: \(title) · ")
    #expect(same(after, try third.kept()), "\n\(third.frame())")
    third.go("u")
    #expect(same(before, try third.kept()))
    try third.noProblems()
  }

  /// The same to a reader: what counts, whatever writes it came from.
  private func same(_ a: WorkspaceContents, _ b: WorkspaceContents) -> Bool {
    words(a) == words(b)
  }

  private func words(_ contents: WorkspaceContents) -> [String] {
    let records = contents.reviews.filter { !$0.record.isUndone }.flatMap { review in
      [words(review.record)] + RecordKind.review.parts.flatMap { review.record.parts($0.plural).map(words) }
    }
    return records + contents.actions.filter { !$0.record.isUndone }.map { words($0.record) }
  }

  private func words(_ record: Record) -> String {
    let values = record.values.filter { !$0.value.isEmpty && $0.value != .flag(false) }
    return record.id + values.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
  }

  @Test(arguments: edits.indices)
  func `What was changed by hand while the program was closed is refused with the reason`(index: Int) throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    try desk?.fullReview()
    let known = try #require(try desk?.folder.documents())
    desk.map(Self.edits[index].keys)
    let past = try #require(desk?.workspace.editsToUndo.last)
    desk = nil
    let address = try #require(past.created.first ?? past.document)
    let file = "records/\(address.folder)/\(address.document).json"
    var tree = try JSONValue.parse(try #require(try folder.documents()[file]))
    let isSet = known[file] == nil ? "at" : try #require(past.members.first?.field)
    if let part = past.members.first?.address.part {
      tree[part.plural]?[part.id]?[isSet] = "By hand"
    } else {
      tree[isSet] = "By hand"
    }
    try folder.write(tree.encoded(), to: file)
    let changed = try folder.documents()
    let again = try Desk(folder, size: Desk.large)
    again.go("u")
    again.shows("NOT UNDONE: “\(past.title)” has been changed since and cannot be undone")
    #expect(try folder.documents() == changed)
  }

  @Test func `The time is said in words: today, yesterday, last week`() throws {
    let folder = try TrustFolder()
    for (days, words) in [(0, "10:42"), (1, "10:42 yesterday"), (6, "10:42 on Wed 2 Dec")] {
      let first = try Desk(folder)
      if days == 0 { try first.startReview() }
      first.workspace.close()
      let desk = try Desk(folder)
      desk.go("U")
      desk.isOn(.undo)
      desk.shows(words)
      folder.wait(days: days == 0 ? 1 : 5)
    }
  }

  @Test func `The list takes back an edit that is not the latest, and leaves the others`() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    let id = try desk.startReview()
    for text in ["One", "Two", "Three"] { desk.note(text) }
    desk.go("U", "j", "Enter")
    desk.shows("Undone and saved: note added")
    desk.isOn(.undo)
    desk.shows("Note added (undone)")
    #expect(try desk.keptNotes(id) == ["One", "Three"])
    desk.go("g", "Enter")
    desk.shows("Done again and saved: note added")
    #expect(try desk.keptNotes(id) == ["One", "Two", "Three"])
    desk.go("Esc")
    desk.isOn(.review)
  }

  @Test func `Signing ends undo for that review alone`() throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    desk?.go("1", "g", "j", "r", "^S")
    let other = try #require(try desk?.review().id)
    desk?.note("At another school")
    desk?.go("1", "g", "r", "^S")
    for row in 0..<Desk.areas { desk?.leaveOut(row) }
    desk?.sign()
    desk?.shows("Saved and signed")
    desk = nil
    let again = try Desk(folder)
    again.go("u")
    again.shows("Undone and saved: note added")
    #expect(try again.keptNotes(other) == [])
    again.go("u")
    again.shows("Undone and saved: review started")
    again.go("u")
    again.shows("Nothing to undo")
  }

  @Test func `A broken list of what can be undone is set aside with a message, and nothing is refused`()
    throws
  {
    let folder = try TrustFolder()
    let first = try Desk(folder)
    let id = try first.startReview()
    first.workspace.close()
    try folder.write(Array("rubbish\n".utf8), to: ".fieldbook/local/undo/history.journal")
    let desk = try Desk(folder)
    desk.shows("what could be undone is damaged from this line on")
    desk.go("u")
    desk.shows("Nothing to undo")
    desk.go("2", "Enter")
    desk.note("Calm")
    desk.go("u")
    #expect(try desk.keptNotes(id) == [])
    try desk.noProblems()
  }
}
