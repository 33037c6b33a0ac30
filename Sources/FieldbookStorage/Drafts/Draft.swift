import FieldbookModel

/// Text that is being typed, or was when the program ended.
public struct Draft: Sendable, Hashable {
  /// Its id.
  public let id: String
  /// Where it belongs, as the session likes to say it: form, school, review, area, record.
  public let context: [String: String]
  /// When it was begun.
  public let startedAt: Instant
  /// Field to text.
  public internal(set) var texts: [String: String]

  /// A draft; see the properties.
  public init(id: String, context: [String: String], startedAt: Instant, texts: [String: String]) {
    self.id = id
    self.context = context
    self.startedAt = startedAt
    self.texts = texts
  }
}
