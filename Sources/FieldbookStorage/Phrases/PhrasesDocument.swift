import FieldbookModel
import PlainText

/// The phrases of a workspace on disk: one document, edited as records are.
struct PhrasesDocument: Sendable {
  static let path = "phrases.json"

  var tree: JSONValue
  var newerVersion: Int?

  static func new(id: String) -> PhrasesDocument {
    PhrasesDocument(tree: [
      "format": .string(DocumentFormat.phrases.name),
      "version": .number(JSONNumber(DocumentFormat.phrases.version)), "id": .string(id),
    ])
  }

  /// The phrases, with what is wrong in them: what can be read is read.
  var reading: (book: PhraseBook, problems: [DocumentProblem]) {
    var codec = RecordCodec()
    let record = codec.record(tree, .phraseBook, id: "")
    return (PhraseBook(record), codec.problems)
  }

  /// Carries out a change; what was changed by hand before is adopted.
  mutating func apply(_ change: PhraseChange, write: RecordID, by identity: LaptopIdentity) {
    _ = HandEdits.adopt(in: &tree, .phraseBook, write: write)
    for (id, values) in change.values {
      for (field, value) in values { set(field, value, of: RecordAddress.Part("phrases", id), write) }
    }
    if let order = change.order { set("order", .texts(order), of: nil, write) }
    var writers = tree["_writers"] ?? .object([:])
    if writers.object == nil { writers = .object([:]) }
    writers[identity.writer.text] = .string(identity.name)
    tree["_writers"] = writers
  }

  private mutating func set(
    _ field: String, _ value: FieldValue?, of part: RecordAddress.Part?, _ write: RecordID
  ) {
    let value = FieldCodec.tree(value)
    let stamp = WriteStamp.text(write, of: value)
    RecordTree.change(part, in: &tree) { RecordTree.set(field, value, stamp: stamp, in: &$0) }
  }
}

extension DocumentFormat {
  static let phrases = DocumentFormat("phrases")
}

extension WorkspaceFolder {
  /// The phrases kept here, or nil when there are none of its own.
  func phrases() throws(StorageProblem) -> PhrasesDocument? {
    guard let bytes = try read(PhrasesDocument.path) else { return nil }
    let read = try admit(bytes, PhrasesDocument.path, .phrases)
    return PhrasesDocument(tree: read.tree, newerVersion: read.newerVersion)
  }
}
