/// Rows of text, of which one may be chosen. Only the rows in sight are asked for.
public struct ListBlock: Sendable {
  /// How many rows there are.
  public var rowCount: Int
  /// The row at an index from 0.
  public var row: @Sendable (Int) -> Line
  /// The chosen row.
  public var cursor: Int?
  /// Whether the cursor may stand on a row; headings among the rows refuse it.
  public var isFocusable: @Sendable (Int) -> Bool
  /// Whether keys go here; only then is the chosen row reversed.
  public var hasFocus: Bool
  /// What stands there when there are no rows.
  public var emptyText: [Line]

  /// Makes a list.
  public init(
    rowCount: Int, cursor: Int? = nil, hasFocus: Bool = true, emptyText: [Line] = [],
    isFocusable: @escaping @Sendable (Int) -> Bool = { _ in true }, row: @escaping @Sendable (Int) -> Line
  ) {
    self.rowCount = max(0, rowCount)
    self.row = row
    self.cursor = cursor
    self.isFocusable = isFocusable
    self.hasFocus = hasFocus
    self.emptyText = emptyText
  }

  /// Makes a list of lines.
  public init(_ lines: [Line], cursor: Int? = nil, hasFocus: Bool = true) {
    self.init(rowCount: lines.count, cursor: cursor, hasFocus: hasFocus) { lines[$0] }
  }
}
