import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("Finding in everything")
struct EverythingTests {
  private static func finding(_ text: String, size: TerminalSize = ScreenDriver.narrow) -> ScreenDriver {
    var driver = ScreenDriver(size: size)
    driver.press("*")
    driver.type(text)
    return driver
  }

  @Test(
    "results stand by kind, with school, day and the words around the match", arguments: ScreenDriver.sizes)
  func results(size: TerminalSize) {
    let driver = Self.finding("corridors", size: size)
    #expect(driver.screen == .everything && driver.rows[0].contains("Find “corridors” · 4 results"))
    #expect(driver.shows("Notes · 3") && driver.shows("Actions · 1"))
    #expect(
      driver.rows.contains {
        $0.contains("Ashgrove Primary") && $0.contains("2 Dec 2026") && $0.contains("are loud")
      })
    #expect(driver.shows("Walk the corridors at every"))
  }

  @Test("every word must be there; case, accents and the order of words do not matter")
  func words() {
    #expect(Self.finding("LOUD corrîdors").rows[0].contains("· 3 results"))
    #expect(Self.finding("corridors beckside").rows[0].contains("· 1 result"), "a word may be of the school")
    #expect(Self.finding("corridors atlases").shows("Nothing holds “corridors atlases”."))
  }

  @Test("the match is marked, so that it shows without colour")
  func marked() throws {
    let driver = Self.finding("loud")
    let row = try #require(driver.rows.firstIndex { $0.contains("are loud") && $0.contains("Beckside") })
    let cells = driver.canvas.row(row)
    let underlined = cells.filter(\.style.underline).map(\.text).joined()
    #expect(underlined == "loud")
  }

  @Test("Enter opens the thing itself with the cursor on it, and Esc comes back to the results")
  func opens() {
    var driver = Self.finding("loud ashgrove")
    driver.press("Enter")
    #expect(driver.screen == .review && driver.cursorRow.contains("Corridors are loud"))
    driver.press("Esc", "Esc")
    #expect(driver.screen == .everything && driver.cursorRow.contains("loud"))
    driver = Self.finding("elm row")
    driver.press("Enter")
    #expect(driver.screen == .school && driver.rows[0].contains("Elm Row Primary"))
    driver = Self.finding("low-level ashgrove")
    driver.press("Enter")
    #expect(driver.screen == .review && driver.cursorRow.contains("Low-level disruption"))
    driver = Self.finding("walk the corridors")
    driver.press("Enter")
    #expect(driver.screen == .review && driver.cursorRow.contains("Walk the corridors"))
  }

  @Test("what was withdrawn, or stands in a cancelled review, says so")
  func withdrawn() {
    #expect(Self.finding("taken back").row("Ashgrove").contains("withdrawn: Taken back note"))
    #expect(Self.finding("loud dunmore").row("Dunmore").contains("withdrawn: "))
  }

  @Test("Esc leaves; with nothing typed it says what is looked through")
  func leaves() {
    var driver = ScreenDriver()
    driver.press("*")
    #expect(driver.shows("Every word must stand in the result"))
    driver.press("Esc")
    #expect(driver.screen == .schools)
    driver.press("*")
    driver.type("zzz")
    driver.press("Enter")
    #expect(driver.message.hasPrefix("Nothing holds “zzz”") && driver.screen == .everything)
    driver.press("Esc")
    #expect(driver.screen == .schools)
  }

  @Test("in visit mode nothing of another school is found")
  func visitMode() {
    var driver = ScreenDriver()
    driver.press("V", "*")
    driver.type("loud")
    #expect(driver.shows("Ashgrove") && !driver.shows("Beckside") && !driver.shows("Dunmore"))
  }
}

@Suite("Finding from line to line")
struct JumpFindTests {
  @Test("/ on a school’s page goes to the row that holds it, n goes on, Esc leaves it")
  func school() {
    var driver = ScreenDriver.atSchool(Invented.ashgrove)
    driver.press("/")
    driver.type("reading")
    #expect(driver.row("▸").contains("Reading expected"))
    driver.press("Enter", "n")
    #expect(driver.cursorRow.contains("Reading score") && driver.status.contains("on 3 lines · n next"))
    driver.press("N")
    #expect(driver.cursorRow.contains("Reading expected"))
    driver.press("Esc")
    #expect(driver.screen == .school && !driver.status.contains("lines"))
  }

  @Test("/ in a review finds in its panel")
  func review() {
    var driver = ScreenDriver.inReview()
    driver.press("j", "/")
    driver.type("loud")
    driver.press("Enter")
    #expect(driver.cursorRow.contains("Corridors are loud"))
  }

  @Test("/ in help and reports jumps to the line and marks it; what is nowhere says so")
  func reading() {
    var driver = ScreenDriver()
    driver.press("?", "/")
    driver.type("views saved")
    #expect(driver.rows[4].contains("Views saved by name") || driver.rows[3].contains("Views saved by name"))
    driver.type("zz")
    driver.press("Enter")
    #expect(driver.status.contains("“views savedzz” is nowhere here"))
  }
}
