import PlainText
import Testing

@Suite struct JSONRoundTripTests {
  @Test func `a document is written back byte for byte`() throws {
    let text = """
      {
        "a": [
          1,
          2.50,
          1E5,
          -0,
          1e400
        ],
        "b/c": {},
        "d": [],
        "é": "naïve – “x” / \\u001b \\u202e \\n \\u2028 \\u007f \\u0085",
        "z": null
      }

      """
    let value = try JSONValue.parse(Array(text.utf8))
    #expect(String(decoding: value.encoded(), as: UTF8.self) == text)
  }
}
