/// The schools that one can fairly be set among: of its phase and of its sector.
///
/// Independent schools stand in the same tables with results of 0% where they take qualifications that do not count,
/// and special schools with pupils unlike any other’s; among them a school would look better than it is.
public struct Peers: Hashable, Sendable {
  /// Who runs schools of a sort, as far as it matters for what they can be compared with.
  public enum Sector: Hashable, Sendable {
    /// State-funded mainstream schools.
    case mainstream
    /// Special schools, whoever runs them.
    case special
    /// Pupil referral units and other alternative provision.
    case alternative
    /// Independent schools.
    case independent
  }

  /// The phase, by age range.
  public let phase: Phase
  /// The sector, by the type of establishment.
  public let sector: Sector

  /// The schools of a phase and a sector.
  public init(phase: Phase, sector: Sector = .mainstream) {
    self.phase = phase
    self.sector = sector
  }

  /// The schools that one can be set among.
  public init(of school: School?) {
    phase = school?.phase ?? .other
    sector = school.map { Sector(type: $0.type) } ?? .mainstream
  }

  /// Whether a school is one of them.
  public func holds(_ school: School?) -> Bool { school.map { Peers(of: $0) == self } ?? false }

  /// In words: `primary schools`, `special schools (secondary)`.
  public var words: String {
    let phase = phase == .other ? "" : phase.title.lowercased()
    switch sector {
    case .mainstream: return phase.isEmpty ? "schools of no one phase" : "state-funded \(phase) schools"
    case .special: return "special schools" + (phase.isEmpty ? "" : " (\(phase))")
    case .alternative: return "alternative provision" + (phase.isEmpty ? "" : " (\(phase))")
    case .independent: return "independent schools" + (phase.isEmpty ? "" : " (\(phase))")
    }
  }
}

extension Peers.Sector {
  /// By the register’s words for the type of establishment.
  init(type: String) {
    self = Self.signs.first { Self.holds(type, $0.words) }?.sector ?? .mainstream
  }

  /// Words in a type of establishment, the first that is there deciding.
  private static let signs: [(words: StaticString, sector: Self)] = [
    ("special", .special), ("independent", .independent), ("referral", .alternative),
    ("alternative provision", .alternative),
  ]

  /// Whether a type holds such words, in whatever case: by bytes, because all of England is asked.
  private static func holds(_ type: String, _ words: StaticString) -> Bool {
    var type = type
    return type.withUTF8 { text in
      words.withUTF8Buffer { words in
        guard text.count >= words.count else { return false }
        return (0...(text.count - words.count)).contains { start in
          words.indices.allSatisfy { text[start + $0] | 0x20 == words[$0] }
        }
      }
    }
  }
}
