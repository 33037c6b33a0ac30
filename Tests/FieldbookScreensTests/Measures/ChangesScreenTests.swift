import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("What changed")
struct ChangesScreenTests {
  @Test(
    "shows both cohorts, the difference in points and children, and the rule", arguments: ScreenDriver.sizes)
  func rows(size: TerminalSize) {
    var driver = ScreenDriver(Invented.full, size: size)
    driver.press("C")
    #expect(driver.screen == .changes && driver.rows[0].contains("What changed"))
    let row = driver.row("▸")
    #expect(row.contains("▼") || row.contains("▲"))
    #expect(row.contains(" ch)"))
    #expect(driver.status.contains("other pupils each year") && driver.status.contains("in 2016/17"))
    #expect(driver.prose.contains("A change in one year is a question, not a finding"))
    driver.press("=")
    #expect(driver.screen == .source)
    driver.press("Esc", "x")
    #expect(driver.screen == .measure)
  }

  @Test("without two years it says what to import")
  func none() {
    var driver = ScreenDriver(Invented.empty)
    driver.press("C")
    #expect(driver.screen == .changes && driver.prose.contains("Import the results of two years"))
  }
}
