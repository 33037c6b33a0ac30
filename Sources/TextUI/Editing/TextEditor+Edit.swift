extension TextEditor {
  /// Writes text where the cursor is.
  public mutating func insert(_ text: String) {
    replace(cursor..<cursor, with: Self.accepted(text, isSingleLine: isSingleLine))
  }

  /// Puts another text in place of this one, with the cursor at its end.
  public mutating func setText(_ text: String) {
    self = TextEditor(text, isSingleLine: isSingleLine)
  }

  /// Replaces a range and puts the cursor after what was written.
  ///
  /// What touches may join into one character (a letter and the accent after it), so the neighbours are read anew.
  mutating func replace(_ range: Range<Int>, with text: String) {
    let low = max(0, range.lowerBound - 1)
    var high = min(glyphs.count, range.upperBound + 1)
    let head = glyphs[low..<range.lowerBound].reduce(into: "") { $0.append($1.character) } + text
    let tail = glyphs[range.upperBound..<high].reduce(into: "") { $0.append($1.character) }
    var joined = Array(head + tail)
    while high < glyphs.count, let last = joined.last {
      let next = glyphs[high].character
      let pair = Array(String(last) + String(next))
      guard pair != [last, next] else { break }
      joined.removeLast()
      joined += pair
      high += 1
    }
    glyphs.replaceSubrange(low..<high, with: joined.map(Glyph.init))
    cursor = low + Self.characters(of: joined, covering: head.unicodeScalars.count)
    wantedColumn = nil
  }

  /// How many characters it takes to hold so many scalars: a cursor never stands inside a character.
  private static func characters(of joined: [Character], covering scalars: Int) -> Int {
    var left = scalars
    var count = 0
    for character in joined where left > 0 {
      left -= character.unicodeScalars.count
      count += 1
    }
    return count
  }
}
