/// Writes a table as RFC 4180 has it, with LF at the end of each line, as other programs of a terminal do.
public struct CSVWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let spreadsheetSafe: Bool

  /// A writer of a new table.
  ///
  /// With `spreadsheetSafe`, an apostrophe goes before a text that a spreadsheet would take as a formula:
  /// one that begins with `=`, `+`, `-`, `@`, their full-width forms, or a control character
  /// (OWASP, ASVS 1.2.10). Plain numbers such as `-2.5` stay as they are.
  public init(spreadsheetSafe: Bool = true, delimiter: UInt8 = UInt8(ascii: ",")) {
    self.spreadsheetSafe = spreadsheetSafe
    self.delimiter = delimiter
  }

  /// Appends a row.
  public mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      append(isFormula(field) ? "'" + field : field)
    }
    // A row of one empty field would otherwise be a blank line, which readers skip.
    if fields.count == 1, fields[0].isEmpty { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(0x0A)
  }

  private mutating func append(_ field: String) {
    guard needsQuotes(field) else { return bytes.append(contentsOf: field.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func needsQuotes(_ field: String) -> Bool {
    if field.utf8.first == 0x20 || field.utf8.last == 0x20 { return true }
    return field.utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
  }

  private func isFormula(_ field: String) -> Bool {
    guard spreadsheetSafe, let first = field.unicodeScalars.first else { return false }
    switch first {
    case "=", "@", "\t", "\r", "\n", "\0", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    case "+", "-": return !isPlainNumber(field)
    default: return false
    }
  }

  /// A sign, digits, perhaps decimals, perhaps a per cent sign.
  private func isPlainNumber(_ field: String) -> Bool {
    var digits = field.utf8.dropFirst()
    if digits.last == UInt8(ascii: "%") { digits.removeLast() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } }
  }
}
