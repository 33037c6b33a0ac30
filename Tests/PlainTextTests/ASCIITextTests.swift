import PlainText
import Testing

@Suite("Text for terminals that show ASCII alone")
struct ASCIITextTests {
  @Test(
    "What the program draws of its own has a likeness",
    arguments: [
      ("▸ Ashgrove – “Year 6”…", "> Ashgrove - \"Year 6\"~"), ("▲2 ▼6", "^2 v6"), ("┌─┐│└┘├┼┤", "+-+|+++++"),
      ("▁▂▃▄▅▆▇█", "__--==##"), ("Schools · Meadowbank", "Schools - Meadowbank"), ("e› ’tis", "e> 'tis"),
    ])
  func chrome(text: String, ascii: String) {
    #expect(ASCIIText.of(text) == ascii)
  }

  @Test(
    "Names keep their letters, and what has no likeness is a question mark",
    arguments: [
      ("Zoë Ŵyn Núñez", "Zoe Wyn Nunez"), ("e\u{301}a", "ea"), ("£200 ½", "L200 h"), ("ж", "?"), ("作", "? "),
      ("😀", "? "), ("a\nb", "a\nb"), ("plain", "plain"),
    ])
  func names(text: String, ascii: String) {
    #expect(ASCIIText.of(text) == ascii)
  }

  @Test("Nothing moves: every character takes as many columns as before, and is ASCII")
  func widths() {
    let samples: [ClosedRange<UInt32>] = [0xA0...0x24F, 0x1E00...0x1EFF, 0x2010...0x2BFF, 0x4E00...0x4E40]
    for value in samples.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let cell = SafeText.cell(Character(scalar))
      let ascii = ASCIIText.of(cell)
      #expect(ascii.utf8.allSatisfy { 0x20..<0x7F ~= $0 })
      #expect(ascii.utf8.count == DisplayWidth.of(cell), "U+\(String(value, radix: 16))")
    }
  }
}
