import FieldbookModel

/// A chart as SVG: a line for each series, told apart by dashes and shapes, broken where there is no value.
struct HTMLChart {
  private let chart: ReportChart
  private let number: Int
  private let low: Double
  private let high: Double
  private let step: Double

  private static let size = (width: 360.0, height: 230.0)
  private static let plot = (left: 38.0, right: 340.0, top: 34.0, bottom: 200.0)

  /// A chart, the n-th of its page. Its scale comes from what is shown and from nothing else.
  init(_ chart: ReportChart, number: Int) {
    self.chart = chart
    self.number = number
    let values = chart.series.flatMap { $0.values.compactMap { $0 } }
    let ends = chart.bounds ?? HTMLChart.bounds(of: values)
    step = HTMLChart.step(for: ends.upperBound - ends.lowerBound)
    low = (ends.lowerBound / step).rounded(.down) * step
    high = max(low + step, (ends.upperBound / step).rounded(.up) * step)
  }

  private static func bounds(of values: [Double]) -> ClosedRange<Double> {
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    let margin = max((high - low) * 0.2, 0.5)
    return (low - margin)...(high + margin)
  }

  /// A round number that makes four to eight steps of a span.
  private static func step(for span: Double) -> Double {
    var unit = 0.1
    while unit * 100 <= span { unit *= 10 }
    for factor in [1.0, 2, 2.5, 5, 10, 20, 50] where span / (unit * factor) <= 6 { return unit * factor }
    return span
  }

  var svg: String {
    let title = "chart-\(number)-title"
    let words = "chart-\(number)-words"
    return """
      <svg viewBox="0 0 \(Self.plain(Self.size.width)) \(Self.plain(Self.size.height))" role="img" \
      aria-labelledby="\(title) \(words)">
      <title id="\(title)">\(HTMLText.escaped(chart.title))</title>
      <desc id="\(words)">\(HTMLText.escaped(chart.sentences))</desc>
      \(key)\(scale)\(yearNames)\(lines)</svg>

      """
  }

  /// Which line is whose, above the plot.
  private var key: String {
    var key = ""
    var x = Self.plot.left
    for (index, line) in chart.series.enumerated() {
      let style = min(index, 2)
      key += "<path class=\"l\(style)\" d=\"M\(Self.plain(x)) 12H\(Self.plain(x + 30))\"/>"
      key += dot(style, x: x + 15, y: 12)
      key += "<text x=\"\(Self.plain(x + 36))\" y=\"16\">\(HTMLText.escaped(line.name))</text>\n"
      x += 36 + 7.2 * Double(line.name.count) + 14
    }
    return key
  }

  private var scale: String {
    var scale = ""
    var value = low
    while value <= high + step / 2 {
      let y = Self.plain(height(of: value))
      scale +=
        "<path class=\"scale\" d=\"M\(Self.plain(Self.plot.left)) \(y)H\(Self.plain(Self.plot.right))\"/>"
      let label = NumberText.plain((value * 10).rounded() / 10) + chart.suffix
      scale += "<text x=\"\(Self.plain(Self.plot.left - 6))\" y=\"\(Self.plain(height(of: value) + 4))\""
      scale += " text-anchor=\"end\">\(HTMLText.escaped(label))</text>\n"
      value += step
    }
    return scale
  }

  private var yearNames: String {
    chart.years.enumerated().map { index, year in
      "<text x=\"\(Self.plain(place(of: index)))\" y=\"\(Self.plain(Self.plot.bottom + 20))\" "
        + "text-anchor=\"middle\">\(HTMLText.escaped(year))</text>\n"
    }.joined()
  }

  /// The lines, the school's on top of the others, with its numbers.
  private var lines: String {
    chart.series.enumerated().reversed().map { index, line in
      let style = min(index, 2)
      let points = line.values.enumerated().map { year, value in
        value.map { (x: place(of: year), y: height(of: $0), text: $0) }
      }
      let path = Self.path(points.map { point in point.map { ($0.x, $0.y) } })
      var svg = path.isEmpty ? "" : "<path class=\"l\(style)\" d=\"\(path)\"/>\n"
      for point in points.compactMap({ $0 }) { svg += dot(style, x: point.x, y: point.y) }
      guard index == 0 else { return svg + "\n" }
      for point in points.compactMap({ $0 }) {
        let y = point.y > Self.plot.top + 18 ? point.y - 9 : point.y + 19
        svg +=
          "<text class=\"value\" x=\"\(Self.plain(point.x))\" y=\"\(Self.plain(y))\" text-anchor=\"middle\">"
        svg += HTMLText.escaped(Self.plain(point.text) + chart.suffix) + "</text>"
      }
      return svg + "\n"
    }.joined()
  }

  /// A line through neighbours that both have a value.
  private static func path(_ points: [(Double, Double)?]) -> String {
    var path = ""
    var isDrawing = false
    for (index, point) in points.enumerated() {
      guard let point else {
        isDrawing = false
        continue
      }
      let hasNext = points.indices.contains(index + 1) && points[index + 1] != nil
      if isDrawing || hasNext { path += (isDrawing ? "L" : "M") + "\(plain(point.0)) \(plain(point.1))" }
      isDrawing = true
    }
    return path
  }

  private func dot(_ style: Int, x: Double, y: Double) -> String {
    let (px, py) = (Self.plain(x), Self.plain(y))
    switch style {
    case 0: return "<circle class=\"d0\" cx=\"\(px)\" cy=\"\(py)\" r=\"5\"/>"
    case 1:
      return
        "<rect class=\"d1\" x=\"\(Self.plain(x - 4))\" y=\"\(Self.plain(y - 4))\" width=\"8\" height=\"8\"/>"
    default:
      let points = [(x, y - 6), (x + 5.5, y + 4), (x - 5.5, y + 4)]
      return "<polygon class=\"d2\" points=\""
        + points.map { "\(Self.plain($0.0)),\(Self.plain($0.1))" }.joined(separator: " ") + "\"/>"
    }
  }

  private func place(of year: Int) -> Double {
    let width = Self.plot.right - Self.plot.left
    return Self.plot.left + width * (Double(year) + 0.5) / Double(max(1, chart.years.count))
  }

  private func height(of value: Double) -> Double {
    Self.plot.bottom - (value - low) / (high - low) * (Self.plot.bottom - Self.plot.top)
  }

  private static func plain(_ number: Double) -> String {
    let rounded = (number * 10).rounded() / 10
    return rounded == rounded.rounded() ? NumberText.plain(rounded) : NumberText.fixed(rounded, decimals: 1)
  }
}
