import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("A school's page")
struct SchoolTests {
  @Test("children are a word where changes are read out, and one of them is a child")
  func childrenSpoken() {
    #expect(
      SchoolResults.childrenSpoken("down 19 (6 ch); up 11 (11 ch)")
        == "down 19 (6 children); up 11 (11 children)")
    #expect(SchoolResults.childrenSpoken("up 1 (1 ch)") == "up 1 (1 child)")
    #expect(SchoolResults.childrenSpoken("up 0.1 (<1 ch)") == "up 0.1 (less than one child)")
  }

  @Test(
    "shows each result with n, change in points and children, LA and England", arguments: ScreenDriver.sizes)
  func results(size: TerminalSize) {
    var driver = ScreenDriver.atSchool(Invented.ashgrove, size: size)
    #expect(driver.rows[0].contains("School · Ashgrove Primary · 100001"))
    #expect(words(driver.row("RWM expected  ")) == "▸ RWM expected 61% 33 42% 31 ▼19 (6 ch) 61% 64%")
    #expect(words(driver.row("Reading progress")) == "Reading progress -0.4 33 -1.5 31 ▼1.1 +0.2 0")
    #expect(driver.shows("2017/18 ") && driver.shows("42% of 31 pupils"))
    driver.press("PgDn")
    #expect(words(driver.row("Girls")) == "Girls 67% 17 44% 16 ▼23 (4 ch) 65% 68%")
  }

  @Test("marks small groups, and says what the mark means", arguments: ScreenDriver.sizes)
  func smallGroups(size: TerminalSize) {
    var driver = ScreenDriver.atSchool(Invented.elmRow, size: size)
    #expect(words(driver.row("RWM expected  ")) == "▸ RWM expected – 75% 4* – 61% 64%")
    #expect(driver.status.contains("75% of 4 pupils: small group, hidden in reports"))
    driver.press("G")
    #expect(driver.shows("* fewer than 6") || size == ScreenDriver.narrow)
  }

  @Test("a short row, a blank, a suppressed value and one that does not apply read differently")
  func reasons() {
    let driver = ScreenDriver.atSchool(Invented.dunmore, size: ScreenDriver.wide)
    #expect(words(driver.row("RWM higher")).hasPrefix("RWM higher NA 30 blank 29 –"))
    #expect(words(driver.row("Reading expected")).hasPrefix("Reading expected 60% 30 SUPP 29 –"))
    #expect(words(driver.row("Reading score")).hasPrefix("Reading score 101 30 NA 29 –"))
    #expect(words(driver.row("Reading progress")).hasPrefix("Reading progress +0.2 30 short 29 –"))
    #expect(words(driver.row("EAL")).contains("none 0"), "a blank where there are no pupils")
    for code in ["NA: not applicable", "blank: blank in the file", "short: row cut short in the file"] {
      #expect(driver.shows(code))
    }
  }

  @Test("the status line says in words why there is no number", arguments: ScreenDriver.sizes)
  func reasonsInWords(size: TerminalSize) {
    var driver = ScreenDriver.atSchool(Invented.dunmore, size: size)
    var said: [String] = []
    for _ in 0..<4 {
      driver.press("j")
      said.append(driver.status)
    }
    #expect(said[0].contains("blank in the file"))
    #expect(said[1].contains("suppressed by the publisher"))
    #expect(said[2].contains("not applicable"))
    #expect(said[3].contains("the file's row stops before this column"))
  }

  @Test("left and right choose the year for status, change and source")
  func choosesYear() {
    var driver = ScreenDriver.atSchool(Invented.ashgrove)
    driver.press("Left")
    #expect(driver.status.contains("2016/17") && driver.status.contains("61% of 33 pupils"))
    #expect(
      words(driver.row("RWM expected  ")).hasSuffix("– 58% 62%"), "nothing to compare with, LA of that year")
    driver.press("=")
    #expect(driver.row(" File ").contains("2016-17_invented_ks2.csv"))
    driver.press("Esc", "l", "=")
    #expect(driver.row(" File ").contains("2017-18_invented_ks2.csv"))
  }

  @Test("= shows file, line, column and the cell as written", arguments: ScreenDriver.sizes)
  func source(size: TerminalSize) {
    var driver = ScreenDriver.atSchool(Invented.ashgrove, size: size)
    driver.press("=")
    #expect(driver.screen == .source && driver.rows[0].contains("Ashgrove Primary"))
    for (label, text) in [
      ("File", "2017-18_invented_ks2.csv"), ("Line", "2"), ("Column", "RWM_EXP"), ("As written", "42%"),
      ("Pupils (n)", "31"), ("Read by", "invented-1"),
    ] { #expect(words(driver.row(" \(label) ")) == "\(label) \(text)") }
    driver.press("Esc")
    #expect(driver.screen == .school)
  }

  @Test("the source of a blank and of a row cut short say which of the two it is")
  func sourceOfNothing() {
    var driver = ScreenDriver.atSchool(Invented.dunmore)
    driver.press("j", "=")
    #expect(driver.row("As written").contains("a blank"))
    driver.press("Esc", "j", "j", "j", "=")
    #expect(driver.row("As written").contains("nothing: the row stops before this column"))
  }

  @Test("a result that stands under the school's earlier number says so")
  func earlierURN() {
    var driver = ScreenDriver.atSchool(Invented.fernhill, size: ScreenDriver.wide)
    #expect(driver.shows("Earlier results under URN 100906.") && driver.status.contains("as URN 100906 "))
    driver.press("=")
    #expect(driver.row("own URN").contains("100906"))
  }

  @Test("a school without key stage 2, and one that left the register, say so")
  func withoutResults() {
    let infants = ScreenDriver.atSchool(Invented.coldharbour)
    #expect(infants.shows("No key stage 2 or 4 here") && !infants.footer.contains("Enter"))
    let left = ScreenDriver.atSchool(URN("100009"))
    #expect(left.shows("no longer lists this school") && left.rows[0].contains("Ivy Bank Primary"))
    let unknown = ScreenDriver.atSchool(URN("999999"))
    #expect(unknown.shows("The register does not list this school."))
  }

  @Test("says first why it should be looked at, a fact a line", arguments: ScreenDriver.sizes)
  func lookAt(size: TerminalSize) {
    let driver = ScreenDriver.atSchool(Invented.ashgrove, size: size)
    #expect(driver.shows("! 1 action late, 20 days, due 12 Nov 2026"))
    #expect(driver.shows("! RWM expected fell 19 points (6 of 31 children) since 2016/17"))
    let elmRow = ScreenDriver.atSchool(Invented.elmRow, size: size)
    #expect(elmRow.shows("! No visit on record"))
  }

  @Test("lists reviews and open actions, and opens them", arguments: ScreenDriver.sizes)
  func records(size: TerminalSize) {
    var driver = ScreenDriver.atSchool(Invented.ashgrove, size: size)
    driver.press("G")
    #expect(driver.row("12 Nov 2026 LATE").contains("high") && !driver.row("10 Feb 2027").contains("LATE"))
    #expect(driver.status.contains("Train all lunchtime staff · Test of success: Seen in every lesson"))
    #expect(driver.row("fieldwork").contains("4 notes, 2 findings, 1 of 4 graded"))
    driver.press("Enter")
    #expect(driver.screen == .form && driver.shows("Train all lunchtime staff"))
    driver.press("Esc", "k", "k", "k", "Enter")
    #expect(driver.screen == .review && driver.shows("final"))
  }

  @Test("p asks for the school's report")
  func report() {
    var driver = ScreenDriver.atSchool(Invented.ashgrove)
    driver.press("p")
    guard case .preview(.school(let urn))? = driver.effects.first else {
      Issue.record("no report was asked for")
      return
    }
    #expect(urn == Invented.ashgrove)
  }
}

/// A row with its blanks made one.
private func words(_ row: String) -> String {
  row.split(separator: " ").joined(separator: " ")
}
