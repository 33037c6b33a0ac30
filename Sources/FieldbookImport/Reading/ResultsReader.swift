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
  private var tokens = TokenCheck()
  private var rows = 0

  /// Reads a whole file.
  /// - Throws: that its year is not known, or is another than the one given.
  static func read(
    _ file: RecognisedFile, period: AcademicYear?, asAt: CalendarDate?, now: Instant
  ) throws(ImportRefusal) -> ReadFile {
    let day = asAt ?? (file.format.isAsAt ? NameOfFile.date(in: file.source.name) : nil)
    let year =
      try file.format.isAsAt ? self.period(of: file, asAt: day) : self.period(of: file, given: period)
    var reader = ResultsReader(file, period: year, asAt: day, now: now)
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
          "the name of the file says \(years), but the year given is \(given.text)",
          mend: "Correct --period, or leave it out.", wants: .period)
      }
      return given
    }
    guard let year = named.first, named.count == 1 else {
      throw file.source.refusal(
        named.isEmpty
          ? "neither the file nor its name says which academic year this is"
          : "the name of the file names more than one academic year",
        mend: "Say it: --period 2017-18.", wants: .period)
    }
    return year
  }

  /// Figures that are drawn up month by month belong to the school year of their day.
  private static func period(
    of file: RecognisedFile, asAt day: CalendarDate?
  ) throws(ImportRefusal) -> AcademicYear {
    guard let day else {
      throw file.source.refusal(
        "neither the file nor its name says for which day it was drawn up",
        mend: "Import it by itself and say the day: --as-at 2025-11-30.", wants: .asAt)
    }
    return AcademicYear(containing: day)
  }

  private init(_ file: RecognisedFile, period: AcademicYear, asAt: CalendarDate?, now: Instant) {
    header = HeaderRow(file.header)
    columns = ResultColumns(header, file.format, period: period)
    rowSubjects = RowSubjects(header, file.format.rows)
    facts = FactsFile(
      format: file.format.id, period: period,
      source: file.factsSource(asAt: asAt, status: NameOfFile.status(in: file.source.name), now: now),
      subjects: [], authorities: [], lines: [], columns: columns.columns)
    suffixes = Array(repeating: nil, count: columns.places.count)
    problems.noteDuplicates(header)
  }

  private mutating func take(_ row: CSVRow) {
    guard !row.fields.allSatisfy(\.isBlank) else { return }
    rows += 1
    problems.noteLength(row, header: header)
    guard let (subject, authority) = rowSubjects.subject(of: row, &problems),
      rowSubjects.isFirst(subject, row, &problems)
    else { return }
    facts.subjects.append(subject)
    facts.authorities.append(authority)
    facts.lines.append(row.line)
    for index in suffixes.indices {
      facts.columns[index].cells.append(cell(of: row, column: index))
    }
    for (index, place) in columns.notePlaces.enumerated() {
      facts.columns[suffixes.count + index].cells.append(row.field(place).map { .text($0) } ?? .absent)
    }
  }

  private mutating func cell(of row: CSVRow, column: Int) -> FactsFile.Cell {
    guard let text = row.field(columns.places[column]) else { return .absent }
    let cell = NumberCell.cell(text, suffix: &suffixes[column], words: columns.words[column])
    if case .text = cell {
      tokens.check(text, line: row.line, column: columns.columns[column].header, &problems)
    }
    return cell
  }

  private func finished(_ file: RecognisedFile, _ table: CSVReader) -> ReadFile {
    var facts = facts
    for index in suffixes.indices { facts.columns[index].suffix = suffixes[index] ?? "" }
    return ReadFile(
      file, facts: [facts], rows: rows,
      unused: header.names(except: Set(columns.places + columns.notePlaces + rowSubjects.usedPlaces)),
      problems: problems.all(and: table.problems, count: table.problemCount))
  }
}
