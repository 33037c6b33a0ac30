import PlainText
import SeededRandom
import Testing
import TextUI

@Suite struct PageLayoutTests {
  private func draw(_ page: Page, _ columns: Int = 80, _ rows: Int = 24) -> Canvas {
    var memory = ScrollMemory()
    return PageLayout.draw(page, size: TerminalSize(columns: columns, rows: rows), memory: &memory)
  }

  private func lines(_ canvas: Canvas) -> [String] {
    (0..<canvas.size.rows).map { canvas.text(ofRow: $0) }
  }

  @Test func `a page has its title, sections, body, status and keys where they always are`() {
    let rows = lines(draw(SamplePages.schools()))
    #expect(rows[0] == " Schools · Meadowbank · 7 primary                       Today 23 Nov · Autumn 2")
    #expect(rows[1] == " 1 Schools  2 Visits  3 Actions  4 Data  5 Improve  6 Trust  7 Workload")
    #expect(rows[2] == String(repeating: "─", count: 80))
    #expect(rows[3] == " Year 6 RWM expected, teacher assessed, Autumn 1")
    #expect(rows[4] == "  School                            Now▼  n/roll  v last yr    Abs  Next review")
    #expect(rows[5] == "▸ School 0                           42%   31/34  ▼6 (2 ch)    7.1  2 Dec")
    #expect(rows[6].hasPrefix(" *School 1"))
    #expect(rows[22] == " z no such year   w awaited   p not collected, by plan          Row 1 of 24,000")
    #expect(rows[23] == " Enter open  / find  f filter  s sort  c columns  v visit  : do  ? keys")
  }

  @Test func `the chosen row is reversed and has the terminal's cursor`() {
    let canvas = draw(SamplePages.schools(cursor: 2))
    #expect(canvas.cursor == CellPlace(row: 7, column: 0))
    #expect(!canvas.cursorIsText)
    #expect((0..<80).allSatisfy { canvas[7, $0].style.reverse })
    #expect((0..<80).allSatisfy { !canvas[6, $0].style.reverse })
  }

  @Test func `without the focus the chosen row keeps its sign only`() {
    let canvas = draw(SamplePages.schools(cursor: 2, hasFocus: false))
    #expect(canvas.text(ofRow: 7).hasPrefix("▸ Ysgol"))
    #expect(!canvas[7, 4].style.reverse)
    #expect(!canvas.text(ofRow: 22).contains(" of "))
  }

  @Test func `an empty table says so`() {
    let canvas = draw(SamplePages.schools(rows: 0, cursor: nil))
    #expect(canvas.text(ofRow: 5) == "  No schools yet.")
    #expect(canvas.cursor == CellPlace(row: 5, column: 0))
  }

  @Test func `only the rows in sight are asked for`() {
    let table = TableBlock(columns: [TableColumn("n", minWidth: 5)], rowCount: 24_000, cursor: 12_000) {
      row in
      #expect((11_900...12_100).contains(row))
      return TableRow([Line("\(row)")])
    }
    let canvas = draw(Page(title: "t", blocks: [.table(table, id: "t")]))
    #expect(canvas.text().contains("▸ 12000"))
    #expect(canvas.text().contains("12,001 of 24,000"))
  }

  @Test func `moving the cursor changes only the two rows and the position`() {
    var memory = ScrollMemory()
    let size = TerminalSize(columns: 80, rows: 24)
    let before = PageLayout.draw(SamplePages.schools(cursor: 3), size: size, memory: &memory)
    let after = PageLayout.draw(SamplePages.schools(cursor: 4), size: size, memory: &memory)
    #expect((0..<24).filter { before.row($0) != after.row($0) } == [8, 9, 22])
    #expect((0..<24).filter { !before.hasSameRow($0, as: after) } == [8, 9, 22])
    #expect(!before.hasSameRow(24, as: after))
    #expect(!before.hasSameRow(0, as: Canvas(TerminalSize(columns: 80, rows: 25))))
  }

  @Test(arguments: 40...120) func `the last hint always fits and the title is whole before the note`(
    width: Int
  ) {
    let canvas = draw(SamplePages.schools(), width)
    #expect(canvas.text(ofRow: 23).hasSuffix("? keys"))
    #expect(canvas.text(ofRow: 0).hasPrefix(" Schools · Meadowbank · 7 primary"))
    #expect(canvas.text(ofRow: 1).contains("1 Schools"))
  }

  @Test func `a prompt takes the place of the keys and has the cursor`() {
    let canvas = draw(SamplePages.review())
    let rows = lines(canvas)
    #expect(
      rows[21] == " Ready to sign: 6 things left" + String(repeating: " ", count: 40) + "Row 2 of 3")
    #expect(rows[22] == " e› KS2 maths, 3 classes: place value precise #book + @curriculum")
    #expect(rows[23].hasPrefix("    book look · strength · Curriculum · 10:44"))
    #expect(rows[23].hasSuffix("Enter save"))
    #expect(canvas.cursor == CellPlace(row: 22, column: 65))
    #expect(canvas.cursorIsText)
  }

  @Test func `blocks stand side by side`() {
    let rows = lines(draw(SamplePages.review()))
    #expect(rows[8] == "  note 0                                │ Since last time 3 of 5 answered")
    #expect(rows[9] == "  note 1                                │")
  }

  @Test(arguments: [(0, 0), (1, 1), (39, 24), (80, 7), (13, 3)])
  func `a screen that is too small says so and forgets nothing`(columns: Int, rows: Int) {
    var memory = ScrollMemory()
    memory.tops["schools"] = 500
    let old = memory
    let size = TerminalSize(columns: columns, rows: rows)
    let canvas = PageLayout.draw(SamplePages.schools(), size: size, memory: &memory)
    #expect(memory == old)
    let text = "fieldbook needs at least 40 × 8 (now \(columns) × \(rows)): make the window larger"
    let lines = TextWrap.lines(text, width: max(1, columns)).prefix(columns == 0 ? 0 : rows)
    #expect((0..<rows).map { canvas.text(ofRow: $0) }.filter { !$0.isEmpty } == lines.map { String($0) })
  }

  @Test func `any page on any screen keeps its cursor inside`() {
    var random = SplitMix64(seed: 1)
    var memory = ScrollMemory()
    for _ in 0..<400 {
      let size = TerminalSize(
        columns: .random(in: 1...170, using: &random), rows: .random(in: 1...60, using: &random))
      let cursor = random.pick([0, 1, 7, 23_999, 24_000, -1, .max, .min])
      let page = random.pick(SamplePages.all + [SamplePages.schools(cursor: cursor)])
      let canvas = PageLayout.draw(page, size: size, memory: &memory)
      #expect(canvas.size == size)
      #expect(canvas.cursor.map { $0.row < size.rows && $0.column < size.columns } == true)
    }
  }

  @Test func `blocks share the rows, and what has the focus keeps its own`() {
    let list = ListBlock((0..<9).map { Line("row \($0)") }, cursor: 8)
    let page = Page(
      title: "t",
      blocks: [
        .lines((0..<30).map { Line("line \($0)") }), .list(list, id: "a", height: .fit),
        .list(ListBlock(["other"], hasFocus: false), id: "b"),
      ])
    let text = draw(page).text()
    #expect(text.contains("▸ row 8"))
    #expect(text.contains("line 0"))
    #expect(text.contains("other"))
  }
}
