/// Something a key does to a text, declared once: the editor, help and the documentation read it here.
public struct EditorCommand: Hashable, Sendable {
  /// What it does.
  public enum Name: String, CaseIterable, Sendable {
    case up, down, left, right, wordLeft, wordRight, home, end, lineStart, lineEnd
    case sentenceLeft, sentenceRight, paragraphUp, paragraphDown, textStart, textEnd, pageUp, pageDown
    case newLine, backspace, delete
    case cutToLineEnd, cutToLineStart, cutWordLeft, cutWordRight, cutLine, cutSentence, paste, pasteEarlier
    case undo, redo
  }

  /// Which of the commands it is.
  public let name: Name
  /// Its id among the actions, `text.undo`.
  public let id: String
  /// A word or two for it.
  public let title: String
  /// A sentence for help.
  public let help: String
  /// Its keys, the best first.
  public let keys: [Key]

  private init(_ name: Name, _ id: String, _ title: String, _ keys: String, _ help: String) {
    self.name = name
    self.id = "text.\(id)"
    self.title = title
    self.help = help
    self.keys = keys.split(separator: " ").compactMap { Key(name: String($0)) }
  }

  /// Every command, in the order in which help lists them.
  public static let all: [EditorCommand] = [
    EditorCommand(
      .newLine, "new-line", "new line", "Enter",
      "A new line; in a list begun with “- ” or “1. ” its next item, and after an empty item the list’s end."),
    EditorCommand(
      .backspace, "backspace", "rub out", "Backspace", "Rub out the character before the cursor."),
    EditorCommand(.delete, "delete", "delete", "Del ^D", "Rub out the character under the cursor."),
    EditorCommand(
      .undo, "undo", "undo typing", "^T ^_", "Take back the latest change to this text, a word at a time."),
    EditorCommand(.redo, "redo", "redo typing", "^R", "Do again what was taken back in this text."),
    EditorCommand(
      .cutLine, "cut-line", "cut line", "^X", "Cut the line, as it was typed; again for the next."),
    EditorCommand(
      .cutSentence, "cut-sentence", "cut sentence", "F6 Alt-k", "Cut the sentence the cursor is in."),
    EditorCommand(
      .cutToLineEnd, "cut-to-end", "cut to line end", "^K",
      "Cut the rest of the line; at its end, join the next line to it."),
    EditorCommand(
      .cutToLineStart, "cut-to-start", "cut to line start", "^U", "Cut the line up to the cursor."),
    EditorCommand(.cutWordLeft, "cut-word", "cut word", "^W", "Cut the word before the cursor."),
    EditorCommand(.cutWordRight, "cut-next-word", "cut next word", "Alt-d", "Cut the word after the cursor."),
    EditorCommand(
      .paste, "paste", "paste", "^Y ^V", "Paste what was cut last, here or in another field or form."),
    EditorCommand(
      .pasteEarlier, "paste-earlier", "paste the one before", "F7 Alt-y",
      "After a paste: put what was cut before that in its place, and so on round."),
    EditorCommand(.up, "up", "up", "Up ^P", "One line up, as shown."),
    EditorCommand(.down, "down", "down", "Down ^N", "One line down, as shown."),
    EditorCommand(.left, "left", "left", "Left ^B", "One character back."),
    EditorCommand(.right, "right", "right", "Right ^F", "One character on."),
    EditorCommand(.wordLeft, "word-left", "word back", "Ctrl-Left Alt-b", "One word back."),
    EditorCommand(.wordRight, "word-right", "word on", "Ctrl-Right Alt-f", "One word on."),
    EditorCommand(.home, "home", "start of row", "Home", "To the start of the line, as shown."),
    EditorCommand(.end, "end", "end of row", "End", "To the end of the line, as shown."),
    EditorCommand(.lineStart, "line-start", "start of line", "^A", "To the start of the line, as typed."),
    EditorCommand(.lineEnd, "line-end", "end of line", "^E", "To the end of the line, as typed."),
    EditorCommand(.sentenceLeft, "sentence-left", "sentence back", "Alt-(", "To the start of the sentence."),
    EditorCommand(.sentenceRight, "sentence-right", "sentence on", "Alt-)", "To the next sentence."),
    EditorCommand(
      .paragraphUp, "paragraph-up", "paragraph back", "Alt-{", "To the start of the paragraph."),
    EditorCommand(.paragraphDown, "paragraph-down", "paragraph on", "Alt-}", "To the next paragraph."),
    EditorCommand(.textStart, "start", "start of text", "Alt-<", "To the start of the text."),
    EditorCommand(.textEnd, "end-of-text", "end of text", "Alt->", "To the end of the text."),
    EditorCommand(.pageUp, "page-up", "page up", "PgUp", "One page up."),
    EditorCommand(.pageDown, "page-down", "page down", "PgDn", "One page down."),
  ]

  /// The command a key is.
  static func of(_ key: Key) -> Name? { byKey[key] }

  private static let byKey: [Key: Name] = {
    var table: [Key: Name] = [.control("h"): .backspace, .alt("\u{7F}"): .cutWordLeft]
    for command in all {
      for key in command.keys { table[key] = command.name }
    }
    return table
  }()
}
