/// How a text is written as a JSON string.
enum JSONText {
  /// Appends the text in quotes.
  ///
  /// Escaped: quotes, backslashes, and what a terminal or an editor would obey or hide (C0, DEL, C1, line
  /// and paragraph separators, controls of direction). All else stays readable.
  static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    out.append(UInt8(ascii: "\""))
    text.withUTF8 { append($0, to: &out) }
    out.append(UInt8(ascii: "\""))
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isPlain[Int(byte)] {
        index += 1
        continue
      }
      let length = UTF8Check.characterLength(in: bytes, at: index, before: bytes.count)
      if let escape = escape(bytes, at: index, length: length) {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        out.append(contentsOf: escape)
        start = index + length
      }
      index += max(length, 1)
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Bytes that never begin a character which is escaped.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2: false
    default: true
    }
  }

  /// The escape of the character at an offset, if it has one.
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, length: Int
  ) -> [UInt8]? {
    switch length {
    case 1: short(bytes[offset]) ?? long(UInt32(bytes[offset]))
    case 2: long(UInt32(bytes[offset] & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F))
    case 3:
      long(
        UInt32(bytes[offset] & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
          | UInt32(bytes[offset + 2] & 0x3F))
    default: nil
    }
  }

  private static func short(_ byte: UInt8) -> [UInt8]? {
    switch byte {
    case 0x22, 0x5C: [0x5C, byte]
    case 0x08: [0x5C, UInt8(ascii: "b")]
    case 0x09: [0x5C, UInt8(ascii: "t")]
    case 0x0A: [0x5C, UInt8(ascii: "n")]
    case 0x0C: [0x5C, UInt8(ascii: "f")]
    case 0x0D: [0x5C, UInt8(ascii: "r")]
    default: nil
    }
  }

  private static func long(_ scalar: UInt32) -> [UInt8]? {
    switch scalar {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
      var out: [UInt8] = [0x5C, UInt8(ascii: "u")]
      Hex.appendFour(scalar, to: &out)
      return out
    default:
      return nil
    }
  }
}
