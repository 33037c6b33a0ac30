import Testing

@Suite("The screen that end-to-end tests look at")
struct TerminalScreenTests {
  private func screen(_ bytes: String, columns: Int = 10, rows: Int = 4) -> TerminalScreen {
    var screen = TerminalScreen(columns: columns, rows: rows)
    screen.feed(bytes.utf8)
    return screen
  }

  @Test("Text wraps at the edge, and scrolls at the foot")
  func text() {
    #expect(screen("hello\r\nworld").lines == ["hello", "world", "", ""])
    #expect(screen("0123456789ab").lines == ["0123456789", "ab", "", ""])
    #expect(screen("0123456789\rx").lines[0] == "x123456789")
    #expect(screen("\u{1B}[?7l0123456789ab").lines == ["012345678b", "", "", ""])
    #expect(screen("a\r\nb\r\nc\r\nd\r\ne").lines == ["b", "c", "d", "e"])
  }

  @Test("The cursor goes where it is sent, and never off the screen")
  func cursor() {
    let moved = screen("\u{1B}[3;5Hx\u{1B}[2A\u{1B}[2Dy\u{1B}[9G!\u{1B}[4d?")
    #expect(moved.lines == ["   y    !", "", "    x", "         ?"])
    let far = screen("\u{1B}[99;99H")
    #expect(far.cursorRow == 3)
    #expect(far.cursorColumn == 9)
  }

  @Test("Erasing, inserting and deleting change the row and no more")
  func editing() {
    #expect(screen("abcdef\u{1B}[3G\u{1B}[K").lines[0] == "ab")
    #expect(screen("abcdef\u{1B}[3G\u{1B}[1K").lines[0] == "   def")
    #expect(screen("abcdef\u{1B}[3G\u{1B}[2X").lines[0] == "ab  ef")
    #expect(screen("abcdef\u{1B}[3G\u{1B}[2P").lines[0] == "abef")
    #expect(screen("abcdef\u{1B}[3G\u{1B}[2@").lines[0] == "ab  cdef")
    #expect(screen("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[L").lines == ["a", "", "b", "c"])
    #expect(screen("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[M").lines == ["a", "c", "", ""])
    #expect(screen("a\r\nb\u{1B}[H\u{1B}[J").text == "\n\n\n")
  }

  @Test("A scroll region moves alone")
  func region() {
    #expect(screen("a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[3;1H\n").lines == ["a", "c", "", "d"])
    #expect(screen("a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[2;1H\u{1B}M").lines == ["a", "", "b", "d"])
  }

  @Test("A character is repeated, drawn from the line set, combined, and two columns wide")
  func characters() {
    #expect(screen("-\u{1B}[4b").lines[0] == "-----")
    #expect(screen("\u{1B}(0qx\u{1B}[2b\u{1B}(Bq").lines[0] == "─│││q")
    #expect(screen("e\u{301}x").lines[0] == "e\u{301}x")
    #expect(screen("日本x").cursorColumn == 5)
    #expect(screen("日本\u{1B}[2Gx").lines[0] == " x本")
  }

  @Test("The modes that a program must give back are followed")
  func modes() {
    let up = screen(
      "shell\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[?1h\u{1B}=\u{1B}[?2004h\u{1B}[?25l\u{1B}]0;t\u{7}up")
    #expect(up.isAlternate && up.takesPastes && up.hasApplicationKeys && !up.isCursorVisible)
    #expect(up.text.contains("up") && !up.text.contains("shell"))
    var down = up
    down.feed("\u{1B}[?2004l\u{1B}[?1049l\u{1B}[?1l\u{1B}>\u{1B}[?12l\u{1B}[?25h".utf8)
    #expect(!down.isAlternate && !down.takesPastes && !down.hasApplicationKeys && down.isCursorVisible)
    #expect(down.lines[0] == "shell")
  }

  @Test("Bytes may come in any pieces, colours are passed over, and a resize keeps what fits")
  func pieces() {
    var pieces = TerminalScreen(columns: 10, rows: 4)
    for byte in "\u{1B}[1;38;5;33mé日\u{1B}(B\u{1B}[m!".utf8 { pieces.feed([byte]) }
    #expect(pieces.lines[0] == "é日!")
    pieces.resize(columns: 3, rows: 1)
    #expect(pieces.lines == ["é日"])
  }

  @Test("No random bytes trap", arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func randomBytes(seed: UInt64) {
    var state = seed
    var screen = TerminalScreen(columns: 7, rows: 3)
    let pool = Array("\u{1B}[]();?019ABCDHJKLMPSTXZ@bdhlmr\r\n\t\u{8}x日".utf8)
    for _ in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      screen.feed([pool[Int((state >> 33) % UInt64(pool.count))]])
    }
    #expect(screen.lines.count == 3)
  }
}

@Suite("A program on a terminal of its own")
struct PseudoTerminalTests {
  @Test("What it shows is seen, what is sent is typed, and its end is told")
  func conversation() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "printf 'name? '; read name; echo \"hello $name\"; exit 3"])
    try terminal.waitFor("name?")
    try terminal.send("Ann\r")
    #expect(try terminal.waitForEnd() == .exited(3))
    #expect(terminal.screen.text.contains("hello Ann"))
    #expect(terminal.isLeftAsFound)
  }

  @Test("It hears of a new size, though tests run with every signal blocked")
  func resize() throws {
    let script = "trap 'stty size; exit 0' WINCH; echo ready; while :; do read line; done"
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script])
    try terminal.waitFor("ready")
    terminal.resize(columns: 33, rows: 11)
    try terminal.send("\r")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.screen.text.contains("11 33"))
  }

  @Test("A signal ends it, and modes that it leaves behind are noticed")
  func leftBehind() throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "stty -echo; echo ready; read line"])
    try terminal.waitFor("ready")
    terminal.signal(15)
    #expect(try terminal.waitForEnd() == .signalled(15))
    #expect(!terminal.isLeftAsFound)
  }

  @Test("Waiting for what never comes fails with the screen, as soon as the program has ended")
  func inVain() throws {
    let terminal = try PseudoTerminal("/bin/echo", ["all there is"])
    let failure = #expect(throws: PseudoTerminalFailure.self) { try terminal.waitFor("more") }
    #expect(failure?.description.contains("all there is") == true)
  }
}
