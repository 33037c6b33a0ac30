import Testing
import TextUI

/// Texts with `|` where the cursor is; keys by name, and everything that is not a name is typed.
@Suite struct EditorKeyTests {
  private func editor(_ marked: String) -> TextEditor {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    var editor = TextEditor(parts.joined())
    while editor.cursor > parts[0].count { _ = editor.handle(.left, width: 11, height: 4) }
    return editor
  }

  private func marked(_ editor: TextEditor) -> String {
    let text = editor.text
    let place = text.index(text.startIndex, offsetBy: editor.cursor)
    return String(text[..<place]) + "|" + String(text[place...])
  }

  @Test(arguments: [
    ("|", "a b", "ab|"), ("ab|cd", "x Space y", "abx y|cd"), ("ab|cd", "Enter", "ab\n|cd"),
    ("ab|cd", "Backspace", "a|cd"), ("|ab", "Backspace", "|ab"), ("a\n|b", "Backspace", "a|b"),
    ("ab|cd", "Del", "ab|d"), ("ab|cd", "^D", "ab|d"), ("ab|", "Del", "ab|"), ("a|\nb", "^D", "a|b"),
    ("one two|", "^W", "one |"), ("one two  |", "^W", "one |"), ("one tw|o", "^W", "one |o"),
    ("|x", "^W", "|x"),
    ("one two|", "^U", "|"), ("a\nbc|d", "^U", "a\n|d"), ("a\n|bcd", "^U", "a\n|bcd"),
    ("on|e two", "^K", "on|"), ("a|b\ncd", "^K", "a|\ncd"), ("ab|\ncd", "^K", "ab|cd"), ("ab|", "^K", "ab|"),
    ("ab|cd", "^A", "|abcd"), ("ab|cd", "^E", "abcd|"), ("a\nb|c\nd", "^A", "a\n|bc\nd"),
    ("a\nb|c\nd", "^E", "a\nbc|\nd"),
    ("one two|", "Ctrl-Left", "one |two"), ("one |two", "Alt-b", "|one two"),
    ("|one two", "Alt-f", "one| two"),
    ("one| two", "Ctrl-Right", "one two|"), ("one\n|two", "Alt-b", "|one\ntwo"),
    ("|one two", "Alt-d", "| two"),
    ("ab|", "Left", "a|b"), ("|ab", "Left", "|ab"), ("|ab", "Right", "a|b"), ("ab|", "Right", "ab|"),
    ("ab|", "^B ^B ^F", "a|b"), ("a|\nb", "Right", "a\n|b"),
    ("abc\nd|e\nfgh", "Up", "a|bc\nde\nfgh"), ("abc\nd|e\nfgh", "Down", "abc\nde\nf|gh"),
    ("abc\nd|e", "Down", "abc\nde|"), ("a|bc\nde", "Up", "|abc\nde"),
    ("abcd|\nx\nefgh", "Down Down", "abcd\nx\nefgh|"), ("abc|d\n\nefgh", "Down Down", "abcd\n\nefg|h"),
    ("a\nb\nc\nd\ne\nf|", "PgUp", "a\nb\nc|\nd\ne\nf"), ("|a\nb\nc\nd\ne\nf", "PgDn", "a\nb\nc\n|d\ne\nf"),
    ("a\nb|", "PgUp", "a|\nb"), ("cafe|", "\"\u{301}\"", "cafe\u{301}|"),
    ("cafe\u{301}|", "Backspace", "caf|"),
    ("日本|語", "Backspace", "日|語"), ("|", "\"one\r\ntwo\rthree\"", "one\ntwo\nthree|"),
    ("a|b", "\u{301}", "a\u{301}|b"),
  ])
  func `keys do to a text what fingers know`(before: String, keys: String, after: String) {
    var editor = editor(before)
    for name in keys.split(separator: " ").map(String.init) {
      let taken = editor.handle(Key(name: name) ?? .paste(name), width: 11, height: 4)
      #expect(taken)
    }
    #expect(marked(editor) == after)
  }

  @Test func `two halves of a flag that meet become one character`() {
    var flag = editor("🇬x|🇧")
    _ = flag.handle(.backspace, width: 11, height: 4)
    #expect(flag.text == "🇬🇧")
    #expect(flag.count == 1)
    #expect(flag.cursor == 1)
  }

  @Test func `home and end keep to the line as it is shown`() {
    var editor = editor("one two three| four")
    _ = editor.handle(.home, width: 11, height: 4)
    #expect(marked(editor) == "one two |three four")
    _ = editor.handle(.end, width: 11, height: 4)
    #expect(marked(editor) == "one two three four|")
    _ = editor.handle(.up, width: 11, height: 4)
    #expect(marked(editor) == "one two| three four")
    _ = editor.handle(.down, width: 11, height: 4)
    #expect(marked(editor) == "one two three four|")
  }

  @Test func `keys that are not for a text are left to others`() {
    var editor = editor("ab|")
    for key in [Key.tab, .backTab, .escape, .control("s"), .control("o"), .function(1), .insert, .alt("x")] {
      let taken = editor.handle(key, width: 11, height: 4)
      #expect(!taken)
    }
    #expect(marked(editor) == "ab|")
  }
}
