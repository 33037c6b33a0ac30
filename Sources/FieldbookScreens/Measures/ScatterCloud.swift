import FieldbookModel

/// The figures at the edges of a scatter and the room that it has on the screen.
struct ScatterFrame: Hashable, Sendable {
  let across: ClosedRange<Double>
  let up: ClosedRange<Double>
  let columns: Int
  let rows: Int

  /// The cell of the screen that two figures fall in; row 0 is the topmost.
  func cell(_ x: Double, _ y: Double) -> (column: Int, row: Int) {
    (
      ScatterFrame.place(x, across, columns),
      rows - 1 - ScatterFrame.place(y, up, rows)
    )
  }

  private static func place(_ value: Double, _ range: ClosedRange<Double>, _ cells: Int) -> Int {
    let span = max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
    let share = (value - range.lowerBound) / span
    return min(cells - 1, max(0, Int((share * Double(cells - 1)).rounded())))
  }
}

/// How many schools fall into each cell of a scatter.
struct ScatterCloud: Sendable {
  /// Counts by row and column, the topmost row first.
  let counts: [[Int]]
  /// Schools that have both figures.
  let schools: Int

  init(across: [URN: Double], up: [URN: Double], frame: ScatterFrame) {
    var counts = Array(repeating: Array(repeating: 0, count: frame.columns), count: frame.rows)
    var schools = 0
    for (urn, x) in across {
      guard let y = up[urn] else { continue }
      let (column, row) = frame.cell(x, y)
      counts[row][column] += 1
      schools += 1
    }
    self.counts = counts
    self.schools = schools
  }
}
