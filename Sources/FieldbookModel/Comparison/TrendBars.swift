/// A row of numbers as a row of bars, to stand beside the numbers themselves. Without its own signs a terminal shows
/// `_-=#`.
public enum TrendBars {
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Bars from the lowest to the highest of three numbers or more, the earliest first; a dot where there is none.
  ///
  /// Numbers that differ little are not drawn as if they differed much.
  /// - Parameter least: what the bars span at least.
  /// - Returns: nothing where there are not two numbers among three.
  public static func text(_ values: [Double?], least: Double = 20) -> String {
    let known = values.compactMap(\.self)
    guard values.count > 2, known.count > 1, let low = known.min(), let high = known.max() else { return "" }
    let span = max(high - low, least)
    let bottom = (low + high - span) / 2
    return String(
      values.map { value -> Character in
        guard let value else { return "·" }
        let place = Int(((value - bottom) / span * Double(bars.count - 1)).rounded())
        return bars[min(bars.count - 1, max(0, place))]
      })
  }

  /// How far the bars span at least, for numbers of a unit.
  public static func least(_ measure: Measure) -> Double {
    switch measure.unit {
    case .percent: measure.isShareOfPupils ? 20 : 4
    case .scaledScore, .average: 6
    case .progress, .points: 4
    case .pupils, .pounds, .times, .rate, .band, .grade: 1
    }
  }
}
