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

  /// Carries out a key; `false` if it means nothing to a line of text (Enter, Escape, Tab, up, down, …).
  public mutating func handle(_ key: Key) -> Bool {
    editor.handle(key, width: .max, height: 1)
  }

  /// The part of the text that fits, and the column of the cursor in it.
  public func window(width: Int) -> (line: Line, column: Int) {
    editor.window(width: width)
  }
}
