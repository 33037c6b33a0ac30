import FieldbookModel
import TextUI

/// The columns of a table, to show, hide, order and widen them.
public struct ColumnsScreen: JumpingScreen {
  /// `columns`.
  public let name = ScreenName.columns
  /// What is looked for.
  public var find: String? = ""
  let table: any TableScreen
  private var choice = RowChoice<String>()

  init(_ table: any TableScreen) {
    self.table = table
  }

  /// The columns shown, in their order.
  private func shown(_ context: ScreenContext) -> [ColumnPlace] {
    let known = Set(table.columnDescriptions.map(\.id))
    let chosen = table.state(context).choices.columns.filter { known.contains($0.column) }
    return chosen.isEmpty ? table.usualColumns(context).map { ColumnPlace(column: $0) } : chosen
  }

  /// Those shown, then those hidden.
  private func ids(_ context: ScreenContext) -> [String] {
    let shown = shown(context).map(\.column)
    return shown + table.columnDescriptions.map(\.id).filter { !shown.contains($0) }
  }

  private func chosen(_ context: ScreenContext) -> String? {
    let ids = ids(context)
    return choice.index(in: ids).map { ids[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: ids(context), height: height("columns"))
  }

  // MARK: Changing

  /// Shows or hides the column under the cursor. One column always stays.
  func toggled(_ context: ScreenContext) -> [Effect] {
    guard let id = chosen(context) else { return [] }
    var shown = shown(context)
    if let place = shown.firstIndex(where: { $0.column == id }) {
      guard shown.count > 1 else { return [.say("One column stays", .caution)] }
      shown.remove(at: place)
    } else {
      shown.append(ColumnPlace(column: id))
    }
    return [set(shown, context)]
  }

  /// Moves the column under the cursor to the left, which is up here, or to the right.
  mutating func moved(by step: Int, _ context: ScreenContext) -> [Effect] {
    var shown = shown(context)
    guard let id = chosen(context), let place = shown.firstIndex(where: { $0.column == id }) else {
      return [
        .say("A hidden column has no place: \(context.key("column.toggle", on: name)) shows it", .caution)
      ]
    }
    let target = place + step
    guard shown.indices.contains(target) else {
      return [.say(step < 0 ? "It is the first column" : "It is the last column", .plain)]
    }
    shown.swapAt(place, target)
    choice.goTo(id)
    return [set(shown, context)]
  }

  /// Makes the column under the cursor wider or narrower.
  mutating func widened(by step: Int, _ context: ScreenContext) -> [Effect] {
    var shown = shown(context)
    guard let id = chosen(context), let place = shown.firstIndex(where: { $0.column == id }) else {
      return [
        .say("A hidden column has no width: \(context.key("column.toggle", on: name)) shows it", .caution)
      ]
    }
    choice.goTo(id)
    let wider = ColumnPlace(column: id, wider: shown[place].wider + step)
    guard wider != shown[place] else { return [.say("It is as wide as can be", .plain)] }
    shown[place] = wider
    return [set(shown, context)]
  }

  private func set(_ shown: [ColumnPlace], _ context: ScreenContext) -> Effect {
    table.change(context) { $0.choices.columns = shown }
  }

  // MARK: Page

  /// A line a column.
  public func page(_ context: ScreenContext) -> Page {
    let ids = ids(context)
    let shown = Dictionary(
      shown(context).map { ($0.column, $0.wider) }, uniquingKeysWith: { first, _ in first })
    let described = Dictionary(
      table.columnDescriptions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let block = TableBlock(
      columns: [
        TableColumn("", minWidth: 3, priority: 3),
        TableColumn("Column", minWidth: 16, idealWidth: 20, priority: 3),
        TableColumn("What it holds", minWidth: 16, idealWidth: 30, priority: 1, grows: true),
        TableColumn("Width", minWidth: 12, priority: 2),
      ], rowCount: ids.count, cursor: choice.index(in: ids)
    ) { index in
      let wider = shown[ids[index]]
      let column = described[ids[index]]
      return TableRow(
        [
          Line(wider == nil ? "[ ]" : "[x]", wider == nil ? .quiet : .accent),
          Line(column?.title ?? ids[index]),
          Line(column?.words ?? "", .quiet), Line(wider.map(ColumnsScreen.width) ?? "", .quiet),
        ], isQuiet: wider == nil)
    }
    return Page(
      title: "Columns · \(shown.count) of \(ids.count) shown", titleNote: "Esc goes back",
      blocks: [.table(block, id: "columns")],
      status: Line("The first are the leftmost; a narrow screen leaves some out", .quiet))
  }

  private static func width(_ wider: Int) -> String {
    wider == 0 ? "usual" : wider > 0 ? "\(wider) wider" : "\(-wider) narrower"
  }
}
