/// The phase of a school, reckoned from the ages it teaches, because registers call an infant school "Primary".
public enum Phase: String, CaseIterable, Sendable {
  case nursery
  case infant
  case junior
  case primary
  case middle
  case secondary
  case allThrough
  case sixteenPlus
  case other

  /// In words.
  public var title: String {
    switch self {
    case .allThrough: "All-through"
    case .sixteenPlus: "16 plus"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  /// Four letters or so for a narrow column.
  public var shortTitle: String {
    switch self {
    case .nursery: "Nur"
    case .infant: "Inf"
    case .junior: "Jun"
    case .primary: "Prim"
    case .middle: "Mid"
    case .secondary: "Sec"
    case .allThrough: "All"
    case .sixteenPlus: "16+"
    case .other: "–"
    }
  }

  /// Whether its pupils sit the tests at the end of key stage 2.
  public var hasKeyStage2: Bool {
    switch self {
    case .junior, .primary, .middle, .allThrough, .other: true
    case .nursery, .infant, .secondary, .sixteenPlus: false
    }
  }

  /// Reckoned from the statutory ages; without them from the register's own word.
  public init(lowAge: Int?, highAge: Int?, registered: String) {
    guard let low = lowAge, let high = highAge, high > low else {
      self = Phase(registered: registered)
      return
    }
    let word = registered.lowercased()
    if word.hasPrefix("middle") {
      self = .middle
    } else if high <= 5 {
      self = .nursery
    } else if high <= 8 {
      self = .infant
    } else if low >= 6, high <= 12 {
      self = .junior
    } else if high <= 12 {
      self = .primary
    } else if low >= 16 {
      self = .sixteenPlus
    } else if low >= 10 {
      self = .secondary
    } else if low >= 8, high <= 14 {
      self = .middle
    } else {
      self = .allThrough
    }
  }

  private init(registered: String) {
    switch registered.lowercased() {
    case "nursery": self = .nursery
    case "primary": self = .primary
    case "secondary": self = .secondary
    case "all-through": self = .allThrough
    case "16 plus": self = .sixteenPlus
    case let word where word.hasPrefix("middle"): self = .middle
    default: self = .other
    }
  }
}
