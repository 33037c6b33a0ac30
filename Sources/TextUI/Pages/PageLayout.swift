import PlainText

/// Lays a page out on a canvas.
public enum PageLayout {
  /// The smallest screen that a page is drawn on.
  public static let minimumSize = TerminalSize(columns: 40, rows: 8)

  /// Draws a page. The memory says where blocks were scrolled to, and learns where they are now; on a screen that
  /// is too small it stays as it was.
  public static func draw(_ page: Page, size: TerminalSize, memory: inout ScrollMemory) -> Canvas {
    guard size.columns >= minimumSize.columns, size.rows >= minimumSize.rows else { return tooSmall(size) }
    var painter = PagePainter(size: size, memory: memory)
    painter.paint(page)
    memory = painter.memory
    return painter.canvas
  }

  private static func tooSmall(_ size: TerminalSize) -> Canvas {
    var canvas = Canvas(size)
    let least = "\(minimumSize.columns) × \(minimumSize.rows)"
    let words =
      "fieldbook needs at least \(least) (now \(size.columns) × \(size.rows)): make the window larger"
    for (row, line) in TextWrap.lines(words, width: max(1, size.columns)).prefix(size.rows).enumerated() {
      canvas.put(String(line), row: row, column: 0)
    }
    canvas.placeCursor(row: 0, column: 0, isText: false)
    return canvas
  }
}
