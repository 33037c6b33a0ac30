/// Takes a row apart into fields, over bytes.
struct CSVScanner {
  /// What is left of a scanner once its bytes are out of reach.
  struct Outcome {
    var position: Int
    var line: Int
    var problems: [CSVProblem]
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var position: Int
  private var line: Int
  private var problems: [CSVProblem] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, position: Int, line: Int) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = position
    self.line = line
  }

  var outcome: Outcome { Outcome(position: position, line: line, problems: problems) }

  mutating func row(expecting width: Int, reportingNUL: Bool) -> CSVRow? {
    while position < bytes.count, takeLineEnd() {}
    guard position < bytes.count else { return nil }
    let (start, startLine) = (position, line)
    var fields: [String] = []
    fields.reserveCapacity(width)
    repeat { fields.append(field()) } while takeDelimiter()
    if reportingNUL, bytes[start..<position].contains(0) { report(.nul, line: startLine) }
    _ = takeLineEnd()
    return CSVRow(line: startLine, fields: fields)
  }

  @inline(__always)
  private mutating func field() -> String {
    guard position < bytes.count, bytes[position] == Self.quote else { return plainField(from: position) }
    return quotedField()
  }

  /// Reads up to the delimiter or the end of the line; quotes in it are text.
  @inline(__always)
  private mutating func plainField(from start: Int) -> String {
    skipPlain()
    return text(start..<position)
  }

  @inline(__always)
  private mutating func skipPlain() {
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      index += 1
    }
    position = index
  }

  private mutating func quotedField() -> String {
    let (start, startLine) = (position, line)
    guard let closing = closingQuote(), isPlausible(closing.offset, spansLines: line > startLine) else {
      // Taking everything up to the next quote, or the end, as one field would swallow rows in silence.
      report(.unclosedQuote, line: startLine)
      (position, line) = (start, startLine)
      return plainField(from: start)
    }
    let inside = unquoted(start + 1..<closing.offset, hasDoubledQuotes: closing.hasDoubledQuotes)
    position = closing.offset + 1
    let rest = plainField(from: position)
    guard !rest.isEmpty else { return inside }
    report(.textAfterQuote, line: startLine)
    return inside + rest
  }

  /// Looks for the quote that closes the field whose opening quote is next, counting lines on the way.
  private mutating func closingQuote() -> (offset: Int, hasDoubledQuotes: Bool)? {
    var hasDoubledQuotes = false
    var index = position + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote {
        guard byteAfter(index) == Self.quote else { return (index, hasDoubledQuotes) }
        hasDoubledQuotes = true
        index += 1
      } else if byte == Self.lineFeed || byte == Self.carriageReturn && byteAfter(index) != Self.lineFeed {
        line += 1
      }
      index += 1
    }
    return nil
  }

  /// Whether a quote closes a field that spans lines: text after it says that it opens another one, and
  /// that the first was never closed.
  private func isPlausible(_ closing: Int, spansLines: Bool) -> Bool {
    guard spansLines, closing + 1 < bytes.count else { return true }
    let next = bytes[closing + 1]
    return next == delimiter || next == Self.lineFeed || next == Self.carriageReturn
  }

  private func unquoted(_ range: Range<Int>, hasDoubledQuotes: Bool) -> String {
    guard hasDoubledQuotes else { return text(range) }
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      out.append(bytes[index])
      index += bytes[index] == Self.quote ? 2 : 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  @inline(__always)
  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func byteAfter(_ index: Int) -> UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  @inline(__always)
  private mutating func takeDelimiter() -> Bool {
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  @inline(__always)
  private mutating func takeLineEnd() -> Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case Self.lineFeed: position += 1
    case Self.carriageReturn: position += byteAfter(position) == Self.lineFeed ? 2 : 1
    default: return false
    }
    line += 1
    return true
  }

  private mutating func report(_ kind: CSVProblem.Kind, line: Int) {
    problems.append(CSVProblem(line: line, kind: kind))
  }
}
