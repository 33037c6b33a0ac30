import PlainText
import Testing

@Suite struct DecodedTextTests {
  @Test func `UTF-8 is told from Windows-1252, and a mark is taken off`() {
    #expect(DecodedText(Array("é".utf8)).encoding == .utf8)
    let marked = DecodedText([0xEF, 0xBB, 0xBF] + Array("é".utf8))
    #expect(marked.encoding == .utf8WithMark)
    #expect(marked.bytes == Array("é".utf8))
    let windows = DecodedText([0x53, 0x74, 0x92, 0x73, 0x20, 0xA3, 0x80, 0xE9, 0xFF])
    #expect(windows.encoding.rawValue == "Windows-1252")
    #expect(String(decoding: windows.bytes, as: UTF8.self) == "St’s £€éÿ")
  }

  @Test func `every byte of Windows-1252 becomes one character`() {
    let text = String(decoding: DecodedText(Array(0x80...0xFF)).bytes, as: UTF8.self)
    #expect(text.unicodeScalars.count == 128)
    #expect(!text.unicodeScalars.contains("\u{FFFD}"))
    #expect(text.unicodeScalars.contains("\u{81}"))
  }
}
