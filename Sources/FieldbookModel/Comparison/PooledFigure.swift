/// The same figure of several schools as one: each school's value weighted by the pupils it rests on.
///
/// It is the mean of the values weighted by n, and of a percentage so the share among all pupils of the schools
/// together. Schools without a value or without a number of pupils are not in it; how many are is always said with it.
/// A difference is only that of schools with both points, so that a school more or less is no change.
public struct PooledFigure: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// The pupils it rests on.
  public let pupils: Int
  /// The schools that are in it.
  public let schools: Int
  /// The schools that could be.
  public let asked: Int
  /// The difference from the same point a year before, over the schools that have both.
  public let difference: Double?
  /// How many those are.
  public let compared: Int

  /// Several figures as one; nil where they cannot be put together, or where there are none.
  public init?(_ figures: [SchoolFigure]) {
    guard let measure = figures.first?.measure, PooledFigure.canPool(measure.unit) else { return nil }
    let there = figures.compactMap { PooledFigure.part($0.now) }
    guard let value = PooledFigure.mean(there) else { return nil }
    self.value = value
    pupils = there.reduce(0) { $0 + $1.pupils }
    schools = there.count
    // A school without that year group could not have it.
    asked = figures.count { $0.reason != .notApplicable }
    let both = figures.filter { $0.difference != nil && $0.now?.n != nil && $0.before?.n != nil }
    compared = both.count
    if let now = PooledFigure.mean(both.compactMap { PooledFigure.part($0.now) }),
      let before = PooledFigure.mean(both.compactMap { PooledFigure.part($0.before) })
    {
      difference = now - before
    } else {
      difference = nil
    }
  }

  private static func canPool(_ unit: Measure.Unit) -> Bool {
    switch unit {
    case .percent, .rate, .scaledScore, .progress, .average: true
    case .points, .band, .pupils, .pounds, .times, .grade: false
    }
  }

  private static func part(_ observation: Observation?) -> (value: Double, pupils: Int)? {
    guard let value = observation?.reading.value, let n = observation?.n, n > 0 else { return nil }
    return (value, n)
  }

  private static func mean(_ parts: [(value: Double, pupils: Int)]) -> Double? {
    let pupils = parts.reduce(0) { $0 + $1.pupils }
    guard pupils > 0 else { return nil }
    return parts.reduce(0) { $0 + $1.value * Double($1.pupils) } / Double(pupils)
  }
}

/// Whether a school's share lies further from that of all schools together than chance often brings.
public struct OutOfLine: Hashable, Sendable {
  /// Whether it lies above.
  public let isHigh: Bool
  /// Whether that is the way that is not better.
  public let isWorse: Bool

  /// How far from the common share a school's own must lie, in standard errors of a share of its number of pupils.
  public static let fewestErrors = 2.0

  /// Whether a figure is out of line with the pooled one; nil where it is not, or where that cannot be said: of what is
  /// no share of pupils, and of fewer than `Changes.fewestPupils`.
  public init?(_ figure: SchoolFigure, of pooled: PooledFigure) {
    guard figure.measure.isShareOfPupils, pooled.schools > 1, let value = figure.value, let n = figure.now?.n,
      n >= Changes.fewestPupils
    else { return nil }
    let share = pooled.value / 100
    let error = 100 * (share * (1 - share) / Double(n)).squareRoot()
    guard error > 0, abs(value - pooled.value) >= OutOfLine.fewestErrors * error else { return nil }
    isHigh = value > pooled.value
    switch figure.measure.better {
    case .up: isWorse = !isHigh
    case .down: isWorse = isHigh
    case .neither: isWorse = false
    }
  }

  /// `H` or `L` for higher or lower, `+` or `-` for better or worse.
  public var mark: String { (isHigh ? "H" : "L") + (isWorse ? "-" : "+") }
}
