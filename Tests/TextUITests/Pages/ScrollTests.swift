import Testing
import TextUI

@Suite struct ScrollTests {
  private let size = TerminalSize(columns: 60, rows: 20)

  private func page(_ cursor: Int?, _ count: Int = 100, headings: Set<Int> = []) -> Page {
    let list = ListBlock(
      rowCount: count, cursor: cursor, isFocusable: { !headings.contains($0) }, row: { Line("row \($0)") })
    return Page(title: "t", blocks: [.list(list, id: "list")])
  }

  @Test func `the list moves no more than it takes to keep the cursor in sight`() {
    var memory = ScrollMemory()
    var tops: [Int] = []
    for cursor in [0, 14, 15, 30, 20, 16, 15, 99, 0] {
      _ = PageLayout.draw(page(cursor), size: size, memory: &memory)
      tops.append(memory.tops["list"] ?? -1)
    }
    #expect(memory.heights["list"] == 15)
    #expect(memory.widths["list"] == 60)
    #expect(tops == [0, 0, 1, 16, 16, 16, 15, 85, 0])
  }

  @Test func `rows that went away leave no empty end`() {
    var memory = ScrollMemory()
    _ = PageLayout.draw(page(99), size: size, memory: &memory)
    _ = PageLayout.draw(page(20, 30), size: size, memory: &memory)
    #expect(memory.tops["list"] == 15)
    _ = PageLayout.draw(page(0, 3), size: size, memory: &memory)
    #expect(memory.tops["list"] == 0)
  }

  @Test func `a heading that the cursor cannot reach comes into sight with the row below it`() {
    var memory = ScrollMemory()
    memory.tops["list"] = 50
    let canvas = PageLayout.draw(page(2, headings: [0, 1]), size: size, memory: &memory)
    #expect(memory.tops["list"] == 0)
    #expect(canvas.text().contains("row 0"))
  }

  @Test func `what stands under the last row that can be chosen comes into sight with it`() {
    var memory = ScrollMemory()
    let canvas = PageLayout.draw(page(92, headings: Set(93..<100)), size: size, memory: &memory)
    #expect(canvas.text().contains("▸ row 92") && canvas.text().contains("row 99"))
  }

  @Test func `what stands under a row is never a reason to lose the row itself`() {
    var memory = ScrollMemory()
    let canvas = PageLayout.draw(page(50, headings: Set(51..<100)), size: size, memory: &memory)
    #expect(canvas.text().contains("▸ row 50"))
  }

  @Test func `the position counts the rows that can be chosen`() {
    var memory = ScrollMemory()
    let canvas = PageLayout.draw(page(12, headings: [0, 5, 99]), size: size, memory: &memory)
    #expect(canvas.text().contains("11 of 97"))
  }

  @Test func `motions stop at the ends and pass over headings`() {
    func row(_ motion: ListMotion, _ cursor: Int?) -> Int? {
      motion.row(from: cursor, rowCount: 10, pageHeight: 4) { ![0, 5, 9].contains($0) }
    }
    #expect(row(.up, 1) == 1)
    #expect(row(.down, 4) == 6)
    #expect(row(.up, 6) == 4)
    #expect(row(.down, 8) == 8)
    #expect(row(.pageDown, 1) == 6)
    #expect(row(.pageUp, 7) == 3)
    #expect(row(.first, 7) == 1)
    #expect(row(.last, 1) == 8)
    #expect(row(.down, nil) == 1)
    #expect(ListMotion.down.row(from: 0, rowCount: 0, pageHeight: 4) == nil)
    #expect(ListMotion.down.row(from: 0, rowCount: 3, pageHeight: 4) { _ in false } == nil)
    #expect(ListMotion.pageDown.row(from: .max, rowCount: 3, pageHeight: .max) == 2)
  }
}
