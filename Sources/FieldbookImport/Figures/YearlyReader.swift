import FieldbookModel
import PlainText

/// Reads the figures of a year out of a table of the trust's own: results, attendance, whatever the catalogue measures.
struct YearlyReader {
  private let header: HeaderRow
  private let mapping: TableMapping
  private let words: MeasureNames
  private let names: SchoolFinder?
  /// The year of rows that do not say theirs.
  private let usual: AcademicYear?
  private var problems = ProblemLog()
  private var lines: [FigureLine] = []
  private var seen: [FigureScope: [AcademicYear: Int]] = [:]
  private var rows = 0

  /// Reads the columns of a table that hold figures of a year.
  /// - Parameter names: finds schools that have no URN beside them.
  /// - Throws: that no year is known, or that its figures are what pupils should reach.
  static func read(
    _ file: RecognisedFile, _ mapping: TableMapping, _ options: ImportOptions, _ existing: Facts,
    names: SchoolFinder?
  ) throws(ImportRefusal) -> ReadFile {
    let named = NameOfFile.years(in: file.source.name)
    var reader = YearlyReader(
      file, mapping, existing.catalogue, names,
      usual: options.period ?? (named.count == 1 ? named.first : nil))
    let saysYear = mapping.columns.contains { $0.role == .year } || mapping.given[.year] != nil
    let figures = mapping.columns.filter { $0.role == .value }
    guard saysYear || reader.usual != nil || figures.allSatisfy({ $0.of[.year] != nil }) else {
      throw file.source.refusal(
        "the file does not say which academic year it is of", line: file.header.line,
        mend: "Say which column has the year, or say it: --period 2025-26.", wants: .period)
    }
    if let aim = AimCheck.found(in: file, []) {
      throw file.source.refusal(
        "this holds what pupils should reach, not what they have reached (“\(aim.word)”)", line: aim.line,
        mend: "Leave such columns out of the file: a year’s figures are what was reached.")
    }
    var table = file.reader
    while let row = table.next() { reader.take(row, figures) }
    let facts = FigureFacts(format: OwnFigures.format) { _ in
      file.factsSource(asAt: options.asAt, status: "own", now: options.now)
    }
    return ReadFile(
      file, facts: facts.files(reader.lines), rows: reader.rows,
      unused: reader.header.names(except: reader.used),
      problems: reader.problems.all(and: table.problems, count: table.problemCount))
  }

  private init(
    _ file: RecognisedFile, _ mapping: TableMapping, _ catalogue: Catalogue, _ names: SchoolFinder?,
    usual: AcademicYear?
  ) {
    header = HeaderRow(file.header)
    self.mapping = mapping
    words = MeasureNames(catalogue)
    self.names = names
    self.usual = usual
    problems.noteDuplicates(header)
  }

  private var used: Set<Int> { Set(mapping.columns.compactMap { header.place(of: $0.header) }) }

  // MARK: Rows

  private mutating func take(_ row: CSVRow, _ figures: [TableMapping.Column]) {
    guard !row.fields.allSatisfy(\.isBlank) else { return }
    rows += 1
    problems.noteLength(row, header: header)
    let told = figures.filter { !text(row, $0).isEmpty }
    guard !told.isEmpty, let urn = school(row) else { return }
    for figure in told { take(row, figure, urn) }
  }

  private mutating func take(_ row: CSVRow, _ figure: TableMapping.Column, _ urn: URN) {
    guard let measure = measure(row, figure), let year = year(row, figure, measure),
      let group = group(row, figure), let value = value(row, figure, measure),
      let pupils = pupils(row, figure, measure, value)
    else { return }
    let line = FigureLine(
      line: row.line, year: year, subject: .school(urn, later: nil), measure: measure, group: group,
      value: value, pupils: pupils)
    if let earlier = seen[line.scope]?[year] {
      return note(
        "duplicate", row, figure.header,
        "line \(earlier) says this of the same school and year; this one is left out")
    }
    seen[line.scope, default: [:]][year] = row.line
    lines.append(line)
  }

  /// A name that is not known is not repeated: it may be no school's.
  private mutating func school(_ row: CSVRow) -> URN? {
    let typed = said(row, .urn)
    if let urn = URN(published: typed) { return urn }
    guard typed.isEmpty, let names else {
      note("no-urn", row, column(.urn)?.header, "the row has no valid URN; it is left out")
      return nil
    }
    if column(.laestab) != nil, let urn = names.urn(laestab: said(row, .laestab)) { return urn }
    if column(.schoolName) != nil, let urn = names.urn(named: said(row, .schoolName)) { return urn }
    problems.note(
      "no-school", line: row.line, column: (column(.laestab) ?? column(.schoolName))?.header,
      "no one school that is known is called so; the row is left out")
    return nil
  }

  private mutating func measure(_ row: CSVRow, _ figure: TableMapping.Column) -> Measure? {
    let typed = said(row, .measure, figure)
    guard let measure = words[typed], measure.unit != .grade else {
      note(
        "measure", row, column(.measure)?.header ?? figure.header,
        "“\(typed)” is no measure that is known: rwmExp, att8, attendance…, or a measure’s name; it is left out"
      )
      return nil
    }
    return measure
  }

  private mutating func year(
    _ row: CSVRow, _ figure: TableMapping.Column, _ measure: Measure
  ) -> AcademicYear? {
    let typed = said(row, .year, figure)
    guard let year = typed.isEmpty ? usual : AcademicYear(text: typed) else {
      note(
        "year", row, column(.year)?.header ?? figure.header,
        "this is no academic year such as 2025/26; it is left out")
      return nil
    }
    guard measure.isProduced(in: year) else {
      note(
        "not-produced", row, figure.header,
        "\(measure.shortTitle) was not produced in \(year.text); it is left out")
      return nil
    }
    return year
  }

  private mutating func group(_ row: CSVRow, _ figure: TableMapping.Column) -> PupilGroup? {
    let typed = said(row, .group, figure)
    if typed.isEmpty { return .all }
    if let group = ReturnWords.group(typed) ?? Mapping.builtIn.groupWords[typed] { return group }
    note(
      "group", row, column(.group)?.header ?? figure.header,
      "this is no group that is known (boys, girls, disadvantaged, EAL…); it is left out")
    return nil
  }

  private mutating func value(
    _ row: CSVRow, _ figure: TableMapping.Column, _ measure: Measure
  ) -> FigureLine.Cell? {
    let typed = text(row, figure)
    if let number = NumberCell.number(typed) {
      let isInIt = measure.unit.possible?.contains(number) ?? false
      guard isInIt, !typed.hasSuffix("%") || measure.unit == .percent else {
        note(
          "range", row, figure.header,
          "this cannot be: \(measure.shortTitle) is \(measure.unit.words); it is left out")
        return nil
      }
      return FigureLine.Cell(number, typed, figure.header)
    }
    if MissingReason(code: typed) != nil { return FigureLine.Cell(code: typed, figure.header) }
    note("value", row, figure.header, "this is neither a number nor a code that is known; it is left out")
    return nil
  }

  /// The pupils, without whom nobody could tell a small group; a code in the place of a number needs none.
  private mutating func pupils(
    _ row: CSVRow, _ figure: TableMapping.Column, _ measure: Measure, _ value: FigureLine.Cell
  ) -> FigureLine.Cell?? {
    guard let column = mapping.pupils(of: figure) else { return .some(nil) }
    guard column.role == .assessed || measure.isOfWholeSchool else {
      note(
        "no-cohort", row, column.header,
        "\(measure.shortTitle) rests on the pupils who were assessed, not on the roll: say which column has them; "
          + "it is left out")
      return nil
    }
    let typed = text(row, column)
    if let number = NumberCell.number(typed), number >= 0, number == number.rounded() {
      return .some(FigureLine.Cell(number, typed, column.header))
    }
    if case .text = value.cell { return .some(nil) }
    note(
      "no-cohort", row, column.header,
      "the row does not say how many pupils the figure rests on; it is left out")
    return nil
  }

  // MARK: Cells

  private func column(_ role: TableMapping.Role) -> TableMapping.Column? {
    mapping.columns.first { $0.role == role }
  }

  /// What is said of a figure: by its own header, else by the row, else of the whole table.
  private func said(
    _ row: CSVRow, _ role: TableMapping.Role, _ figure: TableMapping.Column? = nil
  ) -> String {
    if let own = figure?.of[role], !own.isEmpty { return own }
    let typed = column(role).map { text(row, $0) } ?? ""
    return typed.isEmpty ? mapping.given[role] ?? "" : typed
  }

  private func text(_ row: CSVRow, _ column: TableMapping.Column) -> String {
    header.place(of: column.header).flatMap { row.field($0) }?.trimmingBlanks() ?? ""
  }

  private mutating func note(_ code: String, _ row: CSVRow, _ column: String?, _ what: String) {
    let found = column.flatMap { header.place(of: $0) }.flatMap { row.field($0) }?.trimmingBlanks() ?? ""
    problems.note(code, line: row.line, column: column, found: found.isEmpty ? nil : found, what)
  }
}

extension Measure {
  /// Whether it speaks of all pupils on roll, so that the roll tells how many they are.
  fileprivate var isOfWholeSchool: Bool {
    guard let stage = ResultStage.allCases.first(where: { $0.measures.contains(id) }) else { return false }
    return [.census, .absence, .behaviour, .pupilPremium].contains(stage)
  }
}

extension Measure.Unit {
  /// What a number of it can be, in words.
  fileprivate var words: String {
    switch self {
    case .percent: "a percentage from 0 to 100"
    case .points: "percentage points"
    case .scaledScore: "a scaled score from 80 to 120"
    case .progress: "a progress score around 0"
    case .band: "a band from 1 to 5"
    case .pupils: "a number of pupils"
    case .average: "an average of points"
    case .rate: "a number for every 100 pupils"
    case .pounds: "an amount of pounds"
    case .times: "a number of times"
    case .grade: "a grade"
    }
  }
}
