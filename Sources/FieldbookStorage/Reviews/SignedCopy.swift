import FieldbookModel

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
