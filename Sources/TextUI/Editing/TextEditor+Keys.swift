extension TextEditor {
  /// Carries out a key in a text shown in so many columns and rows; `false` if it means nothing to a text.
  public mutating func handle(_ key: Key, width: Int, height: Int) -> Bool {
    if edit(key, width: width) { return true }
    if move(key, width: width) {
      wantedColumn = nil
      return true
    }
    return isSingleLine ? false : moveByLines(key, width: width, height: height)
  }

  private mutating func edit(_ key: Key, width: Int) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .enter where !isSingleLine: insert("\n")
    case .backspace, .control("h"): remove(cursor - 1..<cursor)
    case .delete, .control("d"): remove(cursor..<cursor + 1)
    case .control("w"), .alt("\u{7F}"): remove(wordStart(before: cursor)..<cursor)
    case .alt("d"): remove(cursor..<wordEnd(after: cursor))
    case .control("u"): remove(lineStart..<cursor)
    case .control("k"): removeToLineEnd()
    default: return false
    }
    return true
  }

  private mutating func move(_ key: Key, width: Int) -> Bool {
    switch key {
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(glyphs.count, cursor + 1)
    case .wordLeft, .alt("b"): cursor = wordStart(before: cursor)
    case .wordRight, .alt("f"): cursor = wordEnd(after: cursor)
    case .control("a"): cursor = lineStart
    case .control("e"): cursor = lineEnd
    case .home: cursor = visualLine(width).range.lowerBound
    case .end: cursor = visualLine(width).lastCursor
    default: return false
    }
    return true
  }

  private mutating func moveByLines(_ key: Key, width: Int, height: Int) -> Bool {
    switch key {
    case .up, .control("p"): move(byLines: -1, width: width)
    case .down, .control("n"): move(byLines: 1, width: width)
    case .pageUp: move(byLines: -(max(2, height) - 1), width: width)
    case .pageDown: move(byLines: max(2, height) - 1, width: width)
    default: return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<glyphs.count)
    wantedColumn = nil
    if !range.isEmpty { replace(range, with: "") }
  }

  /// At the end of a line, the line break goes, as in every other editor with this key.
  private mutating func removeToLineEnd() {
    remove(cursor..<(cursor == lineEnd ? cursor + 1 : lineEnd))
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
    var used = 0
    for offset in line.range.lowerBound..<line.lastCursor {
      used += Int(glyphs[offset].width)
      if used > column { return offset }
    }
    return line.lastCursor
  }

  /// The start of the line as typed, not as shown.
  private var lineStart: Int {
    (glyphs[..<cursor].lastIndex { $0.kind == .newline } ?? -1) + 1
  }

  private var lineEnd: Int {
    glyphs[cursor...].firstIndex { $0.kind == .newline } ?? glyphs.count
  }

  private func wordStart(before cursor: Int) -> Int {
    var start = cursor
    while start > 0, glyphs[start - 1].kind != .letter { start -= 1 }
    while start > 0, glyphs[start - 1].kind == .letter { start -= 1 }
    return start
  }

  private func wordEnd(after cursor: Int) -> Int {
    var end = cursor
    while end < glyphs.count, glyphs[end].kind != .letter { end += 1 }
    while end < glyphs.count, glyphs[end].kind == .letter { end += 1 }
    return end
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
    let line = lead + Line(text(in: start..<end))
    return (line.clipped(to: width), max(0, min(column - used + lead.width, width - 1)))
  }
}
