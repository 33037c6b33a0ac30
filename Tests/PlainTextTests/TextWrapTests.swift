import PlainText
import SeededRandom
import Testing

@Suite struct TextWrapTests {
  @Test func `words stay whole where they can`() {
    #expect(TextWrap.lines("the quick brown fox", width: 10) == ["the quick", "brown fox"])
    #expect(TextWrap.lines("exactly10c then", width: 10) == ["exactly10c", "then"])
    #expect(TextWrap.lines("incomprehensible", width: 6) == ["incomp", "rehens", "ible"])
    #expect(TextWrap.lines("a\n\nb\n", width: 5) == ["a", "", "b", ""])
    #expect(TextWrap.lines("", width: 5) == [""])
    #expect(TextWrap.lines("日本語です", width: 5) == ["日本", "語で", "す"])
    #expect(TextWrap.lines("日a", width: 1) == ["日", "a"])
    #expect(TextWrap.lines("one\r\ntwo", width: 0).first == "o")
  }

  @Test(arguments: 0..<300 as Range<UInt64>) func `no character is lost and no line is too wide`(
    _ seed: UInt64
  ) {
    var source = SplitMix64(seed: seed)
    let text = (0..<12).map { _ in String.random(using: &source) }.joined(separator: " ")
    let width = Int.random(in: 2...20, using: &source)
    let lines = TextWrap.lines(text, width: width)
    var end = text.startIndex
    var joined = ""
    for line in lines {
      let gap = text[end..<line.startIndex]
      #expect(["", " ", "\n", "\r\n", "\r"].contains(gap))
      #expect(DisplayWidth.of(line) <= width)
      joined += gap + line
      end = line.endIndex
    }
    #expect(Array(joined.utf8) == Array(text.utf8))
  }
}
