import FieldbookModel
import PlainText
import TextUI

/// The columns of a table, to choose one that its rows are filtered by.
public struct FilterScreen: Screen {
  /// `filter`.
  public let name = ScreenName.filter
  let table: any TableScreen
  /// What the columns are narrowed by.
  public var find: String? = ""
  private var choice = RowChoice<String>()

  init(_ table: any TableScreen) {
    self.table = table
  }

  private func columns(_ context: ScreenContext) -> [ColumnDescription] {
    let words = FilterWords(find)
    return table.columnDescriptions.filter { words.admit("\($0.title) \($0.words)") }
  }

  func chosen(_ context: ScreenContext) -> ColumnDescription? {
    let columns = columns(context)
    return choice.index(in: columns.map(\.id)).map { columns[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: columns(context).map(\.id), height: height("filter"))
  }

  /// Takes the cursor to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) {
    choice.goToFirst(of: columns(context).map(\.id))
  }

  /// A line a column, with what it is filtered by.
  public func page(_ context: ScreenContext) -> Page {
    let columns = columns(context)
    let choices = table.state(context).choices
    let block = TableBlock(
      columns: [
        TableColumn("Column", minWidth: 16, idealWidth: 28, priority: 3),
        TableColumn("Filter", minWidth: 20, idealWidth: 60, priority: 2, grows: true),
      ], rowCount: columns.count, cursor: choice.index(in: columns.map(\.id)),
      emptyText: ["No column is called so. Esc shows all again."]
    ) { index in
      let filter = choices.filter(of: columns[index].id)
      let words = filter.isEmpty ? Line("all", .quiet) : Line(filter.words, .accent)
      return TableRow([Line(columns[index].words.capitalisedFirst), words])
    }
    let filters = table.filterWords(choices)
    return Page(
      title: "Filter · \(table.countText(context))", titleNote: "Esc goes back",
      blocks: [.table(block, id: "filter")],
      status: Line(
        filters.isEmpty ? "\(context.key("filter.column", on: name)) lists the values of a column" : filters,
        .quiet))
  }
}

/// Words typed to narrow a list, ready to be looked for.
struct FilterWords {
  private let words: [[UInt8]]

  init(_ typed: String?) {
    words = FoldedText.words(typed ?? "")
  }

  func admit(_ text: String) -> Bool {
    words.isEmpty || FoldedText.contains(FoldedText.bytes(text), all: words)
  }
}
