extension TextEditor {
  /// Writes text where the cursor is.
  public mutating func insert(_ text: String) {
    insert(text, as: .alone)
  }

  mutating func insert(_ text: String, as run: TextHistory.Run) {
    replace(cursor..<cursor, with: Self.accepted(text, isSingleLine: isSingleLine), as: run)
  }

  /// Puts another text in place of this one, with the cursor at its end. It can be taken back like any change.
  public mutating func setText(_ text: String) {
    guard text != self.text else { return }
    endKey()
    replace(0..<glyphs.count, with: Self.accepted(text, isSingleLine: isSingleLine))
  }

  /// What the latest key left behind no longer holds.
  mutating func endKey() {
    latest = .anything
    found = nil
    wantedColumn = nil
    history.endRun()
  }

  /// Replaces a range and puts the cursor after what was written.
  ///
  /// What touches may join into one character (a letter and the accent after it), so the neighbours are read anew.
  mutating func replace(_ range: Range<Int>, with text: String, as run: TextHistory.Run = .alone) {
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
    let new = joined.map(Glyph.init)
    let change = TextHistory.Change(
      low: low, old: Array(glyphs[low..<high]), new: new, cursorBefore: cursor,
      cursorAfter: low + Self.characters(of: joined, covering: head.unicodeScalars.count)
    ).trimmed
    exchange(low..<high, for: new)
    cursor = change.cursorAfter
    wantedColumn = nil
    guard change.old != change.new else { return }
    history.record(change, as: run)
    noteChange()
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

  mutating func remove(_ range: Range<Int>, as run: TextHistory.Run = .alone) {
    let range = range.clamped(to: 0..<glyphs.count)
    wantedColumn = nil
    if !range.isEmpty { replace(range, with: "", as: run) }
  }
}

extension TextEditor {
  mutating func undo() {
    guard let change = history.takeBack() else { return }
    apply(change, from: change.low..<change.low + change.new.count, to: change.old)
    cursor = change.cursorBefore
  }

  mutating func redo() {
    guard let change = history.doAgain() else { return }
    apply(change, from: change.low..<change.low + change.old.count, to: change.new)
    cursor = change.cursorAfter
  }

  private mutating func apply(_ change: TextHistory.Change, from range: Range<Int>, to new: [Glyph]) {
    exchange(range, for: new)
    behindPhrase = nil
    noteChange()
  }
}
