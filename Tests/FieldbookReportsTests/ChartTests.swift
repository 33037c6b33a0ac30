import FieldbookModel
import SeededRandom
import Testing

@testable import FieldbookReports

@Suite struct ChartTests {
  private func drawn(_ facts: Facts, isFull: Bool = false) -> ReportChart? {
    let document = SchoolReport(
      school: Invented.school, actions: [], reviews: [], facts: facts, rule: SmallGroups(), now: Invented.now,
      isFull: isFull
    ).document()
    return document.blocks.lazy.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }.first
  }

  @Test func theSchoolStandsBesideItsAuthorityAndEngland() throws {
    let chart = try #require(drawn(Invented.facts()))
    #expect(chart.years == ["2016/17", "2017/18"])
    #expect(chart.series.map(\.name) == ["School", "LA", "England"])
    #expect(chart.series[0].values == [70, 83])
    #expect(chart.series[1].values == [64, 64])
    #expect(chart.sentences.hasPrefix("School: 2016/17 70% of 30, 2017/18 83% of 12."))
  }

  @Test func aHiddenYearIsAGapAndLeavesNoTrace() throws {
    func few(_ value: String) -> Facts {
      Invented.facts(Invented.small.mapValues { (before: $0.before, now: (min($0.now.0, 5), value)) })
    }
    let chart = try #require(drawn(few("42")))
    #expect(chart.series[0].values == [70, nil])
    #expect(chart.series[0].cells == ["70% of 30", "c"])
    // The picture is the same whatever is hidden.
    let pictures = Set(
      ["0", "42", "97", "100"].compactMap { drawn(few($0)) }.map { HTMLChart($0, number: 1).svg })
    #expect(pictures.count == 1)
    #expect(drawn(few("42"), isFull: true)?.series[0].values == [70, 42])
  }

  @Test func whatIsMissingIsDrawnNowhereAndLeastOfAllAtNought() {
    let chart = ReportChart(
      title: "T", years: ["a", "b", "c", "d"],
      series: [
        ReportChart.Series(name: "School", values: [50, nil, 60, 70], cells: ["50%", "–", "60%", "70%"])
      ],
      bounds: 0...100, suffix: "%")
    let svg = HTMLChart(chart, number: 1).svg
    // One dot a value and one in the key; one line, between the neighbours.
    #expect(svg.split(separator: "<circle").count - 1 == 4)
    #expect(svg.split(separator: "class=\"l0\"").count - 1 == 2)
    let line = svg.split(separator: "\n").last { $0.contains("class=\"l0\"") } ?? ""
    #expect(line.filter { $0 == "M" }.count == 1 && line.filter { $0 == "L" }.count == 1)
    #expect(svg.contains("School: a 50%, b no figure, c 60%, d 70%."))
  }

  @Test func withoutAnyValueThereIsNoPicture() {
    let few = Invented.small.mapValues { _ in (before: (3, "50"), now: (3, "50")) }
    #expect(drawn(Invented.facts(few)) == nil)
    #expect(drawn(.none) == nil)
  }

  @Test func everyLineHasItsOwnDashAndShape() throws {
    let svg = HTMLChart(try #require(drawn(Invented.facts())), number: 3).svg
    for mark in [
      "<circle class=\"d0\"", "<rect class=\"d1\"", "<polygon class=\"d2\"", "id=\"chart-3-title\"",
    ] {
      #expect(svg.contains(mark))
    }
    #expect(svg.contains("role=\"img\"") && svg.contains("<title") && svg.contains("<desc"))
  }

  /// Whatever the values are, all that is drawn lies inside the picture.
  @Test func everythingIsDrawnInsideThePicture() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let scales: [Double] = [0.1, 1, 40, 1000]
      let scale = scales.randomElement(using: &random) ?? 1
      let values = (0..<3).map { _ -> Double? in
        Bool.random(using: &random) ? nil : Double.random(in: -scale...scale, using: &random)
      }
      let chart = ReportChart(
        title: "T", years: ["a", "b", "c"],
        series: [ReportChart.Series(name: "School", values: values, cells: ["", "", ""])])
      guard !chart.isEmpty else { continue }
      for piece in HTMLChart(chart, number: 1).svg.split(separator: "cy=\"").dropFirst() {
        let y = try #require(Double(piece.prefix { $0 != "\"" }))
        #expect((0...230).contains(y))
      }
    }
  }
}
