import Testing
import TextUI

@testable import Terminal

@Suite("Rows as they are sent")
struct CellRunTests {
  private func runs(_ line: Line, columns: Int, of width: Int = 20) -> [CellRun] {
    var canvas = Canvas(TerminalSize(columns: width, rows: 1))
    canvas.put(line, row: 0, column: 0)
    return CellRun.runs(of: canvas.row(0), columns: columns)
  }

  @Test("Plain text of one style is one run, and the blank rest of the row is none")
  func oneRun() {
    #expect(runs("abc def", columns: 20) == [CellRun(column: 0, text: "abc def", style: .plain)])
    #expect(runs(Line("abc", .heading), columns: 20) == [CellRun(column: 0, text: "abc", style: .heading)])
    #expect(runs("", columns: 20).isEmpty)
  }

  @Test("Each character beyond ASCII is put at its own column")
  func beyondASCII() {
    let found = runs("a日b–c", columns: 20)
    #expect(found.map(\.column) == [0, 1, 3, 4, 5])
    #expect(found.map(\.text) == ["a", "日", "b", "–", "c"])
  }

  @Test("A new style begins a new run, and reversed blanks are drawn")
  func styles() {
    let found = runs(Line("ab", .plain) + Line("  ", Style.plain.reversed), columns: 20)
    #expect(found.map(\.text) == ["ab", "  "])
    #expect(found.map(\.column) == [0, 2])
  }

  @Test("What is beyond the terminal's edge is not sent, and no wide character is cut in half")
  func edge() {
    #expect(runs("abcdef", columns: 3).map(\.text) == ["abc"])
    #expect(runs("ab日", columns: 3).map(\.text) == ["ab"])
    #expect(runs("ab日", columns: 4).map(\.text) == ["ab", "日"])
    #expect(runs("abc", columns: 0).isEmpty)
  }

  @Test("In ASCII every cell stays in its column, and all is one run")
  func ascii() {
    var canvas = Canvas(TerminalSize(columns: 20, rows: 1))
    canvas.put("▸ Zoë 日本 – 3…", row: 0, column: 0)
    let found = CellRun.runs(of: canvas.row(0), columns: 20, isASCII: true)
    #expect(found.map(\.text) == ["> Zoe ? ?  - 3~"])
  }
}
