import SeededRandom
import Testing
import TextUI

/// A long text is brought up to date where it changes; what comes of it is what a text just opened would show.
struct LongTextTests {
  /// What makes wrapping hard: marks of lists, wide characters, such as are shown by many, blanks at ends, long words.
  private static let pieces = [
    "a", "word", " ", "  ", "\n", "\n\n", "- ", "1. ", "  12) ", "日本", "e\u{301}", "\u{1}", "\u{202E}", "👩‍🏫",
    "averylongwordwithoutanyblank", "’", "…", "\n- item ", "\t", "\u{301}", "🇬", "🇧",
  ]
  private static let keys: [Key] = [
    .backspace, .delete, .enter, .control("x"), .control("k"), .control("u"), .control("w"), .control("y"),
    .control("t"), .control("r"), .function(6), .function(7),
  ]
  private static let moves: [Key] = [
    .up, .down, .home, .end, .pageUp, .pageDown, .wordLeft, .wordRight, .left, .right, .alt("<"), .alt(">"),
  ]

  @Test(arguments: 1...60) func `After any keys the lines are those of the whole text`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let width = Int.random(in: 1...40, using: &random)
    var editor = TextEditor(LongTextTests.text(of: Int.random(in: 0...120, using: &random), &random))
    for step in 0..<150 {
      let key = LongTextTests.key(&random)
      _ = editor.handle(key, width: width, height: 6)
      let anew = TextEditor(editor.text)
      #expect(
        editor.visualLines(width: width) == anew.visualLines(width: width),
        "step \(step), \(key.name), width \(width): \(editor.text.debugDescription)")
      #expect(editor.text == anew.text)
      let lines = editor.visualLines(width: width)
      let shown = lines.map { editor.text(of: $0) + ($0.isWrapped ? "" : "\n") }.joined()
      #expect(Array((editor.text + "\n").utf8) == Array(shown.utf8))
      #expect(editor.wordCount == anew.wordCount)
    }
  }

  @Test(arguments: 1...20) func `The width may change between any two keys`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var editor = TextEditor(LongTextTests.text(of: 80, &random))
    for _ in 0..<60 {
      let width = random.pick([1, 7, 20, 20, 20, 33])
      _ = editor.handle(LongTextTests.key(&random), width: width, height: 6)
      let shown = random.pick([width, 13])
      #expect(editor.visualLines(width: shown) == TextEditor(editor.text).visualLines(width: shown))
    }
  }

  private static func text(of count: Int, _ random: inout SplitMix64) -> String {
    (0..<count).map { _ in random.pick(pieces) }.joined()
  }

  private static func key(_ random: inout SplitMix64) -> Key {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: random.pick(moves)
    case 4..<6: .paste(random.pick(pieces))
    case 6..<7: .character(random.pick(["a", " ", "b", "日", "\u{301}", "-"]))
    default: random.pick(keys)
    }
  }
}
