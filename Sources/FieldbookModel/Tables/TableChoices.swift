/// How somebody wants to see a table: which rows, in which order, with which columns.
public struct TableChoices: Hashable, Sendable {
  /// What the rows are filtered by; a row is shown when it passes all of them.
  public var filters: [ColumnFilter]
  /// What the rows are sorted by, the first above the second; none for the table's own order.
  public var sort: [ColumnSort]
  /// The columns shown, from the left; none for the usual ones.
  public var columns: [ColumnPlace]

  /// Choices; without any, the table is as it first was.
  public init(filters: [ColumnFilter] = [], sort: [ColumnSort] = [], columns: [ColumnPlace] = []) {
    self.filters = filters
    self.sort = sort
    self.columns = columns
  }

  /// The filter of a column; an empty one where there is none.
  public func filter(of column: String) -> ColumnFilter {
    filters.first { $0.column == column } ?? ColumnFilter(column: column)
  }

  /// Takes a filter in the place of the column's own; an empty one takes it away.
  public mutating func setFilter(_ filter: ColumnFilter) {
    let place = filters.firstIndex { $0.column == filter.column }
    switch (place, filter.isEmpty) {
    case (let place?, true): filters.remove(at: place)
    case (let place?, false): filters[place] = filter
    case (nil, true): break
    case (nil, false): filters.append(filter)
    }
  }

  /// Sorts by a column; what was sorted by before comes second. The same column again turns round.
  public mutating func sortBy(_ column: String, isDescending: Bool) {
    if let first = sort.first, first.column == column {
      sort[0].isDescending.toggle()
    } else {
      sort =
        [ColumnSort(column: column, isDescending: isDescending)]
        + sort.filter { $0.column != column }.prefix(1)
    }
  }
}

/// What a column is filtered by; a row passes when any of it holds.
public struct ColumnFilter: Hashable, Sendable {
  /// The column's id.
  public var column: String
  /// Values, as the table names them.
  public var values: [String]
  /// Ranges of numbers or days.
  public var ranges: [ValueRange]
  /// Whether rows without a value pass.
  public var includesNone: Bool

  /// A filter; without anything, it lets every row through.
  public init(column: String, values: [String] = [], ranges: [ValueRange] = [], includesNone: Bool = false) {
    self.column = column
    self.values = values
    self.ranges = ranges
    self.includesNone = includesNone
  }

  /// Whether it asks for nothing.
  public var isEmpty: Bool { values.isEmpty && ranges.isEmpty && !includesNone }

  /// Whether a row passes that has a value, known by some labels.
  public func admits(_ value: ColumnValue, labels: [String]) -> Bool {
    if includesNone, labels.isEmpty { return true }
    return labels.contains(where: values.contains) || ranges.contains { $0.contains(value) }
  }

  /// `is Primary or Junior`, `over 10 or none`, to be read after the column's name.
  public var words: String {
    var parts = values.isEmpty ? [] : ["is " + values.joined(separator: " or ")]
    parts += ranges.map(\.words)
    if includesNone { parts.append(parts.isEmpty ? "is none" : "none") }
    return parts.joined(separator: " or ")
  }
}

/// A column that rows are sorted by.
public struct ColumnSort: Hashable, Sendable {
  /// The column's id.
  public var column: String
  /// Whether the last comes first.
  public var isDescending: Bool

  /// A column to sort by.
  public init(column: String, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }
}

/// A column that is shown.
public struct ColumnPlace: Hashable, Sendable {
  /// The column's id.
  public var column: String
  /// How many columns of the screen it is wider than usual; below zero when narrower.
  public var wider: Int

  /// A column of its usual width, or wider.
  public init(column: String, wider: Int = 0) {
    self.column = column
    self.wider = min(max(-60, wider), 120)
  }
}

/// Choices kept under a name.
public struct SavedView: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The table it is of: `schools`.
  public var table: String
  /// The choices.
  public var choices: TableChoices

  /// A view; see the properties.
  public init(name: String, table: String, choices: TableChoices) {
    self.name = name
    self.table = table
    self.choices = choices
  }
}

/// What this laptop remembers of the tables of a workspace.
public struct RememberedTables: Hashable, Sendable {
  /// How each table was left, by its id.
  public var last: [String: TableChoices]
  /// The marked rows of each table, by its id: schools by their URNs, records by their ids.
  public var marks: [String: Set<String>]
  /// Views saved by name, by table and name.
  public var views: [SavedView]

  /// Nothing remembered yet, or what was.
  public init(
    last: [String: TableChoices] = [:], marks: [String: Set<String>] = [:], views: [SavedView] = []
  ) {
    self.last = last
    self.marks = marks
    self.views = views
  }

  /// The views of a table, by name.
  public func views(of table: String) -> [SavedView] {
    views.filter { $0.table == table }.sorted {
      ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name)
    }
  }

  /// Keeps a view, in the place of one of the same name.
  public mutating func save(_ view: SavedView) {
    delete(view.name, of: view.table)
    views.append(view)
  }

  /// Takes a view away.
  public mutating func delete(_ name: String, of table: String) {
    views.removeAll { $0.table == table && $0.name == name }
  }
}
