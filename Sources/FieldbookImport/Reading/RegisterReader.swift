import FieldbookModel
import PlainText

/// Reads an establishment download of Get Information about Schools.
struct RegisterReader {
  private struct Column {
    let field: Register.Field
    let place: Int
  }
  private let header: HeaderRow
  private let columns: [Column]
  /// For each column what its codes mean.
  private let words: [[String: String]]
  private let urnPlace: Int
  private let authorityPlace: Int?
  private var facts: FactsFile
  private var problems = ProblemLog()
  private var firstLines: [URN: Int] = [:]
  private var rows = 0
  private var isFromSpreadsheet = false

  /// Reads a whole file. The day its figures stand for is the one given, else the one in the file's name.
  static func read(_ file: RecognisedFile, asAt: CalendarDate?, now: Instant) -> ReadFile {
    var reader = RegisterReader(file, asAt: asAt ?? NameOfFile.date(in: file.source.name), now: now)
    var table = file.reader
    while let row = table.next() { reader.take(row) }
    return reader.finished(file, table)
  }

  private init(_ file: RecognisedFile, asAt: CalendarDate?, now: Instant) {
    let header = HeaderRow(file.header)
    self.header = header
    var headers: [Register.Field: String] = [:]
    if case .register(let fields) = file.format.content { headers = fields }
    columns = Register.Field.allCases.compactMap { field in
      headers[field].flatMap(header.place).map { Column(field: field, place: $0) }
    }
    words = columns.map { file.format.registerWords[$0.field.rawValue] ?? [:] }
    urnPlace = header.place(of: "URN") ?? 0
    authorityPlace = (headers[.laCode].flatMap(header.place)) ?? headers[.laName].flatMap(header.place)
    facts = FactsFile(
      format: file.format.id, period: nil,
      source: file.factsSource(asAt: asAt, status: "final", now: now),
      subjects: [], authorities: [], lines: [],
      columns: columns.map {
        FactsFile.Column(measure: $0.field.measure, part: .text, header: header.names[$0.place])
      })
    problems.noteDuplicates(header)
  }

  private mutating func take(_ row: CSVRow) {
    guard !row.fields.allSatisfy(\.isBlank) else { return }
    rows += 1
    problems.noteLength(row, header: header)
    noteSpreadsheet(row)
    guard let urn = urn(of: row) else { return }
    facts.subjects.append(.school(urn, later: nil))
    facts.authorities.append(authorityPlace.flatMap { row.field($0) }?.trimmingBlanks() ?? "")
    facts.lines.append(row.line)
    for (index, column) in columns.enumerated() {
      let text = row.field(column.place)
      facts.columns[index].cells.append(text.map { .text(words[index][$0] ?? $0) } ?? .absent)
      if let text { check(text, column, row: row) }
    }
  }

  /// The row's URN, unless it has none or an earlier row has it.
  private mutating func urn(of row: CSVRow) -> URN? {
    let cell = row.field(urnPlace)
    guard let urn = cell.flatMap(URN.init(published:)) else {
      problems.note(
        "no-urn", line: row.line, column: header.names[urnPlace], found: cell,
        "the row has no valid URN; it is left out")
      return nil
    }
    if let first = firstLines[urn] {
      problems.note(
        "duplicate-urn", line: row.line, column: header.names[urnPlace], found: cell,
        "URN \(urn.text) stands already on line \(first); this row is left out")
      return nil
    }
    firstLines[urn] = row.line
    return urn
  }

  /// Says once that a spreadsheet program has saved the file, by what only those write: `5.00E+06`, `00:00.0`. Other
  /// numbers and dates may then be damaged in ways that do not show.
  private mutating func noteSpreadsheet(_ row: CSVRow) {
    guard !isFromSpreadsheet, let place = row.fields.firstIndex(where: RegisterReader.isSpreadsheets) else {
      return
    }
    isFromSpreadsheet = true
    problems.note(
      "spreadsheet", line: row.line, column: place < header.names.count ? header.names[place] : nil,
      found: row.fields[place],
      "a spreadsheet program has saved this file and may have spoilt long numbers and dates; download it again"
    )
  }

  private static func isSpreadsheets(_ cell: String) -> Bool {
    let bytes = cell.utf8
    guard (7...10).contains(bytes.count), let first = bytes.first, (48...57).contains(first) else {
      return false
    }
    if cell == "00:00.0" { return true }
    let parts = cell.split(separator: "E+", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].utf8.allSatisfy { $0 == 46 || (48...57).contains($0) }
      && parts[1].utf8.allSatisfy { (48...57).contains($0) } && !parts[1].isEmpty
  }

  private mutating func check(_ text: String, _ column: Column, row: CSVRow) {
    let isRead: Bool
    switch column.field {
    case .lowAge, .highAge, .roll, .capacity: isRead = text.isBlank || Int(text.trimmingBlanks()) != nil
    case .openDate, .closeDate, .inspectionDate: isRead = text.isBlank || Register.date(text) != nil
    default: return
    }
    guard !isRead else { return }
    problems.note(
      "unread-field", line: row.line, column: header.names[column.place], found: text,
      "this is not a \(column.field.isDate ? "date" : "whole number"); it is kept as text only")
  }

  private func finished(_ file: RecognisedFile, _ table: CSVReader) -> ReadFile {
    let used = Set(columns.map(\.place) + [urnPlace])
    return ReadFile(
      file, facts: [facts], rows: rows, unused: header.names(except: used),
      problems: problems.all(and: table.problems, count: table.problemCount))
  }
}

extension Register.Field {
  fileprivate var isDate: Bool { self == .openDate || self == .closeDate || self == .inspectionDate }
}

extension CSVRow {
  /// The field at a place; nil where the row has ended.
  func field(_ place: Int) -> String? { place < fields.count ? fields[place] : nil }
}
