import SeededRandom
import Testing
import TextUI

/// The same editor, written so simply that it cannot be wrong, and too slowly to be used.
private struct NaiveEditor {
  var text = ""
  var cursor = 0

  mutating func replace(_ range: Range<Int>, with new: String) {
    let characters = Array(text)
    let head = String(characters[..<range.lowerBound]) + new
    text = head + String(characters[range.upperBound...])
    var left = head.unicodeScalars.count
    cursor = 0
    for character in text where left > 0 {
      left -= character.unicodeScalars.count
      cursor += 1
    }
  }

  mutating func handle(_ key: Key) {
    let count = text.count
    switch key {
    case .character(let character): replace(cursor..<cursor, with: String(character))
    case .paste(let text): replace(cursor..<cursor, with: text)
    case .enter: replace(cursor..<cursor, with: "\n")
    case .backspace where cursor > 0: replace(cursor - 1..<cursor, with: "")
    case .delete where cursor < count: replace(cursor..<cursor + 1, with: "")
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(count, cursor + 1)
    default: break
    }
  }
}

@Suite struct EditorPropertyTests {
  private let typed: [Key] = [
    .character("a"), .character("b"), .character(" "), .character("日"), .character("\u{301}"),
    .character("🇬"), .character("🇧"), .character("\u{200D}"), .character("👩"), .character("🏫"), .enter,
    .backspace,
    .delete, .left, .right, .left, .paste("one two"), .paste("🇫🇷🇬"), .paste(""), .paste("e\u{301}\u{301}\n"),
  ]
  private let moves: [Key] = [
    .up, .down, .home, .end, .pageUp, .pageDown, .wordLeft, .wordRight, .control("a"), .control("e"),
  ]

  @Test(arguments: 1...40) func `random keys do what the simplest editor does`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var editor = TextEditor()
    var naive = NaiveEditor()
    for _ in 0..<250 {
      let width = Int.random(in: 1...30, using: &random)
      let key = random.pick(typed + typed + moves)
      _ = editor.handle(key, width: width, height: 5)
      if moves.contains(key) { naive.cursor = editor.cursor } else { naive.handle(key) }
      #expect(editor.text == naive.text)
      #expect(editor.cursor == naive.cursor)
      #expect(editor.count == naive.text.count)
      let place = editor.place(width: width)
      #expect((0..<width).contains(place.column))
    }
  }

  @Test(arguments: 1...40) func `wrapped lines hold every character once and fit`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = (0..<300).map { _ in random.pick(["a", "bc", " ", "  ", "日", "e\u{301}", "\n", "longerword"]) }
      .joined()
    let editor = TextEditor(text)
    let width = Int.random(in: 1...40, using: &random)
    let lines = editor.visualLines(width: width)
    #expect(lines.map { editor.text(of: $0) + ($0.isWrapped ? "" : "\n") }.joined() == editor.text + "\n")
    for line in lines {
      var shown = editor.text(of: line)
      while line.isWrapped, shown.last == " " { shown.removeLast() }
      let columns = Line(shown).width
      #expect(columns <= max(1, width - 1) || shown.count == 1 || !line.isWrapped && shown.hasSuffix(" "))
    }
  }

  @Test func `a long text can be typed into at its beginning`() {
    var editor = TextEditor(String(repeating: "Routines are calm and starts are prompt. ", count: 500))
    for _ in 0..<editor.count { _ = editor.handle(.control("a"), width: 60, height: 20) }
    for key in [Key.character("x"), .down, .end, .pageDown, .backspace] {
      let taken = editor.handle(key, width: 60, height: 20)
      #expect(taken)
    }
    #expect(editor.text.hasPrefix("xRoutines"))
    #expect(editor.count == 20_500)
  }
}
