/// Decimal numbers read straight from bytes.
enum DecimalText {
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
  ]

  /// The nearest `Double` to a number that follows JSON's grammar.
  ///
  /// Up to 15 digits without an exponent are exact as one division (both sides fit in 53 bits); what is
  /// longer goes the slow way through `String`.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double {
    var digits = 0
    var decimals = 0
    var mantissa = 0
    for index in range where digits <= 15 {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa * 10 + Int(digit)
        digits += 1
      } else if bytes[index] == UInt8(ascii: ".") {
        decimals = range.upperBound - index - 1
      } else if bytes[index] | 0x20 == UInt8(ascii: "e") {
        digits = 16
      }
    }
    guard digits <= 15 else { return slow(bytes, range) }
    let value = Double(mantissa) / powersOfTen[decimals]
    return bytes[range.lowerBound] == UInt8(ascii: "-") ? -value : value
  }

  private static func slow(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double {
    JSONNumber(checked: String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)).double
  }
}
