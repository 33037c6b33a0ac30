import Testing

@Suite("A window that changes its size")
struct ResizeTests {
  /// Sizes as a user who drags a corner makes them, from one cell to far more than a page needs.
  private static let storm = [
    (40, 10), (300, 90), (79, 23), (1, 1), (80, 24), (2, 1), (1, 50), (200, 5), (39, 7), (40, 8), (161, 51),
    (5, 5),
    (300, 90), (41, 9), (120, 40), (1, 1), (100, 30),
  ]

  /// What a program shows that was opened at a size.
  private func fresh(_ trial: Trial, _ columns: Int, _ rows: Int, keys: String = "") throws -> String {
    let terminal = try trial.open(columns: columns, rows: rows)
    try terminal.waitUntil("the first frame") { $0.text.contains("Ashgrove") && $0.text.contains("? keys") }
    try terminal.send(keys)
    try terminal.waitUntil("the keys are answered") { keys.isEmpty || $0.text.contains("Row 3") }
    let text = terminal.screen.text
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    return text
  }

  @Test(
    "After any storm the screen is what a fresh one of that size shows",
    arguments: [(40, 10), (80, 24), (300, 90)])
  func storm(columns: Int, rows: Int) throws {
    let trial = try Trial.imported()
    // The first keys are taught once only, and must not tell the two openings apart.
    _ = try fresh(trial, columns, rows)
    let expected = try fresh(trial, columns, rows)
    let terminal = try trial.opened()
    for (columns, rows) in Self.storm { terminal.resize(columns: columns, rows: rows) }
    terminal.resize(columns: columns, rows: rows)
    try terminal.waitUntil("the screen is as a fresh one") { $0.text == expected }
    #expect(terminal.screen.cursorLine.hasPrefix("▸"))
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.isLeftAsFound)
  }

  @Test("Each size of a storm is drawn on its own, and nothing of the size before is left")
  func eachSize() throws {
    let trial = try Trial.imported()
    let terminal = try trial.opened()
    for (columns, rows) in [(40, 10), (160, 50), (40, 8), (81, 25), (300, 90)] {
      terminal.resize(columns: columns, rows: rows)
      try terminal.waitUntil("\(columns) × \(rows) is drawn") {
        $0.lines.last?.contains("? keys") == true && $0.lines.count == rows
          && $0.lines.filter { $0.contains("? keys") }.count == 1 && $0.cursorLine.hasPrefix("▸")
      }
    }
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test("Below the least size it says what to do, and everything is there again after it")
  func tooSmall() throws {
    let trial = try Trial.imported()
    let terminal = try trial.opened()
    try terminal.send("jj/bury")
    try terminal.waitFor("/bury")
    let before = terminal.screen.text
    terminal.resize(columns: 30, rows: 6)
    try terminal.waitUntil("it says what to do") {
      $0.text.replacing("\n", with: " ").contains("make the window larger")
    }
    #expect(terminal.screen.text.replacing("\n", with: " ").contains("40 × 8"))
    terminal.resize(columns: 1, rows: 1)
    terminal.resize(columns: 80, rows: 24)
    try terminal.waitUntil("all is as before") { $0.text == before }
    try terminal.press(.escape)
    try terminal.waitForNo("/bury")
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }
}
