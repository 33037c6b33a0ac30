import FieldbookModel
import PlainText
import TextUI

/// The chosen row of a table, known by its identity, and where it was last seen.
struct TableCursor: Hashable, Sendable {
  var id: String?
  /// So that the row need not be looked for among 24,000.
  var hint = 0

  func index(in rows: [String]) -> Int? {
    if rows.isEmpty { return nil }
    guard let id else { return 0 }
    if rows.indices.contains(hint), rows[hint] == id { return hint }
    return rows.firstIndex(of: id) ?? 0
  }

  mutating func stand(on index: Int, of rows: [String]) {
    guard rows.indices.contains(index) else { return }
    hint = index
    id = rows[index]
  }
}

/// A screen that is one table: filter, order, columns, marks and find come from the table's declaration.
protocol TableScreen: Screen {
  associatedtype Row: Sendable
  /// The table.
  var table: RowTable<Row> { get }
  var cursor: TableCursor { get set }
  /// Which rows there are at all, as a word: rows of different scopes are remembered apart.
  var scope: String { get }
  /// All rows in that scope, in any order.
  func allIDs(_ context: ScreenContext) -> [String]
  /// Gives rows by their ids; what is the same for all of them is worked out once.
  func rowMaker(_ context: ScreenContext) -> @Sendable (String) -> Row?
  /// The columns shown until somebody chooses others, by their ids.
  func usualColumns(_ context: ScreenContext) -> [String]
  /// Headings that say more than the column's own, by the column's id.
  func headings(_ context: ScreenContext) -> [String: String]
  /// Whether a row is shown as one that no longer counts.
  func isQuiet(_ row: Row) -> Bool
  /// All rows in the usual order, where that is known without sorting them.
  func readyOrder(_ context: ScreenContext) -> [String]?
  /// What the rows are found by, where that is kept ready.
  func readySearch(_ context: ScreenContext) -> SearchRows?
}

extension TableScreen {
  var tableID: String { table.id }
  var noun: String { table.noun }
  var columnDescriptions: [ColumnDescription] { table.columns.map(\.description) }

  func usualColumns(_ context: ScreenContext) -> [String] { table.columns.filter(\.isUsual).map(\.id) }
  func headings(_ context: ScreenContext) -> [String: String] { [:] }
  func isQuiet(_ row: Row) -> Bool { false }
  func readyOrder(_ context: ScreenContext) -> [String]? { nil }
  func readySearch(_ context: ScreenContext) -> SearchRows? { nil }

  func state(_ context: ScreenContext) -> TableState { context.snapshot.tables[tableID] ?? TableState() }

  /// Remembers the table's state.
  func change(_ context: ScreenContext, _ change: (inout TableState) -> Void) -> Effect {
    var state = state(context)
    change(&state)
    return .table(tableID, state)
  }

  // MARK: Rows

  /// The ids of the rows shown, in order. A letter more looks only through what the letters before left.
  func rows(_ context: ScreenContext) -> [String] {
    let all = ordered(state(context), context)
    let words = FoldedText.words(find ?? "")
    guard !words.isEmpty else { return all }
    let question = question(state(context), context)
    return context.orders.order(question.finding(find ?? "")) {
      let before = String((find ?? "").dropLast())
      let wider = context.orders.known(question.finding(before))
      // What was found before holds every word but the last.
      let fresh =
        wider == nil || FoldedText.words(before).count < words.count - 1 ? words : [words[words.count - 1]]
      let text = searchText(context)
      return searching(context) { $0.narrowed(wider ?? all, to: fresh, text: text) }
    }
  }

  private func searchText(_ context: ScreenContext) -> (String) -> String {
    let row = rowMaker(context)
    return { id in row(id).map(table.searchText) ?? "" }
  }

  func prepareSearch(_ context: ScreenContext) {
    context.orders.prepare(searchStamp(context)) { readySearch(context) ?? SearchRows() }
  }

  private func searching<Result>(_ context: ScreenContext, _ work: (inout SearchRows) -> Result) -> Result {
    context.orders.searching(
      searchStamp(context), made: { readySearch(context) ?? SearchRows() }, work)
  }

  /// How many rows there are before anything is filtered or found.
  func count(_ context: ScreenContext) -> Int {
    var bare = TableState()
    bare.choices.sort = state(context).choices.sort
    return ordered(bare, context).count
  }

  func ordered(_ state: TableState, _ context: ScreenContext) -> [String] {
    context.orders.order(question(state, context)) {
      let choices = state.choices
      if choices.filters.isEmpty, !state.showsOnlyMarked,
        choices.sort.isEmpty || choices.sort == table.usualSort, let ready = readyOrder(context)
      {
        return ready
      }
      let all = allIDs(context)
      let ids = state.showsOnlyMarked ? all.filter(state.marks.contains) : all
      return TableOrder(table: table, choices: state.choices, row: rowMaker(context)).order(ids)
    }
  }

  /// What the order of the rows depends on.
  func question(_ state: TableState, _ context: ScreenContext) -> RowOrders.Question {
    let columns = state.choices.filters.map(\.column) + state.choices.sort.map(\.column)
    let isOfRecords = table.isOfRecords || columns.contains { table[$0]?.isOfRecords ?? false }
    var choices = state.choices
    choices.columns = []
    return RowOrders.Question(
      table: tableID, scope: scope, facts: context.snapshot.factsRevision,
      records: isOfRecords ? context.snapshot.recordsRevision : 0,
      day: isOfRecords ? context.today.dayNumber : 0, choices: choices,
      marks: state.showsOnlyMarked ? state.marks : nil, find: "")
  }

  private func searchStamp(_ context: ScreenContext) -> RowOrders.SearchStamp {
    RowOrders.SearchStamp(
      table: tableID, facts: context.snapshot.factsRevision,
      records: table.isOfRecords ? context.snapshot.recordsRevision : 0)
  }

  /// The values that occur in a column among the rows that pass every other filter, in the column's order.
  func values(of column: String, _ context: ScreenContext) -> [ValueCount] {
    guard let column = table[column] else { return [] }
    var state = state(context)
    state.choices.setFilter(ColumnFilter(column: column.id))
    state.choices.sort = [ColumnSort(column: column.id)]
    return context.orders.values(of: column.id, question(state, context)) {
      let row = rowMaker(context)
      var counts: [String: Int] = [:]
      var labels: [String] = []
      var without = 0
      for id in ordered(state, context) {
        let found = row(id).map(column.labels) ?? []
        if found.isEmpty { without += 1 }
        for label in found {
          if counts[label] == nil { labels.append(label) }
          counts[label, default: 0] += 1
        }
      }
      let listed = labels.map { ValueCount(label: $0, count: counts[$0] ?? 0) }
      return without > 0 ? listed + [ValueCount(label: "", count: without)] : listed
    }
  }

  // MARK: Cursor

  func chosenID(_ context: ScreenContext) -> String? {
    let rows = rows(context)
    return cursor.index(in: rows).map { rows[$0] }
  }

  func chosenRow(_ context: ScreenContext) -> Row? {
    chosenID(context).flatMap(rowMaker(context))
  }

  mutating func moveCursor(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let rows = rows(context)
    let target = RowCursor.moved(
      from: cursor.index(in: rows), movement, count: rows.count, height: height(tableID))
    if let target { cursor.stand(on: target, of: rows) }
  }

  /// Takes the cursor to the first row that begins with what was typed, else to the first row.
  mutating func landCursor(_ context: ScreenContext) {
    let rows = rows(context)
    let beginning = FoldedText.bytes(find ?? "")
    let text = searchText(context)
    let best = searching(context) { $0.first(rows, beginningWith: beginning, text: text) }
    cursor.stand(on: best ?? 0, of: rows)
  }
}
