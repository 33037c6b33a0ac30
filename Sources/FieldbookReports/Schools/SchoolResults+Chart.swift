import FieldbookModel

extension SchoolResults {
  /// One measure of all pupils over the years, the school's beside the local authority's and England's; nil where the
  /// school has no value that may be shown.
  mutating func chart(of id: String) -> ReportChart? {
    guard let measure = facts.catalogue[id] else { return nil }
    let own = years.map { seen(.school(school), id, .all, $0) }
    let local = years.map { seen(.la(authority), id, .all, $0) }
    let england = years.map { self.england(id, .all, $0) }
    let series = [
      ReportChart.Series(
        name: "School", values: own.map(Self.value), cells: own.map { ResultCell.text($0, measure) }),
      ReportChart.Series(
        name: "LA", values: local.map(Self.value),
        cells: local.map { ResultCell.comparison($0, measure) }),
      ReportChart.Series(
        name: "England", values: england.map(Self.value),
        cells: england.map { ResultCell.comparison($0, measure) }),
    ]
    let suffix = measure.unit == .percent ? "%" : ""
    let chart = ReportChart(
      title: measure.title, years: years.map(\.text), series: series, bounds: Self.bounds(of: measure.unit),
      suffix: suffix)
    return series[0].values.allSatisfy { $0 == nil } ? nil : chart
  }

  private static func value(_ observation: Observation?) -> Double? { observation?.reading.value }

  /// The ends of a scale that has them.
  private static func bounds(of unit: Measure.Unit) -> ClosedRange<Double>? {
    switch unit {
    case .percent: 0...100
    case .scaledScore: 80...120
    default: nil
    }
  }
}
