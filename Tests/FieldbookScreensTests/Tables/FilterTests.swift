import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("Filtering a table")
struct FilterTests {
  @Test("f lists the columns, Enter the values with their counts, Enter again shows the table")
  func byValue() {
    var driver = ScreenDriver()
    driver.press("f")
    #expect(driver.screen == .filter && driver.shows("Inspection rating"))
    driver.press("j", "Enter")
    #expect(driver.screen == .values && driver.rows[0].contains("Filter · phase · 7 schools"))
    #expect(driver.row("Infant").split(separator: " ").last == "1")
    #expect(driver.row("Primary").split(separator: " ").last == "5")
    driver.press("Enter")
    #expect(driver.screen == .schools && driver.rows[0].contains("1 of 7 schools"))
    #expect(driver.shows("phase is Infant · Esc shows all") && driver.shows("▸ Coldharbour"))
    driver.press("Esc")
    #expect(
      driver.shows("7 schools") && !driver.shows("phase is") && driver.message.contains("F filters as before")
    )
    driver.press("F")
    #expect(driver.rows[0].contains("1 of 7 schools"))
  }

  @Test("Space chooses several values of a column, and several columns are held together")
  func several() {
    var driver = ScreenDriver()
    driver.run("filter.show")
    driver.press("j", "Enter", "Space", "j", "Space", "Enter")
    #expect(driver.shows("phase is Infant or Primary") && driver.rows[0].contains("6 of 7 schools"))
    driver.press("f", "/")
    driver.type("late")
    driver.press("Enter", "Enter", ">")
    driver.type("0")
    #expect(driver.shows("late actions over 0 · Enter takes it"))
    driver.press("Enter", "Enter")
    #expect(driver.shows("phase is Infant or Primary · late actions over 0 · Esc shows all"))
    #expect(driver.rows[0].contains("1 of 7 schools") && driver.cursorRow.hasPrefix("▸ Ashgrove"))
  }

  @Test("values of one column are counted among the rows that pass the other filters")
  func counts() {
    var driver = ScreenDriver()
    driver.snapshot.tables["schools"] = TableState(
      choices: TableChoices(filters: [ColumnFilter(column: "rating", values: ["Good"])]))
    driver.press("f", "j", "Enter")
    #expect(driver.row("Primary").split(separator: " ").last == "2")
  }

  @Test("a range that is none is kept to be mended, and says how one is typed")
  func wrongRange() {
    var driver = ScreenDriver()
    driver.press("f", "/")
    driver.type("roll")
    driver.press("Enter", "Enter", ">")
    driver.type("lots")
    driver.press("Enter")
    #expect(driver.message.hasPrefix("Type a range: >10") && driver.shows(">lots"))
    driver.press("Esc")
    #expect(driver.screen == .values)
    driver.press("<")
    driver.type("100")
    driver.press("Enter", "Enter")
    #expect(driver.shows("roll under 100") && driver.rows[0].contains("2 of 7 schools"))
  }

  @Test("words have no ranges, and say so")
  func noRange() {
    var driver = ScreenDriver()
    driver.press("f", "Enter", "t")
    #expect(driver.message == "Words have no ranges: Space chooses")
  }

  @Test("days are filtered by ranges and by none")
  func days() {
    var driver = ScreenDriver()
    driver.press("f", "/")
    driver.type("last visit")
    driver.press("Enter", "Enter", "t")
    driver.type("since -2m")
    driver.press("Enter", "G", "Space", "Enter")
    #expect(driver.shows("last visit after 2 Oct 2026 or none"))
    #expect(driver.rows[0].contains("7 of 7 schools"))
    driver.press("f", "x")
    #expect(driver.message == "Nothing is filtered by this column")
  }

  @Test("what nobody passes says so and how to see all again")
  func nobody() {
    var driver = ScreenDriver()
    driver.snapshot.tables["schools"] = TableState(
      choices: TableChoices(filters: [ColumnFilter(column: "roll", ranges: [.over(9000)])]))
    driver.resize(driver.size)
    #expect(
      driver.shows("No school passes the filter: roll over 9000.") && driver.shows("Esc shows all again"))
    driver.press("Enter")
    #expect(driver.message == "There is no school in this list")
    driver.press("Esc")
    #expect(driver.rows[0].contains("7 schools"))
  }

  @Test("a filter on a column that this version does not know hides nothing")
  func unknownColumn() {
    var driver = ScreenDriver()
    driver.snapshot.tables["schools"] = TableState(
      choices: TableChoices(
        filters: [ColumnFilter(column: "tomorrow", values: ["x"])], sort: [ColumnSort(column: "tomorrow")],
        columns: [ColumnPlace(column: "tomorrow")]))
    driver.resize(driver.size)
    #expect(driver.shows("Ashgrove Primary") && driver.shows("Beckside"))
  }

  @Test("actions and visits are filtered in the same way")
  func otherTables() {
    var driver = ScreenDriver()
    driver.press("3", "f", "j", "Enter", "Enter")
    #expect(driver.shows("late is late") && driver.rows[0].contains("1 of 4 open, 1 late"))
    driver.press("Esc", "2", "f", "/")
    driver.type("state")
    driver.press("Enter", "Enter", "Enter")
    #expect(driver.shows("state is fieldwork") && driver.rows[0].contains("1 of 4 reviews"))
    driver.press("Esc", "Esc")
    #expect(driver.screen == .schools)
  }
}
