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

/// A school as the register describes it.
public struct School: Hashable, Sendable {
  /// Its reference number.
  public var urn: URN
  /// Its name.
  public var name: String
  /// Whether it is one of the group's.
  public var isOurs: Bool
  /// Whether the register still lists it.
  public var isInRegister: Bool
  /// The register's own word for its phase.
  public var registeredPhase: String
  /// The type of establishment, `Academy converter`.
  public var type: String
  /// `Open`, `Closed`…
  public var status: String
  /// The code of its local authority.
  public var laCode: String
  /// The name of its local authority.
  public var laName: String
  /// The name of its trust, empty when it has none.
  public var trust: String
  /// The youngest age it teaches.
  public var lowAge: Int?
  /// The oldest age it teaches.
  public var highAge: Int?
  /// Pupils on roll.
  public var roll: Int?
  /// Places.
  public var capacity: Int?
  /// The rating of its last inspection in the register's words, empty when the register does not say.
  public var inspectionRating: String
  /// The day of its last inspection.
  public var inspectionDate: CalendarDate?
  /// The day on which it opened under its number; for an academy, the day on which it became one.
  public var openDate: CalendarDate?
  /// Town and postcode.
  public var place: String
  /// Reference numbers under which results of it are kept, besides its own.
  public var previousURNs: [URN]
  /// Where the register says so.
  public var source: FactPlace?

  /// A school of which only reference and name are known.
  public init(urn: URN, name: String) {
    self.urn = urn
    self.name = name
    isOurs = false
    isInRegister = false
    registeredPhase = ""
    type = ""
    status = ""
    laCode = ""
    laName = ""
    trust = ""
    inspectionRating = ""
    place = ""
    previousURNs = []
  }

  /// Its phase, by its ages.
  public var phase: Phase { Phase(lowAge: lowAge, highAge: highAge, registered: registeredPhase) }

  /// The kind of school it is to the census; nil where its figures of England have none.
  public var kind: SchoolKind? {
    if type.lowercased().contains("special") { return .special }
    switch phase {
    case .infant, .junior, .primary: return .primary
    case .secondary, .allThrough: return .secondary
    case .nursery, .middle, .sixteenPlus, .other: return nil
    }
  }

  /// `4–11`, empty when not known.
  public var ageRange: String {
    guard let lowAge, let highAge else { return "" }
    return "\(lowAge)–\(highAge)"
  }
}
