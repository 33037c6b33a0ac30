import FieldbookModel
import PlainText

/// The frozen copy of a review as it was signed.
public struct SignedCopy: Sendable, Hashable {
  /// A member of the review that was written after it was signed, or changed by hand.
  public struct Arrival: Sendable, Hashable {
    /// The record.
    public var address: RecordAddress
    /// The member's name.
    public var field: String
    /// The write it came from; empty when it was changed by hand.
    public var write: String
  }

  /// Its own id.
  public var id: String
  /// Who signed.
  public var signedBy: String
  /// When.
  public var signedAt: Instant
  /// Its checksum, as it stands in it.
  public var sha256: String
  /// The report as issued.
  public var report: String
  /// The review as it was signed.
  public var review: Review
  /// The review's actions as they were then, oldest first.
  public var actions: [AgreedAction]
  /// What came into the review later.
  public var arrivedAfter: [Arrival]
  /// Whether it still is what was signed, to the letter.
  public var isIntact: Bool
}

/// The signed copies of a workspace's reviews, as they are on the disk when one is asked for.
public struct SignedCopies: Sendable {
  let folder: WorkspaceFolder

  /// The signed copy of a review; nil when it was not signed, or when one of the two documents cannot be read.
  public subscript(review: String) -> SignedCopy? { (try? copy(of: review)) ?? nil }

  private func copy(of review: String) throws(StorageProblem) -> SignedCopy? {
    guard let id = RecordID(text: review)?.text, var document = try folder.record(.review, id) else {
      return nil
    }
    if let copy = try folder.unmarkedCopy(of: document) { SignedCopyTree.mark(&document.tree, by: copy) }
    guard let copy = document.tree["signedCopy"]?.string.flatMap(RecordID.init(text:))?.text,
      let (tree, isIntact) = try folder.signedCopy(DocumentName.signedCopy(id, copy))
    else { return nil }
    return SignedCopy(copy, tree, isIntact: isIntact, of: document)
  }
}

extension SignedCopy {
  /// A copy out of its document, beside the review as it is now.
  fileprivate init(_ id: String, _ tree: JSONValue, isIntact: Bool, of document: StoredDocument) {
    var codec = RecordCodec()
    let frozen = tree["review"] ?? .object([:])
    let actions = (tree["actions"]?.object ?? [:]).map { id, action in
      AgreedAction(codec.record(action, .action, id: id))
    }
    self.init(
      id: id, signedBy: tree["signedBy"]?.string ?? "",
      signedAt: tree["signedAt"]?.string.flatMap(Instant.init(text:)) ?? Instant(milliseconds: 0),
      sha256: tree["sha256"]?.string ?? "", report: tree["report"]?["text"]?.string ?? "",
      review: Review(
        record: codec.record(frozen, .review, id: document.id),
        framework: ReviewFramework.framework(of: frozen)),
      actions: actions.sorted { $0.id < $1.id },
      arrivedAfter: SignedCopyTree.arrivals(document.tree, since: tree, id: document.id), isIntact: isIntact)
  }
}

extension Workspace {
  /// The signed copies of its reviews.
  public var signedCopies: SignedCopies { SignedCopies(folder: folder) }
}
