import FieldbookModel
import PlainText
import TextUI

/// How a measure's rows share the width: name, value, pupils, the line with the dot, and a count of schools.
struct MeasureLayout: Sendable {
  private let nameWidth: Int
  private let plotWidth: Int
  private let plot: DotPlot
  private let isSpoken: Bool
  private let better: Measure.Direction
  private let unit: Measure.Unit?
  private let rule: SmallGroups
  private let standings: [URN: Standing]

  private static let valueWidth = 7
  private static let countWidth = 5
  private static let standingWidth = 13

  init(_ asked: MeasureRows, _ rows: [MeasureRows.Row], columns: Int, isSpoken: Bool) {
    self.isSpoken = isSpoken
    better = asked.better
    unit = asked.unit
    rule = asked.context.snapshot.smallGroups
    nameWidth = min(34, max(14, columns / 4))
    plotWidth = max(
      8,
      columns - 6 - nameWidth - MeasureLayout.valueWidth - MeasureLayout.countWidth - 2
        - MeasureLayout.standingWidth)
    let spread = asked.spread
    let england = asked.england?.reading.value
    let ends = rows.flatMap { row in
      [row.value, row.observation?.lower, row.observation?.upper].compactMap(\.self)
    }
    let half = spread.quantile(0.25).flatMap { low in spread.quantile(0.75).map { low...$0 } }
    let comparators = [england, half?.lowerBound, half?.upperBound].compactMap(\.self)
    plot = DotPlot(
      range: DotPlot.range(of: ends + comparators, unit: asked.unit), width: plotWidth,
      middleHalf: spread.figures.count >= 8 ? half : nil, england: england)
    standings = rows.reduce(into: [:]) { found, row in found[row.school.urn] = asked.standing(row) }
  }

  /// The heads of the columns, with the ends of the line.
  var heads: [Line] {
    if isSpoken { return [] }
    let axis = plot.axis { [unit] in FigureText.value(($0 * 10).rounded() / 10, unit) }
    return [
      Line("  School", .heading).padded(to: nameWidth + 2)
        + Line("Value", .heading).padded(to: MeasureLayout.valueWidth, alignment: .right)
        + Line("n", .heading).padded(to: MeasureLayout.countWidth, alignment: .right) + Line("  ") + axis
        + Line(better == .neither ? "higher than" : "better than", .heading).padded(
          to: MeasureLayout.standingWidth, alignment: .right)
    ]
  }

  /// A school’s row.
  func line(_ row: MeasureRows.Row) -> Line {
    if isSpoken { return spoken(row) }
    let observation = row.observation
    let hasCount = row.value != nil || observation?.n != nil
    return Line("  " + row.school.name).padded(to: nameWidth + 2)
      + FigureText.cell(observation, unit).padded(to: MeasureLayout.valueWidth, alignment: .right)
      + (hasCount ? FigureText.count(observation, rule: rule) : Line()).padded(
        to: MeasureLayout.countWidth, alignment: .right)
      + Line("  ") + plot.line(value: row.value, lower: observation?.lower, upper: observation?.upper)
      + standing(row).padded(to: MeasureLayout.standingWidth, alignment: .right)
  }

  private func standing(_ row: MeasureRows.Row) -> Line {
    guard let standing = standings[row.school.urn], standing.others > 0 else { return Line() }
    return Line("\(standing.below) of \(standing.others)", .quiet)
  }

  private func spoken(_ row: MeasureRows.Row) -> Line {
    var words = row.school.name + ": "
    if let value = row.value {
      words += FigureText.value(value, unit)
      if let n = row.observation?.n { words += " of \(n) pupils" }
      if let lower = row.observation?.lower, let upper = row.observation?.upper {
        words += ", 95% interval \(FigureText.signed(lower)) to \(FigureText.signed(upper))"
      }
    } else {
      words += row.observation?.absence ?? "no row in the files"
    }
    if let standing = standings[row.school.urn], standing.others > 0 {
      words += ", " + standing.words(better)
    }
    return Line(words)
  }
}
