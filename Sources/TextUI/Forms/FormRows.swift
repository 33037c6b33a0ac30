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

  let columns: FormColumns
  private(set) var rows: [Row] = []
  /// The rows of the field that has the focus.
  private(set) var focused = 0..<0
  /// What is asked for in the field that has the focus, wrapped.
  private(set) var help: [Line] = []
  /// Rows kept for the help of any field, so that nothing jumps when the focus moves.
  private(set) var helpHeight = 0

  /// All rows with the title and the help.
  var natural: Int { 1 + rows.count + helpHeight }

  init(_ form: Form, width: Int) {
    columns = FormColumns(form, width: width)
    for field in form.fields {
      let start = rows.count
      let isFocused = field.id == form.focus
      append(field, form, isFocused: isFocused)
      if isFocused { focused = start..<rows.count }
      let wrapped = Self.help(of: field, width: width - 2)
      helpHeight = max(helpHeight, min(2, wrapped.count))
      if isFocused { help = wrapped }
    }
  }

  private mutating func append(_ field: FormField, _ form: Form, isFocused: Bool) {
    var value = valueRows(field, form, isFocused: isFocused)
    if columns.labelWidth == 0 { value.insert(Row(), at: 0) }
    value[0].label = field.label
    value[0].isFocused = isFocused
    rows += value
    if let note = form.notes[field.id] { rows.append(Row(content: .line(note))) }
    if let problem = form.problems[field.id] {
      rows += Self.wrap("! " + problem, .bad, width: columns.valueWidth).map { Row(content: .line($0)) }
    }
  }

  private func valueRows(_ field: FormField, _ form: Form, isFocused: Bool) -> [Row] {
    switch (field.kind, form.states[field.id]) {
    case (.text(let minimumLines), .text(let editor)):
      textRows(editor, minimumLines: minimumLines, isFocused: isFocused)
    case (_, .text(let editor)): [lineRow(editor, isFocused: isFocused)]
    case (_, .choice(let id)): choiceRows(field.offer, id, isFocused: isFocused)
    case (_, .choices(let ids, let cursor)):
      isFocused ? openRows(field.offer, ids, cursor) : closedRows(field.offer, ids)
    case (_, nil): [Row()]
    }
  }

  private static func help(of field: FormField, width: Int) -> [Line] {
    let parts = [field.help, field.isRequired ? "Needed." : ""].filter { !$0.isEmpty }
    return parts.isEmpty ? [] : wrap(parts.joined(separator: " "), .quiet, width: width)
  }

  static func wrap(_ text: String, _ style: Style, width: Int) -> [Line] {
    let editor = TextEditor(text)
    return editor.visualLines(width: width + 1).map { Line(editor.text(of: $0), style) }
  }
}

extension FormRows {
  private func textRows(_ editor: TextEditor, minimumLines: Int, isFocused: Bool) -> [Row] {
    let lines = editor.visualLines(width: columns.valueWidth)
    var rows = lines.map { Row(content: .text(editor, $0), isWritable: true) }
    let missing = min(max(0, minimumLines), 100) - rows.count
    rows += Array(repeating: Row(isWritable: true), count: max(0, missing))
    if isFocused {
      let place = editor.place(in: lines, width: columns.valueWidth)
      rows[place.row].cursor = place.column
      rows[place.row].cursorIsText = true
    }
    return rows
  }

  private func lineRow(_ editor: TextEditor, isFocused: Bool) -> Row {
    guard isFocused else { return Row(content: .line(Line(editor.text)), isWritable: true) }
    let window = editor.window(width: columns.valueWidth)
    return Row(content: .line(window.line), isWritable: true, cursor: window.column, cursorIsText: true)
  }
}
