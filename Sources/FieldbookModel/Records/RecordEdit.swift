/// Where a record is: a document, or a record inside a document.
public struct RecordAddress: Hashable, Sendable {
  /// The plural of the document's kind, which is its folder: `reviews`.
  public let folder: String
  /// The document's id.
  public let document: String
  /// The member that holds the record inside it and the record's id there; nil for the document itself.
  public let part: Part?

  /// A record inside a document.
  public struct Part: Hashable, Sendable {
    /// The plural of its kind: `evidence`.
    public let plural: String
    /// Its id.
    public let id: String

    /// A record in that member, under that id.
    public init(_ plural: String, _ id: String) {
      self.plural = plural
      self.id = id
    }
  }

  /// An address; see the properties.
  public init(folder: String, document: String, part: Part? = nil) {
    self.folder = folder
    self.document = document
    self.part = part
  }

  /// A review.
  public static func review(_ id: String) -> RecordAddress {
    RecordAddress(folder: "reviews", document: id)
  }

  /// A record inside a review.
  public static func inReview(_ id: String, _ plural: String, _ part: String) -> RecordAddress {
    RecordAddress(folder: "reviews", document: id, part: Part(plural, part))
  }

  /// An agreed action.
  public static func action(_ id: String) -> RecordAddress {
    RecordAddress(folder: "actions", document: id)
  }
}

/// One accepted edit of one document: what a person sees as one change, saved and undone as one.
public struct RecordEdit: Hashable, Sendable {
  /// The new values of some fields of one record; a nil value clears the field.
  public struct Change: Hashable, Sendable {
    /// Which record.
    public var address: RecordAddress
    /// Field name to new value.
    public var values: [String: FieldValue?]

    /// New values for a record.
    public init(_ address: RecordAddress, _ values: [String: FieldValue?]) {
      self.address = address
      self.values = values
    }
  }

  /// What was done, in words, past tense: `Note added`.
  public var title: String
  /// The changes; all in the same document.
  public var changes: [Change]
  /// Whether `u` takes it back. Signing, which is no edit, never is.
  public var canBeUndone: Bool

  /// An edit; see the properties.
  public init(_ title: String, _ changes: [Change], canBeUndone: Bool = true) {
    self.title = title
    self.changes = changes
    self.canBeUndone = canBeUndone
  }
}
