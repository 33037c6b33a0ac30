import Testing

/// What a kill, a signal and a lost terminal leave behind.
@Suite struct KilledTests {
  private func inReview(_ terminal: PseudoTerminal) throws {
    try terminal.send("r")
    try terminal.waitFor("Start a formal review")
    try terminal.press(.control("s"))
    try terminal.waitFor("Formal review · fieldwork")
  }

  @Test func `four hundred characters of a finding survive a kill`() throws {
    let trial = try Trial.imported()
    let terminal = try trial.opened()
    try inReview(terminal)
    try terminal.send("F")
    try terminal.waitFor("New finding")
    let text = String((0..<400).map { Character(UnicodeScalar(UInt8(97 + $0 * 7 % 26))) })
    try terminal.send(text)
    try terminal.waitUntil("the end of the text") {
      $0.text.filter { !$0.isWhitespace }.contains(text.suffix(20))
    }
    terminal.signal(9)
    #expect(try terminal.waitForEnd() == .signalled(9))
    let again = try trial.opened()
    try again.waitFor("400 characters")
    try again.send("d")
    try again.waitUntil("all of the text") { screen in
      screen.text.filter { !$0.isWhitespace && $0 != "│" }.contains(text.suffix(60))
    }
    try again.press(.control("s"))
    try again.waitFor("Saved: finding added")
  }

  @Test(arguments: [15, 1, 2, 3] as [Int32])
  func `a signal leaves the terminal as it was found and the text in its draft`(signal: Int32) throws {
    let trial = try Trial.imported()
    let terminal = try trial.opened()
    try inReview(terminal)
    try terminal.send("e")
    try terminal.waitFor("e›")
    try terminal.send("Half a no")
    try terminal.waitFor("Half a no")
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == .signalled(signal))
    #expect(terminal.isLeftAsFound)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.isCursorVisible)
    #expect(!terminal.screen.takesPastes)
    let again = try trial.opened()
    try again.waitFor("Half a no")
  }

  /// What a trap in our own code raises (ILL, TRAP), and the other ways to crash.
  @Test(arguments: [4, 5, 6, 7, 8, 11] as [Int32])
  func `a crash leaves the terminal as it was found and the text in its draft`(signal: Int32) throws {
    let trial = try Trial.imported()
    let terminal = try trial.opened()
    try inReview(terminal)
    try terminal.send("e")
    try terminal.waitFor("e›")
    try terminal.send("Cut off her")
    try terminal.waitFor("Cut off her")
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == .signalled(signal))
    #expect(terminal.isLeftAsFound)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.isCursorVisible)
    let again = try trial.opened()
    try again.waitFor("Cut off her")
  }

  @Test func `a terminal that goes away ends the program`() throws {
    let trial = try Trial.imported()
    let terminal = try trial.opened()
    terminal.hangUp()
    _ = try terminal.waitForEnd()
  }

  @Test func `down to one cell and back is the same frame`() throws {
    let trial = try Trial.imported()
    let terminal = try trial.opened()
    let before = terminal.screen.lines
    terminal.resize(columns: 1, rows: 1)
    try terminal.waitUntil("one cell") { _ in true }
    terminal.resize(columns: 40, rows: 10)
    try terminal.waitFor("Schools")
    terminal.resize(columns: 80, rows: 24)
    try terminal.waitUntil("the frame of before") { $0.lines == before }
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test(arguments: [["TERM": "no-such-terminal"], ["TERM": "vt-nothing"]])
  func `a terminal that cannot be drawn on is refused`(environment: [String: String]) throws {
    let trial = try Trial.imported()
    let terminal = try trial.open(environment: environment)
    #expect(try terminal.waitForEnd() == .exited(69))
  }

  @Test func `without a terminal it says so`() throws {
    let trial = try Trial.imported()
    let outcome = trial.run(["open"])
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("terminal"))
  }

  @Test func `the plain locale still draws letters and lines`() throws {
    let trial = try Trial.imported()
    let terminal = try trial.open(environment: ["LANG": "C", "LC_ALL": "C"])
    try terminal.waitFor("─")
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test func `a second fieldbook reads and says who writes`() throws {
    let trial = try Trial.imported()
    let first = try trial.opened()
    let second = try trial.opened()
    try second.waitFor("Reading only")
    try second.send("r")
    try second.waitUntil("the reason") {
      $0.text.contains("fieldbook") && !$0.text.contains("Start a formal review")
    }
    let outcome = trial.run(["import", Trial.fixture("register.csv")])
    #expect(outcome.status == 75)
    #expect(trial.run(["check"]).status == 0)
    #expect(trial.run(["list", "schools"]).status == 0)
    try first.send("q")
    #expect(try first.waitForEnd() == .exited(0))
  }
}
