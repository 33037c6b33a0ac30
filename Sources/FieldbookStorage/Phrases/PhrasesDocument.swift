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
  /// - Returns: what was written, and the phrases that came to be with it.
  mutating func apply(
    _ change: PhraseChange, write: RecordID, by identity: LaptopIdentity
  ) -> (members: [PastEdit.Member], created: [RecordAddress]) {
    _ = HandEdits.adopt(in: &tree, .phraseBook, write: write)
    var members: [PastEdit.Member] = []
    var created: [RecordAddress] = []
    for (id, values) in change.values.sorted(by: { $0.key < $1.key }) {
      let address = RecordAddress.phrase(id)
      let known = RecordTree.object(address.part, in: tree)
      if known == nil { created.append(address) }
      // One whose making was undone is there again.
      if known?["undone"]?.bool == true { members.append(set("undone", nil, of: address, write)) }
      for (field, value) in values.sorted(by: { $0.key < $1.key }) {
        members.append(set(field, FieldCodec.tree(value), of: address, write))
      }
    }
    if let order = change.order {
      members.append(set("order", FieldCodec.tree(.texts(order)), of: .phrases, write))
    }
    var writers = tree["_writers"] ?? .object([:])
    if writers.object == nil { writers = .object([:]) }
    writers[identity.writer.text] = .string(identity.name)
    tree["_writers"] = writers
    return (members, created)
  }

  /// Writes one member, and says what it was before.
  mutating func set(
    _ field: String, _ value: JSONValue?, of address: RecordAddress, _ write: RecordID
  ) -> PastEdit.Member {
    let object = RecordTree.object(address.part, in: tree)
    let stamp = WriteStamp.text(write, of: value)
    RecordTree.change(address.part, in: &tree) { RecordTree.set(field, value, stamp: stamp, in: &$0) }
    return PastEdit.Member(
      address: address, field: field, write: stamp, before: object?[field],
      writeBefore: object?["_w"]?[field]?.string)
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
