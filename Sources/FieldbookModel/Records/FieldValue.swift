/// What one field of a record holds.
public enum FieldValue: Hashable, Sendable {
  case text(String)
  case date(CalendarDate)
  case instant(Instant)
  case flag(Bool)
  case texts([String])
  case number(Double)

  /// Whether it holds nothing a reader could see.
  public var isEmpty: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .texts(let texts): texts.isEmpty
    case .date, .instant, .flag, .number: false
    }
  }
}
