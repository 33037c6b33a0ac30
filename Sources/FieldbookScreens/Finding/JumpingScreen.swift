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

/// The rows of the list or table of a page that has the cursor. What they say is asked for only while something is looked
/// for.
struct JumpRows {
  /// Where the cursor is, from 0.
  let cursor: Int
  private let count: Int
  private let text: @Sendable (Int) -> Line

  /// Nil where no list or table of the page has a cursor.
  init?(_ page: Page) {
    for block in page.blocks {
      switch block.content {
      case .list(let list):
        guard let cursor = list.cursor else { continue }
        self.init(cursor, list.rowCount) { list.isFocusable($0) ? list.row($0) : Line() }
        return
      case .table(let table):
        guard let cursor = table.cursor else { continue }
        self.init(cursor, table.rowCount) { Line(table.row($0).cells.map(\.text).joined(separator: " ")) }
        return
      default: continue
      }
    }
    return nil
  }

  private init(_ cursor: Int, _ count: Int, _ text: @escaping @Sendable (Int) -> Line) {
    (self.cursor, self.count, self.text) = (cursor, count, text)
  }

  /// What each row says; nothing where the cursor cannot stand.
  var texts: [Line] { (0..<count).map(text) }

  func find(_ typed: String?) -> JumpFind { JumpFind(typed ?? "", in: texts) }

  /// Marks on a page what was typed, and says how often it is there.
  static func mark(_ typed: String?, on page: inout Page, of screen: ScreenName, _ context: ScreenContext) {
    guard typed?.isEmpty == false, let rows = JumpRows(page) else { return }
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
