import PlainText
import SeededRandom
import Testing

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("naïve – ŵ 日本", "naïve – ŵ 日本"), ("a\u{1B}[31mb", "a␛[31mb"), ("a\nb\tc", "a␊b␉c"),
    ("\u{7F}\u{9B}", "␡⟦U+009B⟧"), ("abc\u{202E}def", "abc⟦U+202E⟧def"),
    ("a\u{200B}b\u{FEFF}", "a⟦U+200B⟧b⟦U+FEFF⟧"),
    ("\u{301}a", "⟦U+0301⟧a"), ("e\u{301}", "e\u{301}"), ("👩\u{200D}🏫", "👩\u{200D}🏫"),
    ("a\u{200D}b", "a⟦U+200D⟧b"), ("x\u{E0041}", "x⟦U+E0041⟧"), ("\u{2028}", "⟦U+2028⟧"), ("a\r\nb", "a␍␊b"),
  ]) func `what would act or hide is shown`(_ text: String, _ shown: String) {
    #expect(SafeText.visible(text) == shown)
  }

  @Test func `newlines stay where they are wanted`() {
    #expect(SafeText.visible("é\n\u{301}\u{1B}", keepingNewlines: true) == "é\n⟦U+0301⟧␛")
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func `nothing unsafe is left, and safe text stays`(
    _ seed: UInt64
  ) {
    var source = SplitMix64(seed: seed)
    let shown = SafeText.visible(.random(using: &source))
    #expect(SafeText.visible(shown) == shown)
    #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
  }
}
