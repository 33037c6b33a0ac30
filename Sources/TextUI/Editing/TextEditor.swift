import PlainText

/// Text being typed, with its cursor. A value: keep a copy and the text is safe.
public struct TextEditor: Sendable {
  /// Whether line breaks are refused.
  public let isSingleLine: Bool
  /// How many characters stand before the cursor.
  public internal(set) var cursor: Int
  /// What was cut, here or wherever it was handed in from.
  public var clippings = Clippings()
  private var content: EditedText
  /// The column that up and down try to keep.
  var wantedColumn: Int?
  var history = TextHistory()
  /// What the latest key did, as far as the next one asks.
  var latest = Latest.anything
  /// The part of the text that a search has found, until the next key.
  var found: Range<Int>?
  /// While the gaps of a phrase are being filled in: how many characters stand behind the phrase.
  var behindPhrase: Int?
  /// Goes up whenever the text changes.
  private(set) var revision = 0

  /// What one key may leave for the next.
  enum Latest: Hashable, Sendable {
    case anything
    case cut
    /// A piece was pasted: where it stands, and which one it was.
    case pasted(Range<Int>, piece: Int)
  }

  /// Starts with the cursor at the end of a text.
  public init(_ text: String = "", isSingleLine: Bool = false) {
    self.isSingleLine = isSingleLine
    content = EditedText(Self.accepted(text, isSingleLine: isSingleLine))
    cursor = content.glyphs.count
  }

  /// The text.
  public var text: String { content.text }

  var glyphs: [Glyph] { content.glyphs }

  /// How many characters the text has.
  public var count: Int { glyphs.count }

  /// Whether there is no text.
  public var isEmpty: Bool { glyphs.isEmpty }

  /// Whether there is a change to take back.
  public var canUndo: Bool { history.canUndo }

  /// Whether there is something to do again.
  public var canRedo: Bool { history.canRedo }

  /// How many words the text has; signs that stand alone, such as the mark of a list, are none.
  public var wordCount: Int { content.wordCount }

  mutating func noteChange() { revision += 1 }

  /// The one place where the text changes.
  mutating func exchange(_ range: Range<Int>, for new: [Glyph]) { content.replace(range, with: new) }

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

extension TextEditor: Hashable {
  /// Whether both show the same: what could be taken back in them does not count.
  public static func == (one: TextEditor, other: TextEditor) -> Bool {
    one.cursor == other.cursor && one.isSingleLine == other.isSingleLine && one.glyphs == other.glyphs
  }

  /// Hashes what is shown.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(glyphs)
    hasher.combine(cursor)
  }
}

extension TextEditor {
  /// The lines of the text as they are shown in so many columns, of which the last is left to the cursor.
  public func visualLines(width: Int) -> [VisualLine] { content.lines(width: isSingleLine ? .max : width) }

  /// Keeps the lines of that width from now on, brought up to date as the text changes.
  mutating func keepLines(width: Int) { content.keepLines(width: isSingleLine ? .max : width) }

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
    glyphs[line.range.lowerBound..<cursor].reduce(line.indent) { $0 + Int($1.width) }
  }
}
