import PlainText

/// A grid of styled cells: what a screen looks like, without a terminal. Drawing outside it does nothing.
public struct Canvas: Hashable, Sendable {
  /// One column of one row.
  public struct Cell: Hashable, Sendable {
    /// One character of width 1 or 2 that is safe to show; `""` is the right half of a wide one.
    public var text: String
    /// How it is drawn.
    public var style: Style

    /// Makes a cell.
    public init(_ text: String = " ", _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// How large the canvas is.
  public let size: TerminalSize
  /// Where the terminal's cursor goes; always inside the canvas.
  public private(set) var cursor: CellPlace?
  /// Whether the cursor marks a place in text being typed; otherwise it only tells screen readers and magnifiers
  /// which item is chosen.
  public private(set) var cursorIsText = false
  private var cells: [Cell]

  /// Makes an empty canvas.
  public init(_ size: TerminalSize) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The cell at a place; a blank one outside the canvas.
  public subscript(row: Int, column: Int) -> Cell {
    guard contains(row, column) else { return Cell() }
    return cells[row * size.columns + column]
  }

  /// The cells of one row; none outside the canvas. For drivers that skip rows which did not change.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts the cursor at the nearest cell of the canvas, or nowhere when there is none.
  public mutating func placeCursor(row: Int, column: Int, isText: Bool) {
    guard size.rows > 0, size.columns > 0 else { return }
    cursor = CellPlace(row: min(max(0, row), size.rows - 1), column: min(max(0, column), size.columns - 1))
    cursorIsText = isText
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && column >= 0 && row < size.rows && column < size.columns
  }
}

extension Canvas {
  /// Writes a line in at most `width` columns, with `…` where it is cut; returns the column after it.
  @discardableResult
  public mutating func put(_ line: Line, row: Int, column: Int, width: Int = .max) -> Int {
    let start = min(max(column, 0), size.columns)
    guard row >= 0, row < size.rows, width > 0 else { return start }
    var next = start
    for span in line.clipped(to: min(width, size.columns - start)).spans {
      next = write(span.text, span.style, row: row, column: next)
    }
    return next
  }

  /// Writes text in one style in at most `width` columns; characters that a terminal would obey are made visible.
  @discardableResult
  public mutating func put(
    _ text: String, _ style: Style = .plain, row: Int, column: Int, width: Int = .max
  ) -> Int {
    put(Line(text, style), row: row, column: column, width: width)
  }

  /// Fills part of a row with one character of width 1.
  public mutating func fill(
    row: Int, column: Int = 0, width: Int = .max, with text: String = " ", style: Style = .plain
  ) {
    guard row >= 0, row < size.rows, width > 0 else { return }
    let start = min(max(column, 0), size.columns)
    for column in start..<start + min(width, size.columns - start) {
      set(Cell(text, style), row, column)
    }
  }

  /// Changes the style of cells that are already drawn.
  public mutating func restyle(row: Int, column: Int, width: Int, _ change: (Style) -> Style) {
    guard row >= 0, row < size.rows, width > 0 else { return }
    let start = min(max(column, 0), size.columns)
    for column in start..<start + min(width, size.columns - start) {
      let index = row * size.columns + column
      cells[index].style = change(cells[index].style)
    }
  }

  /// Draws another canvas onto this one with its top left cell at a place; its cursor comes with it.
  public mutating func place(_ other: Canvas, row: Int, column: Int) {
    for from in 0..<other.size.rows {
      for (offset, cell) in other.row(from).enumerated() where contains(row + from, column + offset) {
        set(cell, row + from, column + offset)
      }
    }
    if let cursor = other.cursor {
      placeCursor(row: row + cursor.row, column: column + cursor.column, isText: other.cursorIsText)
    }
  }

  private mutating func write(_ text: String, _ style: Style, row: Int, column: Int) -> Int {
    var column = column
    for character in text {
      let shown = character.isASCII ? String(character) : SafeText.cell(character)
      let width = DisplayWidth.of(shown)
      guard width > 0, column + width <= size.columns else { continue }
      set(Cell(shown, style), row, column)
      for half in 1..<max(1, width) where column + half < size.columns {
        set(Cell("", style), row, column + half)
      }
      column += width
    }
    return column
  }

  /// Sets a cell; half of a wide character that is overwritten leaves a blank, never a half.
  private mutating func set(_ cell: Cell, _ row: Int, _ column: Int) {
    let index = row * size.columns + column
    if cells[index].text.isEmpty, column > 0, !cell.text.isEmpty { cells[index - 1].text = " " }
    if column + 1 < size.columns, cells[index + 1].text.isEmpty { cells[index + 1].text = " " }
    cells[index] = cell
  }
}
