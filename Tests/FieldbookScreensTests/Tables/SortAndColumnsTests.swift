import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("Order, columns and views of a table")
struct SortAndColumnsTests {
  @Test("s takes a column by its letters; the one before comes second and is marked so")
  func sorting() {
    var driver = ScreenDriver(size: ScreenDriver.wide)
    driver.press("s")
    driver.type("ins")
    #expect(driver.row("▸").contains("Inspection rating"))
    driver.press("Enter", "s")
    driver.type("late")
    driver.press("Enter", "g")
    #expect(driver.message.isEmpty && heads(driver).contains("Open/late▼"))
    #expect(heads(driver).contains("Inspection▲²") && driver.cursorRow.contains("Ashgrove"))
    driver.press("S", "G")
    #expect(heads(driver).contains("Open/late▲") && driver.cursorRow.contains("Ashgrove"))
  }

  /// The heads of the columns.
  private func heads(_ driver: ScreenDriver) -> String { driver.row("Open/late") }

  @Test("letters that no column has change nothing")
  func unknownColumn() {
    var driver = ScreenDriver()
    driver.press("s")
    driver.type("zzz")
    driver.press("Enter")
    #expect(driver.message == "Nothing is called “zzz”: Esc leaves")
    driver.press("Esc")
    #expect(driver.shows("School▲"))
  }

  @Test("Space hides and shows a column, J and K move it, + widens it, 0 is as usual")
  func columns() {
    var driver = ScreenDriver()
    let before = driver.frame
    driver.press("c", "j", "Space", "Esc")
    #expect(!heads(driver).contains("Phase") && heads(driver).contains("Roll"))
    driver.press("c", "g", "J", "Esc")
    #expect(heads(driver).contains("Look School▲"))
    driver.press("c", "g", "+", "+", "Esc")
    #expect(heads(driver).contains("    Look School▲"))
    driver.press("c", "0", "Esc")
    #expect(driver.frame == before)
  }

  @Test("the last column stays, and a hidden one is shown before it is moved")
  func limits() {
    var driver = ScreenDriver()
    driver.snapshot.tables["schools"] = TableState(
      choices: TableChoices(columns: [ColumnPlace(column: "roll")]))
    driver.press("c", "Space")
    #expect(driver.message == "One column stays")
    driver.press("j", "K")
    #expect(driver.message == "A hidden column has no place: Space shows it")
    driver.press("Space", "Esc")
    #expect(driver.row("Roll").contains("School"))
  }

  @Test("a view is saved by name, shown again, replaced and deleted when asked twice")
  func views() {
    var driver = ScreenDriver()
    driver.press("f", "j", "Enter", "Enter", "w")
    #expect(driver.shows("No view is saved yet."))
    driver.press("a")
    driver.type("Infants")
    driver.press("Enter")
    #expect(driver.message == "The view “Infants” is saved" && driver.row("▸").contains("phase is Infant"))
    driver.press("Esc", "Esc", "w", "Enter")
    #expect(
      driver.screen == .schools && driver.shows("phase is Infant") && driver.message.contains("Infants"))
    driver.press("w", "a", "Enter")
    #expect(driver.message == "The view “Infants” is replaced")
    driver.press("x")
    #expect(driver.message == "x again deletes the view “Infants”" && driver.shows("▸ Infants"))
    driver.press("x")
    #expect(driver.snapshot.views == [] && driver.shows("No view is saved yet."))
    driver.press("2", "w")
    #expect(driver.rows[0].contains("Saved views · reviews"))
  }

  @Test("a view without a name is not saved")
  func namelessView() {
    var driver = ScreenDriver()
    driver.press("w", "a", "Enter")
    #expect(driver.message == "Type a name; Esc leaves" && driver.snapshot.views == [])
  }
}
