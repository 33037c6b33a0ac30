import Testing
import TextUI

@Suite struct PageLayoutTests {
  @Test func show() {
    for page in SamplePages.all {
      for size in [TerminalSize(columns: 80, rows: 24), TerminalSize(columns: 44, rows: 10)] {
        var memory = ScrollMemory()
        let canvas = PageLayout.draw(page, size: size, memory: &memory)
        print(canvas.text())
        print(canvas.cursor as Any, canvas.cursorIsText, memory)
      }
    }
  }
}
