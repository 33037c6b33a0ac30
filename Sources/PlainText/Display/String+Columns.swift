/// Where a text stands in a space that is wider than it.
public enum TextAlignment: Hashable, Sendable {
  /// At the left.
  case left
  /// In the middle, one column further left where it does not come out even.
  case centre
  /// At the right.
  case right
}

extension StringProtocol {
  /// The text if it fits into so many columns, else its beginning and the ellipsis.
  /// Where not even the ellipsis fits, the beginning alone.
  public func clipped(to width: Int, ellipsis: String = "…") -> String {
    // A character of several bytes may take one column, but never does one take more columns than bytes.
    if utf8.count <= width || DisplayWidth.of(self) <= width { return String(self) }
    let room = width - DisplayWidth.of(ellipsis)
    return room >= 0 ? String(beginning(room)) + ellipsis : String(beginning(width))
  }

  /// The text with spaces added until it takes so many columns. What is wider stays as it is.
  public func padded(to width: Int, alignment: TextAlignment = .left) -> String {
    let missing = width - DisplayWidth.of(self)
    guard missing > 0 else { return String(self) }
    let before =
      switch alignment {
      case .left: 0
      case .centre: missing / 2
      case .right: missing
      }
    return String(repeating: " ", count: before) + self + String(repeating: " ", count: missing - before)
  }

  /// As many characters from the start as fit into so many columns.
  private func beginning(_ width: Int) -> SubSequence {
    if let count = DisplayWidth.columnsIfUsual(self) {
      return self[..<unicodeScalars.index(startIndex, offsetBy: Swift.max(0, Swift.min(count, width)))]
    }
    var columns = 0
    return prefix { character in
      columns += DisplayWidth.of(character)
      return columns <= width
    }
  }
}
