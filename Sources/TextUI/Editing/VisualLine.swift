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
}

extension VisualLine {
  /// Wraps at words so that each line leaves one column free for the cursor; spaces at a line's end may stand over.
  static func wrap(_ glyphs: [Glyph], width: Int) -> [VisualLine] {
    let limit = width == .max ? width : max(2, width) - 1
    var lines: [VisualLine] = []
    var line = OpenLine(start: 0, glyphs, limit: limit)
    for (index, glyph) in glyphs.enumerated() {
      switch glyph.kind {
      case .newline:
        lines.append(line.closed(at: index, isWrapped: false))
        line = OpenLine(start: index + 1, glyphs, limit: limit)
      case .space:
        line.width += 1
        line.wordStart = index + 1
      case .letter:
        while line.width + Int(glyph.width) > limit, index > line.start {
          let end = line.wordStart > line.start ? line.wordStart : index
          lines.append(line.closed(at: end, isWrapped: true))
          line.goOn(at: end)
          line.width = glyphs[end..<index].reduce(line.indent) { $0 + Int($1.width) }
        }
        line.width += Int(glyph.width)
      }
    }
    lines.append(line.closed(at: glyphs.count, isWrapped: false))
    return lines
  }

  private struct OpenLine {
    var start: Int
    /// Where the last word began; at the line's start there is nothing to break before.
    var wordStart: Int
    var width = 0
    var indent = 0
    /// Columns before the further lines of this one.
    private let hang: Int

    /// A line as it was typed.
    init(start: Int, _ glyphs: [Glyph], limit: Int) {
      self.start = start
      wordStart = start
      hang = limit == .max ? 0 : min(ListMark(startingAt: start, of: glyphs)?.width ?? 0, limit / 2)
    }

    /// Begins a further line of the same one.
    mutating func goOn(at start: Int) {
      self.start = start
      wordStart = start
      indent = hang
    }

    func closed(at end: Int, isWrapped: Bool) -> VisualLine {
      VisualLine(range: start..<end, isWrapped: isWrapped, indent: indent)
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
