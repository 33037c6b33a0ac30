/// The identity of a record or of a write: a UUID of version 7 (RFC 9562), lower case with hyphens.
///
/// It begins with the time it was made, so that identities sort by age; two laptops never make the same one.
public struct RecordID: Hashable, Comparable, Sendable {
  /// The 36 characters, `0198c2f0-1c5e-7a31-9d7c-0b6a4c1f2e3d`.
  public let text: String

  /// An identity read back from a document, or nil when it is not written as one.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      let isDigit = (48...57).contains(byte) || (97...102).contains(byte)
      guard isHyphen ? byte == UInt8(ascii: "-") : isDigit else { return nil }
    }
    self.text = text
  }

  /// An identity from the milliseconds since 1970 (48 bits are kept) and 74 bits that nobody else has: the low 12
  /// of `high` and the low 62 of `low`.
  public init(milliseconds: Int, high: UInt16, low: UInt64) {
    let time = UInt64(max(0, milliseconds)) & 0xFFFF_FFFF_FFFF
    let first = time << 16 | 0x7000 | UInt64(high & 0x0FFF)
    let second = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    text = String(unsafeUninitializedCapacity: 36) { bytes in
      var count = 0
      for digit in 0..<32 {
        if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
          bytes[count] = UInt8(ascii: "-")
          count += 1
        }
        let value = (digit < 16 ? first : second) >> UInt64(60 - digit % 16 * 4) & 0xF
        bytes[count] = UInt8(value) + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        count += 1
      }
      return count
    }
  }

  /// An identity some places after this one: for records that are made together, and are the same ones when saving
  /// them is tried again.
  public func following(by places: Int) -> RecordID {
    guard let low = UInt64(text.suffix(12), radix: 16) else { return self }
    let digits = String((low &+ UInt64(truncatingIfNeeded: places)) & 0xFFFF_FFFF_FFFF, radix: 16)
    let end = String(repeating: "0", count: 12 - digits.count) + digits
    return RecordID(text: text.dropLast(12) + end) ?? self
  }

  /// Older identities come first.
  public static func < (a: RecordID, b: RecordID) -> Bool { a.text < b.text }
}
