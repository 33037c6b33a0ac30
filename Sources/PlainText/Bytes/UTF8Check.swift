/// Finds what is not UTF-8 in bytes that ought to be.
enum UTF8Check {
  /// The offset of the first byte in `range` that is no part of a well-formed character.
  /// Overlong forms, surrogates and values over U+10FFFF are malformed (Unicode 15, table 3-7).
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let length = characterLength(in: bytes, at: offset, before: range.upperBound)
      if length == 0 { return offset }
      offset += length
    }
    return nil
  }

  /// How many bytes the character at `offset` has; 0 if it is malformed or cut short.
  static func characterLength(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int) -> Int {
    let lead = bytes[offset]
    if lead < 0x80 { return 1 }
    guard let (length, second) = shape(of: lead), offset + length <= end else { return 0 }
    guard second.contains(bytes[offset + 1]) else { return 0 }
    for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// What a lead byte promises: the length, and which second bytes are well formed.
  private static func shape(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
