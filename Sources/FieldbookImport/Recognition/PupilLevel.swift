import PlainText

/// Tells files about single pupils, which are refused before anything of them is kept or shown.
enum PupilLevel {
  /// Refuses a file with a header that only a list of pupils has, or with a cell that looks like a unique pupil
  /// number (13 characters: a letter and twelve digits, or eleven digits and a letter for a temporary one).
  static func refuse(_ source: SourceFile, text: DecodedText, headers: [String]) throws(ImportRefusal) {
    let mapping = Mapping.builtIn
    // A list that is not separated by commas has all its names in one field.
    let names = headers.flatMap { $0.split(whereSeparator: { $0 == ";" || $0 == "\t" || $0 == "|" }) }
    if names.contains(where: { mapping.pupilHeaders.contains(letters(String($0))) }) {
      throw refusal(source, line: 1)
    }
    if let line = lineWithPupilNumber(text.bytes) { throw refusal(source, line: line) }
  }

  /// No cell is quoted here, not even a header: a file without headers has pupils in its first line.
  static func refusal(_ source: SourceFile, line: Int) -> ImportRefusal {
    source.refusal(
      "this file looks like a list of single pupils (names, dates of birth or unique pupil numbers), which "
        + "fieldbook never keeps",
      line: line, mend: "Import totals by school instead. Nothing of the file was kept.")
  }

  private static func letters(_ header: String) -> String {
    header.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The line of the first run of letters and digits that is shaped as a unique pupil number.
  static func lineWithPupilNumber(_ bytes: [UInt8]) -> Int? {
    var start = 0
    for end in 0...bytes.count where end == bytes.count || !isWordByte(bytes[end]) {
      if end - start == 13, isPupilNumber(bytes[start..<end]) {
        return 1 + lineEnds(bytes[..<start])
      }
      start = end + 1
    }
    return nil
  }

  private static func isPupilNumber(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last, isLetter(first) else { return false }
    return word.dropFirst().dropLast().allSatisfy(isDigit) && (isDigit(last) || isLetter(last))
  }

  private static func lineEnds(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 13 || (byte == 10 && previous != 13) { count += 1 }
      previous = byte
    }
    return count
  }

  /// Letters, digits, and what ties words of addresses together, so that no part of one is taken for a number.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte >= 0x80 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}
