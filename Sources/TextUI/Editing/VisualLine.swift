/// One line of a wrapped text.
public struct VisualLine: Hashable, Sendable {
  /// The characters on it, by their offsets in the text; without the line break that ends it.
  public var range: Range<Int>
  /// Whether the text goes on in the next line without a line break.
  public var isWrapped: Bool

  /// The last place of the cursor on this line. The place after a wrapped line is the start of the next one.
  var lastCursor: Int { isWrapped ? max(range.lowerBound, range.upperBound - 1) : range.upperBound }
}

extension VisualLine {
  /// Wraps at words so that each line leaves one column free for the cursor; spaces at a line's end may stand over.
  static func wrap(_ glyphs: [Glyph], width: Int) -> [VisualLine] {
    let limit = width == .max ? width : max(2, width) - 1
    var lines: [VisualLine] = []
    var line = OpenLine()
    for (index, glyph) in glyphs.enumerated() {
      switch glyph.kind {
      case .newline:
        lines.append(VisualLine(range: line.start..<index, isWrapped: false))
        line = OpenLine(start: index + 1)
      case .space:
        line.width += 1
        line.wordStart = index + 1
      case .letter:
        while line.width + Int(glyph.width) > limit, index > line.start {
          let end = line.wordStart > line.start ? line.wordStart : index
          lines.append(VisualLine(range: line.start..<end, isWrapped: true))
          line = OpenLine(start: end)
          line.width = glyphs[end..<index].reduce(0) { $0 + Int($1.width) }
        }
        line.width += Int(glyph.width)
      }
    }
    lines.append(VisualLine(range: line.start..<glyphs.count, isWrapped: false))
    return lines
  }

  private struct OpenLine {
    var start = 0
    /// Where the last word began; at the line's start there is nothing to break before.
    var wordStart = 0
    var width = 0

    init(start: Int = 0) {
      self.start = start
      wordStart = start
    }
  }
}

extension [VisualLine] {
  /// The line on which the cursor stands when so many characters are before it.
  func index(ofCursor cursor: Int) -> Int {
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if self[middle].range.lowerBound <= cursor { low = middle } else { high = middle - 1 }
    }
    return Swift.max(0, low)
  }
}
