import FieldbookModel
import FieldbookScreens
import PlainText
import Testing
import TextUI

/// The screen as one run of words, wherever its lines break.
private func words(_ driver: ScreenDriver) -> String {
  driver.frame.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

@Suite("The tour and the first keys")
struct TourTests {
  private static let small = TerminalSize(columns: 40, rows: 10)

  /// A driver in front of the schools, on its way through the tour.
  private func touring(_ snapshot: Snapshot = Invented.full) -> ScreenDriver {
    var driver = ScreenDriver(snapshot)
    driver.press(":")
    driver.type("tour")
    driver.press("Enter")
    return driver
  }

  @Test("the first keys stand under the real schools, and any key does what it always does")
  func firstKeys() {
    var driver = ScreenDriver()
    driver.navigation.teachFirstRun()
    driver.resize(ScreenDriver.narrow)
    for words in ["New here?", "Enter", "/", "e ", ":tour", "?", "Ashgrove Primary", "Schools ·"] {
      #expect(driver.shows(words), "\(words)")
    }
    let withoutLesson = ScreenDriver()
    for key in ["Enter", "j", "/", "?", "2", ":"] {
      var taught = driver
      taught.press(key)
      var plain = withoutLesson
      plain.press(key)
      #expect(taught.frame == plain.frame, "\(key)")
    }
    driver.run("first-run")
    #expect(driver.shows("New here?"))
  }

  @Test("the first keys leave room for the schools in a small window")
  func firstKeysInSmallWindow() {
    var driver = ScreenDriver(size: Self.small)
    driver.navigation.teachFirstRun()
    driver.resize(Self.small)
    #expect(driver.shows("New here?"))
    #expect(driver.cursorRow.contains("Ashgrove"))
  }

  @Test("a step of the tour is done when the user has really done it, and it writes nothing")
  func wholeTour() {
    var driver = touring(Invented.unwritten)
    #expect(driver.shows("Tour · step 1 of 6"))
    driver.press("Enter")
    #expect(driver.screen == .school)
    #expect(driver.shows("Tour · step 2 of 6"))
    #expect(driver.saved.isEmpty)
    driver.press("r")
    #expect(words(driver).contains("starts the review"))
    driver.press("^S")
    #expect(driver.screen == .review)
    #expect(driver.shows("Tour · step 3 of 6"))
    driver.press("e")
    #expect(words(driver).contains("saves the line"))
    driver.type("Routines calm +")
    driver.press("Enter")
    #expect(driver.shows("Tour · step 4 of 6"))
    driver.press("F")
    driver.type("Routines are calm")
    #expect(words(driver).contains("saves the finding"))
    driver.press("^S")
    #expect(driver.shows("Tour · step 5 of 6"))
    driver.press("A")
    driver.type("Share the routine")
    driver.press("^S")
    #expect(driver.shows("Tour · step 6 of 6"))
    driver.navigation.open(
      PreviewScreen(
        subject: .school(Invented.ashgrove), title: "Report", text: TextFlow(), command: "fieldbook"))
    driver.resize(ScreenDriver.narrow)
    #expect(driver.shows("Tour · done"))
    #expect(driver.saved.count == 4)
    driver.run("tour.leave")
    #expect(!driver.shows("Tour ·"))
  }

  @Test("the tour names a school whose review is in fieldwork")
  func suggestion() {
    #expect(words(touring()).contains("Try Ashgrove Primary: its review is in fieldwork"))
  }

  @Test("where nothing may be written, the tour passes over what would be")
  func readingOnly() {
    var driver = touring(Invented.readOnly)
    driver.press("Enter")
    driver.navigation.open(ReviewScreen(id: "r-now"))
    driver.resize(ScreenDriver.narrow)
    #expect(driver.shows("Tour · step 6 of 6"))
  }

  @Test("the tour can be left at any time")
  func leaving() {
    var driver = touring()
    driver.press("Enter", "?")
    #expect(driver.shows("Tour · step 2"))
    driver.press("Esc")
    driver.run("tour.leave")
    #expect(!driver.shows("Tour ·"))
    driver.run("tour.leave")
    #expect(driver.message.contains("No tour is under way"))
  }
}

@Suite("Empty states")
struct EmptyStateTests {
  static let sizes = [ScreenDriver.narrow, TerminalSize(columns: 40, rows: 10)]

  @Test("every section of an empty workspace says what to do next, to its end", arguments: sizes)
  func sections(size: TerminalSize) {
    var driver = ScreenDriver(Invented.empty, size: size)
    #expect(driver.shows("There are no schools yet"))
    #expect(words(driver).contains("fieldbook demo"))
    driver.press("2")
    #expect(driver.shows("There are no reviews yet"))
    #expect(words(driver).contains("press r to start a review"))
    driver.press("3")
    #expect(driver.shows("There are no open actions"))
    #expect(words(driver).contains("press 2 for the reviews"))
  }

  @Test("a search without a match says how to see all again", arguments: sizes)
  func noMatch(size: TerminalSize) {
    for key in ["1", "2", "3"] {
      var driver = ScreenDriver(Invented.full, size: size)
      driver.press(key, "/")
      driver.type("zzz")
      driver.press("Enter")
      #expect(driver.shows("Esc"), "\(driver.frame)")
    }
  }

  @Test("the palette says what to do where no action is called so", arguments: sizes)
  func palette(size: TerminalSize) {
    var driver = ScreenDriver(Invented.empty, size: size)
    driver.press(":")
    driver.type("zzz")
    #expect(driver.shows("No action is called so"))
    #expect(driver.shows("Backspace"))
  }

  @Test("an area without notes says how to take one")
  func area() {
    var driver = ScreenDriver(Invented.unwritten)
    driver.press("Enter", "r", "^S")
    #expect(driver.screen == .review)
    #expect(driver.shows("e takes a note"))
  }
}
