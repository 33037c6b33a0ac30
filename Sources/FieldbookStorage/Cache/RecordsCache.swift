import FieldbookModel

/// The records of a kind in a form that needs no parsing, under `.fieldbook/cache`. Deleting any of it changes nothing
/// but time.
///
/// A record out of it is the whole record, told from bytes in memory as it is asked for: there are no summaries of
/// records that could be taken for the records themselves. It counts only for the document that has the mark of the
/// one it was read from, and only documents in which nothing was found wrong are in it.
struct RecordsCache: Sendable {
  private let folder: WorkspaceFolder
  private let kind: RecordKind
  /// The files that were read, by the digit with which the ids in them end; empty for those that are of no use.
  private var shards: [UInt8: RecordsShard] = [:]
  /// The frameworks frozen in reviews, by their JSON.
  private var frameworks: [[UInt8]: FrozenFramework] = [:]

  init(_ folder: WorkspaceFolder, _ kind: RecordKind) {
    self.folder = folder
    self.kind = kind
  }

  /// A record as its document with this status says it; nil where the document has to be read.
  mutating func record(_ id: String, _ status: FileStatus) -> CachedRecord? {
    guard let cached = shard(RecordsCache.digit(id)).records[id], cached.mark == FileMark(status) else {
      return nil
    }
    return cached
  }

  /// Keeps what was read from documents, and forgets what is of no use any more.
  /// - Parameters:
  ///   - fresh: what was read from documents that were at rest.
  ///   - used: the ids of records that came out of the cache.
  ///   - known: the ids of all documents of the kind.
  mutating func keep(_ fresh: [String: CachedRecord], used: Set<String>, known: [String]) {
    let new = Dictionary(grouping: fresh.keys, by: RecordsCache.digit)
    let digits = Set(known.map(RecordsCache.digit))
    for digit in digits {
      let before = shard(digit).records
      var records = before.filter { used.contains($0.key) }
      guard records.count < before.count || new[digit] != nil else { continue }
      for id in new[digit] ?? [] { records[id] = fresh[id] }
      folder.keepInCache(RecordsShard(records).bytes(kind), as: path(digit))
      shards[digit] = nil
    }
    forget(except: Set(digits.map { FilePath.name(path($0)) }))
  }

  private func forget(except kept: Set<String>) {
    for name in (try? folder.names(WorkspaceFolder.cache)) ?? []
    where name.hasPrefix("\(kind.plural)-") && name.hasSuffix(RecordsShard.ending) && !kept.contains(name) {
      try? folder.disk.remove(folder.whole("\(WorkspaceFolder.cache)/\(name)"))
    }
  }

  /// Ids end at random, so that their last digit spreads them evenly.
  private static func digit(_ id: String) -> UInt8 { id.utf8.last ?? 0 }

  private func path(_ digit: UInt8) -> String {
    let end = Character(UnicodeScalar(digit))
    return "\(WorkspaceFolder.cache)/\(kind.plural)-\(end)\(RecordsShard.ending)"
  }

  private mutating func shard(_ digit: UInt8) -> RecordsShard {
    if let shard = shards[digit] { return shard }
    let bytes = try? folder.disk.read(folder.whole(path(digit)))
    let shard = bytes.flatMap { RecordsShard($0, kind, &frameworks) } ?? RecordsShard([:])
    shards[digit] = shard
    return shard
  }
}
