import Testing

@testable import Terminal

@Suite("Pasted text")
struct PasteFilterTests {
  private func filtered(_ text: String) -> String {
    var filter = PasteFilter()
    for scalar in text.unicodeScalars { filter.take(scalar) }
    return filter.text
  }

  @Test(
    "Every kind of line end becomes one line feed",
    arguments: [
      ("a\rb", "a\nb"), ("a\nb", "a\nb"), ("a\r\nb", "a\nb"), ("a\r\r\nb", "a\n\nb"), ("a\n\rb", "a\n\nb"),
    ])
  func lineEnds(pasted: String, kept: String) {
    #expect(filtered(pasted) == kept)
  }

  @Test("Tabs stay; every other control character goes")
  func controls() {
    #expect(filtered("a\tb\u{1B}[31m\u{7}\u{7F}\u{9B}c\0") == "a\tb[31mc")
  }

  @Test("Text of any script stays as it was")
  func scripts() {
    #expect(filtered("Ŵ e\u{301} 日本 👩‍🏫") == "Ŵ e\u{301} 日本 👩‍🏫")
  }

  @Test("An endless paste is cut at the limit")
  func limit() {
    let pasted = filtered(String(repeating: "x", count: PasteFilter.limit + 10))
    #expect(pasted.utf8.count == PasteFilter.limit)
  }
}
