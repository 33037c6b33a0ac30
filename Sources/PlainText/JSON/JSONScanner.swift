/// The words of JSON over bytes: white space, literals, numbers. Strings are in `JSONScanner+Strings`.
///
/// It knows no structure; `JSONTreeReader` and `JSONPullReader` do.
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  /// The offset of the next byte, never past the end.
  var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits, position: Int = 0) {
    self.bytes = bytes
    self.limits = limits
    self.position = position
  }

  /// The next byte; 0, which JSON never contains, at the end.
  @inline(__always)
  var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  @inline(__always)
  mutating func skipSpace() {
    while true {
      switch current {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// Moves past the byte if it is the next one.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  /// Reads one word.
  mutating func literal(_ word: StaticString) throws(JSONProblem) {
    let start = position
    for index in 0..<word.utf8CodeUnitCount {
      guard current == word.utf8Start[index] else {
        position = start
        throw unexpected(valueExpected)
      }
      position += 1
    }
    guard !isWordByte(current) else {
      position = start
      throw unexpected(valueExpected)
    }
  }

  /// Reads a number and gives the offsets it lies between.
  @inline(__always)
  mutating func number() throws(JSONProblem) -> Range<Int> {
    var grammar = JSONNumberGrammar(bytes, from: position)
    if let fault = grammar.scan() {
      position = fault.offset
      throw unexpected(fault.expected)
    }
    let range = position..<grammar.end
    try checkLength(range)
    position = grammar.end
    return range
  }

  @inline(__always)
  func number(in range: Range<Int>) -> JSONNumber {
    JSONNumber(checked: String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self))
  }

  @inline(__always)
  func checkLength(_ range: Range<Int>) throws(JSONProblem) {
    guard range.count > limits.textBytes else { return }
    throw problem(
      at: range.lowerBound, found: "a text of \(range.count) bytes", expected: "at most \(limits.textBytes)")
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
  }
}

/// What a reader says it looks for where a value should begin.
let valueExpected = "a value (a text in double quotes, a number, true, false, null, [ or {)"
