import FieldbookModel
import PlainText

/// Reads a table of results or of the census: a row for each school, local authority and England, a column for each
/// measure.
struct ResultsReader {
  private let header: HeaderRow
  private let columns: ResultColumns
  private var facts: FactsFile
  private var suffixes: [String?]
  private var rowSubjects: RowSubjects
  private var problems = ProblemLog()
  /// Texts that were looked up already and are codes or blank.
  private var knownTexts: Set<String> = []
  private var rows = 0

  /// Reads a whole file.
  /// - Throws: that its year is not known, or is another than the one given.
  static func read(
    _ file: RecognisedFile, period: AcademicYear?, asAt: CalendarDate?, now: Instant
  ) throws(ImportRefusal) -> ReadFile {
    let year = try self.period(of: file, given: period)
    var reader = ResultsReader(file, period: year, asAt: asAt, now: now)
    var table = file.reader
    while let row = table.next() { reader.take(row) }
    return reader.finished(file, table)
  }

  /// The year in the file's name and the one given must not contradict each other; one of them must be there.
  private static func period(
    of file: RecognisedFile, given: AcademicYear?
  ) throws(ImportRefusal) -> AcademicYear {
    let named = NameOfFile.years(in: file.source.name)
    if let given {
      guard named.isEmpty || named.contains(given) else {
        let years = named.sorted().map(\.text).joined(separator: " and ")
        throw file.source.refusal(
          "the name of the file says \(years), but --period says \(given.text)",
          mend: "Correct --period, or leave it out.")
      }
      return given
    }
    guard let year = named.first, named.count == 1 else {
      throw file.source.refusal(
        named.isEmpty
          ? "neither the file nor its name says which academic year this is"
          : "the name of the file names more than one academic year",
        mend: "Say it: --period 2017-18.")
    }
    return year
  }

  private init(_ file: RecognisedFile, period: AcademicYear, asAt: CalendarDate?, now: Instant) {
    header = HeaderRow(file.header)
    columns = ResultColumns(header, file.format, period: period)
    rowSubjects = RowSubjects(header, file.format.rows)
    facts = FactsFile(
      format: file.format.id, period: period,
      source: FactsFile.Source(
        file: file.source.name, sha256: file.source.checksum, encoding: file.encoding.rawValue,
        importedAt: now,
        asAt: asAt, mapping: file.format.mapping, status: NameOfFile.status(in: file.source.name)),
      subjects: [], authorities: [], lines: [], columns: columns.columns)
    suffixes = Array(repeating: nil, count: columns.columns.count)
    problems.noteDuplicates(header)
  }

  private mutating func take(_ row: CSVRow) {
    guard !row.fields.allSatisfy(\.isBlank) else { return }
    rows += 1
    problems.noteLength(row, header: header)
    guard let (subject, authority) = rowSubjects.subject(of: row, &problems) else { return }
    facts.subjects.append(subject)
    facts.authorities.append(authority)
    facts.lines.append(row.line)
    for index in suffixes.indices {
      facts.columns[index].cells.append(cell(of: row, column: index))
    }
  }

  private mutating func cell(of row: CSVRow, column: Int) -> FactsFile.Cell {
    guard let text = row.field(columns.places[column]) else { return .absent }
    let cell = NumberCell.cell(text, suffix: &suffixes[column])
    if case .text = cell { check(text, row: row, column: column) }
    return cell
  }

  private mutating func check(_ text: String, row: CSVRow, column: Int) {
    if knownTexts.contains(text) { return }
    if text.isBlank || MissingReason(code: text) != nil {
      knownTexts.insert(text)
      return
    }
    problems.note(
      "unknown-token", line: row.line, column: facts.columns[column].header, found: text,
      "this is neither a number nor a code that is known; it is kept as it stands")
  }

  private func finished(_ file: RecognisedFile, _ table: CSVReader) -> ReadFile {
    var facts = facts
    for index in suffixes.indices { facts.columns[index].suffix = suffixes[index] ?? "" }
    return ReadFile(
      facts: facts,
      report: ImportReport(
        path: file.source.path, sha256: facts.source.sha256, format: facts.format,
        mapping: file.format.mapping,
        period: facts.period, encoding: file.encoding.rawValue, rows: rows,
        schools: ImportReport.SchoolCounts(), observations: 0, values: [],
        columnsUnused: header.names(except: Set(columns.places + rowSubjects.usedPlaces)),
        problems: problems.all(and: table.problems, count: table.problemCount)))
  }
}
