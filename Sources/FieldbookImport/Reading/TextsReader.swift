import FieldbookModel
import PlainText

/// Reads a list that says something of schools in words: which groups they belong to, which school followed which.
/// One school may have many rows.
struct TextsReader {
  private let header: HeaderRow
  private let places: [Int]
  private var facts: FactsFile
  private var rowSubjects: RowSubjects
  private var problems = ProblemLog()
  private var rows = 0

  /// Reads a whole file. The day it stands for is the one given, else the one in the file's name.
  static func read(
    _ file: RecognisedFile, _ columns: [String: [String]], asAt: CalendarDate?, now: Instant
  ) -> ReadFile {
    var reader = TextsReader(file, columns, asAt: asAt ?? NameOfFile.date(in: file.source.name), now: now)
    var table = file.reader
    while let row = table.next() { reader.take(row) }
    return ReadFile(
      file, facts: [reader.facts], rows: reader.rows,
      unused: reader.header.names(except: Set(reader.places + reader.rowSubjects.usedPlaces)),
      problems: reader.problems.all(and: table.problems, count: table.problemCount))
  }

  private init(_ file: RecognisedFile, _ columns: [String: [String]], asAt: CalendarDate?, now: Instant) {
    header = HeaderRow(file.header)
    let header = header
    let found = columns.compactMap { measure, headers in
      header.place(ofAny: headers).map { (measure: measure, place: $0) }
    }.sorted { $0.place < $1.place }
    places = found.map(\.place)
    rowSubjects = RowSubjects(header, file.format.rows)
    facts = FactsFile(
      format: file.format.id, period: nil, source: file.factsSource(asAt: asAt, status: "final", now: now),
      subjects: [], authorities: [], lines: [],
      columns: found.map {
        FactsFile.Column(measure: $0.measure, part: .text, header: header.names[$0.place])
      })
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
    for (index, place) in places.enumerated() {
      facts.columns[index].cells.append(row.field(place).map { .text(TextsReader.mended($0)) } ?? .absent)
    }
  }

  /// Text that went through a program which took Windows-1252 for Latin-1 has control characters where quotes and
  /// dashes stood; nothing else ever has them.
  private static func mended(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else { return text }
    var mended = ""
    for scalar in text.unicodeScalars {
      if (0x80...0x9F).contains(scalar.value) {
        mended += String(decoding: DecodedText([UInt8(scalar.value)]).bytes, as: UTF8.self)
      } else {
        mended.unicodeScalars.append(scalar)
      }
    }
    return mended
  }
}
