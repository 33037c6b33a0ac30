import FieldbookModel

/// The schools of a trust that can be set side by side: those of one phase; special schools and alternative provision by
/// themselves.
enum TrustPart: String, CaseIterable, Sendable {
  case primary
  case secondary
  case special

  /// In words.
  var title: String { rawValue.capitalisedFirst }

  /// Whether a school is one of them. A school of all ages is among the primary and among the secondary schools.
  func holds(_ school: School) -> Bool {
    let sector = Peers(of: school).sector
    guard sector == .mainstream || sector == .independent else { return self == .special }
    switch school.phase {
    case .nursery, .infant, .junior, .primary, .other: return self == .primary
    case .secondary, .sixteenPlus: return self == .secondary
    case .middle, .allThrough: return self != .special
    }
  }

  /// The parts that any of our schools is in, in their order.
  static func all(in facts: Facts) -> [TrustPart] {
    let ours = facts.ours
    return allCases.filter { part in ours.contains(where: part.holds) }
  }

  /// Whether a measure of a year group is one of theirs: up to Year 6 of primary schools, above it of secondary ones.
  func hasMeasure(_ measure: Measure) -> Bool {
    guard let year = measure.yearGroup?.number else { return true }
    switch self {
    case .primary: return year <= 6
    case .secondary: return year >= 7
    case .special: return true
    }
  }
}
