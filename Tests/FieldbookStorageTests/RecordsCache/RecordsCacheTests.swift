import DiskFaults
import FieldbookModel
import PlainText
import SeededRandom
import Synchronization
import Testing

@testable import FieldbookStorage

/// Whatever happens to the cache, records are those of their documents.
struct RecordsCacheTests {
  /// A workspace with a signed review among others, all in the cache, closed.
  private func cached(
    _ place: TestPlace
  ) throws -> (review: String, note: String, action: String, copy: String) {
    place.ageDocuments()
    let workspace = try place.workspace()
    let signed = try Invented.fullReview(in: workspace)
    _ = try workspace.sign(review: signed.review, by: "Anna Reed", at: Invented.at, report: "Report\n")
    let ids = try Invented.fullReview(in: workspace)
    _ = try workspace.contents()
    workspace.close()
    let copy = try #require(place.names("records/reviews").first { $0.contains(".signed-") })
    return (ids.review, ids.note, ids.action, "records/reviews/\(copy)")
  }

  private func fromCache(_ workspace: Workspace) -> Int { workspace.state.withLock { $0.seen.count } }

  @Test func `No document is opened again while nothing has changed`() throws {
    let place = try TestPlace()
    _ = try cached(place)
    let without = try place.toldWithoutCache()
    let documents = try ["reviews", "actions"].flatMap { folder in
      try place.names("records/\(folder)").map { "records/\(folder)/\($0)" }
    }
    #expect(documents.count == 9)
    for document in documents {
      let reader = try place.open(.read)
      // The first call looks at its size and times; a second would read it.
      place.disk.fail(call: 2, code: 5, forGood: true, about: document)
      let contents = try reader.contents()
      #expect(place.disk.calls == 1, "\(document)")
      place.disk.heal()
      #expect(ToldRecords(contents) == without)
    }
  }

  @Test func `A flipped bit anywhere in the cache changes no record`() throws {
    let place = try TestPlace()
    let ids = try cached(place)
    let without = try place.toldWithoutCache()
    let file = ".fieldbook/cache/reviews-\(ids.review.suffix(1)).records"
    let good = try place.bytes(file)
    var random = SplitMix64(seed: 5)
    for index in stride(from: 0, to: good.count, by: 23) {
      var bad = good
      bad[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try place.write(bad, to: file)
      #expect(try place.told() == without, "byte \(index)")
    }
  }

  @Test func `A cache cut short, foreign or of another version is made anew`() throws {
    let place = try TestPlace()
    let ids = try cached(place)
    let without = try place.toldWithoutCache()
    let file = ".fieldbook/cache/actions-\(ids.action.suffix(1)).records"
    let good = try place.bytes(file)
    let text = String(decoding: good.prefix(24), as: UTF8.self)
    let other = Array(text.replacing("cache 1", with: "cache 2").utf8) + good.dropFirst(24)
    let ofReviews = try place.bytes(".fieldbook/cache/reviews-\(ids.review.suffix(1)).records")
    var spoilt = stride(from: 0, to: good.count, by: 31).map { Array(good.prefix($0)) }
    spoilt += [Array("a letter to the head".utf8), other, good + good, ofReviews]
    for bytes in spoilt {
      try place.write(bytes, to: file)
      #expect(try place.told() == without)
    }
    #expect(try place.told(.write) == without)
    #expect(try place.bytes(file) == good)
  }

  @Test func `The cache of another workspace tells nothing of this one`() throws {
    let place = try TestPlace()
    let other = try TestPlace(seed: 1)
    // The same seed makes the same ids.
    _ = try cached(other)
    _ = try cached(place)
    let file = try #require(try place.names("records/actions").first)
    try other.edit("records/actions/\(file)") { $0["owner"] = "Somebody else" }
    let foreign = try other.open()
    _ = try foreign.contents()
    #expect(try other.cachedRecords() == place.cachedRecords())
    let without = try place.toldWithoutCache()
    for name in try other.cachedRecords() {
      try place.write(other.bytes(".fieldbook/cache/\(name)"), to: ".fieldbook/cache/\(name)")
    }
    #expect(try place.told() == without)
    #expect(!without.description.contains("Somebody else"))
  }

  @Test func `A deleted cache is made again, for its owner alone`() throws {
    let place = try TestPlace()
    _ = try cached(place)
    let before = try place.everything()
    try place.forgetCache()
    let told = try place.told(.write)
    #expect(try told == place.toldWithoutCache())
    var after = try place.everything()
    after[".fieldbook/lock"] = before[".fieldbook/lock"]
    #expect(after == before)
    for name in try place.cachedRecords() {
      #expect(try LocalDisk().status(of: place.whole(".fieldbook/cache/\(name)"))?.mode == 0o600)
    }
  }

  @Test func `Who only reads uses the cache and writes none`() throws {
    let place = try TestPlace()
    _ = try cached(place)
    let reader = try place.open(.read)
    _ = try reader.contents()
    #expect(fromCache(reader) == 8)
    try place.forgetCache()
    let before = try place.everything()
    let again = try place.open(.read)
    _ = try again.contents()
    #expect(fromCache(again) == 0)
    #expect(try place.everything() == before)
  }

  @Test func `What one program saves another reads, whatever either has in its cache`() throws {
    let place = try TestPlace()
    let ids = try cached(place)
    let writer = try place.open()
    _ = try writer.contents()
    let reader = try place.open(.write)
    #expect(!reader.canWrite)
    _ = try reader.contents()
    _ = try writer.apply(Invented.note(ids.note, in: ids.review, "Corridors are quiet now."))
    let seen = try #require(try reader.contents().reviews.first { $0.id == ids.review })
    #expect(seen.evidence.map(\.text) == ["Corridors are quiet now."])
    #expect(try ToldRecords(reader.contents()) == ToldRecords(writer.contents()))
  }

  @Test(arguments: 1...14) func `A disk too full for a cache stands in nobody's way`(call: Int) throws {
    let place = try TestPlace()
    _ = try cached(place)
    try place.forgetCache()
    let without = try place.toldWithoutCache()
    let workspace = try place.open()
    place.disk.fail(call: call, forGood: true, about: ".fieldbook/cache/")
    #expect(ToldRecords(try workspace.contents()) == without)
    place.disk.heal()
    workspace.close()
    #expect(try place.told(.write) == without)
    #expect(try place.names(".fieldbook/cache") == place.cachedRecords())
  }

  @Test func `Records that are gone are gone from the cache too`() throws {
    let place = try TestPlace()
    let ids = try cached(place)
    for name in try place.names("records/actions") {
      try LocalDisk().remove(place.whole("records/actions/\(name)"))
    }
    try LocalDisk().remove(place.whole("records/reviews/\(ids.review).json"))
    #expect(try place.told(.write) == place.toldWithoutCache())
    #expect(try place.cachedRecords().allSatisfy { $0.hasPrefix("reviews-") })
    let bytes = try place.cachedRecords().flatMap { try place.bytes(".fieldbook/cache/\($0)") }
    #expect(!String(decoding: bytes, as: UTF8.self).contains(ids.review))
  }

  @Test func `A document with anything wrong in it is read and told at every opening`() throws {
    let place = try TestPlace()
    let ids = try cached(place)
    try place.edit("records/actions/\(ids.action).json") { $0["priority"] = "urgent" }
    try place.edit("records/reviews/\(ids.review).json") { tree in
      tree["evidence"]?[ids.note]?["at"] = "this morning"
      tree["frameworkUsed"] = nil
    }
    let without = try place.toldWithoutCache()
    #expect(without.lines.filter { $0.contains("“urgent”") || $0.contains("“this morning”") }.count == 2)
    for _ in 0..<3 { #expect(try place.told(.write) == without) }
    let workspace = try place.open()
    #expect(try workspace.check().problems.count == 3)
  }
}
