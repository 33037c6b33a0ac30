import DiskFaults
import FieldbookModel
import PlainText
import SeededRandom
import Testing

@testable import FieldbookStorage

/// Whatever happens to the cache, the numbers are those of the documents.
struct FactsCacheTests {
  private static let document = "facts/ks2/2017-18-year-la936-00001aaaaaaa.json"
  private static let cache = ".fieldbook/cache/ks2-2017-18-year-la936-00001aaaaaaa.facts"

  /// A workspace with one facts file and its cache.
  private func imported(_ place: TestPlace) throws -> Workspace {
    let workspace = try place.workspace()
    try workspace.commit(FactsChange(added: [InventedFacts.file()], trust: nil, ours: [:]))
    return workspace
  }

  /// Long enough that its columns are not read together with the directory of its cache.
  private func longFile() -> FactsFile {
    var file = InventedFacts.file()
    file.subjects = (0..<9000).map { .school(URN("\(100_000 + $0)"), later: nil) }
    file.authorities = file.subjects.map { _ in "936" }
    file.lines = Array(2..<9002)
    for index in file.columns.indices {
      file.columns[index].cells = FactsFile.Cells((0..<9000).map { .number(Double($0)) })
    }
    return file
  }

  @Test(arguments: 0..<150) func `Every facts file comes out of its cache as it went in`(seed: UInt64) throws
  {
    var random = SplitMix64(seed: seed)
    var file = InventedFacts.random(&random)
    if Bool.random(using: &random) { file.format = Register.format }
    let place = try TestPlace()
    let cache = FactsCache(folder: try place.workspace().folder)
    let status = FileStatus(kind: .file, mode: 0o600, size: 7, modified: 8, inode: 9)
    cache.keep(file, as: "facts/x/y.json", status)
    let read = try #require(cache.file("facts/x/y.json", status))
    #expect(read == file)
    #expect(read.rows.authorityCodes == file.rows.authorityCodes)
    #expect(read.rows.namesLaterURNs == file.rows.namesLaterURNs)
    let other = FileStatus(kind: .file, mode: 0o600, size: 7, modified: 8, inode: 10)
    #expect(cache.file("facts/x/y.json", other) == nil)
  }

  @Test func `After an import the document is not opened again`() throws {
    let place = try TestPlace()
    let workspace = try imported(place)
    // The first call looks at the document's size and time; a second would read it.
    place.disk.fail(call: 2, code: 5, forGood: true, about: "year-la936-00001aaaaaaa.json")
    #expect(try workspace.contents().factsFiles == [InventedFacts.file()])
    #expect(place.disk.calls == 1)
  }

  @Test func `A flipped bit anywhere in the cache changes no number`() throws {
    let place = try TestPlace()
    let workspace = try imported(place)
    let good = try place.bytes(Self.cache)
    var random = SplitMix64(seed: 5)
    for index in good.indices {
      var bad = good
      bad[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try place.write(bad, to: Self.cache)
      #expect(try workspace.contents().factsFiles == [InventedFacts.file()], "byte \(index)")
    }
  }

  @Test func `A cache cut short, foreign or of another version is made anew`() throws {
    let place = try TestPlace()
    let workspace = try imported(place)
    let good = try place.bytes(Self.cache)
    let other = Array(
      String(decoding: good.prefix(24), as: UTF8.self).replacing("cache 4", with: "cache 9").utf8)
    #expect(other.prefix(23) != good.prefix(23))
    var spoilt = stride(from: 0, to: good.count, by: 11).map { Array(good.prefix($0)) }
    spoilt += [Array("a letter to the head".utf8), other + good.dropFirst(24), good + good]
    for bytes in spoilt {
      try place.write(bytes, to: Self.cache)
      #expect(try workspace.contents().factsFiles == [InventedFacts.file()], "\(bytes.count) bytes")
    }
    // Opened twice: the first time finds the damage, the second makes it good.
    try place.write(spoilt[3], to: Self.cache)
    _ = try workspace.contents()
    _ = try workspace.contents()
    #expect(try place.bytes(Self.cache) == good)
  }

  @Test func `A document changed by hand is believed, not the cache of what it was`() throws {
    let place = try TestPlace()
    let workspace = try imported(place)
    let text = try place.text(Self.document)
    try place.write(text.replacing(#"[75, "#, with: "["), to: Self.document)
    #expect(try workspace.contents().factsFiles.count == 0)
    try place.write(text.replacing("47", with: "48"), to: Self.document)
    let file = try #require(try workspace.contents().factsFiles.first)
    #expect(file.columns[1].cells[0] == .number(48))
  }

  @Test func `Who only reads uses the cache and writes none`() throws {
    let place = try TestPlace()
    try imported(place).close()
    try LocalDisk().remove(place.whole(Self.cache))
    let before = try place.everything()
    let reader = try place.open(.read)
    #expect(try reader.contents().factsFiles == [InventedFacts.file()])
    #expect(try place.everything() == before)
  }

  @Test func `A deleted cache is made again, for its owner alone`() throws {
    let place = try TestPlace()
    let workspace = try imported(place)
    let good = try place.bytes(Self.cache)
    try LocalDisk().remove(place.whole(Self.cache))
    // A document as old as any that was not imported a moment ago.
    try place.age(Self.document)
    #expect(try workspace.contents().factsFiles == [InventedFacts.file()])
    #expect(try LocalDisk().status(of: place.whole(Self.cache))?.mode == 0o600)
    let again = try place.bytes(Self.cache)
    #expect(again.count == good.count)
    #expect(try workspace.contents().factsFiles == [InventedFacts.file()])
    #expect(try place.bytes(Self.cache) == again)
  }

  @Test func `The cache of a superseded file goes with it`() throws {
    let place = try TestPlace()
    let workspace = try imported(place)
    try workspace.commit(
      FactsChange(added: [InventedFacts.file(2)], removed: [InventedFacts.file()], trust: nil, ours: [:]))
    #expect(try place.names(".fieldbook/cache") == ["ks2-2017-18-year-la936-00002aaaaaaa.facts"])
  }

  @Test(arguments: 1...6) func `A disk too full for a cache stands in nobody's way`(call: Int) throws {
    let place = try TestPlace()
    let workspace = try imported(place)
    try LocalDisk().remove(place.whole(Self.cache))
    try place.age(Self.document)
    place.disk.fail(call: call, forGood: true, about: ".fieldbook/cache/")
    #expect(try workspace.contents().factsFiles == [InventedFacts.file()])
    place.disk.heal()
    let left = try place.names(".fieldbook/cache").filter { !DurableFiles.isTemporary($0) }
    #expect(left.isEmpty || left == [FilePath.name(Self.cache)])
    #expect(try workspace.contents().factsFiles == [InventedFacts.file()])
  }

  @Test func `A cell that nothing can read any more is no number`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let file = longFile()
    try workspace.commit(FactsChange(added: [file], trust: nil, ours: [:]))
    let opened = try #require(try workspace.contents().factsFiles.first)
    #expect(opened.columns[0].cells[8999] == .number(8999))
    try place.write("gone", to: Self.cache)
    try place.write("gone", to: Self.document)
    #expect(opened.reading(column: 1, row: 8999) == .missing(.unrecognised))
    #expect(opened.raw(column: 1, row: 8999) == "(the disk can no longer read it)")
    #expect(opened.columns[0].cells[1] == .number(1))
  }

  @Test func `A column damaged after opening is read from the document`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let file = longFile()
    try workspace.commit(FactsChange(added: [file], trust: nil, ours: [:]))
    let opened = try #require(try workspace.contents().factsFiles.first)
    try place.write("gone", to: Self.cache)
    #expect(opened == file)
  }
}
