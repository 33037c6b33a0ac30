extension TextEditor {
  /// Carries out a key in a text shown in so many columns and rows; `false` if it means nothing to a text.
  public mutating func handle(_ key: Key, width: Int, height: Int) -> Bool {
    found = nil
    keepLines(width: width)
    switch key {
    case .character(let character): type(character)
    case .paste(let text):
      endKey()
      insert(text)
    default:
      guard let command = EditorCommand.of(key), !isSingleLine || !command.needsLines else { return false }
      carryOut(command, width: width, height: height)
    }
    return true
  }

  /// The first letter typed on a gap of a phrase fills it.
  private mutating func type(_ character: Character) {
    latest = .anything
    replace(cursor..<(isAtGap ? cursor + 1 : cursor), with: String(character), as: .typing)
  }

  private mutating func carryOut(_ command: EditorCommand.Name, width: Int, height: Int) {
    if !command.keepsLatest { latest = .anything }
    if !command.keepsColumn { wantedColumn = nil }
    if command != .backspace, command != .delete { history.endRun() }
    if edit(command) { return }
    if let place = destination(of: command, width: width) {
      cursor = place
    } else {
      moveByLines(command, width: width, height: height)
    }
  }

  /// Carries out a command that changes the text; `false` for those that only move.
  private mutating func edit(_ command: EditorCommand.Name) -> Bool {
    switch command {
    case .newLine: breakLine()
    case .backspace: remove(cursor - 1..<cursor, as: .rubbingOut)
    case .delete: remove(cursor..<cursor + 1, as: .deleting)
    case .cutToLineEnd: cutToLineEnd()
    case .cutToLineStart: cut(lineStart..<cursor, .before)
    case .cutWordLeft: cut(wordStart(before: cursor)..<cursor, .before)
    case .cutWordRight: cut(cursor..<wordEnd(after: cursor))
    case .cutLine: cutLine()
    case .cutSentence: cut(sentence(at: cursor))
    case .paste: paste()
    case .pasteEarlier: pasteEarlier()
    case .undo: undo()
    case .redo: redo()
    default: return false
    }
    return true
  }

  /// Where a command that does not go by lines takes the cursor.
  private func destination(of command: EditorCommand.Name, width: Int) -> Int? {
    switch command {
    case .left: max(0, cursor - 1)
    case .right: min(glyphs.count, cursor + 1)
    case .wordLeft: wordStart(before: cursor)
    case .wordRight: wordEnd(after: cursor)
    case .lineStart: lineStart
    case .lineEnd: lineEnd
    case .home: visualLine(width).range.lowerBound
    case .end: visualLine(width).lastCursor
    case .sentenceLeft: sentenceStart(before: cursor)
    case .sentenceRight: sentenceStart(after: cursor)
    case .paragraphUp: paragraphStart(before: cursor)
    case .paragraphDown: paragraphStart(after: cursor)
    case .textStart: 0
    case .textEnd: glyphs.count
    default: nil
    }
  }

  private mutating func moveByLines(_ command: EditorCommand.Name, width: Int, height: Int) {
    let page = max(2, height) - 1
    switch command {
    case .up: move(byLines: -1, width: width)
    case .down: move(byLines: 1, width: width)
    case .pageUp: move(byLines: -page, width: width)
    case .pageDown: move(byLines: page, width: width)
    default: break
    }
  }
}

extension EditorCommand.Name {
  /// Whether it means nothing where there is one line.
  fileprivate var needsLines: Bool {
    switch self {
    case .newLine, .up, .down, .pageUp, .pageDown: true
    default: false
    }
  }

  fileprivate var keepsColumn: Bool {
    switch self {
    case .up, .down, .pageUp, .pageDown: true
    default: false
    }
  }

  /// Whether what the key before left is still wanted: a cut that goes on, a piece that gives way to another.
  fileprivate var keepsLatest: Bool {
    switch self {
    case .cutToLineEnd, .cutToLineStart, .cutWordLeft, .cutWordRight, .cutLine, .cutSentence, .pasteEarlier:
      true
    default: false
    }
  }
}

extension TextEditor {
  private func visualLine(_ width: Int) -> VisualLine {
    let lines = visualLines(width: width)
    return lines[lines.index(ofCursor: cursor)]
  }

  /// Before the first line is its start, after the last its end.
  private mutating func move(byLines step: Int, width: Int) {
    let lines = visualLines(width: width)
    let row = lines.index(ofCursor: cursor)
    let wanted = wantedColumn ?? column(of: cursor, in: lines[row])
    let last = lines.count - 1
    if row == 0, step < 0 {
      cursor = 0
    } else if row == last, step > 0 {
      cursor = glyphs.count
    } else {
      cursor = cursor(nearest: wanted, in: lines[step < 0 ? max(0, row + step) : row + min(step, last - row)])
    }
    wantedColumn = wanted
  }

  private func cursor(nearest column: Int, in line: VisualLine) -> Int {
    var used = line.indent
    for offset in line.range.lowerBound..<line.lastCursor {
      used += Int(glyphs[offset].width)
      if used > column { return offset }
    }
    return line.lastCursor
  }
}

extension TextEditor {
  /// The part of a single line that fits, and the column of the cursor in it. It moves on by half its width, so
  /// that most keys change only what was typed.
  func window(width: Int) -> (line: Line, column: Int) {
    let width = max(1, width)
    let column = glyphs[..<cursor].reduce(0) { $0 + Int($1.width) }
    let step = max(1, width / 2)
    let skipped = column < width ? 0 : (column - width) / step * step + step
    var start = 0
    var used = 0
    while start < cursor, skipped > 0, used <= skipped {
      used += Int(glyphs[start].width)
      start += 1
    }
    let lead = start > 0 ? Line("…", .quiet) : Line()
    var end = start
    var shown = 0
    while end < glyphs.count, shown <= width {
      shown += Int(glyphs[end].width)
      end += 1
    }
    let line = lead + line(of: start..<end)
    return (line.clipped(to: width), max(0, min(column - used + lead.width, width - 1)))
  }

  /// A part of the text, with what a search has found in it.
  func line(of range: Range<Int>) -> Line {
    guard let found = found?.clamped(to: range), !found.isEmpty else { return Line(text(in: range)) }
    return Line(text(in: range.lowerBound..<found.lowerBound)) + Line(text(in: found), .accent.reversed)
      + Line(text(in: found.upperBound..<range.upperBound))
  }
}
