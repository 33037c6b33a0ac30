extension PagePainter {
  mutating func paint(_ form: Form, id: String, in area: Area) {
    let rows = FormRows(form, width: area.width)
    var body = area
    if !form.title.isEmpty, area.height > 5 {
      paintRule(form.title, row: area.row, column: area.column, width: area.width)
      body.row += 1
      body.height -= 1
    }
    if body.height > rows.helpHeight + 2 {
      body.height -= rows.helpHeight
      paint(Array(rows.help.prefix(rows.helpHeight)), in: Area(below: body, height: rows.helpHeight))
    }
    let top = scroll(rows, id: id, in: body)
    note(field: form, isScrolled: rows.count > body.height)
    for row in top..<min(rows.count, top + body.height) {
      paint(rows[row], rows.columns, row: body.row + row - top, in: body)
    }
  }

  private mutating func scroll(_ rows: FormRows, id: String, in body: Area) -> Int {
    let window = ScrollWindow(rowCount: rows.count, height: body.height, cursor: rows.cursor)
    let top = window.top(from: memory.tops[id] ?? 0, keeping: rows.focused)
    memory.tops[id] = top
    memory.heights[id] = body.height
    memory.widths[id] = body.width
    return top
  }

  private mutating func note(field form: Form, isScrolled: Bool) {
    footnote = form.wordsInFocus ?? ""
    guard let index = form.fields.firstIndex(where: { $0.id == form.focus }) else { return }
    let place = "\((index + 1).grouped) of \(form.fields.count.grouped)"
    position = Position(words: "Field " + place, short: isScrolled ? "field " + place : "")
  }

  private mutating func paint(_ row: FormRows.Row, _ columns: FormColumns, row place: Int, in area: Area) {
    if row.isFocused { canvas.put("▸", .accent, row: place, column: area.column, width: area.width) }
    let labelRoom = columns.labelWidth == 0 ? area.width - 3 : columns.labelWidth - 3
    canvas.put(
      row.label, row.isFocused ? .heading : .plain, row: place, column: area.column + 2, width: labelRoom)
    let start = area.column + columns.valueColumn
    let width = min(columns.valueWidth, area.width - columns.valueColumn)
    if row.isWritable { canvas.fill(row: place, column: start, width: width, style: .plain.underlined) }
    var line = row.content.line
    if row.isWritable { line = line.styled(\.underlined) }
    canvas.put(line, row: place, column: start, width: width)
    guard let cursor = row.cursor, width > 0 else { return }
    canvas.placeCursor(row: place, column: start + min(cursor, width - 1), isText: row.cursorIsText)
  }
}

extension FormRows.Row.Content {
  fileprivate var line: Line {
    switch self {
    case .line(let line): line
    case .text(let editor, let line): editor.lineWithoutOverhang(line)
    }
  }
}

extension TextEditor {
  /// Spaces over the end of a wrapped line are there, but must not make it look cut.
  fileprivate func lineWithoutOverhang(_ line: VisualLine) -> Line {
    var range = line.range
    while line.isWrapped, let last = range.last, glyphs[last].kind == .space {
      range = range.lowerBound..<last
    }
    return Line(String(repeating: " ", count: line.indent)) + self.line(of: range)
  }
}

extension Area {
  fileprivate init(below area: Area, height: Int) {
    self.init(row: area.row + area.height, column: area.column, width: area.width, height: height)
  }
}

extension ScrollWindow {
  /// The first row in sight, so that all of a range is in sight if it fits, and the cursor in any case.
  func top(from remembered: Int, keeping range: Range<Int>) -> Int {
    var top = min(max(0, remembered), max(0, rowCount - height))
    if range.count <= height {
      top = max(min(top, range.lowerBound), range.upperBound - height)
    }
    return self.top(from: top)
  }
}
