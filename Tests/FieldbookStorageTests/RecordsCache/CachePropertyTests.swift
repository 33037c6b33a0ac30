import DiskFaults
import FieldbookModel
import PlainText
import SeededRandom
import Synchronization
import Testing

@testable import FieldbookStorage

/// Whatever is done to a workspace, by the program and behind its back: who opens it with a cache is told what he would
/// be told without.
struct CachePropertyTests {
  @Test(arguments: 0..<12) func `Opening with a cache tells what opening without one tells`(
    seed: UInt64
  ) throws {
    let meddler = try Meddler(seed: seed)
    var fromCache = 0
    for step in 0..<25 {
      let deed = try meddler.meddle()
      let workspace = try meddler.place.open()
      let told = ToldRecords(try workspace.contents())
      fromCache += workspace.state.withLock { $0.seen.count }
      workspace.close()
      #expect(try told == meddler.place.toldWithoutCache(), "step \(step), after: \(deed)")
    }
    #expect(fromCache > 50)
  }
}

/// Somebody who works in a workspace, with the program and without it.
private final class Meddler {
  let place: TestPlace
  private var random: SplitMix64
  /// The times that documents have been given, later by one with each change: a test is faster than the disk's clock.
  private let times = DocumentTimes()
  private var earlier: [String: [UInt8]] = [:]

  init(seed: UInt64) throws {
    place = try TestPlace(seed: seed)
    random = SplitMix64(seed: seed)
    let workspace = try place.workspace()
    for _ in 0..<3 { _ = try Invented.fullReview(in: workspace) }
    workspace.close()
    place.disk.date { [times] status, path in
      guard !TestPlace.isNew(path) else { return status }
      var status = TestPlace.aged(status)
      if let time = times.known.withLock({ $0[FilePath.name(path)] }) {
        (status.modified, status.changed) = (time.modified, time.changed)
      }
      return status
    }
  }

  /// Does something, and says what.
  func meddle() throws -> String {
    let file = try document()
    switch Int.random(in: 0..<15, using: &random) {
    case 0: return try work("edit") { try self.edit($0) }
    case 1: return try work("sign") { try self.sign($0) }
    case 2, 3: return try write(letters(try place.bytes(file)), to: file, "in place, same size")
    case 4:
      return try write(letters(try place.bytes(file)), to: file, keepingTime: true, "in place, dated back")
    case 5:
      try keep(file)
      try place.swap(letters(try place.bytes(file)), into: file)
      touch(file, keepingTime: true)
      return "swapped \(file)"
    case 6:
      return try write(
        Array(try place.bytes(file).dropLast(Int.random(in: 0...40, using: &random))), to: file, "cut")
    case 7: return try replace("\"version\": 1", "\"version\": 2", in: file)
    case 8: return try replace("\"priority\": \"high\"", "\"priority\": \"hush\"", in: file)
    case 9: return try replace("\"frameworkUsed\"", "\"frameworkUser\"", in: file)
    case 10:
      try keep(file)
      try LocalDisk().remove(place.whole(file))
      return "removed \(file)"
    case 11: return try spoilCache()
    case 12: return try swapContents(file, try document())
    default: return try bringBack()
    }
  }

  private func document() throws -> String {
    let names = try ["reviews", "actions"].flatMap { folder in
      try place.names("records/\(folder)").map { "records/\(folder)/\($0)" }
    }
    return try #require(names.randomElement(using: &random))
  }

  private func work(_ what: String, _ act: (Workspace) throws -> Void) throws -> String {
    let workspace = try place.open()
    defer { workspace.close() }
    if Bool.random(using: &random) { _ = try workspace.contents() }
    try act(workspace)
    return what
  }

  private func edit(_ workspace: Workspace) throws {
    let contents = try workspace.contents()
    if let review = contents.reviews.randomElement(using: &random) {
      _ = try? workspace.apply(Invented.note(workspace.newID(), in: review.id, "Seen \(random.next())."))
    }
    if let action = contents.actions.randomElement(using: &random) {
      let owner = FieldValue.text("Owner \(random.next() % 10)")
      _ = try? workspace.apply(RecordEdit("Owner", [RecordEdit.Change(.action(action.id), ["owner": owner])]))
    }
  }

  private func sign(_ workspace: Workspace) throws {
    guard let review = try workspace.contents().reviews.randomElement(using: &random) else { return }
    _ = try? workspace.sign(review: review.id, by: "Anna Reed", at: Invented.at, report: "Report\n")
  }

  /// Other letters in a few places, so that a document stays as long as it was.
  private func letters(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let places = bytes.indices.filter { (97...122).contains(bytes[$0]) }
    for place in places.shuffled(using: &random).prefix(2) {
      bytes[place] = UInt8.random(in: 97...122, using: &random)
    }
    return bytes
  }

  private func write(
    _ bytes: [UInt8], to file: String, keepingTime: Bool = false, _ what: String
  ) throws -> String {
    try keep(file)
    try place.write(bytes, to: file)
    touch(file, keepingTime: keepingTime)
    return "\(what): \(file)"
  }

  private func replace(_ text: String, _ other: String, in file: String) throws -> String {
    let changed = try place.text(file).replacing(text, with: other)
    return try write(Array(changed.utf8), to: file, "\(other)")
  }

  private func swapContents(_ one: String, _ other: String) throws -> String {
    let (first, second) = (try place.bytes(one), try place.bytes(other))
    _ = try write(second, to: one, "")
    return try write(first, to: other, "contents swapped with \(one)")
  }

  private func bringBack() throws -> String {
    guard let (file, bytes) = earlier.sorted(by: { $0.key < $1.key }).randomElement(using: &random) else {
      return "nothing"
    }
    try place.swap(bytes, into: file)
    touch(file, keepingTime: Bool.random(using: &random))
    return "brought back \(file)"
  }

  private func spoilCache() throws -> String {
    guard let name = try place.cachedRecords().randomElement(using: &random) else { return "no cache" }
    var bytes = try place.bytes(".fieldbook/cache/\(name)")
    let index = Int.random(in: 0..<bytes.count, using: &random)
    bytes[index] ^= 0x10
    try place.write(bytes, to: ".fieldbook/cache/\(name)")
    return "spoilt \(name) at \(index)"
  }

  private func keep(_ file: String) throws {
    if earlier[file] == nil { earlier[file] = try place.bytes(file) }
  }

  private func touch(_ file: String, keepingTime: Bool) {
    times.known.withLock { times in
      let name = FilePath.name(file)
      let before = times[name] ?? (1_000_000, 1_000_000)
      times[name] = (before.modified + (keepingTime ? 0 : 1), before.changed + 1)
    }
  }
}

/// The times that documents have been given by hand, by their names.
private final class DocumentTimes: Sendable {
  let known = Mutex<[String: (modified: Int, changed: Int)]>([:])
}
