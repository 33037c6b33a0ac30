import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

struct CalendarScreenTests {
  private func open(size: TerminalSize = ScreenDriver.narrow) -> ScreenDriver {
    var driver = ScreenDriver(size: size)
    driver.run("calendar.show")
    return driver
  }

  private func retype(_ text: String, in driver: inout ScreenDriver) {
    driver.press("End")
    for _ in 0..<20 { driver.press("Backspace") }
    driver.type(text)
  }

  @Test(arguments: ScreenDriver.sizes)
  func `The six half-terms show with their holidays, and the heading's half-term is theirs`(
    size: TerminalSize
  ) {
    var driver = open(size: size)
    #expect(driver.screen == .calendar && driver.rows[0].contains("Calendar · 2026/27"))
    #expect(driver.rows[0].contains("Autumn 2"))
    #expect(driver.row("Autumn 2 · now").contains("Mon 2 Nov 2026"))
    #expect(driver.row("Spring 2").contains("Easter holiday"))
    driver.press("]")
    #expect(driver.rows[0].contains("2027/28") && driver.shows("Reckoned from 2026/27"))
    driver.press("[", "[")
    #expect(driver.rows[0].contains("2025/26") && driver.shows("Tue 2 Sep 2025"))
  }

  @Test func `A changed half-term is kept and changes what day belongs to it`() {
    var driver = open()
    driver.press("j", "Enter")
    #expect(driver.screen == .form && driver.shows("Autumn 1 ends on Fri 23 Oct 2026"))
    retype("7 dec", in: &driver)
    driver.press("^S")
    #expect(driver.screen == .calendar, "\(driver.frame)")
    #expect(driver.saved == ["Autumn 2 2026/27 is 7 Dec 2026 to 18 Dec 2026"])
    // Today, 2 December, is now in a holiday and belongs to the half-term before.
    #expect(driver.rows[0].contains("Autumn 1"))
    #expect(driver.shows("Dates set in this workspace") && driver.shows("6 weeks between"))
    driver.press("W")
    #expect(driver.row("Autumn 2 · now").contains("2 Nov 2026") && driver.shows("usual dates"))
    driver.press("W")
    #expect(driver.message.contains("nothing to take away"))
  }

  @Test(arguments: [
    ("12 oct", "lasts until 23 Oct 2026"), ("soon", "Not a day"), ("1 jan", "before it begins"),
    ("", "Not a day"),
  ])
  func `Dates that cannot be are refused where they were typed`(typed: String, words: String) {
    var driver = open()
    driver.press("j", "Enter")
    retype(typed, in: &driver)
    driver.press("^S")
    #expect(driver.screen == .form && driver.shows(words), "\(driver.frame)")
    #expect(driver.saved == [])
  }

  @Test func `Training days are added, changed and taken away`() {
    var driver = open()
    driver.press("A")
    driver.type("27 nov, 4 jan")
    driver.press("^S")
    #expect(driver.row("Fri 27 Nov 2026").contains("Training day") && driver.shows("Mon 4 Jan 2027"))
    #expect(driver.snapshot.calendar.whyNoSchool(on: CalendarDate(dayNumber: 20_784)) == "Training day")
    driver.press("G", "Enter")
    retype("5 jan", in: &driver)
    driver.press("^S")
    let closed = driver.rows.filter { $0.contains("Training day") && !$0.contains("Saved") }
    #expect(closed.count == 2 && closed[1].contains("Tue 5 Jan 2027"), "\(driver.frame)")
    driver.press("G", "W")
    #expect(!driver.shows("Tue 5 Jan 2027") && driver.shows("Fri 27 Nov 2026"))
  }

  @Test func `A school has its own dates, and the group's calendar names it`() {
    var driver = open()
    driver.press("O")
    driver.type("Ash")
    driver.press("^S")
    #expect(driver.rows[0].contains("Ashgrove"), "\(driver.frame)")
    #expect(driver.shows("usual dates"))
    driver.press("Enter")
    retype("7 sep", in: &driver)
    driver.press("^S")
    #expect(driver.shows("The school’s own dates") && driver.row("Autumn 1").contains("Mon 7 Sep 2026"))
    driver.press("Esc")
    #expect(
      driver.row("Autumn 1").contains("Thu 3 Sep 2026")
        && driver.row("Dates of their own").contains("Ashgrove"))
  }

  @Test func `Where nothing may be written the calendar is only read`() {
    var snapshot = Invented.full
    snapshot.readOnlyReason = "Somebody else writes"
    var driver = ScreenDriver(snapshot)
    driver.run("calendar.show")
    driver.press("Enter")
    #expect(driver.screen == .calendar && driver.message.contains("Somebody else writes"))
  }
}
