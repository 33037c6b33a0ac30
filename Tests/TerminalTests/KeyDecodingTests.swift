import SeededRandom
import Testing
import TextUI

@testable import Terminal

@Suite("Keys as they are decoded")
struct KeyDecodingTests {
  /// What a reader makes of raw input that has all come already.
  private func events(_ inputs: [RawInput]) -> [TerminalEvent] {
    let script = Script(inputs)
    var reader = InputReader { _ in script.next() }
    var events: [TerminalEvent] = []
    while let event = reader.next(timeout: 0) { events.append(event) }
    return events
  }

  private func keys(_ text: String) -> [Key] {
    events(text.unicodeScalars.map(RawInput.character)).compactMap {
      if case .key(let key) = $0 { key } else { nil }
    }
  }

  @Test(
    "A control character is the key that types it",
    arguments: [
      ("\r", Key.enter), ("\n", .enter), ("\t", .tab), ("\u{8}", .backspace), ("\u{7F}", .backspace),
      ("\u{13}", .control("s")), ("\u{3}", .control("c")), ("\u{1A}", .control("z")),
      ("\u{1F}", .control("_")),
      ("\0", .control(" ")), ("\u{1B}", .escape),
    ])
  func controlCharacters(typed: String, key: Key) {
    #expect(keys(typed) == [key])
  }

  @Test("Letters, accents and the parts of an emoji are one character each")
  func characters() {
    #expect(keys("aé") == [.character("a"), .character("é")])
    #expect(keys("e\u{301}x") == [.character("e\u{301}"), .character("x")])
    #expect(keys("👩‍🏫🇬🇧") == [.character("👩‍🏫"), .character("🇬🇧")])
    #expect(keys(" \u{85}q") == [.character(" "), .character("q")])
  }

  @Test("Escape and a character at once are Alt; the word keys have their own names")
  func alt() {
    #expect(keys("\u{1B}x") == [.alt("x")])
    #expect(keys("\u{1B}É") == [.alt("É")])
    #expect(keys("\u{1B}b\u{1B}f") == [.wordLeft, .wordRight])
    #expect(keys("\u{1B}\u{7F}") == [.control("w")])
    #expect(keys("\u{1B}[") == [.alt("[")])
    #expect(keys("\u{1B}O") == [.alt("O")])
    #expect(events([.character("\u{1B}"), .key(.left)]) == [.key(.wordLeft)])
  }

  @Test("Escape before a key that is no Alt combination stays Escape, and the key is not lost")
  func escapeThenKey() {
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}\r") == [.escape, .enter])
    #expect(events([.character("\u{1B}"), .key(.down)]) == [.key(.escape), .key(.down)])
    #expect(
      events([.character("\u{1B}"), .nothing, .character("x")]) == [.key(.escape), .key(.character("x"))])
  }

  @Test("A sequence that nobody knows types nothing")
  func unknownSequences() {
    #expect(keys("\u{1B}[99;7zq") == [.character("q")])
    #expect(keys("\u{1B}[?62;c\u{1B}Ozq") == [.character("q")])
    #expect(events([.unknownKey, .character("q")]) == [.key(.character("q"))])
  }

  @Test("What the terminal tells besides keys comes through in its order")
  func otherEvents() {
    #expect(events([.character("a"), .woken, .resized]) == [.key(.character("a")), .woken, .resized])
    #expect(events([.signal(15)]) == [.ended(.signal(15))])
    #expect(events([.hungUp]) == [.ended(.hungUp)])
  }

  @Test("A paste is one key, and none of its characters acts")
  func paste() {
    let text = "one\r\ntwo\tthree\u{1B}\u{3}q".unicodeScalars.map(RawInput.character)
    #expect(events([.pasteBegin] + text + [.pasteEnd]) == [.key(.paste("one\ntwo\tthreeq"))])
  }

  @Test("A paste whose end is lost is given up after silence, and the keyboard works again")
  func pasteWithoutEnd() {
    let script = Script([.pasteBegin, .character("a"), .nothing, .character("b")])
    var reader = InputReader { _ in script.next() }
    #expect(reader.next(timeout: 0) == .key(.paste("a")))
    #expect(reader.next(timeout: 0) == .key(.character("b")))
  }

  @Test("What happens during a paste is told after it")
  func eventsDuringPaste() {
    let inputs: [RawInput] = [
      .pasteBegin, .character("a"), .woken, .key(.up), .character("b"), .woken, .pasteEnd,
    ]
    #expect(events(inputs) == [.key(.paste("ab")), .woken])
    #expect(events([.pasteBegin, .character("a"), .hungUp]) == [.key(.paste("a")), .ended(.hungUp)])
  }

  @Test("Random input comes to an end, and leaves nothing behind", arguments: 0..<200)
  func randomInput(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pool: [RawInput] = [
      .character("a"), .character("\u{1B}"), .character("["), .character("O"), .character("\u{301}"),
      .key(.up),
      .pasteBegin, .pasteEnd, .woken, .resized, .unknownKey, .nothing, .character("é"), .character("\r"),
    ]
    let inputs = (0..<60).map { _ in pool[Int(random.next() % UInt64(pool.count))] }
    let script = Script(inputs)
    var reader = InputReader { _ in script.next() }
    while reader.next(timeout: 0) != nil || !script.isEmpty {}
    #expect(reader.next(timeout: 0) == nil)
  }
}

/// Raw input in a given order, then nothing.
private final class Script {
  private var inputs: ArraySlice<RawInput>

  init(_ inputs: [RawInput]) {
    self.inputs = inputs[...]
  }

  var isEmpty: Bool { inputs.isEmpty }

  func next() -> RawInput {
    inputs.popFirst() ?? .nothing
  }
}
