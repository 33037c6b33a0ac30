import PlainText

/// One line of a journal: eight digits of a checksum, a blank, JSON, a newline.
enum JournalLine {
  /// What a line says, or nil when it is not as it was written.
  static func read(_ line: ArraySlice<UInt8>) -> JSONValue? {
    guard line.count > 9, line[line.startIndex + 8] == UInt8(ascii: " ") else { return nil }
    let json = Array(line.dropFirst(9))
    guard line.prefix(8).elementsEqual(CRC32.hex(json).utf8) else { return nil }
    return try? JSONValue.parse(json)
  }

  /// A line that says this.
  static func framed(_ tree: JSONValue) -> [UInt8] {
    let json = tree.encoded(pretty: false)
    return Array(CRC32.hex(json).utf8) + [UInt8(ascii: " ")] + json + [0x0A]
  }
}
