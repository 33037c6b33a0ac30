import DiskFaults
import FieldbookModel
import PlainText
import Synchronization
import Testing

@testable import FieldbookStorage

/// What somebody changes behind the program's back is seen, however little can be told from size and time.
struct ChangedBehindTests {
  /// A workspace with one action in the cache, closed.
  private func cached(_ place: TestPlace) throws -> String {
    place.ageDocuments()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    _ = try workspace.contents()
    workspace.close()
    return ids.action
  }

  private func owner(_ id: String, _ place: TestPlace) throws -> String? {
    try place.open().contents().actions.first { $0.id == id }?.owner
  }

  private func other(_ file: String, _ place: TestPlace) throws -> [UInt8] {
    Array(try place.text(file).replacing("Deputy head", with: "Head ofyear").utf8)
  }

  @Test func `Another file with the same size and time is another file`() throws {
    let place = try TestPlace()
    let id = try cached(place)
    let file = "records/actions/\(id).json"
    let before = try #require(try LocalDisk().status(of: place.whole(file)))
    try place.swap(other(file, place), into: file)
    try place.date(file, before.modified)
    let after = try #require(try LocalDisk().status(of: place.whole(file)))
    #expect(after.size == before.size && after.modified == before.modified && after.inode != before.inode)
    #expect(try owner(id, place) == "Head ofyear")
  }

  @Test func `The same file with the same size, dated back, has changed all the same`() throws {
    let place = try TestPlace()
    let id = try cached(place)
    let file = "records/actions/\(id).json"
    let before = try #require(try LocalDisk().status(of: place.whole(file)))
    let changes = Mutex(0)
    // The test is faster than the disk's clock: it says itself that its change came later.
    place.disk.date { status, path in
      guard !TestPlace.isNew(path) else { return status }
      var status = TestPlace.aged(status)
      if path.hasSuffix(file) { status.changed = before.changed - TestPlace.hour + changes.withLock { $0 } }
      return status
    }
    #expect(try owner(id, place) == "Deputy head")
    try place.write(other(file, place), to: file)
    try place.date(file, before.modified)
    changes.withLock { $0 = 1 }
    let after = try #require(try LocalDisk().status(of: place.whole(file)))
    #expect(after.size == before.size && after.modified == before.modified && after.inode == before.inode)
    #expect(try owner(id, place) == "Head ofyear")
  }

  @Test func `Of two changes within one tick of the clock the second is seen`() throws {
    let place = try TestPlace()
    // A disk whose clock stands still, for documents and for what is being written.
    place.disk.date { status, _ in TestPlace.dated(status, TestPlace.hour) }
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    workspace.close()
    let file = "records/actions/\(ids.action).json"
    #expect(try owner(ids.action, place) == "Deputy head")
    #expect(try place.cachedRecords() == [])
    try place.write(other(file, place), to: file)
    #expect(try owner(ids.action, place) == "Head ofyear")
  }

  @Test func `A change that comes while a document is being read does not end up under its mark`() throws {
    let place = try TestPlace()
    place.ageDocuments()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    workspace.close()
    let file = "records/actions/\(ids.action).json"
    let bytes = try other(file, place)
    let hasChanged = Mutex(false)
    // Weakly, because the place holds the disk.
    place.disk.afterRead { [weak place] path in
      guard path.hasSuffix(file) else { return }
      let isFirst = hasChanged.withLock { changed in
        defer { changed = true }
        return !changed
      }
      if isFirst { try? place?.write(bytes, to: file) }
    }
    // The change falls into the tick of the clock in which the document was last written; the clock has moved on by the
    // time the cache is written.
    place.disk.date { status, path in
      let isLater = TestPlace.isNew(path) && hasChanged.withLock { $0 }
      return TestPlace.dated(status, isLater ? 2 * TestPlace.hour : TestPlace.hour)
    }
    #expect(try owner(ids.action, place) == "Deputy head")
    #expect(try owner(ids.action, place) == "Head ofyear")
  }

  @Test func `A copy that is damaged, taken away or brought back is noticed`() throws {
    let place = try TestPlace()
    place.ageDocuments()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    _ = try workspace.sign(review: ids.review, by: "Anna Reed", at: Invented.at, report: "Report\n")
    _ = try workspace.contents()
    workspace.close()
    let name = try #require(try place.names("records/reviews").first { $0.contains(".signed-") })
    let copy = "records/reviews/\(name)"
    let good = try place.bytes(copy)
    try place.write("{ \"format\": ", to: copy)
    for _ in 0..<2 {
      #expect(try place.open().contents().problems.map(\.file) == [copy])
      #expect(try place.told() == place.toldWithoutCache())
    }
    try LocalDisk().remove(place.whole(copy))
    #expect(try place.open().contents().signedCopies[ids.review] == nil)
    #expect(try place.told() == place.toldWithoutCache())
    try place.write(good, to: copy)
    for _ in 0..<2 {
      #expect(try place.open().contents().signedCopies[ids.review]?.isIntact == true)
      #expect(try place.told() == place.toldWithoutCache())
    }
  }

  @Test func `What was changed by hand since the cache was read is kept beside the edit that replaces it`()
    throws
  {
    let place = try TestPlace()
    let id = try cached(place)
    let file = "records/actions/\(id).json"
    let workspace = try place.open()
    _ = try workspace.contents()
    #expect(workspace.state.withLock { $0.documents.isEmpty })
    try place.edit(file) { tree in
      tree["owner"] = "Head of year"
      tree["mine"] = ["a": [1, 2.50]]
    }
    _ = try workspace.apply(
      RecordEdit(
        "Owner",
        [RecordEdit.Change(.action(id), ["owner": .text("Head"), "success": .text("Nobody queues.")])]))
    let tree = try place.tree(file)
    #expect(tree["owner"] == "Head" && tree["success"] == "Nobody queues.")
    #expect(tree["_alts"]?["owner"]?.array?.compactMap { $0["value"] } == ["Head of year"])
    #expect(tree["_alts"]?["success"] == nil)
    #expect(tree["mine"] == ["a": [1, 2.50]])
    #expect(try workspace.check().problems == [])
  }

  @Test func `A review out of the cache is edited, undone and signed like any other`() throws {
    let place = try TestPlace()
    place.ageDocuments()
    let first = try place.workspace()
    _ = first.rememberEdits()
    let ids = try Invented.fullReview(in: first)
    _ = try first.contents()
    first.close()
    let workspace = try place.open()
    #expect(workspace.rememberEdits() == nil)
    _ = try workspace.contents()
    #expect(workspace.state.withLock { $0.documents.isEmpty })
    // What was done before the program was left is taken back.
    let last = try #require(workspace.editsToUndo.last)
    #expect(last.title == "Answered")
    _ = try workspace.undo(last)
    let note = workspace.newID()
    let applied = try workspace.apply(Invented.note(note, in: ids.review, "Two notes now."))
    guard case .review(let shown) = applied.document else { throw TestFailure() }
    #expect(shown.evidence.count == 2 && shown.answers.isEmpty)
    _ = try workspace.sign(review: ids.review, by: "Anna Reed", at: Invented.at, report: "Report\n")
    let copy = try #require(workspace.signedCopies[ids.review])
    #expect(copy.actions.map(\.id) == [ids.action])
    #expect(copy.review.evidence.count == 2)
    #expect(try place.told() == place.toldWithoutCache())
    #expect(try workspace.check().problems == [])
  }

  private struct TestFailure: Error {}
}
