/// The checksum CRC-32 of ISO 3309, as zip and PNG have it: for noticing damage, not deceit.
public enum CRC32 {
  /// The remainders of each byte by the polynomial 0xEDB88320.
  private static let table: [UInt32] = (0..<256).map { byte in
    var value = UInt32(byte)
    for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
    return value
  }

  /// The checksum of some bytes.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes { value = value >> 8 ^ table[Int((value ^ UInt32(byte)) & 0xFF)] }
    return ~value
  }

  /// The checksum as eight small hexadecimal digits.
  public static func hex(_ bytes: [UInt8]) -> String {
    let digits = String(checksum(bytes), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
