import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("The table of schools")
struct SchoolsTests {
  @Test("opens with the cursor on the first of our schools", arguments: ScreenDriver.sizes)
  func opens(size: TerminalSize) {
    let driver = ScreenDriver(size: size)
    #expect(driver.rows[0].contains("Schools · Meadowbank Trust · 7 schools"))
    #expect(driver.cursorRow.hasPrefix("▸ Ashgrove Primary"))
    #expect(driver.cursorRow.contains("42%   31") || driver.cursorRow.contains("42%    31"))
    #expect(driver.row("Elm Row").contains("75%") && driver.row("Elm Row").contains("4*"))
    #expect(driver.row("Coldharbour").contains("no KS2"))
    #expect(driver.row("Ivy Bank").contains("left"))
    #expect(!driver.shows("Glebe School"), "not ours")
  }

  @Test("a finds the schools that are not ours, and hides them again")
  func everyone() {
    var driver = ScreenDriver()
    driver.press("a")
    #expect(driver.shows("Glebe School") && driver.rows[0].contains("all schools kept"))
    driver.press("a")
    #expect(!driver.shows("Glebe School"))
  }

  @Test("/ narrows at each letter, Enter keeps, Esc shows all", arguments: ScreenDriver.sizes)
  func findsAsTyped(size: TerminalSize) {
    var driver = ScreenDriver(size: size)
    driver.press("/")
    driver.type("b")
    #expect(driver.shows("Beckside") && driver.shows("Ivy Bank"))
    driver.type("eck")
    #expect(driver.shows("▸ Beckside Academy") && !driver.shows("Ashgrove Primary"))
    #expect(driver.status.isEmpty == false && driver.shows("“beck” matches 1"))
    driver.press("Enter")
    #expect(driver.shows("▸ Beckside Academy") && driver.footer.contains("Esc back"))
    driver.press("Esc")
    #expect(driver.shows("▸ Beckside Academy") && driver.shows("Ashgrove Primary"), "kept by identity")
  }

  @Test("Esc while typing leaves the rows and the cursor as they were")
  func escapesFinding() {
    var driver = ScreenDriver()
    driver.press("j", "j", "/")
    driver.type("elm")
    driver.press("Esc")
    #expect(driver.shows("7 schools") && driver.cursorRow.hasPrefix("▸ Coldharbour"))
  }

  @Test("finds by number, town and authority, and by words in any order")
  func findsByOtherWords() {
    for (text, name) in [
      ("100004", "Dunmore"), ("coldharbour, ab1", "Coldharbour"), ("primary elm", "Elm Row"),
    ] {
      var driver = ScreenDriver()
      driver.press("/")
      driver.type(text)
      #expect(driver.row("▸").contains(name) && driver.rows[0].contains("· 1 of 7 schools"), "\(text)")
    }
  }

  @Test("/ begins empty each time, and Esc brings back what was found before")
  func findsAgain() {
    var driver = ScreenDriver()
    driver.press("/")
    driver.type("cold")
    driver.press("Enter", "/")
    #expect(driver.rows[0].contains("· 7 schools") && driver.cursorRow.hasPrefix(" /"))
    driver.type("dun")
    #expect(driver.rows[0].contains("· 1 of 7 schools") && driver.row("▸").contains("Dunmore"))
    driver.press("Esc")
    #expect(driver.rows[0].contains("· 1 of 7 schools") && driver.row("▸").contains("Coldharbour"))
    driver.press("/", "Enter")
    #expect(driver.rows[0].contains("· 7 schools"))
  }

  @Test("sorted by rating, the best comes first and a school without one last, either way round")
  func ratings() {
    var driver = ScreenDriver(size: ScreenDriver.wide)
    driver.run("sort.rating")
    driver.press("g")
    #expect(driver.cursorRow.contains("Outstanding"))
    driver.press("S", "g")
    #expect(driver.cursorRow.contains("Requires improvement"))
    driver.press("G")
    #expect(!["Outstanding", "Good", "Requires"].contains { driver.cursorRow.contains($0) })
  }

  @Test("no heading is cut by the sign of the order", arguments: ScreenDriver.sizes)
  func headings(size: TerminalSize) {
    var driver = ScreenDriver(size: size)
    for column in SchoolsScreen().table.columns {
      driver.run("sort.\(column.id)")
      #expect(!driver.row("School").contains("…"))
    }
  }

  @Test("n and N walk the matches; without any they say so")
  func nextMatch() {
    var driver = ScreenDriver()
    driver.press("n")
    #expect(driver.message == "Nothing was looked for: / finds")
    driver.press("/")
    driver.type("primary")
    driver.press("Enter", "n")
    #expect(driver.cursorRow.hasPrefix("▸ Dunmore"))
    driver.press("N")
    #expect(driver.cursorRow.hasPrefix("▸ Ashgrove"))
  }

  @Test("what matches nothing says so, and Enter on nothing says why")
  func noMatch() {
    var driver = ScreenDriver()
    driver.press("/")
    driver.type("zz")
    #expect(driver.shows("No school here holds “zz”. Esc shows all again."))
    driver.press("Enter", "Enter")
    #expect(driver.message == "There is no school in this list" && driver.screen == .schools)
  }

  @Test("sorting keeps the chosen school and marks its column", arguments: ScreenDriver.sizes)
  func sorts(size: TerminalSize) {
    var driver = ScreenDriver(size: size)
    driver.press("j", "s")
    driver.type("phase")
    driver.press("Enter")
    #expect(driver.cursorRow.hasPrefix("▸ Beckside"))
    #expect(driver.message == "Sorted by phase, then name: S turns the order round")
    driver.run("sort.result")
    #expect(driver.shows("RWM 17/18▲") && driver.cursorRow.hasPrefix("▸ Beckside"))
    let names = driver.rows.filter { $0.contains("%") && !$0.contains("RWM") }.map {
      String($0.dropFirst(2).prefix(7))
    }
    #expect(names == ["Ashgrov", "Dunmore", "Fernhil", "Becksid", "Elm Row"])
    driver.press("S")
    #expect(driver.shows("RWM 17/18▼") && driver.cursorRow.hasPrefix("▸ Beckside"))
    driver.press("/")
    driver.type("b")
    driver.press("Esc")
    #expect(driver.cursorRow.hasPrefix("▸ Beckside"))
  }

  @Test("an empty workspace says what to do, and that nobody is ours yet says it too")
  func empty() {
    let driver = ScreenDriver(Invented.empty)
    #expect(driver.shows("There are no schools yet.") && driver.shows("fieldbook import"))
    #expect(!driver.footer.contains("Enter"))
    let facts = Facts(files: Invented.facts.files, catalogue: Invented.catalogue, ours: [:])
    let nobody = ScreenDriver(Invented.snapshot(facts: facts, reviews: [], actions: []))
    #expect(nobody.shows("7 schools are kept, but none of them is yours yet."))
  }

  @Test("Enter opens the school, Esc comes back to the same row")
  func opensAndComesBack() {
    var driver = ScreenDriver()
    driver.press("j", "j", "j", "Enter")
    #expect(driver.screen == .school && driver.rows[0].contains("Dunmore Primary"))
    driver.press("Esc")
    #expect(driver.screen == .schools && driver.cursorRow.hasPrefix("▸ Dunmore"))
  }

  @Test("says how many reasons there are to look at a school, and in words at the chosen one")
  func lookAt() {
    var driver = ScreenDriver()
    #expect(driver.status.contains("Look at Ashgrove Primary: 1 action late, 20 days, due 12 Nov 2026"))
    driver.run("sort.look")
    driver.press("g")
    #expect(driver.cursorRow.hasPrefix("▸ Ashgrove Primary"), "it has the most reasons")
    #expect(driver.cursorRow.contains(" 2!"), "one fact late, one fallen")
    driver.press("G")
    #expect(driver.cursorRow.hasPrefix("▸ Beckside") && !driver.status.contains("Look at"))
  }

  @Test("problems of the workspace and a second writer are said above the table")
  func notices() {
    let snapshot = Invented.snapshot(
      readOnly: "Ann has it open", problems: ["a.json: broken", "b.json: broken"])
    let driver = ScreenDriver(snapshot)
    #expect(driver.shows("Reading only: Ann has it open"))
    #expect(driver.shows("! 2 problems in this workspace: fieldbook check") && driver.shows("a.json: broken"))
    #expect(driver.cursorRow.hasPrefix("▸ Ashgrove"))
  }
}

@Suite("All schools of England")
struct EnglandTests {
  static let england = Invented.snapshot(facts: Invented.england(24_000), reviews: [], actions: [])

  @Test("moving and finding give the right rows among 24,000")
  func movesAndFinds() {
    var driver = ScreenDriver(Self.england, size: ScreenDriver.wide)
    #expect(driver.rows[0].contains("24,000 schools"))
    let first = driver.cursorRow
    driver.press("G")
    #expect(driver.shows("24,000 of 24,000"))
    driver.press("g")
    #expect(driver.cursorRow == first)
    driver.press("/")
    driver.press(.paste("school 12401"))
    #expect(driver.rows[0].contains("· 1 of 24,000 schools") && driver.row("▸").contains("School 12401"))
    driver.press("Enter", "Enter")
    #expect(driver.screen == .school && driver.rows[0].contains("112401"))
    driver.press("Esc", "Esc")
    #expect(driver.rows[0].contains("24,000 schools") && driver.cursorRow.contains("School 12401"))
  }

  @Test("the rows are in the order of their names, whichever page is shown")
  func order() {
    var driver = ScreenDriver(Self.england)
    var last = ""
    for _ in 0..<20 {
      driver.press("PgDn")
      let name = String(driver.cursorRow.dropFirst(2).prefix(28)).lowercased()
      #expect(name >= last)
      last = name
    }
  }
}
