import FieldbookModel
import PlainText

/// A record document as it stands on disk.
struct StoredDocument: Sendable {
  let kind: RecordKind
  let id: String
  var tree: JSONValue
  /// What tells whether the file has been changed since; nil for a document not saved yet.
  var status: FileStatus?
  /// The version it was written in, when that is newer than this program.
  var newerVersion: Int?
  /// Whether it may hold members changed by hand: it was read, and not saved since.
  var mayHaveHandEdits: Bool
  /// The record that the tree was last read as, so that a save reads again only what it changed.
  var record: Record?
  /// The records inside it that were changed since.
  var touched: Set<RecordAddress.Part?> = []

  var path: String { WorkspaceFolder.document(kind, id) }

  /// Reads the record again, as far as it was changed.
  mutating func refreshRecord() {
    defer { touched = [] }
    var codec = RecordCodec()
    guard record != nil, !touched.contains(nil) else {
      record = codec.record(tree, kind, id: id)
      return
    }
    for case let part? in touched {
      guard let kind = kind.part(part.plural), let object = RecordTree.object(part, in: tree) else {
        continue
      }
      record?.parts[part.plural, default: [:]][part.id] = codec.record(object, kind, id: part.id)
    }
  }

  /// Which document an address means.
  func address(_ part: RecordAddress.Part? = nil) -> RecordAddress {
    RecordAddress(folder: kind.plural, document: id, part: part)
  }
}

/// A document of one's own kind: the formats of record documents are named after the kinds.
extension RecordKind {
  var format: DocumentFormat { DocumentFormat(name) }
}
