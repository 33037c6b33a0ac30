import FieldbookModel
import TextUI

/// A screen of one list or table, whose rows are found by going from one to the next: their order and their places tell
/// something, so that nothing is narrowed. What is looked through is what the rows say on the page.
protocol JumpingScreen: Screen {}

extension JumpingScreen {
  /// Goes to the first row at the cursor or below it that holds what was typed.
  public mutating func landOnMatch(_ context: ScreenContext) {
    guard let rows = JumpRows(page(context)) else { return }
    if let row = rows.find(find).first(from: rows.cursor) { go(to: row, context) }
  }

  /// Goes to the next row that holds it, or to the one before; round at the ends.
  public mutating func goToMatch(
    _ movement: Movement, height: (String) -> Int, _ context: ScreenContext
  ) {
    guard let rows = JumpRows(page(context)) else { return }
    if let row = rows.find(find).next(movement, from: rows.cursor) { go(to: row, context) }
  }

  /// Moves as its own keys do: in one stride, then row by row past what the cursor does not stand on.
  private mutating func go(to row: Int, _ context: ScreenContext) {
    var here = JumpRows(page(context))?.cursor ?? 0
    if row != here {
      move(row > here ? .pageDown : .pageUp, height: { _ in abs(row - here) }, context)
    }
    while let next = JumpRows(page(context))?.cursor, next != row, next != here {
      here = next
      move(row > here ? .down : .up, height: { _ in 1 }, context)
    }
  }
}

/// The rows of the list or table of a page that has the cursor.
struct JumpRows {
  /// Where the cursor is, from 0.
  let cursor: Int
  /// What each row says; nothing where the cursor cannot stand.
  let texts: [Line]

  /// Nil where no list or table of the page has a cursor.
  init?(_ page: Page) {
    let found = page.blocks.lazy.compactMap { block -> (Int, [Line])? in
      switch block.content {
      case .list(let list):
        list.cursor.map { ($0, (0..<list.rowCount).map { list.isFocusable($0) ? list.row($0) : Line() }) }
      case .table(let table):
        table.cursor.map { cursor in
          (cursor, (0..<table.rowCount).map { Line(table.row($0).cells.map(\.text).joined(separator: " ")) })
        }
      default: nil
      }
    }.first
    guard let found else { return nil }
    (cursor, texts) = found
  }

  func find(_ typed: String?) -> JumpFind { JumpFind(typed ?? "", in: texts) }

  /// Marks on a page what was typed, and says how often it is there.
  static func mark(_ typed: String?, on page: inout Page, of screen: ScreenName, _ context: ScreenContext) {
    guard let rows = JumpRows(page), typed?.isEmpty == false else { return }
    for index in page.blocks.indices {
      switch page.blocks[index].content {
      case .list(var list):
        let row = list.row
        list.row = { JumpFind.marked(row($0), typed) }
        page.blocks[index].content = .list(list)
      case .table(var table):
        let row = table.row
        table.row = { place in
          var found = row(place)
          found.cells = found.cells.map { JumpFind.marked($0, typed) }
          return found
        }
        page.blocks[index].content = .table(table)
      default: break
      }
    }
    page.status = JumpFind.status(typed, in: rows.texts, on: screen, context) ?? page.status
  }
}
