import FieldbookModel
import FieldbookScreens
import Testing
import TextUI

@Suite("Phrases")
struct PhraseTests {
  private func text(_ driver: ScreenDriver, _ field: String = "text") -> String {
    driver.navigation.draft?.texts[field] ?? ""
  }

  @Test("F2 in a form lists phrases, letters narrow the list, Enter writes one and Tab goes from gap to gap")
  func insertInForm() {
    var driver = ScreenDriver.inReview()
    driver.press("E", "F2")
    #expect(driver.shows("phrase:"))
    driver.type("zzz")
    #expect(driver.shows("No phrase holds that"))
    driver.press("Backspace", "Backspace", "Backspace")
    driver.type("picture uneven")
    #expect(driver.row("The picture is uneven").contains("▸"))
    driver.press("Enter")
    #expect(text(driver) == "The picture is uneven: in … it is strong, in … it is not yet.")
    driver.type("Year 3")
    driver.press("Tab")
    driver.type("Year 5")
    #expect(text(driver) == "The picture is uneven: in Year 3 it is strong, in Year 5 it is not yet.")
    driver.press("Tab")
    driver.type("x")
    #expect(text(driver).hasSuffix("not yet."))
  }

  @Test("Esc in the list leaves the text as it was")
  func leaving() {
    var driver = ScreenDriver.inReview()
    driver.press("E")
    driver.type("Calm")
    driver.press("^]", "Down", "Esc")
    driver.type(" starts")
    #expect(text(driver) == "Calm starts")
  }

  @Test("the line that takes a note takes a phrase too, and its draft stays while one is chosen")
  func insertInCapture() {
    var driver = ScreenDriver.inReview()
    driver.press("e")
    driver.type("Seen:")
    driver.press("F2")
    #expect(text(driver) == "Seen:")
    driver.type("lessons seen")
    driver.press("Enter")
    #expect(text(driver) == "Seen: In … of … lessons seen, …")
    driver.type("3")
    driver.press("Tab")
    driver.type("4")
    driver.press("Tab")
    driver.type("calm")
    driver.press("Enter")
    #expect(driver.saved == ["Note added"])
    #expect(
      driver.snapshot.review("r-now")?.evidence.contains { $0.text == "Seen: In 3 of 4 lessons seen, calm" }
        ?? false)
  }

  @Test("for an action, next steps come first")
  func actions() {
    var driver = ScreenDriver.inReview()
    driver.press("A", "F2")
    #expect(driver.row("▸").contains("→"))
    driver.press("Enter")
    #expect(text(driver).contains("…"))
  }

  @Test("F4 keeps the sentence at the cursor as a phrase, and the form behind it stays as it was")
  func keep() {
    var driver = ScreenDriver.inReview()
    driver.press("E")
    driver.type("Calm starts. Routines are known to every pupil.")
    driver.press("F4")
    #expect(driver.shows("New phrase"))
    #expect(driver.shows("Routines are known to every pupil."))
    driver.press("^S")
    #expect(driver.saved == ["Phrase added"])
    #expect(text(driver) == "Calm starts. Routines are known to every pupil.")
    driver.press("F2")
    driver.type("known to every")
    #expect(driver.shows("Routines are known to every pupil."))
  }

  @Test("phrases are added, changed, withdrawn and put in order")
  func screen() {
    var driver = ScreenDriver()
    driver.press(":")
    driver.type("phrases.show")
    driver.press("Enter")
    #expect(driver.screen == .phrases)
    let count = driver.snapshot.phrases.all.count
    driver.press("a")
    driver.type("Our own: …")
    driver.press("^S")
    #expect(driver.snapshot.phrases.all.count == count + 1)
    driver.press("g", "Enter")
    driver.type(" Indeed.")
    driver.press("^S")
    #expect(driver.snapshot.phrases.all[0].text.hasSuffix("Indeed."))
    #expect(driver.cursorRow.hasSuffix("own"))
    driver.press("W")
    driver.type("nobody used it")
    driver.press("^S")
    #expect(!driver.snapshot.phrases.all[0].isOffered)
    driver.press("j", "k")
    #expect(driver.status.contains("nobody used it"))
    driver.press("G", "K", "K")
    #expect(driver.snapshot.phrases.all[count - 2].text == "Our own: …")
    #expect(driver.cursorRow.contains("Our own"))
    driver.press("G", "J")
    #expect(driver.message == "It cannot go further")
  }

  @Test("where nothing may be written, phrases are read and inserted, not changed")
  func readingOnly() {
    var driver = ScreenDriver(Invented.readOnly)
    driver.run("phrases.show")
    driver.press("a")
    #expect(driver.message.contains("another fieldbook"))
    driver.press("K")
    #expect(driver.message.contains("another fieldbook"))
  }
}
