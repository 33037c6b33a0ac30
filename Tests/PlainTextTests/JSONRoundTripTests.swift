import PlainText
import SeededRandom
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
        "z": null,
        "é": "naïve – “x” / \\u001b \\u202e \\n \\u2028 \\u007f \\u0085 \\\\ \\""
      }

      """
    let value = try JSONValue.parse(Array(text.utf8))
    #expect(String(decoding: value.encoded(), as: UTF8.self) == text)
    #expect(value["a"]?.array?[1] == .number(JSONNumber(checking: "2.50")))
  }

  @Test func `names are in the order of their bytes`() {
    let value: JSONValue = ["z": 1, "a2": 2, "a10": 3, "A": 4, "_": 5, "é": 6, "\u{FFFD}": 7, "😀": 8]
    let text = String(decoding: value.encoded(pretty: false), as: UTF8.self)
    #expect(text == #"{"A":4,"_":5,"a10":3,"a2":2,"z":1,"é":6,"\#u{FFFD}":7,"😀":8}"#)
  }

  @Test func `numbers are as short as they can be`() {
    #expect(JSONNumber(38.0).text == "38")
    #expect(JSONNumber(0.1).text == "0.1")
    #expect(JSONNumber(-7).text == "-7")
    #expect(JSONNumber(finite: .infinity) == nil)
    #expect(JSONNumber(text: "2.50")?.double == 2.5)
    #expect(JSONNumber(text: "2e3")?.int == 2000)
    #expect(JSONNumber(text: "2.5")?.int == nil)
    #expect(JSONNumber(text: "1e400")?.int == nil)
    for text in ["", "+1", "01", "1.", ".5", "1e", "0x1", " 1", "1 ", "inf", "nan"] {
      #expect(JSONNumber(text: text) == nil)
    }
  }

  @Test func `members are set and removed in place`() {
    var value: JSONValue = nil
    value["a"] = 1
    value["b"] = ["x", 2.5, true, nil]
    value["a"] = nil as JSONValue?
    #expect(value == ["b": ["x", 2.5, true, nil]])
    var text: JSONValue = "kept"
    text["a"] = 1
    #expect(text == "kept")
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func `any value survives being written and read`(
    _ seed: UInt64
  ) throws {
    var source = SplitMix64(seed: seed)
    let value = JSONValue.random(depth: 4, using: &source)
    for pretty in [true, false] {
      let bytes = value.encoded(pretty: pretty)
      #expect(try JSONValue.parse(bytes) == value)
      #expect(try JSONDocument.parse(bytes).root.encoded(pretty: pretty) == bytes)
      var reader = try JSONPullReader(bytes)
      #expect(try reader.rebuild() == value)
      #expect(try reader.next() == nil)
    }
  }

  @Test func `random bytes never bring a reader down`() {
    var source = SplitMix64(seed: 7)
    let alphabet = Array("[]{}:,\"\\u0019eE.+-truefalsn \n\u{E9}".utf8) + [0, 0xFF, 0xC2, 0xED, 0xF4]
    for _ in 0..<10_000 {
      let count = Int.random(in: 0..<40, using: &source)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &source)] }
      let whole = try? JSONValue.parse(bytes)
      var reader = try? JSONPullReader(bytes)
      let pulled = try? reader?.rebuild()
      let isAtEnd = (try? reader?.next() == nil) == true
      #expect((whole != nil) == (pulled != nil && isAtEnd), "\(bytes)")
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>) func `damaged documents are refused or read, never worse`(
    _ seed: UInt64
  ) {
    var source = SplitMix64(seed: seed)
    let bytes = JSONValue.random(depth: 4, using: &source).encoded()
    for _ in 0..<40 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &source)] = UInt8.random(in: 0...255, using: &source)
      damaged.removeLast(Int.random(in: 0..<min(3, bytes.count), using: &source))
      guard let value = try? JSONValue.parse(damaged) else { continue }
      #expect((try? JSONValue.parse(value.encoded())) == value)
    }
  }
}

extension JSONNumber {
  /// For numbers written out in a test.
  init(checking text: String) { self = JSONNumber(text: text) ?? JSONNumber(0) }
}

extension JSONValue {
  static func random(depth: Int, using source: inout SplitMix64) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &source) {
    case 0: return .null
    case 1: return .bool(.random(using: &source))
    case 2: return .number(JSONNumber(Int.random(in: -1000...1000, using: &source)))
    case 3: return .number(JSONNumber(Double.random(in: -1e6...1e6, using: &source)))
    case 4: return .string(.random(using: &source))
    case 5, 6:
      let count = Int.random(in: 0..<5, using: &source)
      return .array((0..<count).map { _ in .random(depth: depth - 1, using: &source) })
    default:
      var members: [String: JSONValue] = [:]
      for _ in 0..<Int.random(in: 0..<8, using: &source) {
        members[.random(using: &source)] = .random(depth: depth - 1, using: &source)
      }
      return .object(members)
    }
  }
}

extension String {
  private static let pieces = [
    "a", "B", "7", " ", "\"", "\\", "/", "\n", "\r\n", "\t", ",", "é", "e\u{301}", "作", "😀", "\u{1B}",
    "\u{202E}",
    "\u{2028}", "\u{85}", "\u{7F}", "\u{0}", "word", "'", "=",
  ]

  static func random(using source: inout SplitMix64) -> String {
    let count = Int.random(in: 0..<8, using: &source)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &source)] }.joined()
  }
}

extension JSONPullReader {
  /// The tree that the tokens describe.
  mutating func rebuild() throws -> JSONValue? {
    guard let token = try next() else { return nil }
    return try rebuild(from: token)
  }

  private mutating func rebuild(from token: JSONToken) throws -> JSONValue? {
    switch token {
    case .beginObject:
      var members: [String: JSONValue] = [:]
      while case .name(let name) = try next() { members[name] = try rebuild() }
      return .object(members)
    case .beginArray:
      var elements: [JSONValue] = []
      while let token = try next(), token != .endArray {
        guard let element = try rebuild(from: token) else { return nil }
        elements.append(element)
      }
      return .array(elements)
    case .string(let text): return .string(text)
    case .number(let number): return .number(number)
    case .bool(let flag): return .bool(flag)
    case .null: return .null
    case .name, .endObject, .endArray: return nil
    }
  }
}
