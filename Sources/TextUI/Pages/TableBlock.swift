import PlainText

/// Rows and columns, of which one row may be chosen. Only the rows in sight are asked for.
public struct TableBlock: Sendable {
  /// The columns, from the left.
  public var columns: [TableColumn]
  /// How many rows there are.
  public var rowCount: Int
  /// The row at an index from 0.
  public var row: @Sendable (Int) -> TableRow
  /// The chosen row.
  public var cursor: Int?
  /// Whether keys go here; only then is the chosen row reversed.
  public var hasFocus: Bool
  /// What stands under the heads of the columns when there are no rows.
  public var emptyText: [Line]

  /// Makes a table.
  public init(
    columns: [TableColumn], rowCount: Int, cursor: Int? = nil, hasFocus: Bool = true, emptyText: [Line] = [],
    row: @escaping @Sendable (Int) -> TableRow
  ) {
    self.columns = columns
    self.rowCount = max(0, rowCount)
    self.row = row
    self.cursor = cursor
    self.hasFocus = hasFocus
    self.emptyText = emptyText
  }
}

/// One column of a table and how it shares the width.
public struct TableColumn: Hashable, Sendable {
  /// The head of the column.
  public var title: String
  /// Columns of the screen below which it is left out rather than cut.
  public let minWidth: Int
  /// Columns of the screen that it would like.
  public let idealWidth: Int
  /// Where its cells and its head stand.
  public var alignment: TextAlignment
  /// The lowest is left out first when the screen is too narrow; of equals, the one furthest right.
  public var priority: Int
  /// Whether it takes a share of the width that is left over.
  public var grows: Bool
  /// `▲` or `▼` where the rows are sorted by it, else empty.
  public var sortMark: String
  /// What the column is called where it is read out, if that is not its head.
  public var spoken: String

  /// What the column is called where it is read out.
  var spokenTitle: String { spoken.isEmpty ? title : spoken }

  /// Makes a column; without an ideal width, the least is enough.
  public init(
    _ title: String, minWidth: Int, idealWidth: Int? = nil, alignment: TextAlignment = .left,
    priority: Int = 0,
    grows: Bool = false, sortMark: String = "", spoken: String = ""
  ) {
    self.title = title
    self.minWidth = min(max(1, minWidth), 2000)
    self.idealWidth = min(max(self.minWidth, idealWidth ?? minWidth), 2000)
    self.alignment = alignment
    self.priority = priority
    self.grows = grows
    self.sortMark = sortMark
    self.spoken = spoken
  }
}

/// One row of a table.
public struct TableRow: Hashable, Sendable {
  /// The cells, one for each column; missing ones are blank.
  public var cells: [Line]
  /// Whether it shows the `*` of a marked row.
  public var isMarked: Bool
  /// Whether its plain text is drawn as quiet.
  public var isQuiet: Bool

  /// Makes a row.
  public init(_ cells: [Line], isMarked: Bool = false, isQuiet: Bool = false) {
    self.cells = cells
    self.isMarked = isMarked
    self.isQuiet = isQuiet
  }
}
