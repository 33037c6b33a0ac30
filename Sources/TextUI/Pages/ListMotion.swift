/// A way to move the cursor of a list or a table.
public enum ListMotion: Hashable, Sendable, CaseIterable {
  /// To the row above.
  case up
  /// To the row below.
  case down
  /// As many rows up as are in sight.
  case pageUp
  /// As many rows down as are in sight.
  case pageDown
  /// To the first row.
  case first
  /// To the last row.
  case last

  /// The row that the cursor comes to; it passes over rows that refuse it, and stays where there is no other.
  /// `nil` when no row takes it.
  public func row(
    from cursor: Int?, rowCount: Int, pageHeight: Int, isFocusable: (Int) -> Bool = { _ in true }
  ) -> Int? {
    guard rowCount > 0 else { return nil }
    let last = rowCount - 1
    let start = min(max(0, cursor ?? 0), last)
    let page = min(max(1, pageHeight), rowCount)
    let target =
      switch self {
      case .up: cursor == nil ? start : max(0, start - 1)
      case .down: cursor == nil ? start : min(last, start + 1)
      case .pageUp: max(0, start - page)
      case .pageDown: min(last, start + page)
      case .first: 0
      case .last: last
      }
    let isDownwards = self == .first || target > start || cursor == nil
    let above = (0...target).reversed().lazy
    let below = (target...last).lazy
    return isDownwards
      ? below.first(where: isFocusable) ?? above.first(where: isFocusable)
      : above.first(where: isFocusable) ?? below.first(where: isFocusable)
  }
}
