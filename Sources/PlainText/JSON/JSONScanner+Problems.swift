extension JSONScanner {
  /// The problem that the next byte is not what was looked for.
  func unexpected(_ expected: String) -> JSONProblem {
    problem(at: position, found: describe(position), expected: expected)
  }

  func problem(at offset: Int, found: String, expected: String) -> JSONProblem {
    var counter = PlaceCounter()
    return JSONProblem(place: counter.place(of: offset, in: bytes), found: found, expected: expected)
  }

  /// Refuses what can be told from the whole: its size, a byte order mark, another encoding.
  func checkWhole() throws(JSONProblem) {
    guard bytes.count <= limits.bytes else {
      throw problem(at: 0, found: "\(bytes.count) bytes", expected: "at most \(limits.bytes)")
    }
    if starts(with: [0xEF, 0xBB, 0xBF]) {
      throw problem(at: 0, found: "a byte order mark", expected: "UTF-8 without one")
    }
    if starts(with: [0xFE, 0xFF]) || starts(with: [0xFF, 0xFE]) {
      throw problem(at: 0, found: "UTF-16 text", expected: "UTF-8")
    }
  }

  /// Refuses what comes after the value that the document is.
  mutating func checkEnd() throws(JSONProblem) {
    skipSpace()
    if position < bytes.count { throw unexpected("the end of the file") }
  }

  private func starts(with mark: [UInt8]) -> Bool { bytes.starts(with: mark) }

  /// What is at an offset, in words that are safe to print.
  func describe(_ offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the file" }
    switch bytes[offset] {
    case 0x0A, 0x0D: return "the end of the line"
    case 0x09: return "a tab"
    case 0x20: return "a space"
    default: break
    }
    let length = UTF8Check.characterLength(in: bytes, at: offset, before: bytes.count)
    guard length > 0 else { return "the byte 0x" + Hex.text(bytes[offset]) + ", which is not UTF-8" }
    let character = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[offset..<offset + length]), as: UTF8.self)
    return "“" + SafeText.visible(character) + "”"
  }
}
