import PlainText
import SeededRandom
import Testing

@Suite struct JSONPullReaderTests {
  @Test func `numbers, texts and the rest are taken as they come`() throws {
    var reader = try JSONPullReader(
      Array(
        #"{"skipped": [{"a": ["]"]}], "values": [1.5, -0.25, "SUPP", null, 12e2, 12345678901234567890]}"#.utf8
      ))
    #expect(try reader.next() == .beginObject)
    try reader.skipValue()
    #expect(try reader.readNumber() == nil)
    #expect(try reader.next() == .name("values"))
    #expect(try reader.next() == .beginArray)
    #expect(try reader.readNumber() == 1.5)
    #expect(try reader.readNumber() == -0.25)
    #expect(try reader.readNumber() == nil)
    #expect(try reader.readString() == "SUPP")
    #expect(try reader.readString() == nil)
    #expect(try reader.readValue() == .null)
    #expect(try reader.readNumber() == 1200)
    #expect(try reader.readNumber() == 12_345_678_901_234_567_168)
    #expect(try reader.readNumber() == nil)
    #expect(try reader.next() == .endArray)
    #expect(try reader.next() == .endObject)
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test func `a problem of meaning has the place of the next token`() throws {
    var reader = try JSONPullReader(Array("[1,\n  \"x\"]".utf8))
    _ = try reader.next()
    _ = try reader.next()
    #expect(try reader.readNumber() == nil)
    #expect(reader.problem(found: "a text", expected: "a number").place == TextPlace(line: 2, column: 3))
  }

  @Test func `short decimals are read exactly`() throws {
    var source = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let digits = Int.random(in: 0..<1_000_000_000_000, using: &source)
      let text = "\(digits % 3 == 0 ? "-" : "")\(digits / 1000).\(digits % 1000 + 1000)"
      var reader = try JSONPullReader(Array(text.utf8))
      #expect(try reader.readNumber() == Double(text))
    }
  }

  @Test func `a written facts file keeps each column on one line`() throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("values")
    writer.beginArray(inline: true)
    writer.number(1)
    writer.number(38.0)
    writer.number(.nan)
    writer.string("SUPP")
    writer.value(["a": []])
    writer.endArray()
    writer.name("version")
    writer.number(-12)
    writer.endObject()
    let text = String(decoding: writer.finished(), as: UTF8.self)
    #expect(text == "{\n  \"values\": [1, 38, null, \"SUPP\", {\"a\": []}],\n  \"version\": -12\n}\n")
  }
}
