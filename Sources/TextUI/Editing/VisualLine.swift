/// One line of a wrapped text.
public struct VisualLine: Hashable, Sendable {
  /// The characters on it, by their offsets in the text; without the line break that ends it.
  public var range: Range<Int>
  /// Whether the text goes on in the next line without a line break.
  public var isWrapped: Bool
  /// Columns before its text: the further lines of an item of a list stand under the item’s text.
  public var indent = 0

  /// The last place of the cursor on this line. The place after a wrapped line is the start of the next one.
  var lastCursor: Int { isWrapped ? max(range.lowerBound, range.upperBound - 1) : range.upperBound }

  /// Wraps a whole text.
  static func wrap(_ glyphs: [Glyph], width: Int) -> [VisualLine] {
    var breaker = LineBreaker(glyphs, width: width)
    var lines: [VisualLine] = []
    while let line = breaker.next() { lines.append(line) }
    return lines
  }
}

extension [VisualLine] {
  /// The line on which the cursor stands when so many characters are before it.
  func index(ofCursor cursor: Int) -> Int {
    Swift.max(0, firstIndex(from: cursor + 1) - 1)
  }

  /// The first line that begins at a place or after it; `count` where there is none.
  func firstIndex(from place: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
