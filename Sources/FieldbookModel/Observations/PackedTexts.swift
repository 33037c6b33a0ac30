/// Texts in one run of bytes, one for each row: to look through 24,000 of them takes a millisecond.
public struct PackedTexts: Hashable, Sendable {
  /// The UTF-8 of all texts, one after the other.
  public private(set) var bytes: [UInt8]
  /// Where each text ends; each begins where the one before it ends.
  public private(set) var ends: [UInt32]

  /// Texts by their bytes and ends; nil when the ends are not in order or lie outside.
  public init?(bytes: [UInt8], ends: [UInt32]) {
    var last: UInt32 = 0
    for end in ends {
      guard end >= last else { return nil }
      last = end
    }
    guard Int(last) <= bytes.count else { return nil }
    self.bytes = bytes
    self.ends = ends
  }

  /// Texts, each as its bytes.
  public init(_ texts: some Sequence<[UInt8]>) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for text in texts {
      bytes += text
      ends.append(UInt32(bytes.count))
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// Adds one more text.
  public mutating func append(_ text: [UInt8]) {
    bytes += text
    ends.append(UInt32(bytes.count))
  }

  /// How many there are.
  public var count: Int { ends.count }

  /// The bytes of one text.
  public subscript(row: Int) -> ArraySlice<UInt8> { bytes[range(of: row)] }

  /// Whether a text holds every one of some words; an empty word is in every text.
  public func holds(_ words: [[UInt8]], row: Int) -> Bool {
    let range = range(of: row)
    return bytes.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[range])
      return words.allSatisfy { PackedTexts.contains(text, $0) }
    }
  }

  /// Which texts hold a word, all of them looked through in one go; an empty word is in every text.
  public func rows(holding word: [UInt8]) -> [Bool] {
    var holds = Array(repeating: word.isEmpty, count: count)
    guard let first = word.first, let last = word.last else { return holds }
    let total = ends.last.map { Int($0) } ?? 0
    bytes.withUnsafeBytes { bytes in
      var (row, place) = (0, 0)
      while let found = PackedTexts.next(
        first, last, apart: word.count - 1, in: bytes, from: place, to: total)
      {
        while Int(ends[row]) <= found { row += 1 }
        let isWhole =
          found + word.count <= Int(ends[row]) && bytes[found..<found + word.count].elementsEqual(word)
        holds[row] = isWhole
        // One place in a text is enough.
        place = isWhole ? Int(ends[row]) : found + 1
      }
    }
    return holds
  }

  /// The next place at which two bytes stand so far apart, eight places at a time.
  ///
  /// In plain words of 64 bits: the same with a vector of bytes was compiled to one comparison for each of its lanes.
  private static func next(
    _ first: UInt8, _ last: UInt8, apart: Int, in bytes: UnsafeRawBufferPointer, from start: Int,
    to total: Int
  ) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (firsts, lasts) = (ones &* UInt64(first), ones &* UInt64(last))
    var place = start
    while place + apart + 8 <= total {
      let here = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let there = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place + apart, as: UInt64.self))
      // A byte is nothing where both are met; the lowest such byte is told for certain, and it alone is asked for.
      let differs = (here ^ firsts) | (there ^ lasts)
      let met = (differs &- ones) & ~differs & (ones << 7)
      if met != 0 { return place + met.trailingZeroBitCount / 8 }
      place += 8
    }
    while place + apart < total {
      if bytes[place] == first, bytes[place + apart] == last { return place }
      place += 1
    }
    return nil
  }

  /// Whether a text begins with some bytes.
  public func begins(with beginning: [UInt8], row: Int) -> Bool {
    let range = range(of: row)
    guard range.count >= beginning.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      beginning.withUnsafeBufferPointer { beginning in
        for place in beginning.indices where bytes[range.lowerBound + place] != beginning[place] {
          return false
        }
        return true
      }
    }
  }

  private func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    guard text.count >= word.count else { return false }
    return word.withUnsafeBufferPointer { word in
      for start in 0...(text.count - word.count) where text[start] == first {
        var place = 1
        while place < word.count, text[start + place] == word[place] { place += 1 }
        if place == word.count { return true }
      }
      return false
    }
  }
}

/// What the schools of a register are found by and their order by name, kept ready in storage.
public protocol StoredSearch: AnyObject, Sendable {
  /// A text for each row of the register; nil when storage has lost it, so that it must be made anew.
  func texts() -> PackedTexts?
  /// The rows in the order of their names; nil when storage has lost it.
  func nameOrder() -> [UInt32]?
}
