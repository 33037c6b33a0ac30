extension TextEditor {
  /// The start of the line as typed, not as shown.
  var lineStart: Int { lineStart(before: cursor) }

  func lineStart(before place: Int) -> Int {
    (glyphs[..<place].lastIndex { $0.kind == .newline } ?? -1) + 1
  }

  var lineEnd: Int {
    glyphs[cursor...].firstIndex { $0.kind == .newline } ?? glyphs.count
  }

  func wordStart(before cursor: Int) -> Int {
    var start = cursor
    while start > 0, glyphs[start - 1].kind != .letter { start -= 1 }
    while start > 0, glyphs[start - 1].kind == .letter { start -= 1 }
    return start
  }

  func wordEnd(after cursor: Int) -> Int {
    var end = cursor
    while end < glyphs.count, glyphs[end].kind != .letter { end += 1 }
    while end < glyphs.count, glyphs[end].kind == .letter { end += 1 }
    return end
  }
}

// MARK: Sentences and paragraphs

extension TextEditor {
  /// The nearest start of a sentence before a place; the start of the text where there is none.
  func sentenceStart(before place: Int) -> Int {
    (0..<place).last(where: startsSentence) ?? 0
  }

  /// The nearest start of a sentence after a place; the end of the text where there is none.
  func sentenceStart(after place: Int) -> Int {
    guard place + 1 < glyphs.count else { return glyphs.count }
    return (place + 1..<glyphs.count).first(where: startsSentence) ?? glyphs.count
  }

  /// The sentence a place is in, with the blanks that part it from the next; never more than one line as typed.
  func sentence(at place: Int) -> Range<Int> {
    let line =
      lineStart(before: place)..<(glyphs[place...].firstIndex { $0.kind == .newline } ?? glyphs.count)
    guard !line.isEmpty else { return line }
    let start = max(line.lowerBound, sentenceStart(before: min(place + 1, line.upperBound)))
    return start..<min(line.upperBound, sentenceStart(after: max(start, place)))
  }

  /// A sentence begins with a line, or after `.`, `!` or `?`, a closing quote perhaps, and a blank; not with a small
  /// letter, so that “e.g. this” is one.
  private func startsSentence(_ place: Int) -> Bool {
    guard glyphs[place].kind == .letter else { return false }
    var before = place - 1
    while before >= 0, glyphs[before].kind == .space { before -= 1 }
    guard before >= 0, glyphs[before].kind != .newline else { return true }
    guard before < place - 1, !glyphs[place].character.isLowercase else { return false }
    while before > 0, ")]”’\"'".contains(glyphs[before].character) { before -= 1 }
    return ".!?".contains(glyphs[before].character)
  }

  /// The start of the paragraph, or of the one before where the cursor is at a start.
  func paragraphStart(before place: Int) -> Int {
    var start = place
    while start > 0, glyphs[start - 1].kind != .letter { start -= 1 }
    return lineStart(before: start)
  }

  /// The start of the next line that has text.
  func paragraphStart(after place: Int) -> Int {
    var start = glyphs[place...].firstIndex { $0.kind == .newline } ?? glyphs.count
    while start < glyphs.count, glyphs[start].kind == .newline { start += 1 }
    return start
  }
}
