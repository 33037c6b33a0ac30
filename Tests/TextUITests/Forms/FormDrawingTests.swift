import SeededRandom
import Testing
import TextUI

@Suite struct FormDrawingTests {
  private func draw(_ form: Form, _ columns: Int = 80, _ rows: Int = 24) -> Canvas {
    var memory = ScrollMemory()
    let size = TerminalSize(columns: columns, rows: rows)
    return PageLayout.draw(SamplePages.finding(form), size: size, memory: &memory)
  }

  @Test func `labels stand beside their values and the focused one has a sign`() {
    let canvas = draw(SamplePages.form())
    #expect(canvas.text(ofRow: 2).hasPrefix("── Finding ──"))
    #expect(canvas.text(ofRow: 3) == "▸ Statement")
    #expect(canvas.text(ofRow: 6) == "  Date        2 December 2026")
    #expect(canvas.text(ofRow: 7) == "  Judgement   ‹Expected standard›")
    #expect(canvas.text(ofRow: 8) == "  Areas       Exceptional, Urgent improvement")
    #expect(canvas.text(ofRow: 20) == " One sentence: what, where, how often. Needed.")
    #expect(canvas.cursor == CellPlace(row: 3, column: 14))
    #expect(canvas.cursorIsText)
  }

  @Test func `on a narrow screen labels stand above`() {
    var form = SamplePages.form()
    form.moveFocus(to: "date")
    let text = draw(form, 44, 24).text()
    #expect(text.contains("▸ Date\n  2 December 2026"))
  }

  @Test func `a focused choice shows what else there is`() {
    var form = SamplePages.form()
    form.moveFocus(to: "grade")
    _ = form.handle(.home, width: 80, height: 20)
    let canvas = draw(form)
    #expect(canvas.text().contains("▸ Judgement   ‹Exceptional›"))
    #expect(canvas.text().contains("Exceptional · Strong standard · Expected standard ·\n"))
    #expect(canvas.text().contains("Far above what is expected."))
    #expect(!canvas.cursorIsText)
  }

  @Test func `focused choices are a list with signs`() {
    var form = SamplePages.form()
    form.moveFocus(to: "areas")
    _ = form.handle(.down, width: 80, height: 20)
    let canvas = draw(form)
    #expect(canvas.text().contains("▸ Areas       [x] Exceptional  Far above"))
    #expect(canvas.text().contains("              [ ] Strong standard"))
    #expect(canvas.cursor?.column == 14)
    let row = canvas.text(ofRow: canvas.cursor?.row ?? 0)
    #expect(row.contains("[ ] Strong standard"))
  }

  @Test func `problems and notes stand under their field`() {
    var form = SamplePages.form()
    form.notes["who"] = "SIP (from the settings)"
    form.problems["date"] = "No such day: 31 June. Write a day such as 2 Dec."
    let canvas = draw(form)
    let rows = (0..<24).map { canvas.text(ofRow: $0) }
    let date = rows.firstIndex { $0.hasPrefix("▸ Date") } ?? 0
    #expect(rows[date + 1] == "              ! No such day: 31 June. Write a day such as 2 Dec.")
    #expect(canvas[date + 1, 14].style == .bad)
    #expect(rows.contains("              SIP (from the settings)"))
  }

  @Test func `the cursor of a long text stays in sight, and so does the field after it`() {
    var form = SamplePages.form()
    var memory = ScrollMemory()
    let size = TerminalSize(columns: 60, rows: 14)
    _ = form.handle(
      .paste(String(repeating: "Corridors at change of lesson. ", count: 80)), width: 60, height: 10)
    var canvas = PageLayout.draw(SamplePages.finding(form), size: size, memory: &memory)
    #expect(canvas.cursor.map { (2..<11).contains($0.row) } == true)
    #expect(canvas.text().contains("Field 1 of 5"))
    for _ in 0..<30 { _ = form.handle(.up, width: 60, height: 10) }
    canvas = PageLayout.draw(SamplePages.finding(form), size: size, memory: &memory)
    #expect(canvas.cursor.map { (2..<11).contains($0.row) } == true)
    _ = form.handle(.backTab, width: 60, height: 10)
    canvas = PageLayout.draw(SamplePages.finding(form), size: size, memory: &memory)
    #expect(canvas.text().contains("▸ Written by"))
  }

  @Test func `what is drawn wraps where the keys think it does`() {
    var form = SamplePages.form()
    _ = form.handle(.paste(String(repeating: "word ", count: 40)), width: 80, height: 10)
    _ = form.handle(.home, width: 80, height: 10)
    #expect(draw(form).cursor?.column == 14)
  }

  @Test func `any form on any screen after any keys keeps its cursor inside`() {
    var random = SplitMix64(seed: 7)
    let keys: [Key] = [
      .tab, .backTab, .character("a"), .character(" "), .character("日"), .enter, .up, .down, .left, .right,
      .home,
      .end, .pageUp, .pageDown, .backspace, .delete, .paste("Corridors, at change of lesson\n"),
      .control("k"),
    ]
    var form = SamplePages.form()
    var memory = ScrollMemory()
    for _ in 0..<1500 {
      let size = TerminalSize(
        columns: .random(in: 1...120, using: &random), rows: .random(in: 1...40, using: &random))
      _ = form.handle(random.pick(keys), width: size.columns, height: size.rows)
      if Bool.random(using: &random) { form.problems = [:] }
      let canvas = PageLayout.draw(SamplePages.finding(form), size: size, memory: &memory)
      #expect(canvas.cursor.map { $0.row < size.rows && $0.column < size.columns } == true)
    }
  }
}
