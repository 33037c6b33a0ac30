import FieldbookImport
import SeededRandom

/// How a table is written down.
struct TableStyle {
  enum Encoding: CaseIterable {
    case utf8
    case utf8WithMark
    case windows1252
  }

  var encoding = Encoding.utf8
  var lineEnd = "\r\n"
  /// Whether every field stands in quotes, or only those that need it.
  var quotesAll = false
  var endsLastLine = true

  /// What the program calls the encoding of text that has a letter beyond ASCII.
  var encodingName: String {
    switch encoding {
    case .utf8: "UTF-8"
    case .utf8WithMark: "UTF-8 with BOM"
    case .windows1252: "Windows-1252"
    }
  }

  static func any(_ random: inout SplitMix64) -> TableStyle {
    TableStyle(
      encoding: random.pick(Encoding.allCases), lineEnd: random.pick(["\r\n", "\n", "\r"]),
      quotesAll: random.once(in: 3), endsLastLine: !random.once(in: 3))
  }
}

/// A table to be written as CSV, with the physical line of each row.
struct InventedTable {
  var header: [String]
  /// Fields as written; a row may be shorter or longer than the header.
  var rows: [[String]]

  /// The bytes, and for each row the line on which it starts.
  func written(_ style: TableStyle) -> (bytes: [UInt8], lines: [Int]) {
    var text = ""
    var line = 1
    var lines: [Int] = []
    for (index, row) in ([header] + rows).enumerated() {
      if index > 0 { lines.append(line) }
      text += row.map { Self.field($0, style) }.joined(separator: ",")
      if index < rows.count || style.endsLastLine { text += style.lineEnd }
      line += 1 + row.reduce(0) { $0 + Self.newlines($1) }
    }
    return (Self.bytes(text, style.encoding), lines)
  }

  private static func field(_ text: String, _ style: TableStyle) -> String {
    let mustQuote = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    guard mustQuote || style.quotesAll else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static func newlines(_ text: String) -> Int {
    text.unicodeScalars.filter { $0 == "\n" }.count
  }

  private static func bytes(_ text: String, _ encoding: TableStyle.Encoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
    case .windows1252: text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
    }
  }
}
