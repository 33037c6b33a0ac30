extension PagePainter {
  /// Columns before a row for the sign of the cursor and the sign of a mark.
  static let markWidth = 2

  mutating func paint(_ list: ListBlock, id: String, in area: Area) {
    guard list.rowCount > 0 else { return paint(empty: list.emptyText, in: area, hasFocus: list.hasFocus) }
    let cursor = list.cursor.map { min(max(0, $0), list.rowCount - 1) }
    let window = ScrollWindow(
      rowCount: list.rowCount, height: area.height, cursor: cursor, isFocusable: list.isFocusable)
    let top = scroll(window, id: id, area: area, hasFocus: list.hasFocus)
    if let cursor, list.hasFocus { note(cursor, of: list, height: area.height) }
    for row in top..<min(list.rowCount, top + area.height) {
      let place = area.row + row - top
      let room = area.width - Self.markWidth - 1
      canvas.put(list.row(row), row: place, column: area.column + Self.markWidth, width: room)
      if row == cursor { choose(row: place, in: area, hasFocus: list.hasFocus) }
    }
  }

  /// Only the rows that can be chosen count: others are headings, and the further lines of a row.
  private mutating func note(_ cursor: Int, of list: ListBlock, height: Int) {
    let before = (0..<cursor).count(where: list.isFocusable)
    let all = before + (cursor..<list.rowCount).count(where: list.isFocusable)
    note(row: before, of: all, height: list.rowCount > height ? 0 : all)
  }

  /// Text to read: no signs before it, so that a page of 80 columns fits a screen of 80.
  mutating func paint(reading lines: [Line], top wanted: Int, id: String, in area: Area) {
    let top = min(max(0, wanted), max(0, lines.count - area.height))
    memory.heights[id] = area.height
    memory.widths[id] = area.width
    for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      canvas.put(line, row: area.row + offset, column: area.column, width: area.width)
    }
    canvas.placeCursor(row: area.row, column: area.column, isText: false)
    note(lines: top..<min(lines.count, top + area.height), of: lines.count)
  }

  /// Where the rows in sight begin; remembered for the next time.
  mutating func scroll(_ window: ScrollWindow, id: String, area: Area, hasFocus: Bool) -> Int {
    let top = window.top(from: memory.tops[id] ?? 0)
    memory.tops[id] = top
    memory.heights[id] = window.height
    memory.widths[id] = area.width
    if hasFocus { note(row: window.cursor ?? top, of: window.rowCount, height: window.height) }
    return top
  }

  /// The cursor needs a place even where there is nothing to choose.
  mutating func paint(empty lines: [Line], in area: Area, hasFocus: Bool) {
    for (offset, line) in lines.prefix(area.height).enumerated() {
      let room = area.width - Self.markWidth - 1
      canvas.put(line, row: area.row + offset, column: area.column + Self.markWidth, width: room)
    }
    if hasFocus { canvas.placeCursor(row: area.row, column: area.column, isText: false) }
  }

  /// Marks a drawn row as the chosen one, with a sign that needs no colour.
  mutating func choose(row: Int, in area: Area, hasFocus: Bool) {
    canvas.put("▸", .accent, row: row, column: area.column, width: area.width)
    guard hasFocus else { return }
    // One look for the whole row: quiet or coloured text reversed would be hard to read.
    canvas.restyle(row: row, column: area.column, width: area.width) {
      Style(.plain, bold: $0.bold, underline: $0.underline, reverse: true)
    }
    canvas.placeCursor(row: row, column: area.column, isText: false)
  }
}

/// Which rows of many are in sight.
struct ScrollWindow {
  var rowCount: Int
  var height: Int
  var cursor: Int?
  var isFocusable: @Sendable (Int) -> Bool = { _ in true }

  /// The first row in sight: as near to where it was as keeps the cursor in sight.
  func top(from remembered: Int) -> Int {
    guard height > 0 else { return 0 }
    var top = min(max(0, remembered), max(0, rowCount - height))
    guard let cursor else { return top }
    top = min(top, firstNeeded(by: cursor))
    return max(top, lastNeeded(by: cursor) - height + 1)
  }

  /// What stands under the cursor without a row of its own, to the end of the list perhaps, is read with it.
  private func lastNeeded(by cursor: Int) -> Int {
    var last = cursor
    while last + 1 < rowCount, last - cursor + 1 < height, !isFocusable(last + 1) { last += 1 }
    return last
  }

  /// A heading right above the cursor, which the cursor itself cannot reach, comes into sight with it.
  private func firstNeeded(by cursor: Int) -> Int {
    var first = cursor
    while first > 0, cursor - first + 1 < height, !isFocusable(first - 1) { first -= 1 }
    return first
  }
}
