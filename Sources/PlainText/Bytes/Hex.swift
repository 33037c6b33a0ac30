/// Bytes as hexadecimal digits.
enum Hex {
  private static let lower = Array("0123456789abcdef".utf8)

  /// Two capital digits, as messages show a byte.
  static func text(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }

  /// Two small digits for each byte.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    for byte in bytes {
      out.append(lower[Int(byte >> 4)])
      out.append(lower[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends four small digits, as `\u` wants them.
  static func appendFour(_ value: UInt32, to out: inout [UInt8]) {
    for shift in [12, 8, 4, 0] as [UInt32] { out.append(lower[Int(value >> shift & 15)]) }
  }

  /// What a digit stands for, or `nil`.
  static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
