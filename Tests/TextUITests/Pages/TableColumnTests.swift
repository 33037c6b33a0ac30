import PlainText
import Testing
import TextUI

@Suite struct TableColumnTests {
  private func heads(_ width: Int) -> String {
    var memory = ScrollMemory()
    let page = Page(title: "t", blocks: [.table(SamplePages.table(rows: 3, cursor: 0), id: "t")])
    let canvas = PageLayout.draw(page, size: TerminalSize(columns: width, rows: 24), memory: &memory)
    return canvas.text(ofRow: 2)
  }

  @Test func `the least important column goes first, and none is cut below its least width`() {
    #expect(
      heads(160).split(separator: " ").joined(separator: " ")
        == "School Now▼ n/roll v last yr Abs Next review")
    #expect(heads(59).contains("Next review"))
    #expect(!heads(58).contains("Next review"))
    #expect(heads(58).contains("v last yr"))
    #expect(!heads(46).contains("v last yr"))
    #expect(heads(46).contains("Abs"))
    #expect(heads(40).contains("Abs"))
  }

  @Test func `numbers and their heads stand at the right`() {
    var memory = ScrollMemory()
    let columns = [TableColumn("n", minWidth: 5, alignment: .right), TableColumn("w", minWidth: 5)]
    let table = TableBlock(columns: columns, rowCount: 2, cursor: nil) { row in
      TableRow([Line(row == 0 ? "7" : "1234567"), "x"])
    }
    let page = Page(title: "t", blocks: [.table(table, id: "t")])
    let canvas = PageLayout.draw(page, size: TerminalSize(columns: 40, rows: 24), memory: &memory)
    #expect(canvas.text(ofRow: 2) == "      n  w")
    #expect(canvas.text(ofRow: 3) == "      7  x")
    #expect(canvas.text(ofRow: 4) == "  1234…  x")
  }

  @Test func `the sign of the order is never cut off`() {
    var memory = ScrollMemory()
    let columns = [TableColumn("Attendance", minWidth: 5, sortMark: "▲")]
    let table = TableBlock(columns: columns, rowCount: 0) { _ in TableRow([]) }
    let page = Page(title: "t", blocks: [.table(table, id: "t")])
    let canvas = PageLayout.draw(page, size: TerminalSize(columns: 40, rows: 24), memory: &memory)
    #expect(canvas.text(ofRow: 2) == "  Att…▲")
  }

  @Test func `short rows, quiet rows and no columns at all can be drawn`() {
    var memory = ScrollMemory()
    let size = TerminalSize(columns: 60, rows: 24)
    let short = TableBlock(columns: SamplePages.columns, rowCount: 1) { _ in TableRow(["a"], isQuiet: true) }
    let canvas = PageLayout.draw(
      Page(title: "t", blocks: [.table(short, id: "t")]), size: size, memory: &memory)
    #expect(canvas.text(ofRow: 3) == "  a")
    #expect(canvas[3, 2].style == .quiet)
    let none = TableBlock(columns: [], rowCount: 5, cursor: 1) { _ in TableRow(["a"]) }
    _ = PageLayout.draw(Page(title: "t", blocks: [.table(none, id: "t")]), size: size, memory: &memory)
  }
}
