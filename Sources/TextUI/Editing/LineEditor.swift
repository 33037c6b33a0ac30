/// One line of text being typed: a text editor that takes no line breaks.
public struct LineEditor: Sendable, Hashable {
  private var editor: TextEditor

  /// Starts with the cursor at the end of a text; line breaks in it become spaces.
  public init(_ text: String = "") {
    editor = TextEditor(text, isSingleLine: true)
  }

  /// The text.
  public var text: String { editor.text }

  /// How many characters stand before the cursor.
  public var cursor: Int { editor.cursor }

  /// Whether nothing has been typed.
  public var isEmpty: Bool { editor.isEmpty }

  /// What was cut, here or wherever it was handed in from.
  public var clippings: Clippings {
    get { editor.clippings }
    set { editor.clippings = newValue }
  }

  /// The sentence the cursor is in, without blanks at its ends.
  public var sentenceAtCursor: String { editor.sentenceAtCursor }

  /// Carries out a key; `false` if it means nothing to a line of text (Enter, Escape, Tab, up, down, …).
  public mutating func handle(_ key: Key) -> Bool {
    editor.handle(key, width: .max, height: 1)
  }

  /// Writes a phrase and goes to its first gap.
  public mutating func insert(phrase: String) {
    editor.insert(phrase: phrase)
  }

  /// Goes on to the next gap of the phrase that is being filled in; `false` where there is none left.
  public mutating func goToNextGap() -> Bool {
    editor.goToNextGap()
  }

  /// The part of the text that fits, and the column of the cursor in it.
  public func window(width: Int) -> (line: Line, column: Int) {
    editor.window(width: width)
  }
}
