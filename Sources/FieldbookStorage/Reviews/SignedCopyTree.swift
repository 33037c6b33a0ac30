import FieldbookModel
import PlainText

/// The document of a signed copy.
enum SignedCopyTree {
  /// The members of a review that signing writes.
  static let marks = ["state", "signedBy", "signedAt", "signedCopy"]

  static func make(
    id: String, review: JSONValue, actions: [String: JSONValue], report: String, by: String, at: Instant
  ) -> JSONValue {
    var copy: JSONValue = [
      "format": .string(DocumentFormat.signedReview.name),
      "version": .number(JSONNumber(DocumentFormat.signedReview.version)), "id": .string(id),
      "review": review,
      "actions": .object(actions), "report": ["format": "text", "columns": 80, "text": .string(report)],
      "signedBy": .string(by), "signedAt": .string(at.text),
    ]
    copy["sha256"] = .string(digest(of: copy))
    return copy
  }

  /// The SHA-256 of everything but itself, sorted and on one line.
  static func digest(of copy: JSONValue) -> String {
    var rest = copy
    rest["sha256"] = nil
    return SHA256.hex(rest.encoded(pretty: false))
  }

  /// Marks a review as the copy has it, with the writes that the copy has.
  static func mark(_ tree: inout JSONValue, by copy: JSONValue) {
    for field in marks {
      guard let value = copy["review"]?[field], let stamp = copy["review"]?["_w"]?[field]?.string else {
        continue
      }
      RecordTree.set(field, value, stamp: stamp, in: &tree)
    }
  }

  /// Whether a copy still is what was signed.
  static func isIntact(_ copy: JSONValue, _ bytes: [UInt8]) -> Bool {
    guard let digest = copy["sha256"]?.string else { return false }
    return Array(digest.utf8) == Array(SignedCopyTree.digest(of: copy).utf8) && copy.encoded() == bytes
  }

  /// Members of a review that its signed copy does not have, or has otherwise.
  static func arrivals(_ review: JSONValue, since copy: JSONValue, id: String) -> [SignedCopy.Arrival] {
    guard let frozen = copy["review"] else { return [] }
    var arrivals: [SignedCopy.Arrival] = []
    for (kind, part) in RecordTree.parts(of: .review, in: review) {
      let now = RecordTree.object(part, in: review)
      let then = RecordTree.object(part, in: frozen)
      let names = Set(kind.fields.map(\.name)).union((now?["_w"]?.object ?? [:]).keys)
      for field in names.sorted() {
        let write = now?["_w"]?[field]?.string
        guard write != then?["_w"]?[field]?.string || now?[field] != then?[field] else { continue }
        let isByHand = write == nil || write == then?["_w"]?[field]?.string
        guard isByHand || !IssuedRules.isOfLater(field, now?[field], in: part, review) else { continue }
        let address = RecordAddress(folder: RecordKind.review.plural, document: id, part: part)
        arrivals.append(
          SignedCopy.Arrival(address: address, field: field, write: isByHand ? "" : write ?? ""))
      }
    }
    return arrivals.sorted { order($0) < order($1) }
  }

  private static func order(_ arrival: SignedCopy.Arrival) -> (String, String, String) {
    (arrival.address.part?.plural ?? "", arrival.address.part?.id ?? "", arrival.field)
  }
}

extension WorkspaceFolder {
  /// A signed copy, or nil when there is none.
  func signedCopy(_ path: String) throws(StorageProblem) -> (tree: JSONValue, isIntact: Bool)? {
    guard let (tree, bytes) = try signedCopyDocument(path) else { return nil }
    return (tree, SignedCopyTree.isIntact(tree, bytes))
  }

  /// The document of a signed copy, whether or not it still is what was signed; nil when there is none.
  func signedCopyDocument(_ path: String) throws(StorageProblem) -> (tree: JSONValue, bytes: [UInt8])? {
    guard let bytes = try read(path) else { return nil }
    let read = try admit(bytes, path, .signedReview)
    if let version = read.newerVersion {
      throw StorageProblem(
        .newerVersion, file: path,
        what: "it was written by a newer fieldbook (version \(version) of the format)",
        mend: "Use the newer fieldbook to see it.")
    }
    return (read.tree, bytes)
  }

  /// The paths of all signed copies by the review's id, oldest first.
  func signedCopies() throws(StorageProblem) -> [String: [String]] {
    let place = "\(WorkspaceFolder.records)/\(RecordKind.review.plural)"
    var copies: [String: [String]] = [:]
    for name in try names(place) {
      guard let review = DocumentName.signedCopy(name)?.review else { continue }
      copies[review, default: []].append("\(place)/\(name)")
    }
    return copies
  }

  /// An intact signed copy of a review that does not say that it was signed.
  func unmarkedCopy(of document: StoredDocument) throws(StorageProblem) -> JSONValue? {
    guard document.tree["signedCopy"] == nil else { return nil }
    return unmarkedCopy(of: document, among: try signedCopies()[document.id] ?? [])
  }

  /// The same, where the folder has been looked through already: there may be hundreds of reviews.
  func unmarkedCopy(of document: StoredDocument, among paths: [String]) -> JSONValue? {
    guard document.tree["signedCopy"] == nil else { return nil }
    for path in paths {
      guard let copy = try? signedCopy(path), copy.isIntact, copy.tree["review"]?["id"]?.string == document.id
      else { continue }
      return copy.tree
    }
    return nil
  }
}
