/// How much two runs of bytes share. A long text is compared with itself at each key, so it is done eight bytes at a
/// time.
enum SharedBytes {
  /// How many bytes are the same from the first on.
  static func atStart(of one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
    let shared = min(one.count, other.count)
    let (one, other) = (UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
    var count = 0
    while count + 8 <= shared, word(one, count) == word(other, count) { count += 8 }
    while count < shared, one[count] == other[count] { count += 1 }
    return count
  }

  /// How many bytes are the same back from the last.
  static func atEnd(of one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
    let shared = min(one.count, other.count)
    let (one, other) = (UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
    var count = 0
    while count + 8 <= shared, word(one, one.count - count - 8) == word(other, other.count - count - 8) {
      count += 8
    }
    while count < shared, one[one.count - 1 - count] == other[other.count - 1 - count] { count += 1 }
    return count
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }
}
