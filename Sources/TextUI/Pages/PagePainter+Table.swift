import PlainText

extension PagePainter {
  mutating func paint(_ table: TableBlock, id: String, in area: Area) {
    let columns = TableColumns(table.columns, width: max(0, area.width - Self.markWidth - 1))
    paintHeads(table.columns, columns, in: area)
    let body = Area(row: area.row + 1, column: area.column, width: area.width, height: area.height - 1)
    guard body.height > 0 else { return }
    guard table.rowCount > 0 else { return paint(empty: table.emptyText, in: body, hasFocus: table.hasFocus) }
    let cursor = table.cursor.map { min(max(0, $0), table.rowCount - 1) }
    let window = ScrollWindow(rowCount: table.rowCount, height: body.height, cursor: cursor)
    let top = scroll(window, id: id, area: body, hasFocus: table.hasFocus)
    for row in top..<min(table.rowCount, top + body.height) {
      let place = body.row + row - top
      paint(table.row(row), of: table, columns, row: place, column: area.column)
      if row == cursor { choose(row: place, in: body, hasFocus: table.hasFocus) }
    }
  }

  private mutating func paintHeads(_ columns: [TableColumn], _ placed: TableColumns, in area: Area) {
    for place in placed.placed {
      let column = columns[place.index]
      let mark = Line(column.sortMark, .heading)
      // The sign of the order must not be what is cut off.
      let title = Line(column.title, .heading).clipped(to: place.width - mark.width) + mark
      canvas.put(
        title.padded(to: place.width, alignment: column.alignment).styled { _ in Style.heading.underlined },
        row: area.row, column: area.column + Self.markWidth + place.start, width: place.width)
    }
  }

  private mutating func paint(
    _ row: TableRow, of table: TableBlock, _ placed: TableColumns, row place: Int, column start: Int
  ) {
    if row.isMarked { canvas.put("*", .accent, row: place, column: start + 1) }
    for column in placed.placed where column.index < row.cells.count && column.width > 0 {
      var cell = row.cells[column.index].clipped(to: column.width)
      if row.isQuiet { cell = cell.styled { $0 == .plain ? .quiet : $0 } }
      let offset: Int
      switch table.columns[column.index].alignment {
      case .left: offset = 0
      case .right: offset = column.width - cell.width
      case .centre: offset = (column.width - cell.width) / 2
      }
      canvas.put(cell, row: place, column: start + Self.markWidth + column.start + offset)
    }
  }
}
