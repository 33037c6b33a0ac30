import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

struct CollectionsScreenTests {
  private func open() -> ScreenDriver {
    var driver = ScreenDriver(size: ScreenDriver.wide)
    driver.run("collections.show")
    return driver
  }

  private func add(_ halfTerm: String, because: String = "", to driver: inout ScreenDriver) {
    driver.press("A", "End")
    for _ in 0..<20 { driver.press("Backspace") }
    driver.type(halfTerm)
    for _ in 0..<5 { driver.press("Tab") }
    driver.type(because)
    driver.press("^S")
  }

  @Test func `A collection is planned, and what arrived is counted`() {
    var driver = open()
    #expect(driver.shows("Nothing is planned yet"))
    add("Autumn 1 2026/27", to: &driver)
    #expect(driver.screen == .collections, "\(driver.frame)")
    #expect(driver.row("Autumn 1 2026/27").contains("all year groups: all subjects"))
    #expect(driver.shows("Attainment is asked for once in 2026/27"))
    #expect(driver.row("Autumn 1 2026/27").contains("0 of"))
  }

  @Test func `The third is noted and a fourth asks for its reason`() {
    var driver = open()
    for half in ["Autumn 1", "Autumn 2", "Spring 1"] { add("\(half) 2026/27", to: &driver) }
    #expect(driver.message.contains("the third in 2026/27"), "\(driver.message)")
    add("Spring 2 2026/27", to: &driver)
    #expect(driver.screen == .form && driver.shows("number 4 of attainment"), "\(driver.frame)")
    driver.type("Decides who gets tutoring")
    driver.press("^S")
    #expect(driver.screen == .collections && driver.shows("asked for 4 times in 2026/27"), "\(driver.frame)")
    driver.press("G", "W")
    #expect(driver.shows("asked for 3 times in 2026/27"))
  }

  @Test func `Single schools are left out by name or number, and are then not counted`() {
    var driver = open()
    add("Autumn 1 2026/27", to: &driver)
    let asked = driver.row("Autumn 1 2026/27")
    driver.press("Enter")
    for _ in 0..<7 { driver.press("Tab") }
    driver.type("elm row; 100001")
    driver.press("^S")
    #expect(driver.screen == .collections, "\(driver.frame)")
    let row = driver.row("Autumn 1 2026/27")
    #expect(row.contains("without 2 schools"), "\(row)")
    driver.press("j")
    #expect(driver.status.contains("Without Elm Row Primary, Ashgrove Primary"), "\(driver.status)")
    #expect(asked.contains("0 of 7") && row.contains("0 of 5"), "\(asked) \(row)")
    driver.press("Enter")
    #expect(driver.shows("Elm Row Primary; Ashgrove Primary"), "what was said stands there again")
    driver.press("^S")
    #expect(driver.row("Autumn 1 2026/27") == row)
  }

  @Test(arguments: [("nowhere", "None of our schools is called “nowhere”"), ("primary", "may be")])
  func `A school that cannot be made out is asked for again`(typed: String, words: String) {
    var driver = open()
    add("Autumn 1 2026/27", to: &driver)
    driver.press("Enter")
    for _ in 0..<7 { driver.press("Tab") }
    driver.type(typed)
    driver.press("^S")
    #expect(driver.screen == .form && driver.prose.contains(words), "\(driver.frame)")
  }

  @Test(arguments: [("winter", "Not a half-term"), ("", "Not a half-term"), ("2026/27", "Not a half-term")])
  func `What is no half-term is refused where it was typed`(typed: String, words: String) {
    var driver = open()
    add(typed, to: &driver)
    #expect(driver.screen == .form && driver.shows(words))
  }
}
