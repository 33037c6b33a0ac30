#if canImport(PlainText)
import PlainText
#endif

/// What the readers of JSON and CSV promise of any bytes whatever. The fuzzers hold them to it, and tests do with the
/// inputs that fuzzers found.
public enum ReaderPromises {
  /// The promise about JSON that these bytes break; nil when all are kept.
  public static func broken(byJSON bytes: [UInt8]) -> String? {
    let tree = outcome { () throws(JSONProblem) in try JSONValue.parse(bytes) }
    let document = outcome { () throws(JSONProblem) in try JSONDocument.parse(bytes) }
    let tokens = outcome { () throws(JSONProblem) in try pulled(bytes) }
    switch (tree, document, tokens) {
    case (.success(let value), .success, .success): return broken(by: value)
    case (.failure(let problem), .failure(let other), .failure(let third)):
      guard [problem, other, third].allSatisfy({ $0.place.line >= 1 && $0.place.column >= 1 }) else {
        return "a problem has no place"
      }
      return problem.place == other.place ? nil : "the readers of trees find different places"
    default: return "one reader takes what another refuses"
    }
  }

  /// What is written is read as the same, and written again as the same bytes.
  private static func broken(by value: JSONValue) -> String? {
    for pretty in [true, false] {
      let written = value.encoded(pretty: pretty)
      guard let again = try? JSONValue.parse(written) else { return "what was written cannot be read" }
      if again != value { return "what was written is read as something else" }
      if again.encoded(pretty: pretty) != written { return "the same value is written in two ways" }
    }
    return nil
  }

  private static func outcome<Value>(
    _ work: () throws(JSONProblem) -> Value
  ) -> Result<Value, JSONProblem> {
    Result { () throws(JSONProblem) in try work() }
  }

  /// How many tokens there are.
  private static func pulled(_ bytes: [UInt8]) throws(JSONProblem) -> Int {
    var reader = try JSONPullReader(bytes, limits: .document)
    var count = 0
    while try reader.next() != nil { count += 1 }
    return count
  }

  /// The promise about CSV that these bytes break; nil when all are kept.
  public static func broken(byCSV raw: [UInt8]) -> String? {
    let bytes = DecodedText(raw).bytes
    guard String(validating: bytes, as: UTF8.self) != nil else { return "what was decoded is not UTF-8" }
    var reader = CSVReader(bytes)
    var rows: [CSVRow] = []
    while let row = reader.next() {
      if row.fields.isEmpty { return "a row has no field" }
      if row.line <= rows.last?.line ?? 0 { return "lines do not rise" }
      rows.append(row)
      if rows.count > bytes.count { return "there are more rows than bytes" }
    }
    if reader.progress < 1 { return "the reader stopped before the end" }
    if reader.problems.count > min(reader.problemCount, CSVReader.mostProblems) {
      return "problems are miscounted"
    }
    return broken(by: rows)
  }

  /// What is written is read as the same rows.
  private static func broken(by rows: [CSVRow]) -> String? {
    var writer = CSVWriter(spreadsheetSafe: false)
    for row in rows { writer.row(row.fields) }
    var reader = CSVReader(writer.bytes)
    for row in rows where reader.next()?.fields != row.fields { return "a written row is read as another" }
    if reader.next() != nil { return "a row too many is read" }
    if reader.problems.contains(where: { $0.kind != .nul }) { return "what was written has problems" }
    return nil
  }
}
