import PlainText

extension PagePainter {
  /// Rows that the page keeps for itself, however much there is to teach.
  private static let roomForPage = 3

  /// Draws a strip at the foot of an area, as far as there is room, and says what is left above it.
  mutating func paint(_ strip: Strip, at area: Area) -> Area {
    let lines = Self.lines(of: strip, width: area.width - 2)
    let height = min(lines.count + 1, area.height - Self.roomForPage)
    guard height > 1 else { return area }
    var rest = area
    rest.height -= height
    let top = rest.row + rest.height
    paintRule(strip.title, row: top, column: area.column, width: area.width)
    for (offset, line) in lines.prefix(height - 1).enumerated() {
      canvas.put(line, row: top + 1 + offset, column: area.column + 1, width: area.width - 2)
    }
    return rest
  }

  private static func lines(of strip: Strip, width: Int) -> [Line] {
    let indent = strip.rows.reduce(0) { $1.key.isEmpty ? $0 : max($0, DisplayWidth.of($1.key) + 2) }
    return strip.rows.flatMap { row -> [Line] in
      let start = row.key.isEmpty ? 0 : indent
      let texts = TextWrap.lines(row.title, width: max(10, width - start))
      return texts.enumerated().map { place, text in
        Line(place == 0 ? row.key : "", .key).padded(to: start) + Line(String(text))
      }
    }
  }
}
