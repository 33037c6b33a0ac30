extension JSONScanner {
  /// Reads a string, of which the opening quote is the next byte.
  @inline(__always)
  mutating func string() throws(JSONProblem) -> String {
    let opening = position
    position += 1
    skipPlain()
    if current == UInt8(ascii: "\"") {
      let range = opening + 1..<position
      try checkLength(range)
      guard let text = String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) else {
        throw malformed(range)
      }
      position += 1
      return text
    }
    return try stringWithEscapes(from: opening)
  }

  /// Moves past a string without making one; it is checked all the same.
  mutating func skipString() throws(JSONProblem) {
    let opening = position
    position += 1
    skipPlain()
    guard current == UInt8(ascii: "\"") else {
      _ = try stringWithEscapes(from: opening)
      return
    }
    if UTF8Check.firstInvalid(in: bytes, opening + 1..<position) != nil {
      throw malformed(opening + 1..<position)
    }
    position += 1
  }

  /// Moves past bytes that stand for themselves.
  @inline(__always)
  private mutating func skipPlain() {
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      index += 1
    }
    position = index
  }

  private mutating func stringWithEscapes(from opening: Int) throws(JSONProblem) -> String {
    var text: [UInt8] = []
    var start = opening + 1
    while true {
      skipPlain()
      if UTF8Check.firstInvalid(in: bytes, start..<position) != nil { throw malformed(start..<position) }
      text.append(contentsOf: bytes[start..<position])
      if take(UInt8(ascii: "\"")) { break }
      guard current == UInt8(ascii: "\\"), position < bytes.count else { throw unclosed(from: opening) }
      try escape(into: &text)
      start = position
    }
    try checkLength(opening + 1..<position - 1)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads one escape, of which the backslash is the next byte.
  private mutating func escape(into text: inout [UInt8]) throws(JSONProblem) {
    let start = position
    position += 1
    let byte = current
    guard byte != UInt8(ascii: "u") else {
      position += 1
      let scalar = try escapedScalar(from: start)
      text.append(contentsOf: UTF8.encode(scalar) ?? .init())
      return
    }
    guard let plain = Self.shortEscape(byte) else {
      throw unexpected(#"one of " \ / b f n r t u after a backslash"#)
    }
    text.append(plain)
    position += 1
  }

  private static func shortEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Reads the digits after `\u`, and the second half where the first is half a character.
  private mutating func escapedScalar(from start: Int) throws(JSONProblem) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw halfCharacter(at: start)
    }
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw halfCharacter(at: start) }
    return scalar
  }

  private mutating func fourDigits() throws(JSONProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Hex.value(current) else { throw unexpected("four hexadecimal digits after \\u") }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private func halfCharacter(at offset: Int) -> JSONProblem {
    problem(
      at: offset, found: "half a character (a lone surrogate)", expected: "both halves, as in \\ud83d\\ude00")
  }

  private func malformed(_ range: Range<Int>) -> JSONProblem {
    let offset = UTF8Check.firstInvalid(in: bytes, range) ?? range.lowerBound
    return problem(at: offset, found: describe(offset), expected: "UTF-8 text")
  }

  /// The string breaks off: at the end of the file, or at a control character.
  private func unclosed(from opening: Int) -> JSONProblem {
    if position >= bytes.count {
      return problem(
        at: opening, found: "a text that is never closed", expected: "a closing double quote")
    }
    return unexpected("a closing double quote, or the character written as an escape such as \\n or \\u0009")
  }
}
