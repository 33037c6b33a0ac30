import FieldbookModel
import PlainText

/// Reads a file of benchmarks: a line for each figure of a local authority or of England, with the publication it is
/// quoted from. A line that does not say all of that is left out, and told.
struct BenchmarkReader {
  private let layout: BenchmarkLayout
  private let header: HeaderRow
  private let places: [BenchmarkLayout.Role: Int]
  private let words: MeasureNames
  private let today: CalendarDate
  private var problems = ProblemLog()
  private var lines: [FigureLine] = []
  private var seen: [FigureScope: [AcademicYear: Int]] = [:]
  private var rows = 0

  /// Reads a whole file.
  /// - Throws: that it lacks a column without which no figure has a source.
  static func read(
    _ file: RecognisedFile, _ layout: BenchmarkLayout, _ catalogue: Catalogue, now: Instant
  ) throws(ImportRefusal) -> ReadFile {
    var reader = BenchmarkReader(file, layout, catalogue, now: now)
    try reader.requireColumns(of: file)
    var table = file.reader
    while let row = table.next() { reader.take(row) }
    let facts = FigureFacts(format: Benchmark.format) { line in
      var source = file.factsSource(asAt: line.asAt, status: line.status, now: now)
      source.citation = line.citation
      // Several publications may be quoted in the same bytes.
      source.mapping += "-" + source.quotedMark
      return source
    }
    return ReadFile(
      file, facts: facts.files(reader.lines), rows: reader.rows,
      unused: reader.header.names(except: Set(reader.places.values)),
      problems: reader.problems.all(and: table.problems, count: table.problemCount))
  }

  private init(_ file: RecognisedFile, _ layout: BenchmarkLayout, _ catalogue: Catalogue, now: Instant) {
    self.layout = layout
    let header = HeaderRow(file.header)
    self.header = header
    places = layout.columns.compactMapValues { header.place(ofAny: $0) }
    words = MeasureNames(catalogue)
    today = now.date
    problems.noteDuplicates(header)
  }

  private func requireColumns(of file: RecognisedFile) throws(ImportRefusal) {
    let missing = layout.needs.filter { places[$0] == nil }.map { "“\(layout.header($0))”" }
    guard !missing.isEmpty else { return }
    throw file.source.refusal(
      "benchmarks need a source and a unit: there is no column \(missing.joined(separator: ", "))",
      line: header.line,
      mend: "Add \(missing.count == 1 ? "it" : "them"); fieldbook template benchmark prints the layout.")
  }

  // MARK: Rows

  private mutating func take(_ row: CSVRow) {
    guard !row.fields.allSatisfy(\.isBlank) else { return }
    rows += 1
    problems.noteLength(row, header: header)
    // A line of the template that nobody filled in says nothing.
    guard !text(row, .value).isEmpty else { return }
    guard let measure = measure(row), let year = year(row, of: measure), let subject = subject(row, measure),
      let group = group(row), let value = value(row, of: measure), let pupils = pupils(row),
      let source = source(row)
    else { return }
    let line = FigureLine(
      line: row.line, year: year, subject: subject, measure: measure, group: group, value: value,
      pupils: pupils, citation: source.citation, asAt: source.asAt, status: source.status)
    if let earlier = seen[line.scope]?[year] {
      return note("duplicate", row, .value, "line \(earlier) says this already; this row is left out")
    }
    seen[line.scope, default: [:]][year] = row.line
    lines.append(line)
  }

  private mutating func measure(_ row: CSVRow) -> Measure? {
    let typed = text(row, .measure)
    guard let measure = words[typed] else {
      note(
        "measure", row, .measure,
        "this is no measure that is known: write its id, such as rwmExp, or its name; fieldbook template benchmark "
          + "lists them; the row is left out")
      return nil
    }
    guard measure.unit != .grade else {
      note("measure", row, .measure, "grades are never set beside an average; the row is left out")
      return nil
    }
    return measure
  }

  private mutating func year(_ row: CSVRow, of measure: Measure) -> AcademicYear? {
    guard let year = AcademicYear(text: text(row, .period)) else {
      note("period", row, .period, "this is no academic year such as 2024/25; the row is left out")
      return nil
    }
    guard measure.isProduced(in: year) else {
      note(
        "not-produced", row, .period,
        "\(measure.shortTitle) was not produced in \(year.text): check the year; the row is left out")
      return nil
    }
    return year
  }

  private mutating func subject(_ row: CSVRow, _ measure: Measure) -> FactsFile.Subject? {
    let code = text(row, .authority)
    guard let subject = layout.subject(text(row, .level), authority: code) else {
      note(
        "level", row, .level,
        "this is none of LA, England, England primary, England secondary, England special, England all schools; "
          + "the row is left out")
      return nil
    }
    if case .la = subject {
      guard code.utf8.count == 3, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
        note(
          "authority", row, places[.authority] == nil ? .level : .authority,
          "a row of a local authority needs its code of three digits in the column “LA”; the row is left out")
        return nil
      }
    } else if !code.isEmpty {
      note("authority", row, .authority, "a row of England names no authority; the row is left out")
      return nil
    }
    if subject == .englandState, ResultStage.of(measure.id).isByKind {
      note(
        "kind", row, .level,
        "schools stand here beside those of their kind: this shows only beside schools that are of none; "
          + "add England primary, England secondary or England special")
    }
    return subject
  }

  private mutating func group(_ row: CSVRow) -> PupilGroup? {
    let typed = text(row, .group)
    if typed.isEmpty { return .all }
    if let group = ReturnWords.group(typed) ?? Mapping.builtIn.groupWords[typed] { return group }
    note(
      "group", row, .group,
      "this is no group that is known (all, boys, girls, disadvantaged, not disadvantaged, EAL…); the row is left out"
    )
    return nil
  }

  private mutating func value(_ row: CSVRow, of measure: Measure) -> FigureLine.Cell? {
    let typed = text(row, .value)
    guard let number = NumberCell.number(typed) else {
      note("value", row, .value, "a benchmark is a number; the row is left out")
      return nil
    }
    let word = text(row, .unit)
    let unit = layout.unit(word) ?? (word.isEmpty && typed.hasSuffix("%") ? .percent : nil)
    guard unit == measure.unit, !typed.hasSuffix("%") || measure.unit == .percent else {
      note(
        "unit", row, .unit,
        "\(measure.shortTitle) is counted in “\(layout.word(for: measure.unit))”: write that, and the value in it; "
          + "the row is left out")
      return nil
    }
    guard let possible = measure.unit.possible, possible.contains(number),
      measure.unit != .pupils || number == number.rounded()
    else {
      let range = measure.unit.possible.map { " from \(NumberText.plain($0.lowerBound))" } ?? ""
      let end = measure.unit.possible.map {
        $0.upperBound < 1e6 ? " to \(NumberText.plain($0.upperBound))" : ""
      }
      note(
        "range", row, .value,
        "\(measure.shortTitle) can be\(range)\(end ?? "")\(measure.unit == .pupils ? ", a whole number" : ""); "
          + "the row is left out")
      return nil
    }
    return FigureLine.Cell(number, typed, name(.value))
  }

  /// The number of pupils; `.some(nil)` where none is said.
  private mutating func pupils(_ row: CSVRow) -> FigureLine.Cell?? {
    let typed = text(row, .pupils)
    if typed.isEmpty { return .some(nil) }
    guard let number = NumberCell.number(typed), number >= 0, number == number.rounded() else {
      note(
        "pupils", row, .pupils,
        "this is no whole number of pupils; leave it empty if it is not known; the row is left out")
      return nil
    }
    return .some(FigureLine.Cell(number, typed, name(.pupils)))
  }

  // MARK: The publication

  private mutating func source(
    _ row: CSVRow
  ) -> (citation: Citation, asAt: CalendarDate, status: String)? {
    for (role, what) in [
      (BenchmarkLayout.Role.title, "what it is quoted from"), (.publisher, "who published it"),
      (.address, "where it can be read"),
    ] where text(row, role).isEmpty {
      note("no-source", row, role, "the row does not say \(what): a figure without a source is left out")
      return nil
    }
    guard let published = day(row, .published, "the day on which it was published") else { return nil }
    var asAt = published
    if !text(row, .asAt).isEmpty {
      guard let day = day(row, .asAt, "the day on which it was looked up") else { return nil }
      guard day >= published else {
        note("as-at", row, .asAt, "this is before the day of publication; the row is left out")
        return nil
      }
      asAt = day
    }
    let status = text(row, .status).lowercased()
    guard ["", "provisional", "revised", "final"].contains(status) else {
      note("status", row, .status, "this is none of provisional, revised, final; the row is left out")
      return nil
    }
    let citation = Citation(
      title: text(row, .title), publisher: text(row, .publisher), published: published,
      address: text(row, .address))
    return (citation, asAt, status.isEmpty ? "final" : status)
  }

  private mutating func day(_ row: CSVRow, _ role: BenchmarkLayout.Role, _ what: String) -> CalendarDate? {
    guard let day = Register.date(text(row, role)), day.year >= 1990 else {
      note("no-date", row, role, "\(what) is needed, such as 2025-12-11; the row is left out")
      return nil
    }
    guard day <= today else {
      note("no-date", row, role, "this day has not come yet; the row is left out")
      return nil
    }
    return day
  }

  private func name(_ role: BenchmarkLayout.Role) -> String { places[role].map { header.names[$0] } ?? "" }

  private func text(_ row: CSVRow, _ role: BenchmarkLayout.Role) -> String {
    places[role].flatMap { row.field($0) }?.trimmingBlanks() ?? ""
  }

  private mutating func note(_ code: String, _ row: CSVRow, _ role: BenchmarkLayout.Role, _ what: String) {
    let found = text(row, role)
    problems.note(
      code, line: row.line, column: places[role].map { header.names[$0] },
      found: found.isEmpty ? nil : found, what)
  }
}

extension FactsFile.Source {
  /// Tells readings of the same bytes apart that quote different publications.
  fileprivate var quotedMark: String {
    let parts = [citation?.text, citation?.address, asAt?.text, status].compactMap(\.self)
    return String(SHA256.hex(Array(parts.joined(separator: "\u{1F}").utf8)).prefix(8))
  }
}
