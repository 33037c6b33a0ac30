/// Breaks a text into lines, one after another.
///
/// It breaks at words, so that each line leaves one column free for the cursor; spaces at a line's end may stand over.
struct LineBreaker {
  private let glyphs: [Glyph]
  private let limit: Int
  /// The next glyph to look at.
  private var index: Int
  /// Whether the last line has been given.
  private(set) var isDone = false

  /// Where the line begins that is being filled.
  private(set) var start: Int
  /// Whether it goes on with what was typed as one line.
  private(set) var isContinued: Bool
  /// Columns before its text.
  private(set) var indent: Int
  /// Columns before the further lines of this one.
  private(set) var hang: Int
  /// Where its last word began; at the line's start there is nothing to break before.
  private var wordStart: Int
  private var width: Int

  /// Begins where a line begins as it was typed.
  init(_ glyphs: [Glyph], width: Int, from start: Int = 0) {
    self.glyphs = glyphs
    limit = LineBreaker.limit(width)
    index = start
    self.start = start
    isContinued = false
    indent = 0
    hang = LineBreaker.hang(glyphs, from: start, limit: limit)
    wordStart = start
    self.width = 0
  }

  /// Goes on where a further line of one that was typed begins, so many columns in.
  init(_ glyphs: [Glyph], width: Int, continuedFrom start: Int, indent: Int) {
    self.init(glyphs, width: width, from: start)
    isContinued = true
    (hang, self.indent, self.width) = (indent, indent, indent)
  }

  /// Whether the line being filled depends on nothing before its start but its indent.
  var isSettled: Bool { !isContinued || width <= limit }

  /// The next line; nil after the last one.
  mutating func next() -> VisualLine? {
    while index < glyphs.count {
      let glyph = glyphs[index]
      switch glyph.kind {
      case .newline: return endLine()
      case .space:
        width += 1
        wordStart = index + 1
      case .letter:
        if width + Int(glyph.width) > limit, index > start { return breakLine() }
        width += Int(glyph.width)
      }
      index += 1
    }
    guard !isDone else { return nil }
    isDone = true
    return VisualLine(range: start..<glyphs.count, isWrapped: false, indent: indent)
  }

  private mutating func endLine() -> VisualLine {
    let line = VisualLine(range: start..<index, isWrapped: false, indent: indent)
    index += 1
    (start, wordStart, isContinued, indent, width) = (index, index, false, 0, 0)
    hang = LineBreaker.hang(glyphs, from: start, limit: limit)
    return line
  }

  /// The line ends before its last word, or within it where there is nothing before that.
  private mutating func breakLine() -> VisualLine {
    let end = wordStart > start ? wordStart : index
    let line = VisualLine(range: start..<end, isWrapped: true, indent: indent)
    (start, wordStart, isContinued, indent) = (end, end, true, hang)
    width = glyphs[end..<index].reduce(hang) { $0 + Int($1.width) }
    return line
  }

  private static func limit(_ width: Int) -> Int { width == .max ? width : max(2, width) - 1 }

  /// The further lines of an item of a list stand under its text.
  private static func hang(_ glyphs: [Glyph], from start: Int, limit: Int) -> Int {
    limit == .max ? 0 : min(ListMark(startingAt: start, of: glyphs)?.width ?? 0, limit / 2)
  }
}
