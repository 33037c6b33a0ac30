import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

struct MeetingScreenTests {
  private func driver(
    _ id: String = "m-now", size: TerminalSize = ScreenDriver.narrow, _ snapshot: Snapshot = Invented.met
  ) -> ScreenDriver {
    var driver = ScreenDriver(snapshot, size: size)
    driver.navigation.open(MeetingScreen(id: id))
    driver.resize(size)
    return driver
  }

  @Test(arguments: ScreenDriver.sizes)
  func `It asks its questions, and shows the numbers with pupils and change`(size: TerminalSize) {
    var driver = driver(size: size)
    #expect(driver.rows[0].contains("Progress meeting · open"))
    for words in ["What has moved", "Year 4 maths, by two children", "Numbers"] {
      #expect(driver.prose.contains(words), "\(words): \(driver.prose)")
    }
    driver.press("Tab")
    for words in ["Year 4 maths", "at expected or above", "62%", "29", "▼6 (2 ch)", "8", "0 of 5 used"] {
      #expect(driver.prose.contains(words), "\(words): \(driver.prose)")
    }
    #expect(driver.prose.contains("not used at the last two meetings"), "writing, twice passed over")
    #expect(driver.rows.last { !$0.isEmpty }?.isEmpty == false)
  }

  @Test func `Space marks a number as used, again takes the mark away`() {
    var driver = driver()
    driver.press("Space")
    #expect(driver.message.contains("Move to a number first") && driver.saved.isEmpty)
    driver.press("Tab", "Space")
    #expect(driver.saved == ["Number marked as used"])
    #expect(driver.snapshot.review("m-now")?.usedFigures.map(\.id) == ["ht.y4.maths.expected:all"])
    driver.press("k", "Enter")
    #expect(driver.snapshot.review("m-now")?.usedFigures.isEmpty == true)
  }

  @Test func `No action is a decision that asks why, and then nothing blocks`() {
    var driver = driver()
    driver.press("S")
    #expect(driver.screen == .readyToHold && driver.prose.contains("no action is one too"), "\(driver.prose)")
    driver.press("Esc", "D", "Tab")
    driver.type("no")
    driver.press("^S")
    #expect(driver.prose.contains("Say why nothing need be done"), "\(driver.prose)")
    driver.type("The school follows it")
    driver.press("^S")
    let meeting = driver.snapshot.review("m-now")
    #expect(meeting?.decision == .noAction && meeting?.decided == "The school follows it")
    driver.press("S")
    #expect(driver.screen == .form, "\(driver.prose)")
    #expect(driver.prose.contains("Mark the meeting as held"))
  }

  @Test func `What was held does not change, and says who held it`() {
    var driver = driver("m-held")
    #expect(driver.prose.contains("Held by R. Reviewer"), "\(driver.prose)")
    for key in ["A", "D", "t", "S", "R"] {
      driver.press(key)
      #expect(driver.screen == .meeting && driver.saved.isEmpty, "\(key)")
    }
    driver.press("Tab", "Space")
    #expect(driver.saved.isEmpty)
    driver.press("=")
    #expect(driver.message == "half-term.csv, line 12, column Pupils")
    driver.press("C")
    #expect(driver.saved == ["Meeting closed"])
  }

  @Test func `A collection says what meetings passed over twice`() {
    var snapshot = Invented.met
    let halfTerm = HalfTerm(year: AcademicYear(start: 2026), part: .spring1)
    snapshot.collections = CollectionPlan([
      CollectionPlan.Collection(id: "c", halfTerm: halfTerm, asks: .attainment, due: Invented.day)
    ])
    var driver = ScreenDriver(snapshot)
    driver.run("collections.show")
    #expect(driver.prose.contains("Shown at two meetings running and used at neither"), "\(driver.prose)")
    #expect(driver.prose.contains("Year 4 writing: Elm Row"), "\(driver.prose)")
    #expect(!driver.prose.contains("Year 4 maths:"), "it was used at the last one")
  }

  @Test func `Everything that was said is found, and opens the meeting`() {
    var driver = ScreenDriver(Invented.met)
    driver.press("*")
    driver.type("by two children")
    driver.press("Enter")
    #expect(driver.screen == .meeting, "\(driver.prose)")
  }
}
