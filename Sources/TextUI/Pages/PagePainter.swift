/// A page in the making: the canvas, and what is learnt while drawing on it.
struct PagePainter {
  /// With fewer rows than this, the lines across the page are left out to make room.
  private static let roomForRules = 12

  var canvas: Canvas
  var memory: ScrollMemory
  /// Where one is in the block that has the focus.
  var position = Position()
  /// What else may be said at the foot of the block that has the focus, where there is room.
  var footnote = ""

  init(size: TerminalSize, memory: ScrollMemory) {
    canvas = Canvas(size)
    self.memory = memory
  }

  mutating func paint(_ page: Page) {
    let rows = canvas.size.rows
    let hasRules = rows >= Self.roomForRules
    let foot = page.prompt?.preview == nil ? 2 : 3
    paintTitle(page)
    var top = 1
    if !page.tabs.isEmpty {
      paintTabs(page.tabs, row: 1)
      top = 2
    }
    if hasRules {
      paintRule("", row: top, column: 0, width: canvas.size.columns)
      paintRule("", row: rows - foot - 1, column: 0, width: canvas.size.columns)
      top += 1
    }
    let bottom = rows - foot - (hasRules ? 1 : 0)
    let area = Area(row: top, column: 0, width: canvas.size.columns, height: max(0, bottom - top))
    // A page on which nothing has the focus is read from its beginning.
    canvas.placeCursor(row: area.row, column: 0, isText: false)
    paint(page.blocks, in: area)
    paintStatus(page.status, row: rows - foot)
    paintFoot(page, rows: rows)
  }
}

/// A part of the canvas.
struct Area: Hashable {
  var row: Int
  var column: Int
  var width: Int
  var height: Int
}

/// Where one is in a block, for the status line.
struct Position: Hashable {
  /// In words: `Row 12 of 340`.
  var words = ""
  /// In short, where the status itself leaves no room for the words; empty where all is in sight.
  var short = ""
}
