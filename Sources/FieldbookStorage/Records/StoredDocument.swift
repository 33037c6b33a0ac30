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

  var path: String { WorkspaceFolder.document(kind, id) }

  /// Which document an address means.
  func address(_ part: RecordAddress.Part? = nil) -> RecordAddress {
    RecordAddress(folder: kind.plural, document: id, part: part)
  }
}

/// A document of one's own kind: the formats of record documents are named after the kinds.
extension RecordKind {
  var format: DocumentFormat { DocumentFormat(name) }
}
