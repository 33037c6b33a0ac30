/// One of the six half-terms of an academic year.
public struct HalfTerm: Hashable, Comparable, Sendable {
  /// The six, in the order in which they come.
  public enum Part: Int, CaseIterable, Sendable {
    case autumn1 = 1
    case autumn2
    case spring1
    case spring2
    case summer1
    case summer2

    /// `Autumn 1`.
    public var title: String {
      switch self {
      case .autumn1: "Autumn 1"
      case .autumn2: "Autumn 2"
      case .spring1: "Spring 1"
      case .spring2: "Spring 2"
      case .summer1: "Summer 1"
      case .summer2: "Summer 2"
      }
    }
  }

  /// The academic year it belongs to.
  public let year: AcademicYear
  /// Which of the six.
  public let part: Part

  /// A half-term of a year.
  public init(year: AcademicYear, part: Part) {
    self.year = year
    self.part = part
  }

  /// `Autumn 1 2026/27`.
  public var title: String { "\(part.title) \(year.text)" }

  /// Earlier half-terms come first.
  public static func < (a: HalfTerm, b: HalfTerm) -> Bool {
    (a.year, a.part.rawValue) < (b.year, b.part.rawValue)
  }
}
