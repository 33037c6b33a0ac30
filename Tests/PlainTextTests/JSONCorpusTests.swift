import PlainText
import Testing

/// A text that is not JSON, where the first fault is, and what the message must name.
struct BrokenJSON: Sendable, CustomTestStringConvertible {
  var text: [UInt8]
  var line: Int
  var column: Int
  var found: String

  init(_ text: String, _ line: Int, _ column: Int, _ found: String) {
    self.init(Array(text.utf8), line, column, found)
  }

  init(_ text: [UInt8], _ line: Int, _ column: Int, _ found: String) {
    (self.text, self.line, self.column, self.found) = (text, line, column, found)
  }

  var testDescription: String { String(decoding: text.prefix(40), as: UTF8.self) }
}

@Suite struct JSONCorpusTests {
  private static let broken: [BrokenJSON] = [
    BrokenJSON("", 1, 1, "the end of the file"),
    BrokenJSON("  \n ", 2, 2, "the end of the file"),
    BrokenJSON("[1,]", 1, 4, "“]”"),
    BrokenJSON("{\"a\": 1,\n }", 2, 2, "“}”"),
    BrokenJSON("{\n  \"a\": 1,\n  \"a\": 2\n}", 3, 3, "“a” a second time"),
    BrokenJSON("{\"é\": tru}", 1, 7, "“t”"),
    BrokenJSON("[nulls]", 1, 2, "“n”"),
    BrokenJSON("{a: 1}", 1, 2, "“a”"),
    BrokenJSON("{'a': 1}", 1, 2, "“'”"),
    BrokenJSON("{\"a\" 1}", 1, 6, "“1”"),
    BrokenJSON("[1 2]", 1, 4, "“2”"),
    BrokenJSON("[1", 1, 3, "the end of the file"),
    BrokenJSON("1 // one", 1, 3, "“/”"),
    BrokenJSON("[01]", 1, 3, "“1”"),
    BrokenJSON("[1.]", 1, 4, "“]”"),
    BrokenJSON("[.5]", 1, 2, "“.”"),
    BrokenJSON("[+1]", 1, 2, "“+”"),
    BrokenJSON("[-]", 1, 3, "“]”"),
    BrokenJSON("[1e+]", 1, 5, "“]”"),
    BrokenJSON("[NaN]", 1, 2, "“N”"),
    BrokenJSON("[\"a\nb\"]", 1, 4, "the end of the line"),
    BrokenJSON("[\"a\tb\"]", 1, 4, "a tab"),
    BrokenJSON("[\"a\u{1B}b\"]", 1, 4, "“␛”"),
    BrokenJSON("[\"abc", 1, 2, "a text that is never closed"),
    BrokenJSON("[\"\\x\"]", 1, 4, "“x”"),
    BrokenJSON("[\"\\u12g4\"]", 1, 7, "“g”"),
    BrokenJSON("[\"\\ud83d\"]", 1, 3, "half a character"),
    BrokenJSON("[\"\\ude00\"]", 1, 3, "half a character"),
    BrokenJSON("[\"\\ud83d\\u0041\"]", 1, 3, "half a character"),
    BrokenJSON([0xEF, 0xBB, 0xBF, 0x31], 1, 1, "a byte order mark"),
    BrokenJSON([0xFF, 0xFE, 0x31, 0], 1, 1, "UTF-16"),
    BrokenJSON([0x5B, 0x22, 0x61, 0xFF, 0x22, 0x5D], 1, 4, "0xFF"),
    BrokenJSON([0x5B, 0x22, 0xC0, 0xAF, 0x22, 0x5D], 1, 3, "0xC0"),
    BrokenJSON([0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D], 1, 3, "0xED"),
    BrokenJSON([0x5B, 0x22, 0x5C, 0x6E, 0xE2, 0x82, 0x22, 0x5D], 1, 5, "0xE2"),
    BrokenJSON("[1,\r\n2,\r3,\n4 5]", 4, 3, "“5”"),
    BrokenJSON("[\"👩🏫é\", x]", 1, 9, "“x”"),
    BrokenJSON("[\u{202E}]", 1, 2, "“⟦U+202E⟧”"),
    BrokenJSON("\u{0}", 1, 1, "“␀”"),
    BrokenJSON(String(repeating: "[", count: 65), 1, 65, "more than 64 deep"),
    BrokenJSON(String(repeating: "[", count: 100_000), 1, 65, "more than 64 deep"),
  ]

  @Test(arguments: broken) func `what is not JSON is refused at its place`(_ broken: BrokenJSON) {
    let problem = #expect(throws: JSONProblem.self) { try JSONDocument.parse(broken.text) }
    #expect(problem?.place == TextPlace(line: broken.line, column: broken.column))
    #expect(problem?.found.contains(broken.found) == true, "\(problem?.message ?? "")")
  }

  @Test(arguments: broken) func `every reader finds the same problem`(_ broken: BrokenJSON) {
    let whole = #expect(throws: JSONProblem.self) { try JSONValue.parse(broken.text) }
    let pulled = #expect(throws: JSONProblem.self) {
      var reader = try JSONPullReader(broken.text, limits: .document)
      while try reader.next() != nil {}
    }
    let skipped = #expect(throws: JSONProblem.self) {
      var reader = try JSONPullReader(broken.text, limits: .document)
      try reader.skipValue()
      while try reader.next() != nil {}
    }
    #expect(whole == pulled)
    #expect(whole == skipped)
  }

  @Test func `a message says where, what and what instead`() {
    let problem = #expect(throws: JSONProblem.self) { try JSONValue.parse(Array("{\n \"a\" 1}".utf8)) }
    #expect(problem?.message == "line 2, column 6: found “1”, expected a colon after the member's name")
  }

  @Test(arguments: ["1e400", "-0", "0", "1E-7", "2.50", "true", "null", "\"\"", " [ ] ", "{ }\r\n", "[[]]"])
  func `unusual JSON is accepted`(_ text: String) throws {
    _ = try JSONValue.parse(Array(text.utf8))
  }

  @Test func `escapes are read as what they stand for`() throws {
    let text = #""\ud83d\ude00\u00e9\/\\\"\b\f\n\r\t""#
    #expect(try JSONValue.parse(Array(text.utf8)) == .string("😀é/\\\"\u{8}\u{C}\n\r\t"))
  }

  @Test func `limits hold`() {
    let limits = JSONLimits(bytes: 10, textBytes: 3, depth: 1)
    for text in ["\"abcd\"", "[1234]", "[[]]", "[1, 2, 3, 4]"] {
      #expect(throws: JSONProblem.self) { try JSONValue.parse(Array(text.utf8), limits: limits) }
    }
    #expect(throws: Never.self) { try JSONValue.parse(Array("[123]".utf8), limits: limits) }
  }

  @Test func `sixty-four levels are read`() throws {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    let value = try JSONValue.parse(Array(text.utf8))
    #expect(String(decoding: value.encoded(pretty: false), as: UTF8.self) == text)
  }

  @Test func `every value and every name has its place`() throws {
    let text = "{\n  \"é/~\": [10,\n    {\"b\": null}],\r\n  \"\": \"x\"\n}"
    let document = try JSONDocument.parse(Array(text.utf8))
    #expect(
      document.places == [
        "": TextPlace(line: 1, column: 1), "/é~1~0": TextPlace(line: 2, column: 10),
        "/é~1~0/0": TextPlace(line: 2, column: 11), "/é~1~0/1": TextPlace(line: 3, column: 5),
        "/é~1~0/1/b": TextPlace(line: 3, column: 11), "/": TextPlace(line: 4, column: 7),
      ])
    #expect(
      document.namePlaces == [
        "/é~1~0": TextPlace(line: 2, column: 3), "/é~1~0/1/b": TextPlace(line: 3, column: 6),
        "/": TextPlace(line: 4, column: 3),
      ])
    #expect(document.place(of: "/é~1~0/1/missing") == TextPlace(line: 3, column: 5))
  }
}
