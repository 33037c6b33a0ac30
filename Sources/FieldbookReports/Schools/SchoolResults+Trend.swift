import FieldbookModel
import PlainText

extension SchoolResults {
  /// The most years that are drawn, those between that have no figures among them.
  private static let mostYears = 6
  /// The columns that a line of text has.
  private static let lineWidth = 80

  /// The table of those measures with bars for the years in a last column, where there are three and the line has room.
  mutating func measuresWithTrend(_ ids: [String]) -> ReportTable {
    var table = measures(ids)
    let trends = ids.compactMap { id in facts.catalogue[id].flatMap { trend($0) } }
    guard trends.count == table.rows.count, trends.contains(where: { !$0.isEmpty }) else { return table }
    let widths = table.columns.indices.map { column in
      ([column == 0 ? stage.title : table.columns[column].title] + table.rows.map { $0[column] })
        .map { DisplayWidth.of($0) }.max() ?? 0
    }
    let room = max(5, trends.map(\.count).max() ?? 0)
    guard (widths + [room]).reduce(2 * widths.count, +) <= SchoolResults.lineWidth else { return table }
    table.columns.append(ReportTable.Column("Trend", .text))
    for index in table.rows.indices { table.rows[index].append(trends[index]) }
    return table
  }

  /// The bars of a measure over the years; nil where it has no row.
  private mutating func trend(_ measure: Measure) -> String? {
    guard let first = years.first, let last = years.last else { return nil }
    var known: [AcademicYear: Observation] = [:]
    for year in years { known[year] = seen(.school(school), measure.id, .all, year) }
    guard !known.isEmpty else { return nil }
    guard last.start - first.start < SchoolResults.mostYears else { return "" }
    let values = (first.start...last.start).map { known[AcademicYear(start: $0)]?.reading.value }
    return TrendBars.text(values, least: TrendBars.least(measure))
  }
}
