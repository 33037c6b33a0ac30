import FieldbookModel

/// Puts the rows of a table in order. Only keys and places are moved about: a row may be large, and there may be
/// 24,000.
struct TableOrder<Row: Sendable> {
  let table: RowTable<Row>
  let choices: TableChoices
  let row: (String) -> Row?

  /// The ids of the rows that pass the filters, in the order chosen.
  func order(_ ids: [String]) -> [String] {
    let filters = choices.filters.compactMap { filter in table[filter.column].map { ($0, filter) } }
    let sorts = sorts
    let tieBreaker = table.tieBreaker.flatMap { table[$0] }
    var kept: [(id: String, keys: [OrderKey], tie: OrderKey)] = []
    for id in ids {
      guard let row = row(id), filters.allSatisfy({ $0.0.admits(row, $0.1) }) else { continue }
      kept.append(
        (id, sorts.map { OrderKey($0.column, row) }, tieBreaker.map { OrderKey($0, row) } ?? .none))
    }
    let places = kept.indices.sorted { isBefore(kept[$0], kept[$1], sorts.map(\.isDescending)) }
    return places.map { kept[$0].id }
  }

  private var sorts: [(column: Column<Row>, isDescending: Bool)] {
    let known = choices.sort.compactMap { sort in table[sort.column].map { ($0, sort.isDescending) } }
    return known.isEmpty
      ? table.usualSort.compactMap { sort in table[sort.column].map { ($0, sort.isDescending) } } : known
  }

  private func isBefore(
    _ a: (id: String, keys: [OrderKey], tie: OrderKey), _ b: (id: String, keys: [OrderKey], tie: OrderKey),
    _ isDescending: [Bool]
  ) -> Bool {
    for index in isDescending.indices where a.keys[index] != b.keys[index] {
      return a.keys[index].isBefore(b.keys[index], isDescending: isDescending[index])
    }
    if a.tie != b.tie { return a.tie.isBefore(b.tie, isDescending: false) }
    return table.tieBreaker == nil ? b.id < a.id : a.id < b.id
  }
}

/// What a row is sorted by in a column.
struct OrderKey: Equatable {
  private enum Value: Equatable {
    case number(Double)
    case text(String)
    case nothing
  }
  private let group: Int
  private let value: Value

  static let none = OrderKey(group: 0, value: .nothing)

  private init(group: Int, value: Value) {
    self.group = group
    self.value = value
  }

  init<Row>(_ column: Column<Row>, _ row: Row) {
    group = column.group?(row) ?? 0
    value =
      switch column.value(row) {
      case .none: .nothing
      case .number(let number): .number(number)
      case .ranked(_, let rank): .number(Double(rank))
      case .text(let text): .text(text.lowercased())
      case .date(let date): .number(Double(date.dayNumber))
      }
  }

  /// Rows of one group stay together and rows without a value come last in it, whichever way the order goes.
  func isBefore(_ other: OrderKey, isDescending: Bool) -> Bool {
    if group != other.group { return group < other.group }
    switch (value, other.value) {
    case (.nothing, _): return false
    case (_, .nothing): return true
    case (.number(let a), .number(let b)): return isDescending ? b < a : a < b
    case (.text(let a), .text(let b)): return isDescending ? b < a : a < b
    case (.number, .text): return true
    case (.text, .number): return false
    }
  }
}
