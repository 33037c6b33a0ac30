/// A record as the program works with it: the declared fields, and the records inside it.
///
/// What a document holds besides (members that this version does not know) stays with the storage and is
/// written back.
public struct Record: Sendable, Hashable {
  /// Where its content is.
  private enum Content: Sendable {
    case here(values: [String: FieldValue], parts: [String: [String: Record]])
    case stored(any StoredRecord)
  }

  /// Its identity: a `RecordID`'s text, or for a judgement the id of its area.
  public let id: String
  private var content: Content
  /// Its parts in their order, as far as somebody has asked for them.
  private var ordered = RecordParts()

  /// A record; see the properties.
  public init(id: String, values: [String: FieldValue] = [:], parts: [String: [String: Record]] = [:]) {
    self.id = id
    content = .here(values: values, parts: parts)
  }

  /// A record that lies elsewhere, told as it is asked for.
  public init(id: String, stored: any StoredRecord) {
    self.id = id
    content = .stored(stored)
  }

  /// The declared fields that are present and readable.
  public var values: [String: FieldValue] {
    get {
      switch content {
      case .here(let values, _): values
      case .stored(let record): record.values
      }
    }
    set { content = .here(values: newValue, parts: parts) }
  }

  /// Records inside it, by the plural of their kind and their id.
  public var parts: [String: [String: Record]] {
    get {
      switch content {
      case .here(_, let parts): parts
      case .stored(let record): Record.parts(of: record)
      }
    }
    set {
      content = .here(values: values, parts: newValue)
      ordered = RecordParts()
    }
  }

  /// Two records are equal when they say the same, wherever they lie.
  public static func == (a: Record, b: Record) -> Bool {
    guard a.id == b.id else { return false }
    if case .stored(let one) = a.content, case .stored(let other) = b.content, one === other { return true }
    return a.values == b.values && a.parts == b.parts
  }

  /// Hashes the id, which tells records apart but for different states of one.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// What a field holds.
  public func value(_ field: String) -> FieldValue? {
    switch content {
    case .here(let values, _): values[field]
    case .stored(let record): record.value(field)
    }
  }

  /// The text in a field, empty when there is none.
  public func text(_ field: String) -> String {
    if case .text(let text) = value(field) { text } else { "" }
  }

  /// The texts in a field, none when there are none.
  public func texts(_ field: String) -> [String] {
    if case .texts(let texts) = value(field) { texts } else { [] }
  }

  /// The day in a field.
  public func date(_ field: String) -> CalendarDate? {
    if case .date(let date) = value(field) { date } else { nil }
  }

  /// The moment in a field.
  public func instant(_ field: String) -> Instant? {
    if case .instant(let instant) = value(field) { instant } else { nil }
  }

  /// The number in a field.
  public func number(_ field: String) -> Double? {
    if case .number(let number) = value(field) { number } else { nil }
  }

  /// Whether a flag is set.
  public func flag(_ field: String) -> Bool { value(field) == .flag(true) }

  /// Whether a field holds anything.
  public func has(_ field: String) -> Bool { value(field).map { !$0.isEmpty } ?? false }

  /// Whether it was withdrawn: shown, no longer counted.
  public var isWithdrawn: Bool { has("withdrawn") }

  /// Whether its making was undone: not shown at all.
  public var isUndone: Bool { flag("undone") }

  /// Whether it counts.
  public var counts: Bool { !isWithdrawn && !isUndone }

  /// The records inside it of one kind, oldest first; those whose making was undone are left out.
  public func parts(_ plural: String) -> [Record] {
    switch content {
    case .here(_, let parts): ordered.parts(plural, of: parts[plural] ?? [:])
    case .stored(let record): (record.parts(plural) ?? []).filter { !$0.isUndone }
    }
  }

  /// One of the records inside it, also when its making was undone.
  public func part(_ plural: String, _ id: String) -> Record? {
    switch content {
    case .here(_, let parts): parts[plural]?[id]
    case .stored(let record): record.part(plural, id)
    }
  }

  private static func parts(of record: any StoredRecord) -> [String: [String: Record]] {
    var parts: [String: [String: Record]] = [:]
    for plural in record.partKinds {
      parts[plural] = record.parts(plural).map { records in
        Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      }
    }
    return parts
  }

  /// Records in the order in which they are told: oldest first.
  public static func inOrder(_ records: [String: Record]) -> [Record] {
    records.values.map { ($0.instant("at")?.milliseconds ?? 0, $0) }
      .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }
}
