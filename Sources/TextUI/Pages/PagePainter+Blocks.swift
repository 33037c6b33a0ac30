extension PagePainter {
  mutating func paint(_ blocks: [Block], in area: Area) {
    var row = area.row
    let heights = BlockHeights.share(area.height, among: blocks, width: area.width)
    for (block, height) in zip(blocks, heights) where height > 0 {
      paint(block, in: Area(row: row, column: area.column, width: area.width, height: height))
      row += height
    }
  }

  private mutating func paint(_ block: Block, in area: Area) {
    switch block.content {
    case .lines(let lines): paint(lines, in: area)
    case .list(let list): paint(list, id: block.id, in: area)
    case .reading(let lines, let top): paint(reading: lines, top: top, id: block.id, in: area)
    case .table(let table): paint(table, id: block.id, in: area)
    case .form(let form): paint(form, id: block.id, in: area)
    case .rule(let title): paintRule(title, row: area.row, column: area.column, width: area.width)
    case .beside(let left, let right, let leftWidth): paint(left, right, leftWidth: leftWidth, in: area)
    }
  }

  func paintable(_ area: Area) -> Area {
    Area(row: area.row, column: area.column + 1, width: max(0, area.width - 2), height: area.height)
  }

  mutating func paint(_ lines: [Line], in area: Area) {
    let inner = paintable(area)
    for (offset, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line, row: inner.row + offset, column: inner.column, width: inner.width)
    }
  }

  private mutating func paint(_ left: [Block], _ right: [Block], leftWidth: Int, in area: Area) {
    let leftWidth = min(max(0, leftWidth), max(0, area.width - 20))
    let gap = min(1, area.width - leftWidth)
    var part = area
    part.width = leftWidth
    paint(left, in: part)
    for row in area.row..<area.row + area.height {
      canvas.fill(row: row, column: area.column + leftWidth, width: gap, with: "│", style: .quiet)
    }
    part.column = area.column + leftWidth + gap
    part.width = area.width - leftWidth - gap
    paint(right, in: part)
  }

  /// Says in words which row of how many has the cursor: who listens to a screen cannot see how long a list is.
  mutating func note(row: Int, of count: Int, height: Int) {
    let place = "\((row + 1).grouped) of \(count.grouped)"
    position = Position(words: "Row " + place, short: count > height ? place : "")
  }

  /// Says which lines of a text are in sight, if not all are.
  mutating func note(lines: Range<Int>, of count: Int) {
    guard lines.count < count else {
      position = Position()
      return
    }
    let last = "\(lines.upperBound.grouped) of \(count.grouped)"
    position = Position(words: "Lines \((lines.lowerBound + 1).grouped) to " + last, short: last)
  }
}

extension Int {
  /// Digits in threes, as English writes them: `24,000`.
  var grouped: String {
    let digits = Array(String(magnitude))
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
