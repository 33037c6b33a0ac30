import FieldbookModel
import FieldbookScreens
import Testing
import TextUI

@Suite("Since last time, withdrawing, signing")
struct SigningTests {
  @Test("actions agreed earlier wait for an answer, and get one", arguments: ScreenDriver.sizes)
  func answers(size: TerminalSize) throws {
    var driver = ScreenDriver.inReview(size: size)
    #expect(driver.status.contains("0 of 2 answered"))
    driver.press("G", "Enter", "Enter")
    #expect(driver.screen == .form && driver.shows("Agreed: Agree one routine for the change of lesson"))
    #expect(
      driver.shows("Deputy head, due 12 Nov 2026") && driver.shows("Test of success: Seen in every lesson"))
    driver.type("Seen in nine lessons of ten")
    driver.press("Tab")
    driver.type("don")
    driver.press("^S")
    #expect(driver.saved == ["Answer added"] && driver.status.isEmpty == false)
    #expect(driver.snapshot.review("r-now")?.answers["a-late"]?.outcome == .verified)
    #expect(driver.shows("done, and seen to be: Seen in nine lessons of ten") && driver.shows("1 of 2"))
  }

  @Test("an action not looked at says because, and stays open")
  func notLookedAt() throws {
    var driver = ScreenDriver.inReview()
    driver.press("G", "Enter", "Enter", "^S")
    #expect(driver.shows("! Say what you found, or why it was not looked at"))
    driver.type("The building was closed")
    driver.press("Tab")
    driver.type("not l")
    #expect(driver.row("Outcome").contains("‹not looked at, because…›"))
    driver.press("^S")
    #expect(driver.shows("not looked at, because…: The building was closed"))
    let action = try #require(driver.snapshot.action("a-late"))
    #expect(driver.snapshot.isOpen(action) && action.isLate(on: Invented.day, in: driver.snapshot.reviews))
  }

  @Test("R lists what blocks first, and Enter goes where it is mended", arguments: ScreenDriver.sizes)
  func ready(size: TerminalSize) {
    var driver = ScreenDriver.inReview(size: size)
    #expect(driver.status.contains("5 things left before signing (R)"))
    driver.press("R")
    let kinds = driver.rows.compactMap { $0.dropFirst(2).split(separator: " ").first }
      .filter { $0 == "blocks" || $0 == "warns" }
    #expect(kinds == ["blocks", "blocks", "blocks", "blocks", "blocks", "warns", "warns"])
    driver.press("j", "Enter")
    #expect(driver.screen == .review && driver.row("▸ Ach").isEmpty == false && driver.shows("Achievement"))
    driver.press("R", "j", "j", "j", "Enter")
    #expect(driver.cursorRow.contains("Agree one routine for the change of lesson"))
    driver.press("R", "G", "Enter")
    #expect(driver.cursorRow.contains("Kitchen door was open") && driver.shows("Notes filed under no area"))
    driver.press("R", "G", "k", "Enter")
    #expect(driver.cursorRow.contains("Maths is taught in a clear order"))
    driver.press("Esc", "Esc")
    #expect(driver.screen == .schools)
  }

  @Test("every word of what blocks can be read in a narrow window")
  func readyWraps() {
    var driver = ScreenDriver.inReview()
    driver.press("R")
    #expect(!driver.rows.dropFirst(2).contains { $0.hasSuffix("…") })
  }

  @Test("unfinished text blocks the signature, and its line opens it")
  func draftBlocks() {
    var driver = ScreenDriver.inReview(Self.ready)
    #expect(driver.status.contains("ready to sign "))
    driver.press("E")
    driver.type("one more")
    driver.press("Esc", "S")
    #expect(driver.screen == .ready && driver.shows("Text of this review is still in a draft"))
    driver.press("Enter")
    #expect(driver.screen == .form && driver.shows("one more"))
  }

  @Test("a captured line that is unfinished is opened in its line")
  func capturedDraftBlocks() {
    var driver = ScreenDriver.inReview(Self.ready)
    driver.press("e")
    driver.type("one more")
    driver.press("Esc", "R", "Enter")
    #expect(driver.screen == .review && driver.shows("e› one more"))
  }

  @Test("S is refused while anything blocks, and says how many", arguments: ScreenDriver.sizes)
  func signRefused(size: TerminalSize) {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("S")
    #expect(driver.screen == .ready && driver.message == "Not ready: 5 things to mend first")
    driver.press("S")
    #expect(driver.message == "Not ready: 5 things to mend first")
    driver.press("Esc")
    #expect(driver.screen == .review, "asking twice opens one list")
  }

  @Test("a review that is ready is signed by name, knowing what warns", arguments: ScreenDriver.sizes)
  func sign(size: TerminalSize) {
    var driver = ScreenDriver.inReview(Self.ready, size: size)
    driver.press("S")
    #expect(driver.screen == .form && driver.shows("It cannot be undone.") && driver.shows("warns"))
    #expect(driver.row("Signed by").contains("R. Reviewer"))
    driver.press("^S")
    guard case .sign(let review, let by, let then)? = driver.effects.first else {
      Issue.record("nothing was signed")
      return
    }
    #expect(review == "r-now" && by == "R. Reviewer" && !then.isEmpty)
  }

  @Test("signed from the list of what blocks, the review itself is what is then in sight")
  func signFromList() {
    var driver = ScreenDriver.inReview(Self.ready)
    driver.press("R", "S")
    #expect(driver.screen == .form)
    driver.press("Esc")
    #expect(driver.screen == .review)
  }

  @Test("a signature without a name is refused")
  func signWithoutName() {
    var driver = ScreenDriver.inReview(Self.ready)
    driver.press("S")
    for _ in 0..<20 { driver.press("Backspace") }
    driver.press("^S")
    #expect(driver.shows("! A signature needs a name"))
  }

  @Test(
    "nothing in a signed or cancelled review can be changed, and every key says why",
    arguments: [
      ("r-signed", "Signed by R. Reviewer on 4 Nov 2026"),
      ("r-cancelled", "Cancelled: Snow closed the school"),
    ],
    ScreenDriver.sizes)
  func closed(review: (String, String), size: TerminalSize) {
    let driver = ScreenDriver.inReview(Invented.full, review.0, size: size)
    #expect(driver.status.contains(review.1))
    for key in ["e", "E", "F", "J", "X", "A", "S", "W", "R"] {
      for way in [[], ["Enter"]] {
        var pressed = driver
        for key in way + [key] { pressed.press(key) }
        #expect(pressed.message.contains(review.1) && pressed.screen == .review, "\(key)")
        #expect(!driver.footer.contains(" \(key) "), "\(key) is not offered")
      }
    }
    var opened = driver
    opened.press("Enter", "Enter")
    #expect(opened.message.contains(review.1), "Enter on a record")
    opened.run("review.cancel")
    #expect(opened.message.contains(review.1))
  }

  @Test(
    "withdrawing needs a reason; the record stays readable and no longer counts",
    arguments: ScreenDriver.sizes)
  func withdraw(size: TerminalSize) {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("W")
    #expect(driver.message.hasPrefix("Move to a note, finding, judgement or action first"))
    driver.press("j", "Enter", "j", "W")
    #expect(driver.shows("Routines are calm"))
    driver.press("^S")
    #expect(driver.shows("! Say why it is withdrawn"))
    driver.type("Seen at another school")
    driver.press("^S")
    #expect(driver.shows("Routines are calm") && driver.shows("(withdrawn:"))
    #expect(driver.snapshot.review("r-now")?.evidence(in: "attendance").map(\.id) == ["n2"])
    #expect(driver.shows("some · 1 source · not triangulated"))
  }

  @Test("a judgement that is withdrawn leaves the area undecided")
  func withdrawJudgement() {
    var driver = ScreenDriver.inReview()
    driver.press("Enter", "W")
    driver.type("Too early")
    driver.press("^S")
    #expect(driver.snapshot.review("r-now")?.judgement(of: "curriculum").isGraded == false)
    driver.press("R")
    #expect(driver.shows("Curriculum and teaching: neither graded nor marked"))
  }

  @Test("an action is withdrawn from the list of all actions")
  func withdrawAction() {
    var driver = ScreenDriver()
    driver.press("3", "W")
    driver.type("Agreed twice")
    driver.press("^S")
    #expect(driver.screen == .actions && !driver.shows("Agree one routine"))
    driver.press("a")
    #expect(driver.row("Agree one").contains("withdrawn"))
  }

  @Test("a review is cancelled with a reason, and stays readable")
  func cancel() {
    var driver = ScreenDriver.inReview()
    driver.run("review.cancel")
    driver.press("^S")
    #expect(driver.shows("! Say why the review is cancelled"))
    driver.type("Fire drill")
    driver.press("^S")
    #expect(driver.screen == .review && driver.rows[0].contains("Formal review · cancelled"))
    #expect(driver.shows("Maths is taught in a clear order"))
    driver.press("e")
    #expect(driver.message == "Cancelled: Fire drill")
  }

  @Test("whoever reads only is told who writes", arguments: ScreenDriver.sizes)
  func readOnly(size: TerminalSize) {
    var driver = ScreenDriver.inReview(Invented.readOnly, size: size)
    for key in ["e", "F", "J", "A", "S", "u"] {
      driver.press(key)
      #expect(driver.message.hasPrefix("another fieldbook has this workspace open"), "\(key)")
    }
  }

  /// The review that is in fieldwork, with nothing left that blocks.
  static let ready: Snapshot = {
    var snapshot = Invented.full
    for area in ["attendance", "achievement", "safeguarding"] {
      let reason: [String: FieldValue?] = ["notReviewed": .text("Another day")]
      snapshot.apply(RecordEdit("", [.init(.inReview("r-now", "judgements", area), reason)]))
    }
    for action in ["a-late", "a-time"] {
      let answer: [String: FieldValue?] = ["text": .text("Seen"), "outcome": .text("verified")]
      snapshot.apply(RecordEdit("", [.init(.inReview("r-now", "answers", action), answer)]))
    }
    return snapshot
  }()
}
