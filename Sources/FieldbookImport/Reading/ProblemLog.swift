import FieldbookModel
import PlainText

/// Collects what is wrong in a file, up to a limit; beyond it problems are only counted.
struct ProblemLog: Sendable {
  static let most = 1_000
  private var problems: [ImportReport.Problem] = []
  private var uncounted = 0
  private var leftOut: [LeftOut: (line: Int, count: Int)] = [:]
  /// How many sorts of rows left out are told one by one.
  private static let mostSorts = 12

  private struct LeftOut: Hashable {
    let column: String
    let text: String
  }

  mutating func note(
    _ code: String, line: Int, column: String? = nil, found: String? = nil, _ what: @autoclosure () -> String
  ) {
    guard problems.count < ProblemLog.most else {
      uncounted += 1
      return
    }
    problems.append(ImportReport.Problem(line: line, column: column, code: code, found: found, what: what()))
  }

  /// A row that is as it should be, but about what no figures are kept of.
  mutating func leaveOut(_ row: CSVRow, column: String, text: String) {
    leftOut[LeftOut(column: column, text: text), default: (row.line, 0)].count += 1
  }

  /// What was left out, the most rows first.
  private var rowsLeftOut: [ImportReport.Problem] {
    let sorted = leftOut.sorted { (-$0.value.count, $0.value.line) < (-$1.value.count, $1.value.line) }
    var told = sorted.prefix(ProblemLog.mostSorts).map { sort, rows in
      ImportReport.Problem(
        line: rows.line, column: sort.column, code: "rows-left-out", found: sort.text,
        what: rows.count == 1
          ? "fieldbook keeps no figures of this; the row is left out"
          : "fieldbook keeps no figures of this; \(NumberText.grouped(rows.count)) rows are left out")
    }
    let others = sorted.dropFirst(ProblemLog.mostSorts)
    if let first = others.map(\.value.line).min() {
      let count = others.reduce(0) { $0 + $1.value.count }
      told.append(
        ImportReport.Problem(
          line: first, code: "rows-left-out",
          what: "\(NumberText.grouped(count)) more rows are about what fieldbook keeps no figures of"))
    }
    return told
  }

  /// The header's own: names that stand twice.
  mutating func noteDuplicates(_ header: HeaderRow) {
    for place in header.duplicates {
      note(
        "duplicate-column", line: header.line, column: header.names[place],
        "the column stands twice in the header; the first is read")
    }
  }

  /// A row with more fields than the header has names.
  mutating func noteLength(_ row: CSVRow, header: HeaderRow) {
    guard row.fields.count > header.names.count else { return }
    note(
      "row-too-long", line: row.line,
      "the row has \(row.fields.count) fields, \(row.fields.count - header.names.count) more than the header; "
        + "those beyond it are not read")
  }

  /// All, in the order of lines, with those of the table itself among them.
  func all(and table: [CSVProblem], count: Int) -> [ImportReport.Problem] {
    let own = table.prefix(ProblemLog.most).map {
      ImportReport.Problem(line: $0.line, code: ProblemLog.code($0.kind), what: ProblemLog.words($0.kind))
    }
    let sorted = (problems + rowsLeftOut + own).enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    let kept = sorted.prefix(ProblemLog.most).map(\.element)
    let left = sorted.count - own.count + uncounted + count - kept.count
    guard left > 0, let last = kept.last else { return kept }
    return kept + [
      ImportReport.Problem(line: last.line, code: "more", what: "\(left) more problems are not listed")
    ]
  }

  private static func code(_ kind: CSVProblem.Kind) -> String {
    switch kind {
    case .unclosedQuote: "unclosed-quote"
    case .textAfterQuote: "text-after-quote"
    case .nul: "nul"
    }
  }

  private static func words(_ kind: CSVProblem.Kind) -> String {
    switch kind {
    case .unclosedQuote: "a field opens with a double quote that nothing closes; the quote was taken as text"
    case .textAfterQuote: "text follows the quote that closes a field; it was added to the field"
    case .nul: "the row holds a NUL character"
    }
  }
}
