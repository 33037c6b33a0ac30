/// The digest SHA-256 (FIPS 180-4), fed piece by piece.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  /// Bytes that do not yet make a block of 64.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  private var schedule = [UInt32](repeating: 0, count: 64)

  /// The digest of nothing so far.
  public init() {}

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { update($0) }
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    length += UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let head = rest.prefix(64 - pending.count)
      pending.append(contentsOf: head)
      rest = rest.dropFirst(head.count)
      guard pending.count == 64 else { return }
      let block = pending
      block.withUnsafeBufferPointer { mix($0, from: 0) }
      pending.removeAll(keepingCapacity: true)
    }
    while rest.count >= 64 {
      mix(bytes, from: rest.startIndex)
      rest = rest.dropFirst(64)
    }
    pending.append(contentsOf: rest)
  }

  /// The 32 bytes of the digest of all that was taken in.
  public consuming func finish() -> [UInt8] {
    let bits = length &* 8
    let zeros = (119 - Int(length % 64)) % 64
    update([0x80] + [UInt8](repeating: 0, count: zeros) + Self.bytes(of: bits))
    return state.flatMap { Self.bytes(of: $0) }
  }

  /// The digest of some bytes as 64 small hexadecimal digits.
  public static func hex(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return Hex.text(digest.finish())
  }

  /// Bytes, such as those of a finished digest, as small hexadecimal digits.
  public static func hexDigits(_ digest: [UInt8]) -> String { Hex.text(digest) }

  private static func bytes<Word: FixedWidthInteger>(of word: Word) -> [UInt8] {
    stride(from: Word.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> Word($0)) }
  }
}

// MARK: - One block (FIPS 180-4, section 6.2.2)

extension SHA256 {
  private mutating func mix(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    schedule.withUnsafeMutableBufferPointer { words in
      Self.expand(bytes, from: start, into: words)
      state.withUnsafeMutableBufferPointer { Self.compress(words, into: $0) }
    }
  }

  private static func expand(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into words: UnsafeMutableBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      let at = start + 4 * index
      words[index] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
        | UInt32(bytes[at + 3])
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let small = turn(early, 7) ^ turn(early, 18) ^ (early >> 3)
      let large = turn(late, 17) ^ turn(late, 19) ^ (late >> 10)
      words[index] = words[index - 16] &+ small &+ words[index - 7] &+ large
    }
  }

  private static func compress(
    _ words: UnsafeMutableBufferPointer<UInt32>, into state: UnsafeMutableBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    roundConstants.withUnsafeBufferPointer { constants in
      for index in 0..<64 {
        let sumE = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
        let first = h &+ sumE &+ ((e & f) ^ (~e & g)) &+ constants[index] &+ words[index]
        let sumA = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
        let second = sumA &+ ((a & b) ^ (a & c) ^ (b & c))
        (h, g, f, e) = (g, f, e, d &+ first)
        (d, c, b, a) = (c, b, a, first &+ second)
      }
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  @inline(__always)
  private static func turn(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let roundConstants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
