import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("Marks, and acting on many")
struct MarksTests {
  @Test("Space marks, shows and counts; M shows only the marked, Esc all again")
  func marks() {
    var driver = ScreenDriver()
    driver.press("Space", "Space")
    #expect(driver.shows("2 marked: m acts on them") && driver.row("Ashgrove").hasPrefix(" *"))
    #expect(driver.row("▸").contains("Coldharbour"), "the cursor goes on")
    driver.press("M")
    #expect(driver.rows[0].contains("2 of 7 schools") && driver.shows("only the 2 marked"))
    driver.press("Esc")
    #expect(driver.rows[0].contains("7 schools") && driver.shows("2 marked"))
    driver.press("g", "Space")
    #expect(driver.shows("1 marked"))
    driver.run("marks.clear")
    #expect(!driver.shows("marked:"))
  }

  @Test("marks stay while other screens are shown")
  func stay() {
    var driver = ScreenDriver()
    driver.press("Space", "3", "1")
    #expect(driver.shows("1 marked"))
  }

  @Test("without marks, m says why nothing can be done with them")
  func noMarks() {
    var driver = ScreenDriver()
    driver.press("m")
    #expect(driver.row("Clear marks").contains("Nothing is marked: Space marks"))
    driver.type("clear")
    driver.press("Enter")
    #expect(driver.message == "Nothing is marked: Space marks the row under the cursor")
  }

  @Test("m on schools asks for the reports of all marked, the first to be read last")
  func reports() {
    var driver = ScreenDriver()
    driver.press("Space", "Space", "m")
    driver.type("report")
    driver.press("Enter")
    let asked = driver.effects.compactMap { effect -> URN? in
      if case .preview(.school(let urn)) = effect { urn } else { nil }
    }
    #expect(asked == [Invented.beckside, Invented.ashgrove] && driver.message.hasPrefix("2 reports"))
  }

  @Test("one form changes all marked actions, once it was asked for twice")
  func manyActions() {
    var driver = ScreenDriver()
    driver.press("3")
    driver.run("marks.all")
    driver.press("m")
    driver.type("change")
    driver.press("Enter")
    #expect(driver.screen == .form && driver.shows("4 actions at 2 schools."))
    driver.type("Trust lead")
    driver.press("Tab")
    driver.type("12 feb")
    driver.press("^S")
    #expect(
      driver.message.hasPrefix("4 actions will change: owner Trust lead, due date 12 Feb 2027. ^S again"))
    #expect(driver.saved == [])
    driver.press("^S")
    #expect(driver.saved == Array(repeating: "Action changed", count: 4) && driver.screen == .actions)
    #expect(driver.message.hasPrefix("Saved: 4 actions changed: owner Trust lead"))
    #expect(driver.snapshot.actions.allSatisfy { $0.owner == "Trust lead" && $0.due?.text == "2027-02-12" })
    #expect(driver.snapshot.actions.allSatisfy { $0.priority == .high }, "what was blank stays")
  }

  @Test("what changed in the form is asked for again")
  func askedAgain() {
    var driver = ScreenDriver()
    driver.press("3", "Space")
    driver.run("marks.change")
    driver.press("^S")
    #expect(driver.shows("Fill in what is to change"))
    driver.type("A")
    driver.press("^S")
    driver.type("B")
    driver.press("^S")
    #expect(driver.message.hasPrefix("1 action will change: owner AB") && driver.saved == [])
    driver.press("Esc")
    #expect(driver.screen == .actions && driver.saved == [])
  }

  @Test("who only reads changes nothing")
  func readOnly() {
    var driver = ScreenDriver(Invented.readOnly)
    driver.press("3", "Space")
    driver.run("marks.change")
    #expect(driver.screen == .actions && driver.message == driver.snapshot.readOnlyReason)
  }
}
