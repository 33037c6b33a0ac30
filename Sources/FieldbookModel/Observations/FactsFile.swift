/// One imported source as it is kept: columns of cells with where each came from. Never edited.
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
    /// `provisional`, `revised` or `final`.
    public var status: String

    /// A source; see the properties.
    public init(
      file: String, sha256: String, encoding: String, importedAt: Instant, asAt: CalendarDate?,
      mapping: String,
      status: String
    ) {
      self.file = file
      self.sha256 = sha256
      self.encoding = encoding
      self.importedAt = importedAt
      self.asAt = asAt
      self.mapping = mapping
      self.status = status
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
  }

  /// One column.
  public struct Column: Hashable, Sendable {
    /// The measure's id, or for a register the field's (`register.name`).
    public var measure: String
    /// The group it speaks of.
    public var group: PupilGroup
    /// The year its values belong to; nil in a register.
    public var period: AcademicYear?
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
    /// A cell for each row.
    public var cells: [Cell]

    /// A column; see the properties.
    public init(
      measure: String, group: PupilGroup = .all, period: AcademicYear? = nil, part: Part = .value,
      header: String,
      suffix: String = "", countColumn: Int? = nil, rollColumn: Int? = nil, lowerColumn: Int? = nil,
      upperColumn: Int? = nil, cells: [Cell] = []
    ) {
      self.measure = measure
      self.group = group
      self.period = period
      self.part = part
      self.header = header
      self.suffix = suffix
      self.countColumn = countColumn
      self.rollColumn = rollColumn
      self.lowerColumn = lowerColumn
      self.upperColumn = upperColumn
      self.cells = cells
    }
  }

  /// The format it was recognised as: `gias`, `ks2`.
  public var format: String
  /// The academic year it reports on; nil for a register.
  public var period: AcademicYear?
  /// Where it came from.
  public var source: Source
  /// What each row is about.
  public var subjects: [Subject]
  /// The local authority each row belongs to, by code; empty for England's rows.
  public var authorities: [String]
  /// The physical line of the file on which each row starts; the header is 1.
  public var lines: [Int]
  /// The columns.
  public var columns: [Column]

  /// A facts file; see the properties.
  public init(
    format: String, period: AcademicYear?, source: Source, subjects: [Subject], authorities: [String],
    lines: [Int],
    columns: [Column]
  ) {
    self.format = format
    self.period = period
    self.source = source
    self.subjects = subjects
    self.authorities = authorities
    self.lines = lines
    self.columns = columns
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

/// Where a fact stands: file, line, column.
public struct FactPlace: Hashable, Sendable {
  /// The source the row came from.
  public let source: FactsFile.Source
  /// The physical line on which its row starts.
  public let line: Int
  /// The header of its column; empty when the whole row is meant.
  public let column: String

  /// A place; see the properties.
  public init(source: FactsFile.Source, line: Int, column: String) {
    self.source = source
    self.line = line
    self.column = column
  }
}

/// Numbers as files and pages write them, without any locale.
public enum NumberText {
  /// The shortest text that reads back as the number: `38`, `-0.3`, `101.25`.
  public static func plain(_ number: Double) -> String {
    guard number == number.rounded(), abs(number) < 1e15 else { return "\(number)" }
    return String(Int(number))
  }

  /// Rounded half away from zero to so many decimals (at most 6), all of them written: `0.3`, `62.0`.
  public static func fixed(_ number: Double, decimals: Int) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "\(number)" }
    let decimals = max(0, min(6, decimals))
    let scale = (0..<decimals).reduce(1.0) { result, _ in result * 10 }
    let units = Int((number * scale).rounded(.toNearestOrAwayFromZero))
    let digits = String(abs(units))
    let sign = units < 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(filled.dropLast(decimals)).\(filled.suffix(decimals))"
  }

  /// With thin groups of three digits: `24,000`.
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }
}
