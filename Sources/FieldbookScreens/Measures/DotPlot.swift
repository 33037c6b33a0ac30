import FieldbookModel
import TextUI

/// A line on which a figure is a dot: where it is, how sure it is, and where other schools and England are.
///
/// It is drawn with characters that every terminal can stand in for, and says nothing that is not also a number in the
/// same row.
struct DotPlot {
  /// The lowest and the highest figure that have a place on the line.
  let range: ClosedRange<Double>
  /// Columns of the screen.
  let width: Int
  /// Where half of all schools of the phase lie.
  var middleHalf: ClosedRange<Double>?
  /// England’s figure.
  var england: Double?

  /// The room that some figures need; of percentages to the full ten on either side.
  static func range(of figures: [Double], unit: Measure.Unit?) -> ClosedRange<Double> {
    guard let low = figures.min(), let high = figures.max() else { return 0...1 }
    if unit == .percent, high > low {
      return ((low / 10).rounded(.down) * 10)...((high / 10).rounded(.up) * 10)
    }
    let margin = high > low ? (high - low) * 0.05 : max(1, abs(high) * 0.1)
    return (low - margin)...(high + margin)
  }

  /// The line of one school; blank where it has no figure.
  func line(value: Double?, lower: Double? = nil, upper: Double? = nil) -> Line {
    var cells = background()
    if let lower, let upper {
      let (from, to) = (place(lower), place(upper))
      for cell in from...max(from, to) { cells[cell] = ("─", .plain) }
      cells[from] = ("├", .plain)
      cells[max(from, to)] = ("┤", .plain)
    }
    if let value { cells[place(value)] = ("●", .accent) }
    return cells.reduce(into: Line()) { $0 += Line($1.0, $1.1) }
  }

  /// The ends of the line in figures.
  func axis(_ words: (Double) -> String) -> Line {
    let (low, high) = (words(range.lowerBound), words(range.upperBound))
    return Line(low + String(repeating: " ", count: max(1, width - low.count - high.count)) + high, .quiet)
  }

  private func background() -> [(String, Style)] {
    var cells = Array(repeating: (" ", Style.plain), count: width)
    if let half = middleHalf {
      for cell in place(half.lowerBound)...place(half.upperBound) { cells[cell] = (".", .quiet) }
    }
    if let england { cells[place(england)] = ("│", .quiet) }
    return cells
  }

  private func place(_ value: Double) -> Int {
    let share = (value - range.lowerBound) / max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
    return min(width - 1, max(0, Int((share * Double(width - 1)).rounded())))
  }
}
