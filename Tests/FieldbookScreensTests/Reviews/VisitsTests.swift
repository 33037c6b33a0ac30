import FieldbookModel
import FieldbookScreens
import Testing
import TextUI

@Suite("Visits and actions of all schools")
struct VisitsTests {
  @Test(
    "2 lists the reviews, the latest first; / narrows them; Enter opens one", arguments: ScreenDriver.sizes)
  func visits(size: TerminalSize) {
    var driver = ScreenDriver(size: size)
    driver.press("2")
    #expect(driver.rows[0].contains("Visits · 4 reviews") && driver.cursorRow.contains("2 Dec 2026"))
    driver.press("/")
    driver.type("final beck")
    #expect(driver.row("▸").contains("Beckside Academy") && !driver.shows("Dunmore"))
    driver.press("Enter", "Enter")
    #expect(driver.screen == .review && driver.rows[0].contains("final · Beckside Academy"))
    driver.press("o")
    #expect(driver.screen == .school)
    driver.press("Esc", "Esc", "Esc")
    #expect(driver.screen == .visits && driver.shows("4 reviews") && driver.cursorRow.contains("Beckside"))
    driver.press("Esc")
    #expect(driver.screen == .schools)
  }

  @Test("/ narrows the actions by school, words and owner; o opens the review they came from")
  func actions() {
    var driver = ScreenDriver()
    driver.press("3", "/")
    driver.type("headt")
    #expect(driver.row("▸").contains("10 Feb 2027") && driver.rows[0].contains("1 of 4 open, 0 late"))
    driver.press("Enter", "o")
    #expect(driver.screen == .review && driver.rows[0].contains("final · Ashgrove Primary"))
  }

  @Test("without reviews and actions both say how they come about")
  func empty() {
    var driver = ScreenDriver(Invented.unwritten)
    driver.press("2")
    #expect(driver.shows("There are no reviews yet.") && driver.shows("press r to start a review"))
    driver.press("Enter")
    #expect(driver.message == "There is no review in this list")
    driver.press("3")
    #expect(driver.shows("There are no open actions."))
  }
}
