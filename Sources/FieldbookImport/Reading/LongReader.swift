import FieldbookModel
import PlainText

/// Reads a long table: one row for each school, year, group of pupils and subject. Each year becomes facts of its own.
struct LongReader {
  private let format: Mapping.Format
  private let counts: PupilCounts
  private let names: HeaderRow
  private var header: LongHeader
  private var rowSubjects: RowSubjects
  private var problems = ProblemLog()
  private var tokens = TokenCheck()
  private let wanted: AcademicYear?
  private var years: [String: AcademicYear] = [:]
  private var tables: [AcademicYear: LongTable] = [:]
  private var statuses: [AcademicYear: String] = [:]
  private var rows = 0

  /// Reads a whole file.
  /// - Parameter period: the only year that is wanted; every year of the file without.
  static func read(
    _ file: RecognisedFile, _ map: LongMap, period: AcademicYear?, asAt: CalendarDate?, now: Instant
  ) -> ReadFile {
    var reader = LongReader(file, map, period: period)
    var table = file.reader
    while let row = table.next() { reader.take(row) }
    return reader.finished(file, table, asAt: asAt, now: now)
  }

  private init(_ file: RecognisedFile, _ map: LongMap, period: AcademicYear?) {
    format = file.format
    counts = map.counts
    wanted = period
    names = HeaderRow(file.header)
    header = LongHeader(names, map, words: Mapping.builtIn.groupWords)
    rowSubjects = RowSubjects(names, file.format.rows)
    problems.noteDuplicates(names)
  }

  private mutating func take(_ row: CSVRow) {
    guard !row.fields.allSatisfy(\.isBlank) else { return }
    rows += 1
    problems.noteLength(row, header: names)
    guard let year = year(of: row) else { return }
    switch header.meaning(of: row) {
    case .other(let place, let text):
      problems.leaveOut(row, column: names.names[place], text: text)
    case .slot(let slot):
      guard let (subject, authority) = rowSubjects.subject(of: row, &problems) else { return }
      take(row, year: year, subject: subject, authority: authority, slot: slot)
    }
  }

  private mutating func take(
    _ row: CSVRow, year: AcademicYear, subject: FactsFile.Subject, authority: String, slot: LongHeader.Slot
  ) {
    let earlier = tables[year, default: LongTable(period: year, header: header)].take(
      row.field, of: subject, authority: authority, slot: slot, line: row.line)
    if let earlier {
      problems.note(
        "duplicate-row", line: row.line,
        "line \(earlier) says the same of the same pupils; this row is left out")
      return
    }
    if statuses[year] == nil {
      statuses[year] = header.status.flatMap { row.field($0) }.map(NameOfFile.status(in:)) ?? ""
    }
    for figure in header.figures where figure.map.said(slot.subject) != nil {
      guard let text = row.field(figure.place), NumberCell.number(text) == nil,
        figure.map.said(slot.subject).flatMap({ figure.words[$0.measure] })?[Mapping.folded(text)] == nil
      else { continue }
      tokens.check(text, line: row.line, column: figure.header, &problems)
    }
  }

  /// The year of a row; nil, and told, where it has none or another than the one that is wanted.
  private mutating func year(of row: CSVRow) -> AcademicYear? {
    guard let place = header.period else { return wanted }
    let text = row.field(place) ?? ""
    guard let year = years[text] ?? AcademicYear(text: text.trimmingBlanks()) else {
      problems.note(
        "no-year", line: row.line, column: names.names[place], found: text,
        "this is no academic year such as 202425; the row is left out")
      return nil
    }
    years[text] = year
    guard wanted == nil || wanted == year else {
      problems.leaveOut(row, column: names.names[place], text: text)
      return nil
    }
    return year
  }

  private func finished(
    _ file: RecognisedFile, _ table: CSVReader, asAt: CalendarDate?, now: Instant
  ) -> ReadFile {
    let named = NameOfFile.status(in: file.source.name)
    let facts = tables.sorted { $0.key < $1.key }.map { year, table in
      let status = statuses[year] ?? ""
      let source = file.factsSource(asAt: asAt, status: status.isEmpty ? named : status, now: now)
      return table.facts(format: format.id, source: source, counts: counts)
    }
    return ReadFile(
      file, facts: facts, rows: rows,
      unused: names.names(except: Set(header.usedPlaces + rowSubjects.usedPlaces)),
      problems: problems.all(and: table.problems, count: table.problemCount))
  }
}
