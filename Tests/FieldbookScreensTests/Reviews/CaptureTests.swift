import FieldbookModel
import FieldbookScreens
import Testing
import TextUI

@Suite("Starting a review and taking notes")
struct CaptureTests {
  @Test("r and ^S alone start a formal review of today", arguments: ScreenDriver.sizes)
  func start(size: TerminalSize) throws {
    var driver = ScreenDriver(Invented.unwritten, size: size)
    driver.press("r")
    #expect(driver.screen == .form && driver.shows("Start a formal review · Ashgrove Primary"))
    #expect(driver.shows("2 Dec 2026") && driver.shows("R. Reviewer") && driver.shows("‹Invented areas›"))
    driver.press("^S")
    #expect(
      driver.screen == .review && driver.rows[0].contains("Formal review · fieldwork · Ashgrove Primary"))
    let review = try #require(driver.snapshot.reviews.first)
    #expect(review.isFormal && review.state == .fieldwork && review.date == Invented.day)
    #expect(review.reviewers == ["R. Reviewer"] && driver.saved == ["Review started"])
    #expect(driver.shows("Nothing yet. e takes a note"))
    #expect(driver.snapshot.drafts.isEmpty)
  }

  @Test("a start form that cannot be understood says which field, and Esc keeps it")
  func startRefused() {
    var driver = ScreenDriver(Invented.unwritten)
    driver.press("r", "Tab")
    for _ in 0..<20 { driver.press("Backspace") }
    driver.type("someday")
    #expect(driver.shows("not a date yet"))
    driver.press("^S")
    #expect(driver.screen == .form && driver.message == "One field needs mending")
    #expect(driver.shows("! Not a date: type 2 dec"))
    driver.press("Esc")
    #expect(driver.screen == .schools && driver.snapshot.drafts.count == 1)
  }

  @Test("a school with an open review says so before a second one is started", arguments: ScreenDriver.sizes)
  func underWay(size: TerminalSize) {
    var driver = ScreenDriver(size: size)
    driver.press("r")
    #expect(driver.shows("This school has a review in fieldwork already (2 Dec 2026)"))
    driver.press("Esc", "G", "r")
    #expect(driver.screen == .form && !driver.shows("already"))
  }

  @Test("text of a cancelled review is shown, with what to do about it")
  func textOfCancelled() {
    var driver = ScreenDriver(Invented.full)
    let context = ["form": "evidence.capture", "review": "r-cancelled", "area": ""]
    driver.snapshot.drafts = [TypedDraft(id: "d", context: context, texts: ["text": "snow"], startedAt: nil)]
    driver.press("d")
    #expect(driver.shows("e› snow") && driver.message.contains("cancelled: this cannot be saved"))
  }

  @Test("e, a line and Enter: a note under the area of the cursor, at the time it was taken")
  func quickNote() throws {
    var driver = ScreenDriver.inReview()
    driver.press("j", "e")
    driver.type("Calm start to the lesson")
    #expect(driver.footer.contains("note · Attendance and behaviour · 10:44"))
    driver.press("Enter")
    #expect(
      driver.saved == ["Note added"] && driver.message == "Saved: note added under Attendance and behaviour")
    let note = try #require(driver.snapshot.review("r-now")?.evidence.last)
    #expect(note.text == "Calm start to the lesson" && note.areas == ["attendance"] && note.type == .note)
    #expect(driver.shows("10:44   Calm start to the lesson") && !driver.navigation.isTyping)
    #expect(driver.snapshot.drafts.isEmpty)
  }

  @Test(
    "marks give kind, area and what it shows; the line says so before Enter", arguments: ScreenDriver.sizes)
  func marks(size: TerminalSize) throws {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("e")
    driver.type("KS2 maths, 3 classes: place value precise #book @ach +")
    #expect(driver.footer.contains("book look · strength · Achievement · 10:44"))
    #expect(driver.footer.contains("Enter saves"))
    driver.press("Enter")
    let note = try #require(driver.snapshot.review("r-now")?.evidence.last)
    #expect(note.text == "KS2 maths, 3 classes: place value precise")
    #expect(note.type == .bookLook && note.areas == ["achievement"] && note.strength == .strength)
  }

  @Test(
    "what is unknown stays in the text, with a notice before and after saving", arguments: ScreenDriver.sizes)
  func notices(size: TerminalSize) throws {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("e")
    driver.type("10+ clubs #dance \\#tag")
    #expect(driver.shows("kept as text: #dance is not a kind"))
    #expect(driver.footer.contains("note · Curriculum and teaching · 10:44"))
    driver.press("Enter")
    #expect(driver.message.hasPrefix("Saved: note added under "))
    #expect(driver.message.hasSuffix("· kept as text: #dance is not a kind"))
    #expect(driver.snapshot.review("r-now")?.evidence.last?.text == "10+ clubs #dance #tag")
  }

  @Test("Esc keeps the line as a draft, and e brings it back")
  func draft() {
    var driver = ScreenDriver.inReview()
    driver.press("j", "e")
    driver.type("half a thou")
    driver.press("Esc")
    #expect(driver.message == "Kept as a draft: e goes on with it" && driver.saved.isEmpty)
    #expect(driver.snapshot.drafts.map(\.mainText) == ["half a thou"])
    driver.press("g", "e")
    #expect(driver.shows("e› half a thou") && driver.message == "Your unfinished note is back")
    driver.type("ght")
    driver.press("Enter")
    #expect(driver.snapshot.review("r-now")?.evidence.last?.text == "half a thought")
    #expect(driver.snapshot.drafts.isEmpty)
  }

  @Test("a blank line saves nothing and leaves no draft")
  func blank() {
    var driver = ScreenDriver.inReview()
    driver.press("e")
    driver.type("  ")
    driver.press("Enter")
    #expect(driver.saved.isEmpty && !driver.navigation.isTyping && driver.snapshot.drafts.isEmpty)
    driver.press("e", "Esc")
    #expect(driver.snapshot.drafts.isEmpty && driver.message.isEmpty)
  }

  @Test("a paste of several lines is one line of text, not commands")
  func paste() {
    var driver = ScreenDriver.inReview()
    driver.press("e")
    driver.press(.paste("one\nq\nS two"))
    driver.press("Enter")
    #expect(driver.snapshot.review("r-now")?.evidence.last?.text == "one q S two" && driver.screen == .review)
  }

  @Test("the note form starts with its text and the area of the cursor", arguments: ScreenDriver.sizes)
  func noteForm(size: TerminalSize) throws {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("j", "E")
    #expect(driver.screen == .form && driver.shows("New note"))
    driver.type("Books show")
    driver.press("Enter")
    driver.type("two drafts")
    driver.press("Tab")
    driver.type("boo")
    driver.press("Tab")
    driver.type("str")
    driver.press("Tab", "Tab")
    driver.type("Y5")
    driver.press("Tab")
    driver.type("English")
    driver.press("^S")
    #expect(driver.screen == .review && driver.saved == ["Note added"])
    let note = try #require(driver.snapshot.review("r-now")?.evidence.last)
    #expect(note.text == "Books show\ntwo drafts" && note.type == .bookLook && note.strength == .strength)
    #expect(note.areas == ["attendance"] && note.sourceTitle == "book look · Y5 English")
  }

  @Test("a note form without text is refused; Esc keeps what was typed, F8 throws it away")
  func noteFormRefused() {
    var driver = ScreenDriver.inReview()
    driver.press("E", "^S")
    #expect(driver.screen == .form && driver.shows("! A note needs its text"))
    driver.type("Halfway")
    driver.press("Esc")
    #expect(driver.screen == .review && driver.message.hasPrefix("Kept as a draft"))
    driver.press("E")
    #expect(driver.shows("Halfway") && driver.shows("Your unfinished text is back"))
    driver.press("F8")
    #expect(!driver.shows("Halfway") && driver.snapshot.drafts.isEmpty)
    driver.press("Esc")
    #expect(driver.screen == .review && driver.snapshot.drafts.isEmpty)
  }

  @Test("Enter on a note edits it; changing nothing saves nothing")
  func edit() throws {
    var driver = ScreenDriver.inReview()
    driver.press("j", "Enter", "j", "Enter")
    #expect(driver.shows("Edit note") && driver.shows("Routines are calm"))
    driver.press("^S")
    #expect(driver.saved.isEmpty && driver.message == "Nothing changed")
    driver.press("Enter")
    driver.press("End")
    driver.type("!")
    driver.press("^S")
    #expect(driver.saved == ["Note changed"])
    let note = try #require(driver.snapshot.review("r-now")?.evidence.first { $0.id == "n1" })
    #expect(note.text.hasSuffix("asked!") && note.type == .lessonVisit)
  }

  @Test("the first screen quotes unfinished text, and d goes on with it", arguments: ScreenDriver.sizes)
  func notice(size: TerminalSize) {
    var driver = ScreenDriver.inReview(size: size)
    driver.press("j", "e")
    driver.type("half a thought")
    driver.press("Esc", "1")
    #expect(driver.screen == .schools)
    #expect(driver.shows("Unfinished note, 14 characters (d resumes): 10:44, Ashgrove Primary"))
    #expect(driver.shows("“half a thought”"))
    driver.press("j")
    #expect(driver.cursorRow.hasPrefix("▸ Beckside"), "the notice swallows no key")
    driver.press("d")
    #expect(driver.screen == .review && driver.shows("e› half a thought"))
    #expect(driver.footer.contains("Attendance and behaviour"), "filed where it was begun")
    driver.press("Enter")
    #expect(driver.snapshot.review("r-now")?.evidence.last?.areas == ["attendance"])
    driver.press("1", "d")
    #expect(driver.message == "There is no unfinished text")
  }

  @Test("d opens an unfinished form with all that stood in it")
  func resumesForm() {
    var driver = ScreenDriver.inReview()
    driver.press("j", "A")
    driver.type("Walk the")
    driver.press("Tab")
    driver.type("Head of year")
    driver.press("Esc", "1", "d")
    #expect(driver.screen == .form && driver.shows("Walk the") && driver.shows("Head of year"))
    driver.press("Esc")
    #expect(driver.screen == .review && driver.rows[0].contains("Ashgrove Primary"))
  }
}
