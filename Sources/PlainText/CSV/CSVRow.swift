/// One row of a table as it was written: as many fields as it has, which may be fewer or more than others.
public struct CSVRow: Hashable, Sendable {
  /// The physical line on which the row starts; the first of a file is 1.
  public let line: Int
  /// The texts of the fields, without the quotes around them.
  public let fields: [String]

  /// A row.
  public init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

/// Something in a table that RFC 4180 does not allow. The row is given all the same.
public struct CSVProblem: Hashable, Sendable {
  /// What kind of problem.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A field begins with a quote that nothing closes; the quote was taken as text.
    case unclosedQuote
    /// Text follows the quote that closes a field; it was added to the field.
    case textAfterQuote
    /// The row contains a NUL character, which no text should.
    case nul
  }

  /// The physical line: of the opening quote, or on which the row starts.
  public var line: Int
  /// What kind of problem.
  public var kind: Kind

  /// A problem on a line.
  public init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  /// The problem in words.
  public var message: String {
    switch kind {
    case .unclosedQuote:
      "line \(line): a field opens with a double quote that is never closed; the quote was taken as text"
    case .textAfterQuote:
      "line \(line): text follows the closing double quote of a field; it was added to the field"
    case .nul:
      "line \(line): the row contains a NUL character; is this a text file?"
    }
  }
}
