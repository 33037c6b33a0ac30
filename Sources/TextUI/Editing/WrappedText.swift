/// The lines of a text in so many columns. Where the text changes, only the lines about the change are wrapped anew;
/// what comes of it is what wrapping the whole text would give.
struct WrappedText: Sendable {
  let width: Int
  private(set) var lines: [VisualLine]

  init(_ glyphs: [Glyph], width: Int) {
    self.width = width
    lines = VisualLine.wrap(glyphs, width: width)
  }

  /// Takes in that so many glyphs have come into the place of some; the text is as it is now, the range as it was.
  mutating func update(_ glyphs: [Glyph], replaced range: Range<Int>, by count: Int) {
    let shift = count - range.count
    let (first, start) = beginning(of: range, glyphs)
    var breaker = start
    var fresh: [VisualLine] = []
    var kept = lines.count
    while let line = breaker.next() {
      fresh.append(line)
      // From here on the text is what it was, and perhaps the lines are too.
      guard breaker.start >= range.lowerBound + count, !breaker.isDone else { continue }
      let old = lines.firstIndex(from: breaker.start - shift)
      if isGoingOn(breaker, as: old, shift) {
        kept = old
        break
      }
    }
    lines.replaceSubrange(first..<kept, with: fresh)
    guard shift != 0 else { return }
    for index in first + fresh.count..<lines.count { lines[index].move(by: shift) }
  }

  /// The line to begin with, which the change cannot reach, and how it begins.
  ///
  /// Where a line begins depends on the text up to the word, or to the one character too wide, that no longer went into
  /// the line before: so two lines back at most. The first two lines as shown of each line as typed may hold the mark
  /// of a list, and begin like no others.
  private func beginning(of range: Range<Int>, _ glyphs: [Glyph]) -> (line: Int, breaker: LineBreaker) {
    let changed = lines.index(ofCursor: range.lowerBound)
    var typed = changed
    while typed > 0, lines[typed - 1].isWrapped { typed -= 1 }
    let whole = LineBreaker(glyphs, width: width, from: lines[typed].range.lowerBound)
    let line = changed - 2
    guard line >= typed + 2, lines[line].indent == whole.hang else { return (typed, whole) }
    let start = lines[line].range.lowerBound
    return (line, LineBreaker(glyphs, width: width, continuedFrom: start, indent: whole.hang))
  }

  /// Whether the line that is about to be filled, and all after it, will be as they were from that one on.
  private func isGoingOn(_ breaker: LineBreaker, as line: Int, _ shift: Int) -> Bool {
    guard line < lines.count, lines[line].range.lowerBound + shift == breaker.start else { return false }
    let wasContinued = line > 0 && lines[line - 1].isWrapped
    guard breaker.isContinued, wasContinued else { return !breaker.isContinued && !wasContinued }
    return breaker.isSettled && lines[line].indent == breaker.indent && line > 1 && lines[line - 2].isWrapped
  }
}

extension VisualLine {
  fileprivate mutating func move(by shift: Int) {
    range = range.lowerBound + shift..<range.upperBound + shift
  }
}
