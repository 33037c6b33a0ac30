/// A place in a text, for messages: both numbers count from 1.
public struct TextPlace: Hashable, Sendable, Comparable {
  /// The physical line. LF, CR and CR LF each end one.
  public var line: Int
  /// The character in the line, counted in Unicode scalars.
  public var column: Int

  /// A place; line and column count from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one place comes before another in the text.
  public static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Why a text is not JSON: the first thing that is wrong with it.
public struct JSONProblem: Error, Hashable, Sendable {
  /// Where the reader stood.
  public var place: TextPlace
  /// What is there, in words.
  public var found: String
  /// What may be there, in words.
  public var expected: String

  /// A problem at a place.
  public init(place: TextPlace, found: String, expected: String) {
    self.place = place
    self.found = found
    self.expected = expected
  }

  /// The whole in one sentence.
  public var message: String {
    "line \(place.line), column \(place.column): found \(found), expected \(expected)"
  }
}

extension JSONProblem: CustomStringConvertible {
  /// The same as `message`.
  public var description: String { message }
}
