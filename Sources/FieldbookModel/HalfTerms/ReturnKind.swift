/// What a school's own half-termly return says of a year group: how many reached a level, how often pupils were away.
public indirect enum ReturnKind: Hashable, Sendable {
  /// Per cent of those assessed who are at the expected level of their scale or above.
  case expected
  /// Per cent of those assessed who are at the higher level of their scale or above.
  case higher
  /// The mean of those assessed, on a scale of numbers.
  case average
  /// How many were assessed.
  case assessed
  /// How many are on roll.
  case roll
  /// How many are at one level, by the level's id.
  case level(String)
  /// Attendance or behaviour: a share or a rate.
  case conduct(Conduct)
  /// How often what a share or a rate counts happened, or how many pupils it counts.
  case count(Conduct)
  /// What the count of a share is out of, where that is not the roll.
  case outOf(Conduct)
  /// The same as a target, a prediction or a flight path says it should be or will be: never what a school is measured by.
  case aim(ReturnKind)

  /// Attendance and behaviour, in the order in which they are listed.
  public enum Conduct: String, CaseIterable, Sendable {
    case absence
    case unauthorised
    case persistent
    case severe
    case suspensions
    case suspended
    case exclusions
    case removals
    case removed
    case partTime
    case offRoll

    /// What it counts.
    public enum Counts: Sendable {
      /// Sessions (half-days), out of those that could have been attended.
      case sessions
      /// Pupils, out of those on roll.
      case pupils
      /// Events, for every 100 pupils on roll.
      case events
    }

    /// What it counts.
    public var counts: Counts {
      switch self {
      case .absence, .unauthorised: .sessions
      case .suspensions, .exclusions, .removals: .events
      case .persistent, .severe, .suspended, .removed, .partTime, .offRoll: .pupils
      }
    }
  }

  /// The kind of that name, `expected`, `level.greaterDepth`, `absence`, `absence.count`; nil when there is none.
  public init?(id: String) {
    switch id {
    case "expected": self = .expected
    case "higher": self = .higher
    case "average": self = .average
    case "assessed": self = .assessed
    case "roll": self = .roll
    default:
      if id.hasPrefix("aim.") {
        guard let kind = ReturnKind(id: String(id.dropFirst(4))), !kind.isAim else { return nil }
        self = .aim(kind)
        return
      }
      let parts = id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2, parts[0] == "level", !parts[1].isEmpty {
        self = .level(parts[1])
      } else if let conduct = Conduct(rawValue: parts[0]), parts.count <= 2 {
        switch parts.dropFirst().first {
        case nil: self = .conduct(conduct)
        case "count": self = .count(conduct)
        case "of": self = .outOf(conduct)
        default: return nil
        }
      } else {
        return nil
      }
    }
  }

  /// Whether it counts some of a group's pupils.
  var countsPupils: Bool {
    switch self {
    case .level: true
    case .count(let conduct): conduct.counts == .pupils
    case .aim(let kind): kind.countsPupils
    default: false
    }
  }

  /// Whether it says which part of the pupils it rests on, so that a change can be said in children.
  var isShareOfPupils: Bool {
    switch self {
    case .expected, .higher: true
    case .conduct(let conduct): conduct.counts == .pupils
    default: false
    }
  }

  /// Whether it counts those at one level.
  var isLevel: Bool {
    switch self {
    case .level: true
    case .aim(let kind): kind.isLevel
    default: false
    }
  }

  /// The share that a count is behind; nil for what is no such count.
  var share: ReturnKind? {
    switch self {
    case .count(let conduct): .conduct(conduct)
    case .aim(let kind): kind.share.map { .aim($0) }
    default: nil
    }
  }

  /// Its name in ids.
  public var id: String {
    switch self {
    case .expected: "expected"
    case .higher: "higher"
    case .average: "average"
    case .assessed: "assessed"
    case .roll: "roll"
    case .level(let level): "level.\(level)"
    case .conduct(let conduct): conduct.rawValue
    case .count(let conduct): "\(conduct.rawValue).count"
    case .outOf(let conduct): "\(conduct.rawValue).of"
    case .aim(let kind): "aim.\(kind.id)"
    }
  }

  /// Whether it says what should be or will be, rather than what is.
  public var isAim: Bool { if case .aim = self { true } else { false } }
}
