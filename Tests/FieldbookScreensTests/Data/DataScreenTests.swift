import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

struct DataScreenTests {
  private func open(
    _ snapshot: Snapshot = Invented.withReturns, size: TerminalSize = ScreenDriver.narrow
  ) -> ScreenDriver {
    var driver = ScreenDriver(snapshot, size: size)
    driver.press("4")
    return driver
  }

  @Test(arguments: ScreenDriver.sizes) func `One key says who has not returned`(size: TerminalSize) {
    let driver = open(size: size)
    #expect(driver.screen == .data && driver.rows[1].contains("4 Data"))
    #expect(driver.cursorRow.contains("Autumn 1 2026/27"), "\(driver.frame)")
    #expect(driver.status.contains("late, due 20 Nov: Dunmore Primary"), "\(driver.frame)")
    #expect(driver.cursorRow.contains("1 of 5"), "\(driver.cursorRow)")
  }

  @Test func `The latest comes first, what is published after the half-terms of its year`() {
    let driver = open()
    let order = ["Autumn 1 2026/27", "Autumn 1 2025/26", "2017/18", "2016/17"].map { text in
      driver.rows.firstIndex { $0.contains(text) } ?? -1
    }
    #expect(order == order.sorted() && !order.contains(-1), "\(driver.frame)")
    #expect(driver.row("2017/18").contains("KS2 results"))
  }

  @Test func `A half-term says of each school what is here and what it owes`() {
    var driver = open(size: ScreenDriver.wide)
    driver.press("Enter")
    #expect(driver.screen == .arrival && driver.rows[0].contains("1 of 5 returned"), "\(driver.frame)")
    #expect(driver.cursorRow.contains("Dunmore Primary") && driver.cursorRow.contains("w late, due 20 Nov"))
    #expect(driver.prose.contains("Owes Year 4 maths, Year 6 maths"))
    #expect(driver.row("Beckside").contains("w part late"), "\(driver.frame)")
    #expect(driver.row("Coldharbour").contains("p not asked"), "\(driver.frame)")
    driver.press("/")
    driver.type("ashgrove")
    driver.press("Enter")
    #expect(driver.row("Ashgrove Primary").contains("here"))
    #expect(driver.prose.contains("Least covered: Year 6 maths, 31 of 34 (91%), 3 not assessed"))
    driver.press("=")
    #expect(driver.screen == .source && driver.shows("100001 y6.maths Autumn 1 2026/27.csv"))
    driver.press("Esc", "Enter")
    #expect(driver.screen != .arrival && driver.rows[0].contains("Ashgrove"))
  }

  @Test func `Another scale than last year is something to look at`() {
    var driver = open()
    #expect(driver.cursorRow.contains("1!"), "\(driver.frame)")
    driver.press("Enter", "/")
    driver.type("fernhill")
    driver.press("Enter")
    #expect(driver.prose.contains("scale standards, last year houses, so no change is shown"))
  }

  @Test func `Published figures say which schools have no row`() {
    var driver = open()
    for _ in 0..<10 where !driver.cursorRow.contains("2016/17") { driver.press("Down") }
    driver.press("Enter")
    #expect(driver.screen == .arrival && driver.shows("From 2016-17_invented_ks2.csv"), "\(driver.frame)")
    #expect(driver.row("Elm Row").contains("no row"))
    #expect(driver.row("Ashgrove Primary").contains("61%"))
  }

  @Test func `Without anything it says how to begin`() {
    let driver = open(Invented.empty)
    #expect(driver.shows("Nothing has arrived yet") && driver.shows("fieldbook template half-term"))
  }

  @Test func `During a visit only the school itself is there`() {
    var driver = ScreenDriver(Invented.withReturns)
    driver.press("Enter", "V", "4")
    #expect(driver.screen == .data)
    #expect(!driver.shows("Dunmore") && !driver.shows("Beckside"), "\(driver.frame)")
    driver.press("Enter")
    #expect(driver.screen == .arrival && driver.shows("Ashgrove"))
    #expect(!driver.shows("Dunmore") && !driver.shows(".csv"), "\(driver.frame)")
  }

  @Test func `A plan that asks for nothing then reads p, and no plan says only what is not here`() {
    var snapshot = Invented.withReturns
    snapshot.collections = CollectionPlan()
    let driver = open(snapshot)
    #expect(driver.status.hasPrefix(" not here: Coldharbour"), "\(driver.frame)")
    #expect(!driver.status.contains("late"))
  }
}
