import FieldbookModel
import PlainText
import TextUI

/// A scatter drawn in characters, with the words that go with it.
struct ScatterPlot: Sendable {
  let leftWidth: Int
  private let asked: MeasureRows
  private let used: SimilarSchools.UsedFeature
  private let points: [ScatterPoint]
  private let chosen: URN?
  private let frame: ScatterFrame
  private let cloud: ScatterCloud

  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let axisWidth = 7

  init(asked: MeasureRows, used: SimilarSchools.UsedFeature, points: [ScatterPoint], chosen: URN?) {
    self.asked = asked
    self.used = used
    self.points = points
    self.chosen = chosen
    let size = asked.context.size
    leftWidth = min(size.columns - 26, max(30, size.columns * 2 / 3))
    let comparisons = asked.context.orders.comparisons
    let xs = comparisons.spread(used.figure, of: asked.peers, asked.context.snapshot).figures
    let ys = comparisons.spread(asked.figure, of: asked.peers, asked.context.snapshot).figures
    let acrossUnit = asked.facts.catalogue[used.measure]?.unit
    frame = ScatterFrame(
      across: ScatterPlot.range(xs, acrossUnit), up: ScatterPlot.range(ys, asked.unit),
      columns: max(10, leftWidth - ScatterPlot.axisWidth - 4), rows: max(5, size.rows - 12))
    cloud = comparisons.cloud(
      across: used.figure, up: asked.figure, of: asked.peers, frame: frame, asked.context.snapshot)
  }

  /// From the lowest to the highest figure; a percentage never beyond 0 and 100.
  private static func range(_ figures: [Double], _ unit: Measure.Unit?) -> ClosedRange<Double> {
    guard let low = figures.first, let high = figures.last, high > low else {
      let only = figures.first ?? 0
      return (only - 1)...(only + 1)
    }
    let step = ScatterPlot.step((high - low) / 4)
    return ((low / step).rounded(.down) * step)...((high / step).rounded(.up) * step)
  }

  /// 1, 2 or 5 times a power of ten: ends of an axis that can be read.
  private static func step(_ rough: Double) -> Double {
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    return [5, 2, 1].map { $0 * power }.first { $0 <= rough } ?? power
  }

  // MARK: Lines

  /// The scatter, its outcome up the left side and the feature along the foot.
  var lines: [Line] {
    var cells = cloud.counts.map { row in row.map(ScatterPlot.sign) }
    for (index, point) in points.enumerated() where point.school.urn != chosen { place(point, index, &cells) }
    if let index = points.firstIndex(where: { $0.school.urn == chosen }) {
      place(points[index], index, &cells)
    }
    let rows = cells.enumerated().map { index, row in
      row.reduce(into: label(ofRow: index)) { $0 += Line($1.0, $1.1) }
    }
    return rows + [rule, ends]
  }

  private func place(_ point: ScatterPoint, _ index: Int, _ cells: inout [[(String, Style)]]) {
    let (column, row) = frame.cell(point.across, point.up)
    let isChosen = point.school.urn == chosen
    cells[row][column] = (letter(index), isChosen ? Style.accent.reversed : .accent)
  }

  private static func sign(_ count: Int) -> (String, Style) {
    switch count {
    case 0: (" ", .plain)
    case 1...2: (".", .quiet)
    case 3...9: (":", .quiet)
    default: ("#", .quiet)
    }
  }

  private func letter(_ index: Int) -> String {
    index < ScatterPlot.letters.count ? String(ScatterPlot.letters[index]) : "+"
  }

  private func label(ofRow row: Int) -> Line {
    let isEnd = row == 0 || row == frame.rows - 1
    let value = row == 0 ? frame.up.upperBound : frame.up.lowerBound
    let text = isEnd ? FigureText.value(rounded(value), asked.unit) : ""
    return Line(text, .quiet).padded(to: ScatterPlot.axisWidth - 1, alignment: .right) + Line(" │", .quiet)
  }

  private var rule: Line {
    Line(
      String(repeating: " ", count: ScatterPlot.axisWidth) + "└"
        + String(repeating: "─", count: frame.columns),
      .quiet)
  }

  private var ends: Line {
    let unit = asked.facts.catalogue[used.measure]?.unit
    let low = FigureText.value(rounded(frame.across.lowerBound), unit)
    let high = FigureText.value(rounded(frame.across.upperBound), unit)
    let title = used.feature.title
    let room = frame.columns - low.count - high.count
    let middle = String(title.prefix(max(0, room - 2)))
    let before = max(1, (room - middle.count) / 2)
    let after = max(1, room - middle.count - before)
    return Line(
      String(repeating: " ", count: ScatterPlot.axisWidth + 1) + low + String(repeating: " ", count: before)
        + middle + String(repeating: " ", count: after) + high, .quiet)
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  // MARK: Words

  /// One of our schools: its letter, its name, its two figures.
  func row(_ point: ScatterPoint, at index: Int) -> Line {
    let up = FigureText.value(point.up, asked.unit)
    let across = FigureText.value(point.across, asked.facts.catalogue[used.measure]?.unit)
    if asked.context.isSpoken {
      let n = point.n.map { " of \($0) pupils" } ?? ""
      return Line(
        "\(point.school.name): \(used.feature.title) \(across), \(asked.measure?.title ?? "") \(up)\(n)")
    }
    let figures = " \(across) \(up)"
    let room = max(6, asked.context.size.columns - leftWidth - 9 - figures.count)
    return Line("\(letter(index)) ", .accent) + Line(point.school.name).padded(to: room)
      + Line(figures, .quiet)
  }

  /// What the signs mean and whom the cloud is of.
  var foot: [Line] {
    let signs =
      asked.context.isSpoken ? "" : ". one or two schools, : three to nine, # ten or more; letters are ours. "
    let words =
      signs + "\(cloud.schools) \(asked.peers.words) of the files have both figures: "
      + "\(used.feature.words) \(used.year.text), "
      + "outcome \(asked.figure.year.text). \(chooseFeature)."
    return TextWrap.lines(words, width: max(20, asked.context.size.columns - 2)).map {
      Line(String($0), .quiet)
    }
  }

  private var chooseFeature: String {
    let keys = ["cursor.left", "cursor.right"].map { asked.context.key($0, on: .scatter) }
    return "\(keys[0]) and \(keys[1]) choose the feature"
  }

  /// The chosen school’s two figures.
  func status(_ point: ScatterPoint?) -> Line {
    guard let point else { return Line(chooseFeature, .quiet) }
    let across = FigureText.value(point.across, asked.facts.catalogue[used.measure]?.unit)
    let n = point.n.map { " of \($0) pupils" } ?? ""
    return Line(
      "\(point.school.name): \(used.feature.shortTitle) \(across), \(asked.measure?.shortTitle ?? "") "
        + FigureText.value(point.up, asked.unit) + n, .quiet)
  }
}
