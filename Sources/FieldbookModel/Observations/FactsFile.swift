/// One imported source as it is kept: columns of cells with where each came from. Never edited.
///
/// Rows and cells may lie in storage and be read only when somebody asks for them: a school's page needs a dozen
/// columns of two files, and a workspace may hold thirty-six files of two hundred.
public struct FactsFile: Hashable, Sendable {
  /// Where it came from.
  public struct Source: Hashable, Sendable {
    /// The file's name, without folders.
    public var file: String
    /// SHA-256 of its bytes, hexadecimal.
    public var sha256: String
    /// `UTF-8`, `UTF-8 with BOM` or `Windows-1252`.
    public var encoding: String
    /// When it was first imported.
    public var importedAt: Instant
    /// The day its figures stand for, if that is known.
    public var asAt: CalendarDate?
    /// The mapping that read it, `ks2-final-1`.
    public var mapping: String
    /// `provisional`, `revised` or `final`; of what schools return themselves `returned` or `target`.
    public var status: String
    /// Why targets, predictions or flight paths were read; nil where there are none.
    public var because: String?
    /// Out of which publication its figures are quoted; nil where the file is itself what was published.
    public var citation: Citation?

    /// A source; see the properties.
    public init(
      file: String, sha256: String, encoding: String, importedAt: Instant, asAt: CalendarDate?,
      mapping: String,
      status: String, because: String? = nil, citation: Citation? = nil
    ) {
      self.file = file
      self.sha256 = sha256
      self.encoding = encoding
      self.importedAt = importedAt
      self.asAt = asAt
      self.mapping = mapping
      self.status = status
      self.because = because
      self.citation = citation
    }
  }

  /// What a row is about.
  public enum Subject: Hashable, Sendable {
    /// A school, under the URN in its row, with the later URN the row names.
    case school(URN, later: URN?)
    /// A local authority, by its code.
    case la(String)
    /// All schools of England.
    case england
    /// The state-funded schools of England.
    case englandState
    /// Those of England's state-funded schools that are of one kind.
    case englandKind(SchoolKind)
  }

  /// One cell, able to be shown as it stood.
  public enum Cell: Hashable, Sendable {
    /// A number written as the column's numbers are.
    case number(Double)
    /// A number written otherwise, with its text.
    case numberAs(Double, String)
    /// A code or any other text; blanks included (`""`, `" "`).
    case text(String)
    /// The row ended before this column.
    case absent
  }

  /// What a column's cells are of the measure.
  public enum Part: String, Hashable, Sendable {
    /// The value itself.
    case value
    /// The lower end of its 95 % confidence interval.
    case lower
    /// The upper end.
    case upper
    /// Text of the register.
    case text
    /// The physical line on which the values of other columns stand, in a table that has many rows for one school.
    case line
  }

  /// One column.
  public struct Column: Hashable, Sendable {
    /// The measure's id, or for a register the field's (`register.name`).
    public var measure: String
    /// The group it speaks of.
    public var group: PupilGroup
    /// The year its values belong to; nil in a register.
    public var period: AcademicYear?
    /// The half-term of that year they belong to, if to one.
    public var halfTerm: HalfTerm.Part?
    /// What its cells are of the measure.
    public var part: Part
    /// The header as written in the file.
    public var header: String
    /// How its numbers end, `%` or nothing.
    public var suffix: String
    /// The place of the column that says how many pupils the values rest on.
    public var countColumn: Int?
    /// The place of the column that says how many were on roll.
    public var rollColumn: Int?
    /// The places of the columns with the ends of the confidence interval.
    public var lowerColumn: Int?
    /// See `lowerColumn`.
    public var upperColumn: Int?
    /// The place of the column that says on which line each value stands, where that is not the row's own line. Where
    /// that one has no number, the file has no such value at all.
    public var lineColumn: Int?
    /// A cell for each row.
    public var cells: Cells

    /// A column; see the properties.
    public init(
      measure: String, group: PupilGroup = .all, period: AcademicYear? = nil,
      halfTerm: HalfTerm.Part? = nil, part: Part = .value, header: String,
      suffix: String = "", countColumn: Int? = nil, rollColumn: Int? = nil, lowerColumn: Int? = nil,
      upperColumn: Int? = nil, lineColumn: Int? = nil, cells: [Cell] = []
    ) {
      self.measure = measure
      self.group = group
      self.period = period
      self.halfTerm = halfTerm
      self.part = part
      self.header = header
      self.suffix = suffix
      self.countColumn = countColumn
      self.rollColumn = rollColumn
      self.lowerColumn = lowerColumn
      self.upperColumn = upperColumn
      self.lineColumn = lineColumn
      self.cells = Cells(cells)
    }
  }

  /// The format it was recognised as: `gias`, `ks2`.
  public var format: String
  /// The academic year it reports on; nil for a register.
  public var period: AcademicYear?
  /// The half-term of that year it reports on, if on one.
  public var halfTerm: HalfTerm.Part?
  /// Where it came from.
  public var source: Source
  /// What each row is about, where it belongs and where it stands.
  public var rows: Rows
  /// The columns.
  public var columns: [Column]
  /// What the schools of a register are found by, where it was kept ready.
  public var readySearch: (any StoredSearch)?

  /// A facts file; see the properties.
  public init(
    format: String, period: AcademicYear?, halfTerm: HalfTerm.Part? = nil, source: Source,
    subjects: [Subject], authorities: [String], lines: [Int], columns: [Column]
  ) {
    self.format = format
    self.period = period
    self.halfTerm = halfTerm
    self.source = source
    rows = Rows(subjects: subjects, authorities: authorities, lines: lines)
    self.columns = columns
  }

  /// A facts file whose rows and columns are read when they are first asked for; see the properties.
  public init(
    format: String, period: AcademicYear?, halfTerm: HalfTerm.Part? = nil, source: Source, rows: Rows,
    columns: [Column], readySearch: (any StoredSearch)? = nil
  ) {
    self.format = format
    self.period = period
    self.halfTerm = halfTerm
    self.source = source
    self.rows = rows
    self.columns = columns
    self.readySearch = readySearch
  }

  /// What each row is about.
  public var subjects: [Subject] {
    get { rows.subjects }
    _modify { yield &rows.subjects }
  }

  /// The local authority each row belongs to, by code; empty for England's rows; of what schools return themselves the
  /// school, year group and subject (`ReturnScope`); of what is kept figure by figure whom and what it says
  /// (`FigureScope`).
  public var authorities: [String] {
    get { rows.authorities }
    _modify { yield &rows.authorities }
  }

  /// The physical line of the file on which each row starts; the header is 1.
  public var lines: [Int] {
    get { rows.lines }
    _modify { yield &rows.lines }
  }

  /// Whether two files say the same of the same source, wherever their rows and cells lie.
  public static func == (a: FactsFile, b: FactsFile) -> Bool {
    a.format == b.format && a.period == b.period && a.halfTerm == b.halfTerm && a.source == b.source
      && a.rows == b.rows
      && a.columns == b.columns
  }

  /// Hashes what the file is, not every cell of it.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(format)
    hasher.combine(period)
    hasher.combine(source)
  }

  /// When its figures were taken; nil in a register.
  public var when: Period? { period.map { Period(year: $0, part: halfTerm) } }

  /// What the file is about, whatever its layout: formats whose ids share what stands before a hyphen (`ks2`,
  /// `ks2-long`) speak of the same pupils.
  public var family: String { String(format.prefix { $0 != "-" }) }

  /// The physical line on which a value stands; nil where the file has no such value.
  public func line(column: Int, row: Int) -> Int? {
    guard let place = columns[column].lineColumn else { return lines[row] }
    if case .number(let line) = columns[place].cells[row] { return Int(line) }
    return nil
  }

  /// Whether the file has a value there, be it only a blank: a table with many rows for one school need not have all.
  public func has(column: Int, row: Int) -> Bool {
    columns[column].lineColumn == nil || line(column: column, row: row) != nil
  }

  /// A cell as it stood in the file; nil where the row had ended.
  public func raw(column: Int, row: Int) -> String? {
    switch columns[column].cells[row] {
    case .number(let number): NumberText.plain(number) + columns[column].suffix
    case .numberAs(_, let text), .text(let text): text
    case .absent: nil
    }
  }

  /// What a cell of a numeric column says, before it is known how many pupils there were.
  public func reading(column: Int, row: Int) -> Reading {
    switch columns[column].cells[row] {
    case .number(let number), .numberAs(let number, _): return .value(number)
    case .absent: return .missing(.missing)
    case .text(let text):
      if text.allSatisfy(\.isWhitespace) { return .missing(.missing) }
      return .missing(MissingReason(code: text) ?? .unrecognised)
    }
  }
}
