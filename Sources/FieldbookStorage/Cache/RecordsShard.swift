import FieldbookModel
import PlainText

/// A record out of the cache, with what was found out about its document when that was read.
struct CachedRecord: Sendable {
  /// The document as it was read.
  var mark: FileMark
  /// The signed copy that the record names, as it was read; nil for a record without one.
  var copy: FileMark?
  /// The framework frozen in it; nil in kinds that have none.
  var framework: FrozenFramework?
  var record: Record
  /// The record in its packed form.
  var packed: ArraySlice<UInt8>
}

/// A framework as it is frozen in reviews: hundreds of them share a few.
final class FrozenFramework: Sendable {
  /// As JSON on one line.
  let json: [UInt8]
  let framework: Framework

  /// Nil where it is no framework.
  init?(_ json: [UInt8]) {
    guard let framework = (try? JSONValue.parse(json)).flatMap(FrameworkCodec.framework) else { return nil }
    self.json = json
    self.framework = framework
  }
}

/// One file of the cache of records: of the records of a kind those whose ids end with one digit, so that a changed
/// record does not lead to all being written again.
///
/// It begins with what it is and the digest of all the rest: the fingerprint of the declarations by which the records
/// were read, each frozen framework once, then the records.
struct RecordsShard: Sendable {
  /// The first bytes: what it is, and the version of this layout. It goes up whenever a document is read otherwise
  /// than before, or found faulty that was not.
  static let beginning = Array("fieldbook records cache 1\n".utf8)
  /// The end of the names of these files.
  static let ending = ".records"

  /// The records in it, by their ids.
  let records: [String: CachedRecord]

  init(_ records: [String: CachedRecord]) {
    self.records = records
  }

  /// Read back; nil where it is damaged or of another version.
  /// - Parameter known: frameworks that other files hold too.
  init?(_ bytes: [UInt8], _ kind: RecordKind, _ known: inout [[UInt8]: FrozenFramework]) {
    let start = RecordsShard.beginning.count
    guard bytes.starts(with: RecordsShard.beginning) else { return nil }
    var unpacker = ByteUnpacker(bytes.dropFirst(start))
    guard unpacker.long() == XXHash64.digest(bytes.dropFirst(start + 8)),
      unpacker.long() == RecordLayout.fingerprint, unpacker.text() == kind.plural
    else { return nil }
    let layout = RecordLayout.of(kind)
    guard let frameworks = RecordsShard.frameworks(&unpacker, &known), let count = unpacker.count() else {
      return nil
    }
    var records: [String: CachedRecord] = [:]
    for _ in 0..<count {
      guard let id = unpacker.text(), let mark = FileMark(&unpacker), let hasCopy = unpacker.byte() else {
        return nil
      }
      let copy = hasCopy == 0 ? nil : FileMark(&unpacker)
      guard copy != nil || hasCopy == 0, let framework = unpacker.count(), framework <= frameworks.count,
        let size = unpacker.count(), let content = unpacker.raw(size)
      else { return nil }
      records[id] = CachedRecord(
        mark: mark, copy: copy, framework: framework == 0 ? nil : frameworks[framework - 1],
        record: Record(id: id, stored: PackedRecord(bytes, from: content.startIndex, layout)),
        packed: content)
    }
    guard unpacker.isAtEnd else { return nil }
    self.records = records
  }

  private static func frameworks(
    _ unpacker: inout ByteUnpacker, _ known: inout [[UInt8]: FrozenFramework]
  ) -> [FrozenFramework]? {
    guard let count = unpacker.count() else { return nil }
    var frameworks: [FrozenFramework] = []
    for _ in 0..<count {
      guard let size = unpacker.count(), let bytes = unpacker.raw(size) else { return nil }
      let json = Array(bytes)
      guard let framework = known[json] ?? FrozenFramework(json) else { return nil }
      known[json] = framework
      frameworks.append(framework)
    }
    return frameworks
  }

  /// The file that holds these records.
  func bytes(_ kind: RecordKind) -> [UInt8] {
    var content = BytePacker()
    content.add(RecordLayout.fingerprint)
    content.add(kind.plural)
    let frameworks = Set(records.values.compactMap { $0.framework?.json }).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    content.add(count: frameworks.count)
    for framework in frameworks {
      content.add(count: framework.count)
      content.add(raw: framework)
    }
    let places = Dictionary(uniqueKeysWithValues: frameworks.enumerated().map { ($1, $0 + 1) })
    content.add(count: records.count)
    for (id, cached) in records.sorted(by: { $0.key < $1.key }) {
      content.add(id)
      cached.mark.pack(into: &content)
      content.add(raw: [cached.copy == nil ? 0 : 1])
      cached.copy?.pack(into: &content)
      content.add(count: cached.framework.flatMap { places[$0.json] } ?? 0)
      content.add(count: cached.packed.count)
      content.add(raw: cached.packed)
    }
    var head = BytePacker()
    head.add(raw: RecordsShard.beginning)
    head.add(XXHash64.digest(content.bytes))
    return head.bytes + content.bytes
  }
}
