/// A value for each of some years, of several of whom one is the school: a line each, broken where there is no value.
///
/// It is given only what may be shown. What is hidden and what is missing look alike in it: nothing is drawn.
public struct ReportChart: Hashable, Sendable {
  /// One line.
  public struct Series: Hashable, Sendable {
    /// Whose values they are.
    public var name: String
    /// A value for each year; nil where there is none to show.
    public var values: [Double?]
    /// The same as the table beside it says it: the value, or the code of the reason why there is none.
    public var cells: [String]

    /// A line.
    public init(name: String, values: [Double?], cells: [String]) {
      self.name = name
      self.values = values
      self.cells = cells
    }
  }

  /// What it shows.
  public var title: String
  /// The years, oldest first.
  public var years: [String]
  /// The lines, the school's first.
  public var series: [Series]
  /// The ends of the scale when it has fixed ones, such as 0 and 100 for per cent.
  public var bounds: ClosedRange<Double>?
  /// What stands after a number of the scale, `%`.
  public var suffix: String

  /// A chart; see the properties.
  public init(
    title: String, years: [String], series: [Series], bounds: ClosedRange<Double>? = nil, suffix: String = ""
  ) {
    self.title = title
    self.years = years
    self.series = series
    self.bounds = bounds
    self.suffix = suffix
  }

  /// Whether there is anything to draw.
  public var isEmpty: Bool { series.allSatisfy { $0.values.allSatisfy { $0 == nil } } }

  /// The numbers in sentences, for who does not see the picture.
  public var sentences: String {
    series.map { line in
      let parts = zip(years, line.cells).map { "\($0) \($1 == "–" ? "no figure" : $1)" }
      return "\(line.name): \(parts.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  /// The numbers as a table, a row for each line.
  public var table: ReportTable {
    ReportTable(
      caption: title,
      columns: [ReportTable.Column("", .name)] + years.map { ReportTable.Column($0, .number) },
      rows: series.map { [$0.name] + $0.cells })
  }
}
