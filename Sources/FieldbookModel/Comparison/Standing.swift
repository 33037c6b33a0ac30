/// Where a figure stands among the same figure of other schools: counted, not scored.
///
/// It is said as a count of schools (“better than 188 of 298”), because a percentile hides how many there are and how
/// many are level. Nothing is said of why a school stands where it does.
public struct Standing: Hashable, Sendable {
  /// Other schools whose figure is worse; where more is neither better nor worse, lower.
  public let below: Int
  /// Other schools with the very same figure.
  public let level: Int
  /// All other schools that have the figure.
  public let others: Int

  /// The percentile, 0 to 100: the share of all schools, this one among them, that stand below, those level with it
  /// counted by half (the mid-rank percentile); nil where there is nobody to stand among.
  public var percentile: Double? {
    guard others > 0 else { return nil }
    return (Double(below) + Double(level + 1) / 2) / Double(others + 1) * 100
  }
}

/// The same figure of many schools, in order, ready to be asked where one stands.
public struct FigureSpread: Hashable, Sendable {
  /// The figures, the lowest first.
  public let figures: [Double]

  /// A spread of figures in any order.
  public init(_ figures: [Double]) {
    self.figures = figures.sorted()
  }

  /// Where a school stands whose own figure is among these.
  /// - Parameters:
  ///   - value: its figure.
  ///   - better: which way is better; with `down`, higher figures are the worse ones.
  public func standing(of value: Double, better: Measure.Direction) -> Standing {
    let lower = place { $0 < value }
    let notHigher = place { $0 <= value }
    let level = max(0, notHigher - lower - 1)
    let others = max(0, figures.count - 1)
    return Standing(below: better == .down ? figures.count - notHigher : lower, level: level, others: others)
  }

  /// The figure below which so great a share of them lies, between two of them in proportion.
  ///
  /// The place is (count − 1) × share, as spreadsheets' `QUARTILE.INC` reckons; nil where there are none.
  public func quantile(_ share: Double) -> Double? {
    guard let last = figures.indices.last else { return nil }
    let place = Double(last) * min(1, max(0, share))
    let low = Int(place)
    let rest = place - Double(low)
    return figures[low] + (low < last ? (figures[low + 1] - figures[low]) * rest : 0)
  }

  /// How many from the first hold a condition that holds of the lowest and then no more.
  private func place(_ holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, figures.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(figures[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
