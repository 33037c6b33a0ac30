import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

/// A school and the trust on a page, asked for on screen.
@Suite struct SheetActionsTests {
  @Test("P asks for the school on a page, on its own screen and on the table")
  func school() {
    var driver = ScreenDriver.atSchool(Invented.ashgrove)
    driver.press("P")
    #expect(isSheet(driver, of: Invented.ashgrove))
    driver = ScreenDriver()
    driver.press("P")
    #expect(isSheet(driver, of: Invented.ashgrove))
  }

  private func isSheet(_ driver: ScreenDriver, of school: URN) -> Bool {
    if case .preview(.sheet(school))? = driver.effects.last { true } else { false }
  }

  @Test("O asks for the trust on a page")
  func trust() {
    var driver = ScreenDriver()
    driver.press("O")
    guard case .preview(.trust)? = driver.effects.last else {
      Issue.record("the trust was not asked for")
      return
    }
  }

  @Test("every school of ours on a page, and the trust, are asked for at once")
  func all() {
    var driver = ScreenDriver()
    driver.run("sheet.all")
    let ours = driver.snapshot.facts.schools.values.count(where: \.isOurs)
    #expect(driver.screen == .form && driver.shows("Write \(ours + 1) reports to files"))
  }

  @Test("a collection keeps the hours that somebody typed, and refuses what is no number of them")
  func hours() {
    for (typed, isTaken) in [("90 min", true), ("", true), ("soon", false)] {
      var driver = ScreenDriver(size: ScreenDriver.wide)
      driver.run("collections.show")
      driver.press("A")
      for _ in 0..<6 { driver.press("Tab") }
      driver.type(typed)
      driver.press("^S")
      #expect((driver.screen == .collections) == isTaken, "\(typed)")
      #expect(driver.snapshot.collections.collections.first?.hours == (typed == "90 min" ? 1.5 : nil))
      if !isTaken { #expect(driver.shows("Not a number of hours")) }
    }
  }
}
