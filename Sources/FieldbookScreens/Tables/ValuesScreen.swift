import FieldbookModel
import PlainText
import TextUI

/// The values that occur in a column, to choose those whose rows are shown.
public struct ValuesScreen: Screen {
  /// A line that can be chosen.
  enum Choice: Hashable, Sendable {
    case range(ValueRange)
    case value(String)
    case none
  }

  /// `values`.
  public let name = ScreenName.values
  let table: any TableScreen
  let column: ColumnDescription
  /// What the values are narrowed by.
  public var find: String? = ""
  private var choice = RowChoice<Choice>()

  init(_ table: any TableScreen, _ column: ColumnDescription) {
    self.table = table
    self.column = column
  }

  func filter(_ context: ScreenContext) -> ColumnFilter {
    table.state(context).choices.filter(of: column.id)
  }

  /// Ranges that were typed, then the values that occur, chosen ones among them even where they no longer do.
  private func lines(_ context: ScreenContext) -> [(choice: Choice, count: Int?)] {
    let filter = filter(context)
    let words = FilterWords(find)
    let counted = table.values(of: column.id, context)
    let values = counted.map { ($0.label.isEmpty ? Choice.none : .value($0.label), Optional($0.count)) }
    let labels = Set(counted.map(\.label))
    let absent = filter.values.filter { !labels.contains($0) }.map { (Choice.value($0), Optional(0)) }
    let all = filter.ranges.map { (Choice.range($0), Int?.none) } + values + absent
    return all.filter { words.admit(ValuesScreen.words(for: $0.0)) }.map { (choice: $0.0, count: $0.1) }
  }

  static func words(for choice: Choice) -> String {
    switch choice {
    case .range(let range): range.words
    case .value(let value): value
    case .none: "none"
    }
  }

  func chosen(_ context: ScreenContext) -> Choice? {
    let lines = lines(context).map(\.choice)
    return choice.index(in: lines).map { lines[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: lines(context).map(\.choice), height: height("values"))
  }

  /// Takes the cursor to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) {
    choice.goToFirst(of: lines(context).map(\.choice))
  }

  // MARK: Choosing

  /// Takes the line under the cursor in, or out again.
  func toggled(_ context: ScreenContext) -> [Effect] {
    guard let chosen = chosen(context) else { return [] }
    var filter = filter(context)
    switch chosen {
    case .range(let range): filter.ranges.removeAll { $0 == range }
    case .none: filter.includesNone.toggle()
    case .value(let value):
      if filter.values.contains(value) {
        filter.values.removeAll { $0 == value }
      } else {
        filter.values.append(value)
      }
    }
    return [set(filter, context)]
  }

  /// Takes a range in.
  func adding(_ range: ValueRange, _ context: ScreenContext) -> [Effect] {
    var filter = filter(context)
    if !filter.ranges.contains(range) { filter.ranges.append(range) }
    let show = context.key("value.accept", on: name)
    return [set(filter, context), .say("\(column.words) \(filter.words): \(show) shows the table", .good)]
  }

  /// Goes back to the table; where nothing was chosen yet, with the value under the cursor.
  func accepted(_ context: ScreenContext) -> [Effect] {
    let isNew = filter(context).isEmpty
    return (isNew ? toggled(context) : []) + [.back, .back]
  }

  func cleared(_ context: ScreenContext) -> [Effect] { [set(ColumnFilter(column: column.id), context)] }

  private func set(_ filter: ColumnFilter, _ context: ScreenContext) -> Effect {
    table.change(context) { $0.choices.setFilter(filter) }
  }

  // MARK: Page

  /// A line a value, with the rows that have it.
  public func page(_ context: ScreenContext) -> Page {
    let lines = lines(context)
    let filter = filter(context)
    let block = TableBlock(
      columns: [
        TableColumn("", minWidth: 3, priority: 3),
        TableColumn(column.title, minWidth: 16, idealWidth: 50, priority: 2, grows: true),
        TableColumn("Rows", minWidth: 6, alignment: .right, priority: 1),
      ], rowCount: lines.count, cursor: choice.index(in: lines.map(\.choice)), emptyText: emptyText
    ) { index in
      let isChosen = ValuesScreen.isChosen(lines[index].choice, in: filter)
      let words = ValuesScreen.words(for: lines[index].choice)
      return TableRow([
        Line(isChosen ? "[x]" : "[ ]", isChosen ? .accent : .quiet),
        Line(words, isChosen ? .accent : .plain),
        Line(lines[index].count.map(NumberText.grouped) ?? "", .quiet),
      ])
    }
    return Page(
      title: "Filter · \(column.words) · \(table.countText(context))", titleNote: "Esc goes back",
      blocks: rangeHelp(context) + [.table(block, id: "values")],
      status: Line(
        filter.isEmpty
          ? "All rows: \(context.key("value.toggle", on: name)) chooses values"
          : "\(column.words) \(filter.words)", .quiet))
  }

  private func rangeHelp(_ context: ScreenContext) -> [Block] {
    func key(_ id: String) -> String { context.key(id, on: name) }
    let begin = " \(key("value.over")) and \(key("value.under")) begin a range: "
    switch column.kind {
    case .words: return []
    case .numbers:
      return [.lines([Line("\(begin)>10, <60; \(key("value.range")) types one, as 10-20", .quiet)])]
    case .days: return [.lines([Line("\(begin)> 1 sep 2026, < -6m (six months ago)", .quiet)])]
    }
  }

  private var emptyText: [Line] {
    (find ?? "").isEmpty ? ["No row is left to choose from."] : ["No value holds that. Esc shows all again."]
  }

  private static func isChosen(_ choice: Choice, in filter: ColumnFilter) -> Bool {
    switch choice {
    case .range: true
    case .value(let value): filter.values.contains(value)
    case .none: filter.includesNone
    }
  }
}
