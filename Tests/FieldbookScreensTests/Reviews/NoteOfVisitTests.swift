import FieldbookModel
import FieldbookScreens
import Testing
import TextUI

@Suite("A note of visit")
struct NoteOfVisitTests {
  private func driver(_ id: String = "v-now", size: TerminalSize = ScreenDriver.narrow) -> ScreenDriver {
    var driver = ScreenDriver(Invented.visited, size: size)
    driver.navigation.open(NoteOfVisitScreen(id: id))
    driver.resize(size)
    return driver
  }

  @Test("says what it is, what is left from before, and what it tells", arguments: ScreenDriver.sizes)
  func page(size: TerminalSize) {
    let driver = driver(size: size)
    for text in [
      "Note of visit · open · Dunmore", "subject visit", "Purpose  Reading for pleasure",
      "Since last time · 0 of 1 answered",
      "Send books home", "Asked on", "? Which books are taken home?", "Strengths",
      "+ Pupils talk about books as readers do",
    ] { #expect(driver.shows(text), "\(text)\n\(driver.frame)") }
    for word in ["rade", "triangulated", "Judge", "School ", "some"] {
      #expect(!driver.shows(word), "\(word)")
    }
    #expect(driver.status.contains("Ready to share (S), 2 things to look at (R)"))
  }

  @Test("has no keys for judging", arguments: ["J", "X", "F"])
  func noJudging(key: String) {
    var driver = driver()
    driver.press(key)
    #expect(driver.saved.isEmpty && driver.screen == .noteOfVisit && !driver.message.isEmpty)
  }

  @Test(
    "v starts one from the list, from the school’s page and in visit mode; the day, the people and a kind are there"
  )
  func start() {
    for way in [["v"], ["Enter", "v"], ["Enter", "V", "v"]] {
      var driver = ScreenDriver(Invented.visited)
      for key in way { driver.press(Key(name: key) ?? .enter) }
      #expect(driver.screen == .form && driver.rows[0].contains("Start a note of visit"), "\(way)")
      #expect(driver.shows("2 Dec 2026") && driver.shows("R. Reviewer") && driver.shows("support visit"))
      driver.press("^S")
      #expect(driver.screen == .noteOfVisit && driver.saved == ["Note of visit started"])
      #expect(driver.shows("none yet, + adds one") && driver.shows("none yet, Q adds one"))
    }
  }

  @Test("a second one beside an open one is pointed out")
  func second() {
    var driver = ScreenDriver.atSchool(Invented.dunmore, Invented.visited)
    driver.press("v")
    #expect(driver.shows("This school has an open note of visit already"))
  }

  @Test("what is wrong in its form is said by the field")
  func wrong() {
    var driver = ScreenDriver(Invented.visited)
    driver.press("v", "Tab")
    for _ in 0..<12 { driver.press("Backspace") }
    driver.type("31 feb")
    driver.press("^S")
    #expect(driver.shows("Not a date") && driver.screen == .form && driver.saved.isEmpty)
  }

  @Test(
    "a form that was left keeps its text as a draft of that note of visit, which d takes up",
    arguments: ["+", "Q", "a"])
  func drafts(key: String) {
    var driver = driver(key == "a" ? "v-shared" : "v-now")
    driver.press(Key(name: key) ?? .enter)
    driver.type("Half a sentence")
    driver.press("Esc", "Esc")
    driver.press("d")
    #expect(driver.screen == .form && driver.shows("Half a sentence"))
    driver.press("^S")
    #expect(driver.saved.count == 1 && driver.screen == .noteOfVisit)
  }

  @Test("a note just taken is in sight, and says where it went", arguments: ScreenDriver.sizes)
  func capture(size: TerminalSize) {
    var driver = driver(size: size)
    for number in 1...12 {
      driver.press("e")
      driver.type("Note number \(number) #book @curr +")
      driver.press("Enter")
      #expect(driver.shows("Note number \(number)"))
      #expect(driver.message == "Saved: note added under Curriculum and teaching")
    }
  }

  @Test("sharing asks for a name, and says what it cannot be undone with")
  func share() {
    var driver = driver()
    driver.press("S")
    #expect(driver.rows[0].contains("Share the note of visit") && driver.shows("cannot be undone"))
    #expect(driver.shows("perhaps") && driver.shows("rests on no note yet"))
    driver.press("^U", "^S")
    #expect(driver.effects.isEmpty || driver.shows("Say who shares it"))
  }

  @Test("one that tells nothing is not shared")
  func nothingToShare() {
    var driver = ScreenDriver(Invented.unwritten)
    driver.press("v", "^S", "S")
    #expect(driver.screen == .readyToShare && driver.message.hasPrefix("Not ready: 1 thing"))
    driver.press("S")
    #expect(driver.screen == .readyToShare)
  }

  @Test("a shared one says by whom and when, offers to add and to close, and opens nothing for editing")
  func shared() {
    var driver = driver("v-shared")
    #expect(driver.status.contains("Shared by R. Reviewer on 23 Oct 2026: it cannot change; a adds to it"))
    for key in ["e", "E", "+", "Q", "S", "R"] {
      driver.press(Key(name: key) ?? .enter)
      #expect(driver.message.hasPrefix("Shared by R. Reviewer"), "\(key)")
    }
    driver.press("C")
    #expect(driver.saved == ["Note of visit closed"])
    #expect(driver.rows[0].contains("Note of visit · closed"))
  }

  @Test("answering the last action it agreed, or saying that it is done, closes it")
  func closing() {
    var answered = driver()
    answered.press("j", "Enter")
    answered.type("Every class does")
    answered.press("Tab")
    answered.type("done")
    answered.press("^S")
    #expect(answered.saved == ["Answer added", "Note of visit closed"])
    #expect(answered.message.contains("is closed: its actions are answered"))
    var done = ScreenDriver(Invented.visited)
    done.navigation.open(NoteOfVisitScreen(id: "v-shared"))
    done.press("G", "Enter")
    #expect(done.screen == .form)
    for _ in 0..<7 where !done.saved.contains("Action changed") { done.press("Tab") }
    done.type("verified")
    done.press("^S")
    #expect(done.saved == ["Action changed", "Note of visit closed"], "\(done.frame)")
  }

  @Test("Visits, the school’s page and the find across everything show it and open it")
  func ways() {
    var visits = ScreenDriver(Invented.visited)
    visits.press("2", "/")
    visits.type("note of visit shared")
    #expect(visits.row("▸").contains("shared") && visits.row("▸").contains("Dunmore"))
    visits.press("Enter", "Enter")
    #expect(visits.screen == .noteOfVisit && visits.rows[0].contains("shared"))
    var school = ScreenDriver.atSchool(Invented.dunmore, Invented.visited, size: ScreenDriver.wide)
    #expect(school.shows("2 notes, 2 strengths, 1 question"))
    var everything = ScreenDriver(Invented.visited)
    everything.press("*")
    everything.type("library lunch")
    #expect(everything.shows("Strengths · 1"))
    everything.press("Enter")
    #expect(everything.screen == .noteOfVisit && everything.cursorRow.contains("The library is open"))
    school.press("Esc")
  }

  @Test("one that is no longer here says so")
  func missing() {
    var driver = driver("gone")
    #expect(driver.shows("It is no longer here. Esc goes back."))
    driver.press("e")
    #expect(driver.message == "This note of visit is no longer here")
  }
}
