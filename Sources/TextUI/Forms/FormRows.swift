/// The rows of a form from its first field to its last, of which a part is in sight.
struct FormRows {
  /// One row of a field.
  struct Row {
    enum Content {
      case line(Line)
      /// A line of a text; made into something to draw only when it is in sight.
      case text(TextEditor, VisualLine)
    }

    /// The name of the field on its first row, else nothing.
    var label = ""
    var isFocused = false
    var content = Content.line(Line())
    /// Whether the room of the value is shown by underlining it.
    var isWritable = false
    /// Where the cursor is in the content, if it is on this row.
    var cursor: Int?
    /// Whether that is a place in text.
    var cursorIsText = false
  }

  /// Some rows in sequence; each is made only when it is in sight, for a text may have thousands.
  private struct Part {
    let rows: Range<Int>
    let row: (Int) -> Row
  }

  let columns: FormColumns
  /// How many rows there are.
  private(set) var count = 0
  private var parts: [Part] = []
  /// The row with the cursor, if it is in a value.
  private(set) var cursor: Int?
  /// The rows of the field that has the focus.
  private(set) var focused = 0..<0
  /// What is asked for in the field that has the focus, wrapped.
  private(set) var help: [Line] = []
  /// Rows kept for the help of any field, so that nothing jumps when the focus moves.
  private(set) var helpHeight = 0

  /// All rows with the title and the help.
  var natural: Int { 1 + count + helpHeight }

  init(_ form: Form, width: Int) {
    columns = FormColumns(form, width: width)
    for field in form.fields {
      let start = count
      let isFocused = field.id == form.focus
      append(field, form, isFocused: isFocused)
      if isFocused { focused = start..<count }
      let wrapped = Self.help(of: field, width: width - 2)
      helpHeight = max(helpHeight, min(2, wrapped.count))
      if isFocused { help = wrapped }
    }
  }

  private mutating func append(_ field: FormField, _ form: Form, isFocused: Bool) {
    let label = (text: field.label, isFocused: isFocused)
    let standsAbove = columns.labelWidth == 0
    if standsAbove { append([Row(label: label.text, isFocused: isFocused)]) }
    appendValue(of: field, form, label: standsAbove ? ("", false) : label)
    if let note = form.notes[field.id] { append([Row(content: .line(note))]) }
    if let problem = form.problems[field.id] {
      append(Self.wrap("! " + problem, .bad, width: columns.valueWidth).map { Row(content: .line($0)) })
    }
  }

  private mutating func appendValue(of field: FormField, _ form: Form, label: (text: String, isFocused: Bool))
  {
    let isFocused = field.id == form.focus
    if case (.text(let minimumLines), .text(let editor)) = (field.kind, form.states[field.id]) {
      return appendText(editor, minimumLines: minimumLines, isFocused: isFocused, label: label)
    }
    var rows =
      switch form.states[field.id] {
      case .text(let editor): [lineRow(editor, isFocused: isFocused)]
      case .choice(let id): choiceRows(field.offer, id, isFocused: isFocused)
      case .choices(let ids, let cursor):
        isFocused ? openRows(field.offer, ids, cursor) : closedRows(field.offer, ids)
      case nil: [Row()]
      }
    (rows[0].label, rows[0].isFocused) = label
    append(rows)
  }

  private static func help(of field: FormField, width: Int) -> [Line] {
    let parts = [field.help, field.isRequired ? "Needed." : ""].filter { !$0.isEmpty }
    return parts.isEmpty ? [] : wrap(parts.joined(separator: " "), .quiet, width: width)
  }

  static func wrap(_ text: String, _ style: Style, width: Int) -> [Line] {
    let glyphs = TextEditor.accepted(text, isSingleLine: false).map(Glyph.init)
    return VisualLine.wrap(glyphs, width: width + 1).map { line in
      Line(glyphs[line.range].reduce(into: "") { $0.append($1.character) }, style)
    }
  }
}

extension FormRows {
  /// The row at a place from 0.
  subscript(row: Int) -> Row {
    parts.first { $0.rows.contains(row) }.map { $0.row(row - $0.rows.lowerBound) } ?? Row()
  }

  private mutating func append(_ rows: [Row]) {
    if let place = rows.firstIndex(where: { $0.cursor != nil }) { cursor = count + place }
    append(rows.count) { rows[$0] }
  }

  private mutating func append(_ count: Int, _ row: @escaping (Int) -> Row) {
    parts.append(Part(rows: self.count..<self.count + count, row: row))
    self.count += count
  }

  private mutating func appendText(
    _ editor: TextEditor, minimumLines: Int, isFocused: Bool, label: (text: String, isFocused: Bool)
  ) {
    let lines = editor.visualLines(width: columns.valueWidth)
    let place = isFocused ? editor.place(in: lines, width: columns.valueWidth) : nil
    if let place { cursor = count + place.row }
    append(max(lines.count, min(minimumLines, 100))) { index in
      var row = Row(isWritable: true)
      if index < lines.count { row.content = .text(editor, lines[index]) }
      if index == 0 { (row.label, row.isFocused) = label }
      if let place, index == place.row { (row.cursor, row.cursorIsText) = (place.column, true) }
      return row
    }
  }

  private func lineRow(_ editor: TextEditor, isFocused: Bool) -> Row {
    guard isFocused else { return Row(content: .line(Line(editor.text)), isWritable: true) }
    let window = editor.window(width: columns.valueWidth)
    return Row(content: .line(window.line), isWritable: true, cursor: window.column, cursorIsText: true)
  }
}
