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
