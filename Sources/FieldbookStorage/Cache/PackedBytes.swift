/// Puts numbers and texts together to bytes, the least significant byte first.
struct BytePacker {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: UInt32) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }

  mutating func add(_ number: UInt64) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }

  mutating func add(count: Int) { add(UInt32(clamping: count)) }

  mutating func add(_ text: String) {
    add(count: text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  mutating func add(place: Int?) { add(UInt32(clamping: (place ?? -1) + 1)) }

  mutating func add(raw: some Sequence<UInt8>) { bytes += raw }
}

/// Takes numbers and texts out of bytes, in the order in which they were put there. At their end, and for anything
/// that cannot be, it gives nil from then on.
struct ByteUnpacker {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place == bytes.endIndex }

  mutating func raw(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.endIndex - place else { return nil }
    defer { place += count }
    return bytes[place..<(place + count)]
  }

  mutating func byte() -> UInt8? { raw(1)?.first }

  mutating func short() -> UInt32? {
    raw(4)?.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self)) }
  }

  mutating func long() -> UInt64? {
    raw(8)?.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  mutating func count() -> Int? { short().map { Int($0) } }

  mutating func text() -> String? {
    guard let count = count(), let bytes = raw(count) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text or none; the outer nil means that neither stands there.
  mutating func textOrNone() -> String?? {
    guard let mark = byte(), mark <= 1 else { return nil }
    if mark == 0 { return .some(nil) }
    guard let text = text() else { return nil }
    return .some(text)
  }

  /// The place of a column, or none.
  mutating func placeOrNone() -> Int?? {
    guard let place = count() else { return nil }
    return .some(place == 0 ? nil : place - 1)
  }

  mutating func shorts(_ count: Int) -> [UInt32]? {
    guard count >= 0, count <= Int(UInt32.max) else { return nil }
    return raw(count * 4)?.withUnsafeBytes { raw in
      (0..<count).map { UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)) }
    }
  }

  mutating func longs(_ count: Int) -> [UInt64]? {
    guard count >= 0, count <= Int(UInt32.max) else { return nil }
    return raw(count * 8)?.withUnsafeBytes { raw in
      (0..<count).map { UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
    }
  }
}
