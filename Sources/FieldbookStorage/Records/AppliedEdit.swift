import FieldbookModel
import PlainText

/// An edit that is safely on disk: what the record now is, and what is needed to take it back.
public struct AppliedEdit: Sendable {
  /// The document as it now stands.
  public enum Document: Sendable, Hashable {
    case review(Review)
    case action(AgreedAction)
  }

  /// One member that was written.
  public struct Member: Sendable, Hashable {
    /// The record.
    public let address: RecordAddress
    /// The member's name.
    public let field: String
    /// The id of the write.
    public let write: String
    let before: JSONValue?
    let after: JSONValue?
    let writeBefore: String?
  }

  /// What was done, in words: `Note added`.
  public let title: String
  /// Whether `Workspace.revert` takes it back.
  public let canBeUndone: Bool
  /// What was written.
  public let members: [Member]
  /// Records that came to be with it; to take it back marks them as undone.
  public let created: [RecordAddress]
  /// The document as it now stands.
  public let document: Document
}
