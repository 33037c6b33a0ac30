/// A table in plain text, for reports and lists: columns under their titles, two spaces between them.
public struct TextTable: Sendable {
  /// A column: what stands over it and on which side its cells stand.
  public struct Column: Hashable, Sendable {
    /// What stands over the column.
    public var title: String
    /// Where cells stand in it; numbers belong on the right.
    public var alignment: TextAlignment

    /// A column.
    public init(_ title: String, alignment: TextAlignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The columns, from the left.
  public var columns: [Column]
  /// The cells of each row. A row may be shorter than the columns; what is longer is not shown.
  public var rows: [[String]]
  /// Whether a line parts the titles from the rows.
  public var isRuled = true

  /// A table.
  public init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The lines: titles, a rule if there is to be one, one line a row; without spaces at their ends.
  ///
  /// No line is wider than `width` columns, if one is given: the widest columns give way first. Cells are
  /// made safe to show.
  public func lines(width: Int? = nil) -> [String] {
    let titles = columns.map { SafeText.visible($0.title) }
    let cells = rows.map { row in row.prefix(columns.count).map { SafeText.visible($0) } }
    let widths = fitted(naturalWidths(titles, cells), to: width)
    let rule = widths.map { String(repeating: "─", count: $0) }
    return ((isRuled ? [titles, rule] : [titles]) + cells).map { line($0, widths: widths, limit: width) }
  }

  private func naturalWidths(_ titles: [String], _ cells: [[String]]) -> [Int] {
    var widths = titles.map { DisplayWidth.of($0) }
    for row in cells {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
    }
    return widths
  }

  /// Takes columns from whichever is widest, down to three, until all fit.
  private func fitted(_ widths: [Int], to limit: Int?) -> [Int] {
    guard let limit else { return widths }
    var widths = widths
    var excess = widths.reduce(2 * (widths.count - 1), +) - limit
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 3 {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], widths: [Int], limit: Int?) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += "  " }
      let clipped = cell.clipped(to: widths[index])
      line += clipped.padded(to: widths[index], alignment: columns[index].alignment)
    }
    if let limit { line = line.clipped(to: limit) }
    while line.last == " " { line.removeLast() }
    return line
  }
}
