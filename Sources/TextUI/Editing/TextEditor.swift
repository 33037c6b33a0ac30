import PlainText

/// Text being typed, with its cursor. A value: keep a copy and the text is safe.
public struct TextEditor: Sendable, Hashable {
  /// Whether line breaks are refused.
  public let isSingleLine: Bool
  /// How many characters stand before the cursor.
  public internal(set) var cursor: Int
  var glyphs: [Glyph]
  /// The column that up and down try to keep.
  var wantedColumn: Int?

  /// Starts with the cursor at the end of a text.
  public init(_ text: String = "", isSingleLine: Bool = false) {
    self.isSingleLine = isSingleLine
    glyphs = Self.accepted(text, isSingleLine: isSingleLine).map(Glyph.init)
    cursor = glyphs.count
  }

  /// The text.
  public var text: String { text(in: 0..<glyphs.count) }

  /// How many characters the text has.
  public var count: Int { glyphs.count }

  /// Whether there is no text.
  public var isEmpty: Bool { glyphs.isEmpty }

  /// The lines of the text as they are shown in so many columns, of which the last is left to the cursor.
  public func visualLines(width: Int) -> [VisualLine] {
    VisualLine.wrap(glyphs, width: isSingleLine ? .max : width)
  }

  /// The text of one of the lines.
  public func text(of line: VisualLine) -> String {
    text(in: line.range.clamped(to: 0..<glyphs.count))
  }

  /// Where the cursor is when the text is shown in so many columns.
  public func place(width: Int) -> CellPlace {
    place(in: visualLines(width: width), width: width)
  }

  func place(in lines: [VisualLine], width: Int) -> CellPlace {
    let row = lines.index(ofCursor: cursor)
    // Spaces that stand over the end of a line leave the cursor at the edge.
    return CellPlace(row: row, column: min(column(of: cursor, in: lines[row]), max(1, width) - 1))
  }

  func column(of cursor: Int, in line: VisualLine) -> Int {
    glyphs[line.range.lowerBound..<cursor].reduce(0) { $0 + Int($1.width) }
  }

  func text(in range: Range<Int>) -> String {
    var text = ""
    for glyph in glyphs[range] { text.append(glyph.character) }
    return text
  }

  /// Line ends are all `\n`; where there may be none they become spaces.
  static func accepted(_ text: String, isSingleLine: Bool) -> String {
    guard text.utf8.contains(where: { $0 == 13 || $0 == 10 }) else { return text }
    var accepted = ""
    for character in text {
      let isBreak = character == "\n" || character == "\r" || character == "\r\n"
      accepted.append(isBreak ? (isSingleLine ? " " : "\n") : character)
    }
    return accepted
  }
}
