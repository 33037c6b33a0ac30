/// How large a screen is, in columns and rows. It is kept within limits, so that sums over it cannot overflow.
public struct TerminalSize: Hashable, Sendable {
  /// Columns, 0 to 2,000.
  public let columns: Int
  /// Rows, 0 to 1,000.
  public let rows: Int

  /// Makes a size; what is out of bounds is brought to the nearest bound.
  public init(columns: Int, rows: Int) {
    self.columns = min(max(0, columns), 2000)
    self.rows = min(max(0, rows), 1000)
  }
}

/// A cell of a canvas: row and column, both from 0.
public struct CellPlace: Hashable, Sendable {
  /// The row from the top, from 0.
  public var row: Int
  /// The column from the left, from 0.
  public var column: Int

  /// Makes a place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
