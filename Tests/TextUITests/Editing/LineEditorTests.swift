import Testing
import TextUI

@Suite struct LineEditorTests {
  @Test func `a line takes no line breaks`() {
    var editor = LineEditor("one\ntwo")
    #expect(editor.text == "one two")
    let taken = editor.handle(.paste("\r\nthree\nfour"))
    #expect(taken)
    #expect(editor.text == "one two three four")
    for key in [Key.enter, .up, .down, .pageUp, .pageDown, .escape, .tab] {
      let taken = editor.handle(key)
      #expect(!taken)
    }
  }

  @Test func `home, end and the word keys work in one line`() {
    var editor = LineEditor("KS2 maths")
    for key in [Key.home, .character("#"), .end, .control("w"), .character("x")] { _ = editor.handle(key) }
    #expect(editor.text == "#KS2 x")
    #expect(editor.cursor == 6)
    #expect(!editor.isEmpty)
  }

  @Test(arguments: 1...30) func `the window holds the cursor wherever it is`(width: Int) {
    var editor = LineEditor("Routines calm, 日本語 starts prompt; corridors at change of lesson.")
    _ = editor.handle(.home)
    for _ in 0...70 {
      let window = editor.window(width: width)
      #expect(window.line.width <= width)
      #expect((0..<width).contains(window.column))
      if window.column < window.line.width, width > 4 {
        let next = editor.text.dropFirst(editor.cursor).first.map(String.init) ?? ""
        let shown = window.line.text
        #expect(shown.contains(next) || shown.hasSuffix("…"))
      }
      _ = editor.handle(.right)
    }
  }

  @Test func `a text that fits is shown whole`() {
    let window = LineEditor("abc").window(width: 4)
    #expect(window.line.text == "abc")
    #expect(window.column == 3)
    #expect(LineEditor("abcdefgh").window(width: 6).line.text == "…efgh")
  }
}
