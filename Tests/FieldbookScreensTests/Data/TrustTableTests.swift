import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

struct TrustTableTests {
  private func open(
    _ snapshot: Snapshot = Invented.withReturns, size: TerminalSize = ScreenDriver.narrow
  ) -> ScreenDriver {
    var driver = ScreenDriver(snapshot, size: size)
    driver.press("T")
    return driver
  }

  @Test(arguments: ScreenDriver.sizes)
  func `One key says which schools fell, by how many children, against what`(size: TerminalSize) {
    let driver = open(size: size)
    #expect(driver.screen == .trustTable && driver.rows[0].contains("Autumn 1 2026/27"), "\(driver.frame)")
    #expect(
      driver.prose.contains(
        "Fell most since Autumn 1 2025/26: Ashgrove Primary Y6 maths exp ▼26.5 (8 ch)!"), "\(driver.frame)")
    #expect(driver.cursorRow.contains("Ashgrove Primary") && driver.cursorRow.contains("52% 31/34"))
    #expect(driver.cursorRow.contains("▼26.5 (8 ch)!"))
    #expect(driver.status.contains("Autumn 1 2025/26: 78% of 32/33, other pupils: ▼26.5 (8 children)"))
  }

  @Test(arguments: ScreenDriver.sizes) func `It says the widest gap with both groups`(size: TerminalSize) {
    let driver = open(size: size)
    #expect(
      driver.prose.contains(
        "Widest gap: Beckside Academy Y6 maths exp, disadvantaged 20% of 10, not disadvantaged 80% of 20: "
          + "60 points behind"), "\(driver.frame)")
  }

  @Test func `All together says its rule and how many schools are in it`() {
    let driver = open()
    // 16 of 31, 18 of 30, 26 of 40, 3 of 4: 63 of 105.
    #expect(
      driver.prose.contains("All together, by pupils: Y6 maths exp 60% of 105, 4 of 5 schools"),
      "\(driver.frame)")
    #expect(driver.prose.contains("over 3"), "the schools with both points on one scale")
  }

  @Test func `Where there is no figure the reason is read`() {
    let driver = open(size: ScreenDriver.wide)
    #expect(driver.row("Dunmore Primary").contains("  w "), "\(driver.frame)")
    #expect(driver.row("Coldharbour").contains("NA") && !driver.shows("Ivy Bank"))
    #expect(driver.row("Elm Row").contains("75% 4*"))
    #expect(driver.prose.contains("w awaited"))
    #expect(!driver.row("Fernhill").contains("▼") && !driver.row("Fernhill").contains("▲"))
  }

  @Test func `Arrows bring another measure to the front, and = shows where its figure comes from`() {
    var driver = open()
    driver.press("Right")
    #expect(driver.rows.contains { $0.contains("[Y4 maths exp]") }, "\(driver.frame)")
    driver.press("/")
    driver.type("ashgrove")
    driver.press("Enter", "=")
    #expect(
      driver.screen == .source && driver.shows("100001 y4.maths Autumn 1 2026/27.csv"), "\(driver.frame)")
  }

  @Test func `Another half-term or year is a key away, and so is what changed`() {
    var driver = open()
    driver.press("[")
    #expect(driver.rows[0].contains("Autumn 1 2025/26"))
    #expect(driver.prose.contains("Nothing at this point can be set against Autumn 1 2024/25"))
    driver.press("[")
    #expect(
      driver.rows[0].contains("2017/18") && driver.row("▸").contains("42% 31"), "\(driver.frame)")
    driver.press("]", "]", "]")
    #expect(driver.message.contains("Nothing later has arrived"))
    driver.press("C")
    #expect(driver.screen == .changes && driver.row("▸").contains("▼26.5 (8 ch)"), "\(driver.frame)")
    #expect(driver.status.contains("Autumn 1 2025/26"))
  }

  @Test func `What is large is what the screen of changes lists`() {
    let driver = open()
    let sheet = TrustSheet.of(Period(Invented.autumn), .primary, driver.context)
    let facts = driver.context.snapshot.facts
    let changes = Changes(of: sheet.schools, at: Invented.autumn, facts)
    let worse = changes.listed.filter {
      $0.isWorse && $0.group == .all && facts.catalogue[$0.measure]?.better == .up
    }
    #expect(!worse.isEmpty)
    #expect(worse.map(\.school) == sheet.said.falls.map(\.school.urn))
  }

  @Test func `It sorts by any column and remembers the columns chosen`() {
    var driver = open(size: ScreenDriver.wide)
    driver.press("s")
    driver.type("name")
    driver.press("Enter")
    #expect(driver.cursorRow.contains("Ashgrove"))
    driver.press("S", "g")
    #expect(driver.cursorRow.contains("Fernhill"), "\(driver.frame)")
    driver.press("c")
    #expect(driver.screen == .columns && driver.shows("disadvantaged and others"), "\(driver.frame)")
  }

  @Test func `Without figures it says what to do, and during a visit it is not opened`() {
    let driver = open(Invented.empty)
    #expect(driver.screen == .trustTable && driver.prose.contains("Import what your schools sent"))
    var visit = ScreenDriver(Invented.withReturns)
    visit.press("Enter", "V", "T")
    #expect(visit.screen == .school && visit.message.contains("Other schools are not shown"))
  }
}
