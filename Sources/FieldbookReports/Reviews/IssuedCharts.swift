extension ReportDocument {
  /// Draws again what was drawn when the report was signed, from the numbers that stand in its words.
  ///
  /// A chart stands in a text as its title and a table: the school, the authority and England, each by year. A text
  /// that was signed before charts stood in texts has the authority and England of the latest year alone.
  mutating func addCharts() {
    var drawn: [ReportBlock] = []
    for block in blocks {
      if case .table(let table) = block, case .paragraph(let title)? = drawn.last,
        let chart = ReportChart(title: title.plain, byYear: table)
      {
        drawn[drawn.count - 1] = .chart(chart)
      } else {
        drawn.append(block)
      }
    }
    let hasCharts = drawn.contains { if case .chart = $0 { true } else { false } }
    blocks = drawn
    if !hasCharts { addChartOfFirstRow() }
  }

  /// A picture of the first row of the first table of years.
  private mutating func addChartOfFirstRow() {
    for (place, block) in blocks.enumerated() {
      guard case .table(let table) = block, let chart = ReportChart(firstRowOf: table) else { continue }
      blocks.insert(.chart(chart), at: place)
      return
    }
  }
}

extension ReportChart {
  /// A chart out of the table that stands for it in a text; nil where a table is none.
  fileprivate init?(title: String, byYear table: ReportTable) {
    let years = table.columns.dropFirst().map(\.title)
    guard table.columns.first?.title.isEmpty == true, !years.isEmpty,
      years.allSatisfy({ $0.contains("/") }),
      table.rows.map({ $0.first ?? "" }) == ["School", "LA", "England"]
    else { return nil }
    let isPercent = table.rows.contains { $0.contains { ReportChart.percent($0) != nil } }
    let series = table.rows.map { row -> Series in
      let cells = Array(row.dropFirst())
      return Series(
        name: row[0], values: cells.map(isPercent ? ReportChart.percent : ReportChart.number), cells: cells)
    }
    self.init(
      title: title, years: years, series: series, bounds: isPercent ? 0...100 : nil,
      suffix: isPercent ? "%" : "")
    if isEmpty { return nil }
  }

  /// The first row of a table of years, with the local authority and England beside the latest; nil when it has no
  /// percentages to draw.
  fileprivate init?(firstRowOf table: ReportTable) {
    let years = table.columns.enumerated().filter { $0.element.title.contains("/") }
    guard let row = table.rows.first, row.count == table.columns.count, let title = row.first,
      years.count >= 2
    else { return nil }
    let beside: [Series] = ["LA", "England"].compactMap { name in
      guard let place = table.columns.firstIndex(where: { $0.title == name }) else { return nil }
      let before = years.count - 1
      return Series(
        name: name, values: Array(repeating: nil, count: before) + [ReportChart.percent(row[place])],
        cells: Array(repeating: "–", count: before) + [row[place]])
    }
    let own = Series(
      name: "School", values: years.map { ReportChart.percent(row[$0.offset]) },
      cells: years.map { row[$0.offset] })
    self.init(
      title: title, years: years.map(\.element.title), series: [own] + beside, bounds: 0...100, suffix: "%")
    if own.values.allSatisfy({ $0 == nil }) { return nil }
  }

  /// The number before a per cent sign, `63% of 57`.
  private static func percent(_ cell: String) -> Double? {
    guard let sign = cell.firstIndex(of: "%") else { return nil }
    return Double(cell[..<sign])
  }

  /// The number that a cell begins with, `46.1 (180)`; nil for a code.
  private static func number(_ cell: String) -> Double? {
    cell.split(separator: " ").first.flatMap { Double($0) }
  }
}
