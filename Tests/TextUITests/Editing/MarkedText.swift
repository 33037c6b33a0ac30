import Testing
import TextUI

/// Texts with `|` where the cursor is, and keys by their names; what is no name of a key is pasted.
enum MarkedText {
  static func editor(_ marked: String, isSingleLine: Bool = false) -> TextEditor {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    var editor = TextEditor(parts.joined(), isSingleLine: isSingleLine)
    while editor.cursor > parts[0].count { _ = editor.handle(.left, width: 11, height: 4) }
    return editor
  }

  static func marked(_ editor: TextEditor) -> String {
    let text = editor.text
    let place = text.index(text.startIndex, offsetBy: editor.cursor)
    return String(text[..<place]) + "|" + String(text[place...])
  }

  static func press(_ editor: inout TextEditor, _ keys: String, width: Int = 11) {
    for name in keys.split(separator: " ").map(String.init) {
      let taken = editor.handle(Key(name: name) ?? .paste(name), width: width, height: 4)
      #expect(taken, "\(name)")
    }
  }

  static func type(_ editor: inout TextEditor, _ text: String) {
    for character in text {
      _ = editor.handle(character == "\n" ? .enter : .character(character), width: 40, height: 10)
    }
  }
}
