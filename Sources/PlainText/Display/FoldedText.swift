/// Text as it is looked for: in small letters and without accents, as bytes.
public enum FoldedText {
  /// The text's bytes, folded. Nearly all text is ASCII, and for that there is a quick way.
  public static func bytes(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(lowered) }
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { append(scalar, to: &folded) }
      return folded
    }
  }

  /// The words of what somebody looks for, folded.
  public static func words(_ typed: String) -> [[UInt8]] {
    typed.split(whereSeparator: \.isWhitespace).map { bytes(String($0)) }
  }

  /// Whether a folded text holds a folded word.
  public static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    place(of: word, in: text, from: 0) != nil
  }

  /// Whether a folded text holds every one of some folded words.
  public static func contains(_ text: [UInt8], all words: [[UInt8]]) -> Bool {
    words.allSatisfy { contains(text, $0) }
  }

  /// Where words stand in a text, as ranges of its characters, in order and without overlaps.
  public static func ranges(of words: [[UInt8]], in text: String) -> [Range<String.Index>] {
    var folded: [UInt8] = []
    var starts: [String.Index] = []
    for index in text.indices {
      for scalar in text[index].unicodeScalars { append(scalar, to: &folded) }
      while starts.count < folded.count { starts.append(index) }
    }
    var found: [Range<String.Index>] = []
    for word in words where !word.isEmpty {
      var from = 0
      while let start = place(of: word, in: folded, from: from) {
        let last = starts[start + word.count - 1]
        found.append(starts[start]..<text.index(after: last))
        from = start + word.count
      }
    }
    return merged(found)
  }

  private static func merged(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
    var merged: [Range<String.Index>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private static func place(of word: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let first = word.first else { return start }
    guard text.count - start >= word.count else { return nil }
    return text.withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in
        var index = start
        let last = text.count - word.count
        while index <= last {
          if text[index] == first {
            var offset = 1
            while offset < word.count, text[index + offset] == word[offset] { offset += 1 }
            if offset == word.count { return index }
          }
          index += 1
        }
        return nil
      }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0..<0x80: bytes.append(lowered(UInt8(scalar.value)))
    // Accents that stand on their own, as some keyboards and files send them.
    case 0x300...0x36F: break
    case 0xC0...0x17F: bytes += plain[Int(scalar.value) - 0xC0].utf8
    case 0x2018, 0x2019: bytes.append(0x27)
    case 0x201C, 0x201D: bytes.append(0x22)
    case 0x2010...0x2014: bytes.append(0x2D)
    default: bytes += scalar.properties.lowercaseMapping.utf8
    }
  }

  /// The letters from À to ſ without their accents.
  private static let plain: [String] = {
    let letters = """
      a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o o o \
      ÷ o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i \
      i i ij ij j j k k k l l l l l l l l l l n n n n n n n ng ng o o o o o o oe oe r r r r r r s s s s s s s s t t t t t \
      t u u u u u u u u u u u u w w y y y z z z z z z s
      """
    return letters.split(separator: " ").map(String.init)
  }()
}
