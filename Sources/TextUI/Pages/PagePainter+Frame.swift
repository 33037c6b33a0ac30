extension PagePainter {
  mutating func paintTitle(_ page: Page) {
    let width = canvas.size.columns
    let end = canvas.put(page.title, .heading, row: 0, column: 1, width: width - 2)
    let whole = Line(page.titleNote, .quiet)
    let note = whole.clipped(to: width - end - 3)
    // The beginning of a note may mislead: `2…` for the 23rd.
    if note.width >= min(16, whole.width) {
      canvas.put(note, row: 0, column: width - 1 - note.width)
    }
  }

  /// Where the names do not all fit, only the current section keeps its own.
  mutating func paintTabs(_ tabs: [Tab], row: Int) {
    let room = canvas.size.columns - 2
    let full = Self.line(of: tabs) { _ in true }
    let line = full.width <= room ? full : Self.line(of: tabs, named: \.isCurrent)
    canvas.put(line, row: row, column: 1, width: room)
  }

  private static func line(of tabs: [Tab], named: (Tab) -> Bool) -> Line {
    var line = Line()
    for tab in tabs {
      if !line.isEmpty { line += Line("  ") }
      var name = Line(tab.key, .key)
      if named(tab) { name += Line(" " + tab.title) }
      line += tab.isCurrent ? name.styled(\.reversed) : name
    }
    return line
  }

  mutating func paintRule(_ title: String, row: Int, column: Int, width: Int) {
    canvas.fill(row: row, column: column, width: width, with: "─", style: .quiet)
    if !title.isEmpty, width > 6 {
      canvas.put(Line(" \(title) ", .heading), row: row, column: column + 2, width: width - 4)
    }
  }

  /// Where one is: with all that may be said of it where there is room, else in words, else in short; only then does
  /// what is said give way.
  mutating func paintStatus(_ status: Line, row: Int) {
    let width = canvas.size.columns
    let whole = [footnote, position.words].filter { !$0.isEmpty }.joined(separator: " · ")
    let place =
      [whole, position.words].map { Line($0, .quiet) }.first { status.width + $0.width + 4 <= width }
      ?? Line(position.short, .quiet)
    let room = width - 2 - (place.isEmpty ? 0 : place.width + 2)
    canvas.put(status, row: row, column: 1, width: room)
    canvas.put(place, row: row, column: width - 1 - place.width)
  }

  mutating func paintFoot(_ page: Page, rows: Int) {
    guard let prompt = page.prompt else {
      let line = Self.line(of: page.hints, width: canvas.size.columns - 2)
      canvas.put(line, row: rows - 1, column: 1, width: canvas.size.columns - 2)
      return
    }
    paintPrompt(prompt, row: prompt.preview == nil ? rows - 1 : rows - 2)
    guard let preview = prompt.preview else { return }
    let end = canvas.put(preview, row: rows - 1, column: 4, width: canvas.size.columns - 5)
    let hints = Self.line(of: page.hints, width: canvas.size.columns - end - 4)
    if hints.width < canvas.size.columns - end - 3 {
      canvas.put(hints, row: rows - 1, column: canvas.size.columns - 1 - hints.width)
    }
  }

  private mutating func paintPrompt(_ prompt: Prompt, row: Int) {
    let width = canvas.size.columns
    let start = canvas.put(prompt.label, .key, row: row, column: 1, width: width / 2)
    // A sign such as `/` stands right before what is typed; words keep their distance.
    let column = prompt.label.last.map { $0.isLetter || $0 == "›" || $0 == ":" } == true ? start + 1 : start
    let window = prompt.editor.window(width: width - column - 1)
    canvas.put(window.line, row: row, column: column)
    canvas.placeCursor(row: row, column: column + window.column, isText: true)
  }

  /// As many hints as fit, from the first; the last is always one of them.
  static func line(of hints: [Hint], width: Int) -> Line {
    guard let last = hints.last else { return Line() }
    var line = Line()
    let end = Self.line(of: last)
    for hint in hints.dropLast() {
      let next = Self.line(of: hint) + Line("  ")
      if line.width + next.width + end.width > width { break }
      line += next
    }
    return (line + end).clipped(to: width)
  }

  private static func line(of hint: Hint) -> Line {
    Line(hint.key, .key) + Line(hint.title.isEmpty ? "" : " " + hint.title)
  }
}
