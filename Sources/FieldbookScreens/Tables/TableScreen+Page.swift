import FieldbookModel
import PlainText
import TextUI

extension TableScreen {
  /// The table as a block.
  func tableBlock(_ context: ScreenContext, emptyText: [Line]) -> Block {
    let rows = rows(context)
    let marks = state(context).marks
    let columns = shownColumns(context)
    let make = Deferred { [self] in rowMaker(context) }
    let stamp = RowOrders.RowStamp(
      table: tableID, scope: scope, revision: context.snapshot.revision, day: context.today.dayNumber,
      columns: columns.map(\.column.id))
    let screen = self
    let table = TableBlock(
      columns: heads(columns, context), rowCount: rows.count, cursor: cursor.index(in: rows),
      emptyText: narrowedText(context) ?? emptyText
    ) { index in
      let id = rows[index]
      var shown = context.orders.row(id, stamp) {
        guard let row = make.value(id) else { return TableRow([Line(id)]) }
        return TableRow(columns.map { $0.column.cell(of: row) }, isQuiet: screen.isQuiet(row))
      }
      shown.isMarked = marks.contains(id)
      return shown
    }
    return .table(table, id: tableID)
  }

  /// The columns in the order in which they are shown, and how much wider than usual.
  func shownColumns(_ context: ScreenContext) -> [(column: Column<Row>, wider: Int)] {
    let chosen = state(context).choices.columns.compactMap { place in
      table[place.column].map { (column: $0, wider: place.wider) }
    }
    guard chosen.isEmpty else { return chosen }
    return usualColumns(context).compactMap { table[$0] }.map { (column: $0, wider: 0) }
  }

  private func heads(
    _ columns: [(column: Column<Row>, wider: Int)], _ context: ScreenContext
  ) -> [TableColumn] {
    let headings = headings(context)
    let sort = effectiveSort(context)
    return columns.map { column, wider in
      let place = sort.firstIndex { $0.column == column.id }
      let sign = place.map { sort[$0].isDescending ? "▼" : "▲" } ?? ""
      let mark = place == 1 ? sign + "²" : sign
      let heading = headings[column.id] ?? column.title
      let least = max(max(2, column.minWidth + wider), DisplayWidth.of(heading + mark))
      return TableColumn(
        heading, minWidth: least, idealWidth: max(least, column.idealWidth + wider),
        alignment: column.alignment, priority: column.priority, grows: column.grows, sortMark: mark,
        spoken: column.spoken)
    }
  }

  /// The order in force: the one chosen, else the table's own.
  func effectiveSort(_ context: ScreenContext) -> [ColumnSort] {
    let chosen = state(context).choices.sort.filter { table[$0.column] != nil }
    return chosen.isEmpty ? table.usualSort : chosen
  }

  // MARK: Words

  /// `24 schools`, or `3 of 24 schools` while they are narrowed.
  func countText(_ context: ScreenContext) -> String {
    let (shown, all) = (rows(context).count, count(context))
    let total = SchoolRecords.count(all, noun)
    return isNarrowed(context) ? "\(NumberText.grouped(shown)) of \(total)" : total
  }

  /// Whether any rows may be out of sight.
  func isNarrowed(_ context: ScreenContext) -> Bool {
    let state = state(context)
    return !state.choices.filters.isEmpty || state.showsOnlyMarked || !(find ?? "").isEmpty
  }

  /// `phase is Primary or Junior · late actions over 0`; empty where nothing is filtered.
  func filterWords(_ choices: TableChoices) -> String {
    choices.filters.compactMap { filter in
      table[filter.column].map { "\($0.words) \(filter.words)" }
    }.joined(separator: " · ")
  }

  /// `result, the least first, then school`.
  func sortWords(_ context: ScreenContext) -> String {
    let words = effectiveSort(context).compactMap { sort in table[sort.column]?.words }
    return words.joined(separator: ", then ")
  }

  /// What is filtered and marked, above the table.
  func choiceLines(_ context: ScreenContext) -> [Line] {
    let state = state(context)
    var parts: [Line] = []
    let filters = filterWords(state.choices)
    if !filters.isEmpty { parts.append(Line(filters, .accent)) }
    let marked = marked(context).count
    if marked > 0 {
      let hidden = marked - rows(context).count(where: state.marks.contains)
      let words =
        state.showsOnlyMarked
        ? "only the \(marked) marked" : "\(marked) marked" + (hidden > 0 ? " (\(hidden) not shown)" : "")
      parts.append(
        Line(words, .accent) + Line(": \(context.key("marks.act", on: name)) acts on them", .quiet))
    }
    guard !parts.isEmpty else { return [] }
    let isNarrowed = !filters.isEmpty || state.showsOnlyMarked
    if isNarrowed { parts.append(Line("Esc shows all", .quiet)) }
    let words = parts.dropFirst().reduce(parts[0]) { $0 + Line(" · ", .quiet) + $1 }
    return [Line(" ") + words]
  }

  /// The marked rows that there still are.
  func marked(_ context: ScreenContext) -> [String] {
    let marks = state(context).marks
    guard !marks.isEmpty else { return [] }
    let row = rowMaker(context)
    let shown = rows(context).filter(marks.contains)
    return shown + marks.subtracting(shown).sorted().filter { row($0) != nil }
  }

  /// What stands there when everything is out of sight.
  private func narrowedText(_ context: ScreenContext) -> [Line]? {
    if let find, !find.isEmpty { return [Line("No \(noun) here holds “\(find)”. Esc shows all again.")] }
    guard isNarrowed(context), count(context) > 0 else { return nil }
    let filters = filterWords(state(context).choices)
    let why = filters.isEmpty ? "No \(noun) is marked any more." : "No \(noun) passes the filter: \(filters)."
    return [
      Line(why),
      Line("Esc shows all again; \(context.key("filter.show", on: name)) changes the filter.", .quiet),
    ]
  }
}
