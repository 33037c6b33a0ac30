import FieldbookModel
import PlainText

/// Reads a performance table: a row for each school, local authority and England, a column for each measure.
struct ResultsReader {
  private let header: HeaderRow
  private let columns: ResultColumns
  private let places: Places
  private var facts: FactsFile
  private var suffixes: [String?]
  private var problems = ProblemLog()
  private var firstLines: [FactsFile.Subject: Int] = [:]
  /// Texts that were looked up already and are codes or blank.
  private var knownTexts: Set<String> = []
  private var rows = 0

  private struct Places {
    let recordType: Int
    let urn: Int
    let authority: Int
    let laterURN: Int?
  }

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
    places = Places(
      recordType: header.place(of: "RECTYPE") ?? 0, urn: header.place(of: "URN") ?? 0,
      authority: header.place(of: "LEA") ?? 0, laterURN: header.place(of: "URN_AC"))
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
    guard let (subject, authority) = subject(of: row) else { return }
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
    let own = [places.recordType, places.urn, places.authority] + (places.laterURN.map { [$0] } ?? [])
    return ReadFile(
      facts: facts,
      report: ImportReport(
        path: file.source.path, sha256: facts.source.sha256, format: facts.format,
        mapping: file.format.mapping,
        period: facts.period, encoding: file.encoding.rawValue, rows: rows,
        schools: ImportReport.SchoolCounts(), observations: 0, values: [],
        columnsUnused: header.names(except: Set(columns.places + own)),
        problems: problems.all(and: table.problems, count: table.problemCount)))
  }
}

extension ResultsReader {
  /// What a row is about and the local authority it belongs to; nil, and reported, when that is not to be known.
  ///
  /// At key stage 2 the record types are 1 and 2 for schools, 3 for a local authority, 4 for England, 5 for its
  /// state-funded schools (DfE, KS2 performance tables' metadata).
  private mutating func subject(of row: CSVRow) -> (FactsFile.Subject, String)? {
    let type = row.field(places.recordType)?.trimmingBlanks() ?? ""
    let found: (FactsFile.Subject, String)?
    switch type {
    case "1", "2": found = school(row)
    case "3": found = authority(row).map { (.la($0), $0) }
    case "4": found = (.england, "")
    case "5": found = (.englandState, "")
    default:
      note("record-type", row, places.recordType, "the record type is none of 1 to 5; the row is left out")
      found = nil
    }
    guard let found else { return nil }
    return isFirst(found.0, row) ? found : nil
  }

  private mutating func school(_ row: CSVRow) -> (FactsFile.Subject, String)? {
    guard let urn = row.field(places.urn).flatMap(URN.init(cell:)) else {
      note("no-urn", row, places.urn, "the row of a school has no valid URN; it is left out")
      return nil
    }
    guard let authority = authority(row) else { return nil }
    let later = places.laterURN.flatMap { row.field($0) }.flatMap(URN.init(cell:))
    return (.school(urn, later: later == urn ? nil : later), authority)
  }

  private mutating func authority(_ row: CSVRow) -> String? {
    let code = row.field(places.authority)?.trimmingBlanks() ?? ""
    if !code.isEmpty { return code }
    note("no-authority", row, places.authority, "the row names no local authority; it is left out")
    return nil
  }

  /// Of several rows about one school, authority or England the first is kept.
  private mutating func isFirst(_ subject: FactsFile.Subject, _ row: CSVRow) -> Bool {
    var key = subject
    if case .school(let urn, _) = subject { key = .school(urn, later: nil) }
    guard let first = firstLines[key] else {
      firstLines[key] = row.line
      return true
    }
    if case .school = subject {
      note("duplicate-urn", row, places.urn, "the URN stands already on line \(first); this row is left out")
    } else {
      note("duplicate-row", row, places.recordType, "line \(first) is about the same; this row is left out")
    }
    return false
  }

  private mutating func note(_ code: String, _ row: CSVRow, _ place: Int, _ what: String) {
    problems.note(code, line: row.line, column: header.names[place], found: row.field(place), what)
  }
}
