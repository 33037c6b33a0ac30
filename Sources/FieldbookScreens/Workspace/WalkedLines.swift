import TextUI

/// One line of a screen that is walked through line by line, and what it is if the cursor may stand on it.
struct WalkedLine<Row: Hashable & Sendable>: Sendable {
  let line: Line
  var row: Row?

  init(_ line: Line, row: Row? = nil) {
    self.line = line
    self.row = row
  }
}

/// A screen that is one list of lines, on some of which the cursor can stand. It is known by what it stands on.
protocol WalkedScreen: Screen {
  associatedtype Row: Hashable & Sendable
  /// What the cursor stands on; nil for the first that it can.
  var cursor: Row? { get set }
  /// Everything, in order.
  func lines(_ context: ScreenContext) -> [WalkedLine<Row>]
}

extension WalkedScreen {
  /// Takes the cursor to the first row that holds what was typed, from where it is.
  public mutating func landOnMatch(_ context: ScreenContext) {
    cursor = rowFind(context).first(from: chosenRow(context)) ?? cursor
  }

  /// Takes the cursor to the next match, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    cursor = rowFind(context).next(movement, from: chosenRow(context)) ?? cursor
  }

  /// Moves the cursor up or down.
  mutating func walk(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let lines = lines(context)
    let target = RowCursor.moved(
      from: index(in: lines), movement, count: lines.count, height: height(name.rawValue)
    ) { lines[$0].row != nil }
    cursor = target.flatMap { lines[$0].row }
  }

  /// What the cursor stands on.
  func chosenRow(_ context: ScreenContext) -> Row? {
    let lines = lines(context)
    return index(in: lines).flatMap { lines[$0].row }
  }

  /// The lines as a block, with what is looked for marked in them.
  func list(_ lines: [WalkedLine<Row>]) -> Block {
    let list = ListBlock(
      rowCount: lines.count, cursor: index(in: lines), isFocusable: { lines[$0].row != nil }
    ) { [find] in JumpFind.marked(lines[$0].line, find) }
    return .list(list, id: name.rawValue)
  }

  private func rowFind(_ context: ScreenContext) -> RowFind<Row> {
    let lines = lines(context)
    return RowFind(find: JumpFind(find ?? "", in: lines.map(\.line)), rows: lines.map(\.row))
  }

  private func index(in lines: [WalkedLine<Row>]) -> Int? {
    if let cursor, let index = lines.firstIndex(where: { $0.row == cursor }) { return index }
    return lines.firstIndex { $0.row != nil }
  }
}
