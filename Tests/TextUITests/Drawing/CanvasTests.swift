import Testing
import TextUI

@Suite struct CanvasTests {
  @Test func `text is clipped by columns and shows where`() {
    var canvas = Canvas(TerminalSize(columns: 8, rows: 2))
    canvas.put("Ashgrove Primary", row: 0, column: 0)
    canvas.put("Ashgrove", row: 1, column: 2, width: 4)
    #expect(canvas.text() == "Ashgrov…\n  Ash…")
  }
}
