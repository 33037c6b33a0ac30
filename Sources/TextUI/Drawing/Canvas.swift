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
  private var slots: [CanvasSlot]

  /// Makes an empty canvas.
  public init(_ size: TerminalSize) {
    self.size = size
    slots = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at a place; a blank one outside the canvas.
  public subscript(row: Int, column: Int) -> Cell {
    guard contains(row, column) else { return Cell() }
    return slots[row * size.columns + column].cell
  }

  /// The cells of one row; none outside the canvas.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return slots[row * size.columns..<(row + 1) * size.columns].map(\.cell)[...]
  }

  /// Whether a row looks the same on another canvas of the same size: a driver need not send it again.
  public func hasSameRow(_ row: Int, as other: Canvas) -> Bool {
    guard size == other.size, row >= 0, row < size.rows else { return false }
    let range = row * size.columns..<(row + 1) * size.columns
    return slots[range] == other.slots[range]
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
      next = write(span, row: row, column: next)
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
    let slot = CanvasSlot(text, style)
    for column in start..<start + min(width, size.columns - start) { set(slot, row, column) }
  }

  /// Changes the style of cells that are already drawn.
  public mutating func restyle(row: Int, column: Int, width: Int, _ change: (Style) -> Style) {
    guard row >= 0, row < size.rows, width > 0 else { return }
    let start = min(max(column, 0), size.columns)
    for column in start..<start + min(width, size.columns - start) {
      let index = row * size.columns + column
      slots[index].style = change(slots[index].style)
    }
  }

  private mutating func write(_ span: Span, row: Int, column: Int) -> Int {
    if span.isASCII { return write(ascii: span.text, span.style, row: row, column: column) }
    var column = column
    if DisplayWidth.columnsIfUsual(span.text) != nil {
      for scalar in span.text.unicodeScalars.prefix(size.columns - column) {
        set(CanvasSlot(usual: scalar, span.style), row, column)
        column += 1
      }
      return column
    }
    for character in span.text {
      let slot = CanvasSlot(character, span.style)
      let width = slot.width
      guard width > 0, column + width <= size.columns else { continue }
      set(slot, row, column)
      if width > 1 { set(CanvasSlot.rightHalf(span.style), row, column + 1) }
      column += width
    }
    return column
  }

  /// Nearly all text is of this kind, and needs no look at what a character is.
  private mutating func write(ascii text: String, _ style: Style, row: Int, column: Int) -> Int {
    let count = min(text.utf8.count, size.columns - column)
    guard count > 0 else { return column }
    set(.blank, row, column)
    set(.blank, row, column + count - 1)
    var index = row * size.columns + column
    for byte in text.utf8.prefix(count) {
      slots[index] = CanvasSlot(ascii: byte, style)
      index += 1
    }
    return column + count
  }

  /// Sets a cell; half of a wide character that is overwritten leaves a blank, never a half.
  private mutating func set(_ slot: CanvasSlot, _ row: Int, _ column: Int) {
    let index = row * size.columns + column
    if slots[index].isRightHalf, column > 0, !slot.isRightHalf { slots[index - 1].makeBlank() }
    if column + 1 < size.columns, slots[index + 1].isRightHalf { slots[index + 1].makeBlank() }
    slots[index] = slot
  }
}
