import FieldbookModel
import TextUI

/// Bars beside numbers.
enum Trend {
  /// Bars from the lowest to the highest of three numbers or more, the earliest first; a dot where there is none.
  /// - Parameter least: what they span at least.
  static func bars(_ values: [Double?], least: Double = 20) -> Line {
    let text = TrendBars.text(values, least: least)
    return text.isEmpty ? Line() : Line(text, .quiet)
  }

  /// How far the bars span at least, for numbers of a unit.
  static func least(_ measure: Measure) -> Double { TrendBars.least(measure) }
}
