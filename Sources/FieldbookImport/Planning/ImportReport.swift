import FieldbookModel

/// What was found in one file.
public struct ImportReport: Hashable, Sendable {
  /// How many schools' rows there were, and whose.
  public struct SchoolCounts: Hashable, Sendable {
    /// Rows of schools that were kept.
    public var kept = 0
    /// Those of our schools, under their own URN.
    public var matched = 0
    /// Those of our schools that were found only through the later URN the row names.
    public var viaPreviousUrn = 0
    /// The other schools', kept for comparison.
    public var comparators = 0

    /// No rows yet.
    public init() {}
  }

  /// How often observations have a number, or a reason for having none.
  public struct ValueCount: Hashable, Sendable {
    /// `number`, or the raw value of a `MissingReason`.
    public let name: String
    /// How often.
    public let count: Int

    /// A count.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// Something in the file that was not as it should be; the rest was read all the same.
  public struct Problem: Hashable, Sendable {
    /// The physical line on which the row starts.
    public let line: Int
    /// The header of the column, where one is to blame.
    public let column: String?
    /// What sort of problem: `unknown-token`, `duplicate-urn`… Does not change between versions.
    public let code: String
    /// The cell as it stands, where one is to blame.
    public let found: String?
    /// The problem in words.
    public let what: String

    /// A problem; see the properties.
    public init(line: Int, column: String? = nil, code: String, found: String? = nil, what: String) {
      self.line = line
      self.column = column
      self.code = code
      self.found = found
      self.what = what
    }
  }

  /// The file as it was given.
  public var path: String
  /// SHA-256 of its bytes, hexadecimal.
  public var sha256: String
  /// The format it was recognised as: `gias`, `ks2`.
  public var format: String
  /// The mapping that read it, `ks2-final-1`.
  public var mapping: String
  /// The academic years, or half-terms of them, that it speaks of, the earliest first; none for a register.
  public var periods: [Period]
  /// What it was written in.
  public var encoding: String
  /// Rows below the header, blank ones not counted.
  public var rows: Int
  /// Its schools.
  public var schools: SchoolCounts
  /// How many observations it holds.
  public var observations: Int
  /// What they are: `number` first, then the reasons in their usual order; those that do not occur are left out.
  public var values: [ValueCount]
  /// Headers of columns that were not read, in the file's order.
  public var columnsUnused: [String]
  /// The academic year, where it is one.
  public var period: AcademicYear? { periods.count == 1 ? periods[0].year : nil }
  /// The name of the trust's own mapping that read it; nil where a format of the program did.
  public var ownMapping: String?
  /// How many pupils of a list were counted, of whom nothing is kept; nil where the file is no such list.
  public var pupilsCounted: Int?
  /// What was wrong, line by line. After a thousand the rest is only counted, by a last one of code `more`.
  public var problems: [Problem]
}
