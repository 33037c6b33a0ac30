import PlainText
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("作", 2), ("✓", 1), ("⚠", 1), ("▇", 1), ("│", 1), ("⣿", 1),
    ("⚠\u{FE0F}", 1),
    ("👩\u{200D}🏫", 2), ("👍🏽", 2), ("\u{AD}", 1), ("ŵ", 1), ("’", 1), ("–", 1), ("\u{200B}", 0),
    ("\u{FEFF}", 0),
    ("\u{1100}\u{1161}", 2), ("ﾊ", 1), ("Ａ", 2), ("\u{1B}", 1), ("\u{E000}", 1), ("\u{20000}", 2), ("", 0),
    ("Ashgrove", 8), ("日本語", 6), ("naïve café", 10),
  ]) func `widths are those of wcwidth`(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `what counts as usual is one plain scalar in one column`() {
    let marks: [Unicode.GeneralCategory] = [
      .nonspacingMark, .enclosingMark, .spacingMark, .control, .unassigned, .surrogate, .lineSeparator,
      .paragraphSeparator,
    ]
    for value in 0..<UInt32(0x3_1000) {
      guard let scalar = Unicode.Scalar(value), DisplayWidth.isUsual(scalar) else { continue }
      let isPlain =
        !marks.contains(scalar.properties.generalCategory) && !scalar.properties.isEmojiPresentation
        && (value == 0xAD || scalar.properties.generalCategory != .format)
      let text = "a\(scalar)b"
      if !isPlain || text.count != 3 || SafeText.visible(text) != text
        || SafeText.cell(Character(scalar)) != "\(scalar)"
      {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
    #expect(DisplayWidth.columnsIfUsual("42% · ▲6 – “x”") == 14)
    #expect(DisplayWidth.columnsIfUsual("e\u{301}") == nil)
    #expect(DisplayWidth.columnsIfUsual("作") == nil)
  }

  @Test func `usual text is cut at the same columns as any other`() {
    #expect("42% · ▲6".clipped(to: -3).isEmpty)
    for width in 0...16 {
      #expect("42% · ▲6 – “x”".clipped(to: width).count == min(width, 14))
      #expect(DisplayWidth.of("42% · ▲6 – 作x".clipped(to: width)) <= width)
    }
  }

  @Test func `a cell holds one scalar and its marks`() {
    #expect(SafeText.cell("e\u{301}") == "e\u{301}")
    #expect(SafeText.cell("👩\u{200D}🏫") == "👩")
    #expect(SafeText.cell("❤\u{FE0F}") == "❤")
    #expect(SafeText.cell("👍🏽") == "👍")
    #expect(SafeText.cell("\u{1B}") == "␛")
    #expect(SafeText.cell("\u{9B}") == "\u{FFFD}")
    #expect(SafeText.cell("\u{200B}").isEmpty)
    #expect(SafeText.cell(Character("a" + String(repeating: "\u{301}", count: 50))).unicodeScalars.count == 5)
  }

  @Test func `a cell is as wide as its character is said to be`() {
    for value in 0..<UInt32(0x3_1000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = Character(scalar)
      let cell = SafeText.cell(character)
      if DisplayWidth.of(cell) != DisplayWidth.of(character) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func `text is clipped and padded by columns`() {
    #expect("Ashgrove".clipped(to: 8) == "Ashgrove")
    #expect("Ashgrove".clipped(to: 5) == "Ashg…")
    #expect("日本語".clipped(to: 5) == "日本…")
    #expect("日本語".clipped(to: 4) == "日…")
    #expect("ab".clipped(to: 1) == "…")
    #expect("ab".clipped(to: 0).isEmpty)
    #expect("ab".clipped(to: -3).isEmpty)
    #expect("abc".clipped(to: 2, ellipsis: "...") == "ab")
    #expect("作".padded(to: 4) == "作  ")
    #expect("7".padded(to: 3, alignment: .right) == "  7")
    #expect("7".padded(to: 4, alignment: .centre) == " 7  ")
    #expect("long".padded(to: 2) == "long")
  }
}
