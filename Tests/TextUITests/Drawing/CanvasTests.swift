import Testing
import TextUI

@Suite struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int = 1) -> Canvas {
    Canvas(TerminalSize(columns: columns, rows: rows))
  }

  @Test func `text is clipped by columns and shows where`() {
    var canvas = canvas(8, 2)
    canvas.put("Ashgrove Primary", row: 0, column: 0)
    canvas.put("Ashgrove", row: 1, column: 2, width: 4)
    #expect(canvas.text() == "Ashgrov…\n  Ash…")
  }

  @Test func `a wide character takes two cells and is never cut in half`() {
    var canvas = canvas(6, 2)
    canvas.put("日本語", row: 0, column: 0)
    canvas.put("日本語", row: 1, column: 0, width: 4)
    #expect(canvas.text() == "日本語\n日…")
    #expect(canvas[0, 0].text == "日")
    #expect(canvas[0, 1].text == "")
    #expect(canvas[1, 3].text == " ")
  }

  @Test func `writing over half of a wide character leaves a blank for the other half`() {
    var over = canvas(6)
    over.put("日本語", row: 0, column: 0)
    over.put("x", row: 0, column: 1)
    #expect(over.text() == " x本語")
    over.put("y", row: 0, column: 2)
    #expect(over.text() == " xy 語")
    over.put("中", row: 0, column: 3)
    #expect(over.text() == " xy中")
  }

  @Test func `an accent shares the cell of its letter`() {
    var canvas = canvas(6)
    canvas.put("D\u{77}\u{302}r", row: 0, column: 0)
    #expect(canvas[0, 1].text.unicodeScalars.count == 2)
    #expect(canvas[0, 2].text == "r")
  }

  @Test func `nothing that a terminal would obey reaches a cell`() {
    var canvas = canvas(60)
    canvas.put("a\u{1B}[2Jb\u{07}\u{202E}c\u{9B}d\ne\u{7F}", row: 0, column: 0)
    let scalars = canvas.text().unicodeScalars
    let obeyed = scalars.filter {
      $0.value < 32 || (127...159).contains($0.value) || (0x202A...0x202E).contains($0.value)
    }
    #expect(obeyed.isEmpty)
    #expect(canvas.text().contains("[2J"))
  }

  @Test func `drawing outside does nothing`() {
    var canvas = canvas(3, 1)
    for (row, column) in [(-1, 0), (1, 0), (0, 3), (0, .max), (.max, 0), (.min, .min)] {
      canvas.put("xxxx", row: row, column: column)
      canvas.fill(row: row, column: column)
      canvas.restyle(row: row, column: column, width: .max, \.reversed)
    }
    canvas.put("x", row: 0, column: 0, width: 0)
    canvas.put("x", row: 0, column: 0, width: -5)
    #expect(canvas.text() == "")
    #expect(canvas[5, 5] == Canvas.Cell())
    #expect(canvas.row(7).isEmpty)
  }

  @Test func `the cursor stays inside`() {
    var small = canvas(3, 2)
    small.placeCursor(row: 9, column: -9, isText: true)
    #expect(small.cursor == CellPlace(row: 1, column: 0))
    #expect(small.cursorIsText)
    var none = canvas(0, 0)
    none.placeCursor(row: 0, column: 0, isText: false)
    #expect(none.cursor == nil)
    #expect(none.text() == "")
  }

  @Test func `styles can be read letter by letter`() {
    var canvas = canvas(12, 2)
    canvas.put(Line("ab", .heading) + Line("cd") + Line("ef", .bad), row: 0, column: 0)
    canvas.put("xy", row: 1, column: 0)
    canvas.restyle(row: 1, column: 0, width: 3, \.reversed)
    #expect(canvas.styles() == "hh..bb\n###")
  }

  @Test func `a size is kept within bounds`() {
    #expect(TerminalSize(columns: -1, rows: .max) == TerminalSize(columns: 0, rows: 1000))
  }
}
