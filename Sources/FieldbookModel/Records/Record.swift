/// A record as the program works with it: the declared fields, and the records inside it.
///
/// What a document holds besides (members that this version does not know) stays with the storage and is
/// written back.
public struct Record: Sendable, Hashable {
  /// Its identity: a `RecordID`'s text, or for a judgement the id of its area.
  public let id: String
  /// The declared fields that are present and readable.
  public var values: [String: FieldValue]
  /// The id of the write that each field came from.
  public var writes: [String: String]
  /// Records inside it, by the plural of their kind and their id.
  public var parts: [String: [String: Record]] {
    didSet { inOrder = RecordParts() }
  }
  private var inOrder = RecordParts()

  /// A record; see the properties.
  public init(
    id: String, values: [String: FieldValue] = [:], writes: [String: String] = [:],
    parts: [String: [String: Record]] = [:]
  ) {
    self.id = id
    self.values = values
    self.writes = writes
    self.parts = parts
  }

  /// The text in a field, empty when there is none.
  public func text(_ field: String) -> String {
    if case .text(let text) = values[field] { text } else { "" }
  }

  /// The texts in a field, none when there are none.
  public func texts(_ field: String) -> [String] {
    if case .texts(let texts) = values[field] { texts } else { [] }
  }

  /// The day in a field.
  public func date(_ field: String) -> CalendarDate? {
    if case .date(let date) = values[field] { date } else { nil }
  }

  /// The moment in a field.
  public func instant(_ field: String) -> Instant? {
    if case .instant(let instant) = values[field] { instant } else { nil }
  }

  /// Whether a flag is set.
  public func flag(_ field: String) -> Bool { values[field] == .flag(true) }

  /// Whether a field holds anything.
  public func has(_ field: String) -> Bool { values[field].map { !$0.isEmpty } ?? false }

  /// Whether it was withdrawn: shown, no longer counted.
  public var isWithdrawn: Bool { has("withdrawn") }

  /// Whether its making was undone: not shown at all.
  public var isUndone: Bool { flag("undone") }

  /// Whether it counts.
  public var counts: Bool { !isWithdrawn && !isUndone }

  /// The records inside it of one kind, oldest first; those whose making was undone are left out.
  public func parts(_ plural: String) -> [Record] { inOrder.parts(plural, of: parts[plural] ?? [:]) }

  /// Whether they hold the same.
  public static func == (a: Record, b: Record) -> Bool {
    a.id == b.id && a.values == b.values && a.writes == b.writes && a.parts == b.parts
  }

  /// Hashes what it holds.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(values)
    hasher.combine(writes)
    hasher.combine(parts)
  }
}
