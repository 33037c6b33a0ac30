import FieldbookModel
import PlainText
import TextUI

/// A column of a table, declared once: heading, width, filter, sort and cell come from it.
struct Column<Row: Sendable>: Sendable {
  /// Its id in remembered choices and in actions: it never changes.
  let id: String
  /// The heading.
  let title: String
  /// What it is called inside a sentence: `late actions`.
  let words: String
  /// What line mode calls it, where the heading is too short to be heard.
  var spoken = ""
  /// What it holds.
  let kind: ColumnKind
  var alignment = TextAlignment.left
  var minWidth: Int
  var idealWidth: Int
  /// The lowest is left out first on a narrow screen.
  var priority: Int
  var grows = false
  /// Whether it is shown until somebody chooses otherwise.
  var isUsual = true
  /// Whether sorting by it begins with the most.
  var isMostFirst = false
  /// Whether what it holds changes when a record does.
  var isOfRecords = false
  /// What a row holds in it.
  let value: @Sendable (Row) -> ColumnValue
  /// What its values are called in the list of values; without it, the value's own label.
  var labels: (@Sendable (Row) -> [String])?
  /// Rows of different groups are not compared by it: they stay apart, in the order of the groups.
  var group: (@Sendable (Row) -> Int)?
  /// How a row shows it; without it, the value's label.
  var cell: (@Sendable (Row) -> Line)?

  /// The names of what a row holds, none where it holds nothing.
  func labels(of row: Row) -> [String] {
    if let labels { return labels(row) }
    let label = value(row).label
    return label.isEmpty ? [] : [label]
  }

  func cell(of row: Row) -> Line {
    cell?(row) ?? Line(value(row).label)
  }

  func admits(_ row: Row, _ filter: ColumnFilter) -> Bool {
    filter.admits(value(row), labels: labels(of: row))
  }

  /// What may be said of it without knowing its rows.
  var description: ColumnDescription {
    ColumnDescription(
      id: id, title: title.isEmpty ? words.capitalisedFirst : title, words: words, kind: kind,
      isUsual: isUsual)
  }
}

extension Column {
  /// A column of plain words.
  static func words(
    _ id: String, _ title: String, _ words: String, _ least: Int, _ ideal: Int, priority: Int = 2,
    grows: Bool = false, isUsual: Bool = true, style: Style = .plain,
    _ text: @escaping @Sendable (Row) -> String
  ) -> Column {
    Column(
      id: id, title: title, words: words, kind: .words, minWidth: least, idealWidth: ideal,
      priority: priority, grows: grows, isUsual: isUsual, value: { ColumnValue(text($0)) },
      cell: { Line(text($0), style) })
  }
}

/// What a column holds.
enum ColumnKind: Hashable, Sendable {
  case words
  case numbers
  case days

  /// How ranges are read; nil where there are none.
  var range: ValueRange.Kind? {
    switch self {
    case .words: nil
    case .numbers: .numbers
    case .days: .days
    }
  }
}

/// What a screen needs to know of a column to offer it.
struct ColumnDescription: Hashable, Sendable {
  let id: String
  let title: String
  let words: String
  let kind: ColumnKind
  let isUsual: Bool
}

/// A value that occurs in a column, and in how many rows.
struct ValueCount: Hashable, Sendable {
  let label: String
  let count: Int
}

/// A table, declared once.
struct RowTable<Row: Sendable>: Sendable {
  /// Its id in remembered choices.
  let id: String
  /// What a row is: `school`.
  let noun: String
  /// Its columns, in their usual order; the first names a row.
  let columns: [Column<Row>]
  /// The order when nobody chose another.
  let usualSort: [ColumnSort]
  /// The column by which rows that are otherwise equal are ordered; without it, the latest made comes first.
  let tieBreaker: String?
  /// What a row is found by.
  let searchText: @Sendable (Row) -> String
  /// Whether its rows or what they are found by change when a record does.
  let isOfRecords: Bool

  subscript(column: String) -> Column<Row>? { columns.first { $0.id == column } }
}

/// How a table stands in this session: what is remembered, and what is marked.
public struct TableState: Hashable, Sendable {
  /// Filter, order and columns.
  public var choices = TableChoices()
  /// The marked rows, by id.
  public var marks: Set<String> = []
  /// Whether only marked rows are shown.
  public var showsOnlyMarked = false
  /// The filter that Esc took away, to be brought back.
  public var filtersBefore: [ColumnFilter] = []

  /// A table as it first is.
  public init(choices: TableChoices = TableChoices()) {
    self.choices = choices
  }
}
