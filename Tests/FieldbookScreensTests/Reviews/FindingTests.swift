import FieldbookModel
import FieldbookScreens
import Testing
import TextUI

@Suite("Findings, judgements and actions")
struct FindingTests {
  @Test("a finding takes its evidence from the list by Space", arguments: ScreenDriver.sizes)
  func chosenEvidence(size: TerminalSize) throws {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("j", "F")
    #expect(driver.shows("New finding") && driver.shows("‹Attendance and behaviour›"))
    driver.type("Corridors undo the calm of lessons")
    driver.press("Tab")
    #expect(driver.row("Evidence").contains("[ ] 10:02 + Routines are calm"), "notes of the area come first")
    driver.press("Space", "Down", "Space")
    #expect(driver.frame.split(separator: "\n").filter { $0.contains("[x]") }.count == 2)
    driver.press("^S")
    let finding = try #require(driver.snapshot.review("r-now")?.findings.last)
    #expect(finding.evidence.sorted() == ["n1", "n2"] && finding.area == "attendance")
    #expect(driver.saved == ["Finding added"] && driver.shows("Corridors undo the calm of lessons"))
    #expect(
      driver.row("Corridors undo").contains("2 sources") && !driver.row("Corridors undo").contains("not tri"))
  }

  @Test("marked notes are the evidence of the next finding")
  func markedEvidence() throws {
    var driver = ScreenDriver.inReview()
    driver.press("j", "Enter", "j", "Space", "Space")
    #expect(driver.status.contains("2 marked for the next finding"))
    #expect(driver.row("Routines are calm").contains("*10:02") && driver.row("Corridors").contains("*10:09"))
    driver.press("F")
    driver.type("Two sources agree")
    driver.press("^S")
    let finding = try #require(driver.snapshot.review("r-now")?.findings.last)
    #expect(finding.evidence.sorted() == ["n1", "n2"])
    #expect(!driver.shows("marked for the next finding"), "the marks are used up")
  }

  @Test("a finding's form that is left keeps the marks", arguments: ScreenDriver.sizes)
  func marksStay(size: TerminalSize) {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("j", "Enter", "j", "Space", "Space", "F", "Esc")
    #expect(driver.status.contains("2 marked for the next finding"))
    driver.press("F")
    #expect(driver.row("Evidence").contains("10:02") && driver.saved.isEmpty)
  }

  @Test("Space marks only notes, and the footer offers it only there")
  func marksOnlyNotes() {
    var driver = ScreenDriver.inReview()
    driver.press("Space")
    #expect(driver.message == "Move to a note first: Enter goes into an area")
    driver.press("j", "Enter")
    #expect(!driver.footer.contains("Space mark"))
    driver.press("j")
    #expect(driver.footer.contains("Space mark"))
  }

  @Test("a finding on one source says that it is not triangulated")
  func notTriangulated() {
    let driver = ScreenDriver.inReview()
    #expect(driver.row("Maths is taught").contains("1 source · not triangulated"))
  }

  @Test("a finding without a sentence is refused")
  func refused() {
    var driver = ScreenDriver.inReview()
    driver.press("F", "^S")
    #expect(driver.screen == .form && driver.shows("! A finding needs a sentence that says it"))
  }

  @Test("a grade is chosen by its first letters, beside the school's own", arguments: ScreenDriver.sizes)
  func judgement(size: TerminalSize) throws {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("j", "J")
    #expect(driver.shows("Judgement · Attendance and behaviour"))
    driver.type("lessons are calm, corridors are not")
    driver.press("Tab")
    driver.type("nee")
    #expect(driver.row("Our grade").contains("‹Needs attention›"))
    driver.press("Tab")
    driver.type("exp")
    driver.press("^S")
    let judgement = try #require(driver.snapshot.review("r-now")?.judgement(of: "attendance"))
    #expect(judgement.ours == "attention" && judgement.schoolsOwn == "expected")
    #expect(words(driver.row("▸ Attendance")).hasPrefix("▸ Attendance Expected Attention"))
    #expect(driver.shows("Judgement: Needs attention (school: Expected standard)"))
  }

  @Test("safeguarding not met asks who was told, before it is saved", arguments: ScreenDriver.sizes)
  func safeguarding(size: TerminalSize) throws {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("j", "j", "j", "J", "Tab")
    driver.type("not")
    driver.press("^S")
    #expect(driver.screen == .form && driver.saved.isEmpty)
    #expect(driver.shows("! Safeguarding is not met: say who was told"))
    driver.type("Designated lead, 11:20, by the lead reviewer")
    driver.press("^S")
    let judgement = try #require(driver.snapshot.review("r-now")?.judgement(of: "safeguarding"))
    #expect(judgement.ours == "notMet" && judgement.record.text("told").hasPrefix("Designated lead"))
  }

  @Test("safeguarding met asks nothing more")
  func safeguardingMet() {
    var driver = ScreenDriver.inReview()
    driver.press("j", "j", "j", "J", "Tab")
    driver.type("met")
    driver.press("^S")
    #expect(driver.saved == ["Judgement added"] && driver.row("▸ Safeguarding").contains("Met"))
  }

  @Test("an area not reviewed says why, and takes its grade away")
  func notReviewed() throws {
    var driver = ScreenDriver.inReview()
    driver.press("X")
    #expect(driver.shows("The grade given to this area will be taken away."))
    driver.press("^S")
    #expect(driver.shows("! Say why the area was not reviewed"))
    driver.type("No lessons that day")
    driver.press("^S")
    let judgement = try #require(driver.snapshot.review("r-now")?.judgement(of: "curriculum"))
    #expect(!judgement.isGraded && judgement.notReviewed == "No lessons that day")
    #expect(
      driver.row("▸ Curriculum").contains("Not reviewed") && driver.shows("Not reviewed: No lessons that day")
    )
  }

  @Test(
    "an action's date is typed as people say it, and read back under the field",
    arguments: [
      ("12 feb", "Fri 12 Feb 2027 · Spring 1", "2027-02-12"),
      ("+6w", "Wed 13 Jan 2027 · Spring 1", "2027-01-13"),
      ("spring 2", "Thu 25 Mar 2027 · Spring 2", "2027-03-25"),
    ], ScreenDriver.sizes)
  func due(typed: (String, String, String), size: TerminalSize) throws {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("j", "A")
    driver.type("Agree one routine")
    driver.press("Tab")
    driver.type("Deputy head")
    driver.press("Tab")
    driver.type(typed.0)
    #expect(driver.shows(typed.1))
    driver.press("Tab")
    driver.type("hi")
    driver.press("Tab")
    driver.type("Seen in every lesson")
    driver.press("^S")
    let action = try #require(driver.snapshot.actions.first { $0.text == "Agree one routine" })
    #expect(action.due?.text == typed.2 && action.owner == "Deputy head" && action.priority == .high)
    #expect(action.school == Invented.ashgrove && action.review == "r-now" && action.area == "attendance")
    #expect(driver.saved == ["Action agreed"])
  }

  @Test("a date that is none is refused, and a day without school says so")
  func dueRefused() {
    var driver = ScreenDriver.inReview()
    driver.press("A")
    driver.type("x")
    driver.press("Tab", "Tab")
    driver.type("25 dec")
    #expect(driver.shows("no school"))
    driver.type("ember or so")
    #expect(driver.shows("not a date yet"))
    driver.press("^S")
    #expect(driver.shows("! Not a date: type 12 feb, +6w or spring 2") && driver.saved.isEmpty)
  }

  @Test("an action begun on a finding answers that finding")
  func actionOfFinding() {
    var driver = ScreenDriver.inReview()
    driver.press("j", "Enter", "A")
    #expect(driver.row("Finding").contains("‹Low-level disruption at the change of lesson›"))
  }

  @Test(
    "the actions of all schools show what is late, and Enter edits their status",
    arguments: ScreenDriver.sizes)
  func actionsOfAll(size: TerminalSize) throws {
    var driver = ScreenDriver(size: size)
    driver.press("3")
    #expect(driver.rows[0].contains("Actions · 4 open, 1 late"))
    #expect(driver.row("12 Nov 2026").contains("LATE") && driver.row("no date").contains("Buy atlases"))
    driver.press("Enter")
    for _ in 0..<6 { driver.press("Tab") }
    driver.type("comp")
    driver.press("^S")
    #expect(driver.snapshot.action("a-late")?.ownStatus == .completed && driver.saved == ["Action changed"])
    driver.press("G")
    #expect(driver.status.contains("Buy atlases · no test of success yet"))
  }
}

/// A row with its blanks made one.
private func words(_ row: String) -> String {
  row.split(separator: " ").joined(separator: " ")
}
