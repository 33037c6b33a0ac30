/// One member of a record, declared once: forms, documents, `check` and the documentation come from it.
public struct RecordField: Sendable, Hashable {
  /// How the member is written, and what may be typed into it.
  public enum FieldType: Sendable, Hashable {
    /// One line of text.
    case line
    /// Text of any number of lines.
    case paragraph
    /// A day, `2026-12-02`.
    case date
    /// A moment, RFC 3339.
    case instant
    /// true or false.
    case flag
    /// A number.
    case number
    /// One of these words.
    case choice([String])
    /// A list of texts.
    case lines
    /// A school's URN, as text.
    case urn
    /// The id of another record of that kind.
    case link(to: String)
    /// Ids of other records of that kind.
    case links(to: String)
    /// The id of an area of the review's framework.
    case area
    /// Ids of areas of the review's framework.
    case areas
    /// A level of the area's scale, by its id.
    case grade
  }

  /// The member's name in the document.
  public let name: String
  /// What people call it, as a form shows it.
  public let title: String
  /// One sentence that says what belongs in it.
  public let help: String
  /// How it is written.
  public let type: FieldType
  /// Whether a document without it is broken.
  public let isRequired: Bool
  /// Whether a formal review needs it, though a note of visit does not.
  public let isRequiredInReviews: Bool
  /// The version of the document format that first had it.
  public let since: Int

  /// A field; see the properties.
  public init(
    _ name: String, _ title: String, _ type: FieldType, help: String, isRequired: Bool = false,
    isRequiredInReviews: Bool = false, since: Int = 1
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.help = help
    self.isRequired = isRequired
    self.isRequiredInReviews = isRequiredInReviews
    self.since = since
  }
}

/// A kind of record: what it is called, where it is kept, which fields it has, and which records live inside it.
public struct RecordKind: Sendable, Hashable {
  /// Its name in the singular, `review`.
  public let name: String
  /// Its folder under `records/` when it has documents of its own; else the member of its parent that holds it.
  public let plural: String
  /// One sentence that says what it is.
  public let help: String
  /// Its own fields.
  public let fields: [RecordField]
  /// Kinds whose records live inside one of this kind, in a member named by their plural, keyed by id.
  public let parts: [RecordKind]

  /// A kind; see the properties. Every kind has the `provenance` fields besides its own.
  public init(
    name: String, plural: String, help: String, fields: [RecordField], parts: [RecordKind] = []
  ) {
    self.name = name
    self.plural = plural
    self.help = help
    self.fields = fields + RecordKind.provenance
    self.parts = parts
  }

  /// The field with that name.
  public func field(_ name: String) -> RecordField? { fields.first { $0.name == name } }

  /// The kind of the parts kept in that member.
  public func part(_ plural: String) -> RecordKind? { parts.first { $0.plural == plural } }

  /// What every record carries: who made it and when, and whether it still counts.
  public static let provenance: [RecordField] = [
    RecordField("at", "Made", .instant, help: "When it was made."),
    RecordField("by", "Made by", .line, help: "Who made it."),
    RecordField("withdrawn", "Withdrawn", .paragraph, help: "Why it no longer counts. It stays readable."),
    RecordField("undone", "Undone", .flag, help: "True when its making was undone: shown nowhere."),
  ]
}
