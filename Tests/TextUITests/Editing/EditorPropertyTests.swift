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
  private let commands: [Key] = [
    .control("x"), .control("k"), .control("u"), .control("w"), .control("y"), .function(6), .function(7),
    .control("t"), .control("r"),
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

  /// Cutting takes a part out and pasting puts a piece in: what they make of the text is checked against the text
  /// before, and taking everything back and doing it again leads through the same texts.
  @Test(arguments: 1...60) func `whatever is cut, pasted and taken back, nothing is lost`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var editor = TextEditor("One here. Two there.\n- three\n日本 e\u{301}")
    let first = editor.text
    var seen: Set<String> = [first]
    for _ in 0..<120 {
      let key = random.pick(typed + commands + commands + moves)
      let before = editor
      _ = editor.handle(key, width: Int.random(in: 1...30, using: &random), height: 5)
      #expect((0...editor.count).contains(editor.cursor))
      #expect(editor.text.count == editor.count)
      switch key {
      case .control("x"), .control("k"), .control("u"), .control("w"), .function(6):
        expectCut(from: before, to: editor)
      case .control("t"): #expect(seen.contains(editor.text))
      case .control("r"): #expect(seen.contains(editor.text))
      default: break
      }
      seen.insert(editor.text)
    }
    let last = editor.text
    while editor.canRedo { _ = editor.handle(.control("r"), width: 20, height: 5) }
    let furthest = editor.text
    var texts = [furthest]
    while editor.canUndo {
      _ = editor.handle(.control("t"), width: 20, height: 5)
      texts.append(editor.text)
    }
    #expect(editor.text == first)
    #expect(texts.contains(last))
    for text in texts.dropLast().reversed() {
      _ = editor.handle(.control("r"), width: 20, height: 5)
      #expect(editor.text == text)
    }
    #expect(editor.text == furthest)
  }

  /// What went out of the text is what a paste would bring: one part of it, and nothing else changed.
  private func expectCut(from before: TextEditor, to after: TextEditor) {
    guard before.text != after.text else { return }
    var pasted = TextEditor()
    pasted.clippings = after.clippings
    _ = pasted.handle(.control("y"), width: 40, height: 5)
    let removed = before.text.unicodeScalars.count - after.text.unicodeScalars.count
    #expect(removed > 0)
    // The last line is kept with a line break that it did not have; parts cut in a row are one piece, and the latest
    // is at one of its ends.
    let piece = Array(pasted.text.unicodeScalars)
    let ends = [piece, piece.last == "\n" ? piece.dropLast() : piece].filter { $0.count >= removed }
      .flatMap { [Array($0.suffix(removed)), Array($0.prefix(removed))] }
    let old = Array(before.text.unicodeScalars)
    let new = Array(after.text.unicodeScalars)
    let fits = ends.contains { end in
      (0...new.count).contains { Array(new[..<$0]) + end + Array(new[$0...]) == old }
    }
    #expect(
      fits,
      "\(before.text.debugDescription) to \(after.text.debugDescription): \(pasted.text.debugDescription)")
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
