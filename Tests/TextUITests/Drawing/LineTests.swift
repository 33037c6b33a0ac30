import PlainText
import Testing
import TextUI

@Suite struct LineTests {
  @Test func `a line knows its columns`() {
    #expect(Line("Ysgol y Dŵr").width == 11)
    #expect((Line("日本") + Line("!", .bad)).width == 5)
    #expect(Line().width == 0)
    #expect(Line("").isEmpty)
  }

  @Test(arguments: 0...12) func `clipping never takes more than it may and loses nothing that fits`(
    width: Int
  ) {
    let line = Line("abc") + Line("日本", .bad) + Line("de")
    let clipped = line.clipped(to: width)
    #expect(clipped.width <= width)
    #expect((clipped == line) == (width >= 9))
    #expect(width == 0 || width >= 9 || clipped.text.hasSuffix("…"))
  }

  @Test func `padding puts the text where it belongs`() {
    #expect(Line("42%").padded(to: 6).text == "42%   ")
    #expect(Line("42%").padded(to: 6, alignment: .right).text == "   42%")
    #expect(Line("42%").padded(to: 6, alignment: .centre).text == " 42%  ")
    #expect(Line("42%").padded(to: 2).text == "4…")
    #expect(Line("42%").padded(to: -1).text == "")
  }

  @Test func `a line never breaks`() {
    #expect(!Line("one\ntwo").text.contains("\n"))
  }
}
