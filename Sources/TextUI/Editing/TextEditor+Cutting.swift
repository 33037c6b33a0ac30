extension TextEditor {
  /// Takes a part out of the text and keeps it for pasting. Parts cut one right after another are one piece.
  mutating func cut(_ range: Range<Int>, _ side: Clippings.Side = .after, isLines: Bool = false) {
    let range = range.clamped(to: 0..<glyphs.count)
    let joins = latest == .cut
    latest = .cut
    guard !range.isEmpty else { return }
    var text = text(in: range)
    // The last line has no line break of its own, but is pasted as a line.
    if isLines, !text.hasSuffix("\n") { text += "\n" }
    clippings.add(.init(text: text, isLines: isLines), joining: joins ? side : nil)
    remove(range)
  }

  /// The line as typed, with the line break that ends it.
  mutating func cutLine() {
    let end = lineEnd
    cut(lineStart..<min(glyphs.count, end + 1), isLines: !isSingleLine)
  }

  /// At the end of a line, the line break goes, as in every other editor with this key.
  mutating func cutToLineEnd() {
    cut(cursor..<(cursor == lineEnd ? cursor + 1 : lineEnd))
  }

  mutating func paste() {
    paste(piece: 0)
  }

  /// Puts the piece that was cut before in the place of the one that was just pasted.
  mutating func pasteEarlier() {
    guard case .pasted(let range, let piece) = latest, !clippings.isEmpty else { return paste(piece: 0) }
    cursor = range.lowerBound
    remove(range)
    paste(piece: (piece + 1) % clippings.pieces.count)
  }

  /// Whole lines go above the line in which the cursor is, which stays where it was in that line.
  private mutating func paste(piece index: Int) {
    guard clippings.pieces.indices.contains(index) else { return }
    let piece = clippings.pieces[index]
    let asLines = piece.isLines && !isSingleLine
    let text = isSingleLine && piece.text.hasSuffix("\n") ? String(piece.text.dropLast()) : piece.text
    let start = asLines ? lineStart : cursor
    let back = cursor - start
    replace(start..<start, with: Self.accepted(text, isSingleLine: isSingleLine))
    latest = .pasted(start..<cursor, piece: index)
    if asLines { cursor += back }
  }
}
