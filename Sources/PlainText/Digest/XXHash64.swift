/// The digest XXH64 (xxHash, 64 bits): notices damage at the speed of memory, and proves nothing against deceit.
public enum XXHash64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The digest of some bytes.
  public static func digest(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 { digest(bytes[...], seed: seed) }

  /// The digest of some bytes.
  public static func digest(_ bytes: ArraySlice<UInt8>, seed: UInt64 = 0) -> UInt64 {
    bytes.withUnsafeBytes { digest($0, seed: seed) }
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var place = 0
    var hash = stripes(bytes, &place, seed: seed) &+ UInt64(bytes.count)
    while place + 8 <= bytes.count {
      hash ^= round(0, word(bytes, place))
      hash = rotated(hash, 27) &* prime1 &+ prime4
      place += 8
    }
    if place + 4 <= bytes.count {
      let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
      hash ^= UInt64(half) &* prime1
      hash = rotated(hash, 23) &* prime2 &+ prime3
      place += 4
    }
    while place < bytes.count {
      hash ^= UInt64(bytes[place]) &* prime5
      hash = rotated(hash, 11) &* prime1
      place += 1
    }
    return avalanche(hash)
  }

  /// Four lanes of eight bytes each, as long as there are 32.
  private static func stripes(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, seed: UInt64) -> UInt64 {
    guard bytes.count >= 32 else { return seed &+ prime5 }
    var a = seed &+ prime1 &+ prime2
    var b = seed &+ prime2
    var c = seed
    var d = seed &- prime1
    while place + 32 <= bytes.count {
      a = round(a, word(bytes, place))
      b = round(b, word(bytes, place + 8))
      c = round(c, word(bytes, place + 16))
      d = round(d, word(bytes, place + 24))
      place += 32
    }
    var hash = rotated(a, 1) &+ rotated(b, 7) &+ rotated(c, 12) &+ rotated(d, 18)
    for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
    return hash
  }

  private static func avalanche(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* prime2, 31) &* prime1
  }

  private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value << count | value >> (64 - count)
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
