/// Reads a table row by row, as RFC 4180 describes it and as real files have it.
///
/// Lines end with LF, CR LF or CR. Lines without a character are skipped. A quote counts only at the start
/// of a field, so that `3" pipe` is text. Rows keep whatever length they have.
public struct CSVReader: Sendable {
  /// How many problems are remembered; `problemCount` counts on.
  public static let mostProblems = 1_000

  /// What was wrong in the rows read so far, in the order in which it was met.
  public private(set) var problems: [CSVProblem] = []
  /// How many problems there were, remembered or not.
  public private(set) var problemCount = 0

  private let bytes: [UInt8]
  private let delimiter: UInt8
  /// A file without any NUL, as all should be, is not searched for them row by row.
  private let hasNUL: Bool
  private var position = 0
  private var line = 1
  private var width = 0

  /// A reader at the beginning of a table in UTF-8, such as `DecodedText` gives.
  public init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.delimiter = delimiter
    hasNUL = bytes.contains(0)
  }

  /// How far the reader has come, from 0 to 1.
  public var progress: Double { bytes.isEmpty ? 1 : Double(position) / Double(bytes.count) }

  /// The next row, or `nil` after the last.
  public mutating func next() -> CSVRow? {
    let (position, line, width, hasNUL) = (position, line, width, hasNUL)
    let (row, scanner) = bytes.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer, delimiter: delimiter, position: position, line: line)
      let row = scanner.row(expecting: width, reportingNUL: hasNUL)
      return (row, scanner.outcome)
    }
    self.position = scanner.position
    self.line = scanner.line
    if !scanner.problems.isEmpty { note(scanner.problems) }
    self.width = row?.fields.count ?? 0
    return row
  }

  private mutating func note(_ found: [CSVProblem]) {
    problemCount += found.count
    problems.append(contentsOf: found.prefix(max(0, Self.mostProblems - problems.count)))
  }
}
