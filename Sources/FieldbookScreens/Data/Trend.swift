import FieldbookModel
import TextUI

/// A row of numbers as a row of bars, beside the numbers themselves. Without its own signs a terminal shows `_-=#`.
enum Trend {
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Bars from the lowest to the highest of three numbers or more, the earliest first; a dot where there is none.
  ///
  /// Numbers that differ little are not drawn as if they differed much: the bars span at least `least`.
  static func bars(_ values: [Double?], least: Double = 20) -> Line {
    let known = values.compactMap(\.self)
    guard values.count > 2, known.count > 1, let low = known.min(), let high = known.max() else {
      return Line()
    }
    let span = max(high - low, least)
    let bottom = (low + high - span) / 2
    let text = values.map { value -> Character in
      guard let value else { return "·" }
      let place = Int(((value - bottom) / span * Double(bars.count - 1)).rounded())
      return bars[min(bars.count - 1, max(0, place))]
    }
    return Line(String(text), .quiet)
  }

  /// How far the bars span at least, for numbers of a unit.
  static func least(_ measure: Measure) -> Double {
    switch measure.unit {
    case .percent: measure.isShareOfPupils ? 20 : 4
    case .scaledScore, .average: 6
    case .progress, .points: 4
    case .pupils, .pounds, .times, .rate, .band, .grade: 1
    }
  }
}
