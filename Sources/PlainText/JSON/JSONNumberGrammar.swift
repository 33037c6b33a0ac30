/// The grammar of numbers in RFC 8259 section 6, over bytes.
struct JSONNumberGrammar {
  /// Why a text is not a number: where, and what was looked for.
  struct Fault {
    var offset: Int
    var expected: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the first byte after what was read.
  private(set) var end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    end = start
  }

  /// Moves `end` past the number, or says what is wrong with it.
  @inline(__always)
  mutating func scan() -> Fault? {
    if current == UInt8(ascii: "-") { end += 1 }
    if current == UInt8(ascii: "0") {
      end += 1
      if isDigit(current) { return Fault(offset: end, expected: "a number without leading zeros") }
    } else if !digits() {
      return Fault(offset: end, expected: "a digit")
    }
    if current == UInt8(ascii: ".") {
      end += 1
      if !digits() { return Fault(offset: end, expected: "a digit after the decimal point") }
    }
    if current | 0x20 == UInt8(ascii: "e") {
      end += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { end += 1 }
      if !digits() { return Fault(offset: end, expected: "a digit in the exponent") }
    }
    return nil
  }

  /// The byte at `end`; 0, which no number contains, after the last.
  private var current: UInt8 { end < bytes.count ? bytes[end] : 0 }

  /// Moves past digits; false if there was none.
  @inline(__always)
  private mutating func digits() -> Bool {
    let start = end
    while isDigit(current) { end += 1 }
    return end > start
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
