import FieldbookModel
import PlainText

/// A record as a workspace's contents tell it, with the framework it was begun with where it has one.
struct TellableRecord {
  var record: Record
  var framework: Framework
}

/// Reads all records of a workspace: out of the cache where that is as good as their documents, else out of those.
struct RecordsReader {
  let folder: WorkspaceFolder
  /// What was read of the caches, by the names of the kinds.
  private(set) var caches: [String: RecordsCache]
  /// Whether what is read out of documents is kept in the cache.
  let isKeeping: Bool
  /// The documents that were read, by their paths.
  private(set) var documents: [String: StoredDocument] = [:]
  /// The records that came out of the cache, by the paths of their documents.
  private(set) var seen: [String: CachedRecord] = [:]
  /// The disk's clock before the first document was read; the inner nil where it cannot be told.
  private var clock: Int??

  init(_ folder: WorkspaceFolder, caches: [String: RecordsCache], isKeeping: Bool) {
    self.folder = folder
    self.caches = caches
    self.isKeeping = isKeeping
  }

  /// All records of a kind in the order of their ids; what is wrong with them is noted by the reader.
  mutating func read(
    _ kind: RecordKind, _ reader: inout ContentsReader
  ) throws(StorageProblem) -> [TellableRecord] {
    var cache = caches[kind.name] ?? RecordsCache(folder, kind)
    defer { caches[kind.name] = cache }
    let names = try folder.names("\(WorkspaceFolder.records)/\(kind.plural)")
    let ids = names.compactMap(DocumentName.record)
    let copies = Set(names.compactMap(DocumentName.signedCopy).map(\.review))
    var records: [TellableRecord] = []
    var fresh: [String: CachedRecord] = [:]
    var used: Set<String> = []
    for id in ids {
      do throws(StorageProblem) {
        if let record = try outOfCache(kind, id, hasCopy: copies.contains(id), &cache) {
          records.append(record)
          used.insert(id)
          continue
        }
        let reading = try outOfDocument(kind, id, hasCopy: copies.contains(id), &reader)
        records += reading.map { [$0.record] } ?? []
        fresh[id] = reading?.toKeep
      } catch {
        try reader.note(error)
      }
    }
    if isKeeping { cache.keep(fresh, used: used, known: ids) }
    return records
  }

  private mutating func outOfCache(
    _ kind: RecordKind, _ id: String, hasCopy: Bool, _ cache: inout RecordsCache
  ) throws(StorageProblem) -> TellableRecord? {
    let path = WorkspaceFolder.document(kind, id)
    guard let status = try folder.status(path), let cached = cache.record(id, status),
      hasCopy == (cached.copy != nil)
    else { return nil }
    if hasCopy, try copyMark(of: cached.record) != cached.copy { return nil }
    guard kind.isHeldAgainstFramework == (cached.framework != nil) else { return nil }
    seen[path] = cached
    return TellableRecord(
      record: cached.record, framework: cached.framework?.framework ?? ReviewFramework.none)
  }

  private mutating func outOfDocument(
    _ kind: RecordKind, _ id: String, hasCopy: Bool, _ reader: inout ContentsReader
  ) throws(StorageProblem) -> (record: TellableRecord, toKeep: CachedRecord?)? {
    let clock = diskClock()
    guard let document = try folder.record(kind, id) else { return nil }
    let problems = reader.problems.count
    var read = reader.read(document)
    documents[document.path] = read.document
    let isUnmarked = hasCopy && markAsSigned(&read)
    let copy = try signedCopy(of: read.record, at: clock, &reader)
    let framework =
      kind.isHeldAgainstFramework ? ReviewFramework.framework(of: document.tree) : ReviewFramework.none
    let record = TellableRecord(record: read.record, framework: framework)
    guard let clock, reader.problems.count == problems, !isUnmarked, hasCopy == (copy != nil),
      let frozen = frozenFramework(kind, document.tree),
      let status = document.status, FileMark(status).isAtRest(at: clock),
      let after = try folder.status(document.path), FileMark(after) == FileMark(status)
    else { return (record, nil) }
    return (
      record,
      CachedRecord(
        mark: FileMark(status), copy: copy, framework: frozen, record: read.record,
        packed: PackedRecord.pack(read.record, RecordLayout.of(kind))[...])
    )
  }

  /// The framework frozen in a review, none in other kinds; nil where it should be there and cannot be read.
  private func frozenFramework(_ kind: RecordKind, _ tree: JSONValue) -> FrozenFramework?? {
    guard kind.isHeldAgainstFramework else { return .some(nil) }
    return tree["frameworkUsed"].flatMap { FrozenFramework($0.encoded(pretty: false)) }.map { .some($0) }
  }

  private mutating func diskClock() -> Int? {
    if let clock { return clock }
    let now = isKeeping ? folder.diskClock() : nil
    clock = .some(now)
    return now
  }

  // MARK: Signed copies

  /// Shows a review that was signed but never marked as what it is; whether it was one.
  private func markAsSigned(_ read: inout ReadRecord) -> Bool {
    guard let copy = (try? folder.unmarkedCopy(of: read.document)) ?? nil else { return false }
    SignedCopyTree.mark(&read.document.tree, by: copy)
    var codec = RecordCodec()
    read.record = codec.record(read.document.tree, read.document.kind, id: read.document.id)
    return true
  }

  /// Looks whether the signed copy that a record names can be read, and notes it where not. What is in it is read when
  /// somebody asks for it.
  ///
  /// - Returns: its mark, when it can be read and was at rest.
  private func signedCopy(
    of record: Record, at clock: Int?, _ reader: inout ContentsReader
  ) throws(StorageProblem) -> FileMark? {
    guard let path = copyPath(of: record), let before = try folder.status(path) else { return nil }
    do {
      guard try folder.signedCopyDocument(path) != nil else { return nil }
    } catch {
      try reader.note(error)
      return nil
    }
    guard let clock, FileMark(before).isAtRest(at: clock), let after = try folder.status(path),
      FileMark(after) == FileMark(before)
    else { return nil }
    return FileMark(before)
  }

  private func copyMark(of record: Record) throws(StorageProblem) -> FileMark? {
    guard let path = copyPath(of: record) else { return nil }
    return try folder.status(path).map(FileMark.init)
  }

  private func copyPath(of record: Record) -> String? {
    RecordID(text: record.text("signedCopy")).map { DocumentName.signedCopy(record.id, $0.text) }
  }
}

extension RecordKind {
  /// Whether the framework it was begun with is frozen in each of its documents.
  fileprivate var isHeldAgainstFramework: Bool { field("framework") != nil }
}
