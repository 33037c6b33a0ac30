import PlainText
import Testing

/// A whole review by keys, on a real terminal.
@Suite struct WholeReviewTests {
  private static let otherAreas = [
    "curriculum", "attendance", "development", "leadership", "earlyYears", "sixthForm", "safeguarding",
  ]

  @Test func `a review is conducted, signed and printed without a mouse`() throws {
    let trial = try Trial.imported()
    let terminal = try trial.opened()
    try start(terminal)
    try notes(terminal)
    try judge(terminal, area: "inclusion", statement: "Routines are calm in every class seen", grade: "Exp")
    try judge(terminal, area: "achievement", statement: "Place value is taught precisely", grade: "Stro")
    for area in Self.otherAreas { try leaveOut(terminal, area) }
    try agree(terminal)
    try sign(terminal)
    try checkWhatWasKept(trial)
  }

  private func start(_ terminal: PseudoTerminal) throws {
    try terminal.send("/dunmore")
    try terminal.press(.enter)
    try terminal.waitFor("· 1 of 6 schools")
    try terminal.press(.enter)
    try terminal.waitFor("School · Dunmore Junior School")
    try terminal.send("r")
    try terminal.waitFor("Start a formal review")
    try terminal.press(.control("s"))
    try terminal.waitFor("Formal review · fieldwork · Dunmore")
  }

  private func notes(_ terminal: PseudoTerminal) throws {
    for number in 1...10 {
      let area = number % 2 == 0 ? "@achievement" : "@inclusion"
      let kind = number % 3 == 0 ? "#book" : "#lesson"
      try terminal.send("e")
      try terminal.waitFor("e›")
      try terminal.send("Observation number \(number) \(kind) \(area) +")
      try terminal.press(.enter)
      try terminal.waitFor("Saved: note added")
      try terminal.waitForNo("e›")
    }
  }

  /// Moves to an area by its row.
  private func goTo(_ terminal: PseudoTerminal, _ area: String) throws {
    let rows = [
      "inclusion", "curriculum", "achievement", "attendance", "development", "leadership", "earlyYears",
      "sixthForm",
      "safeguarding",
    ]
    try terminal.press(.left)
    try terminal.send("g" + String(repeating: "j", count: rows.firstIndex(of: area) ?? 0))
  }

  private func judge(_ terminal: PseudoTerminal, area: String, statement: String, grade: String) throws {
    try goTo(terminal, area)
    try terminal.send("F")
    try terminal.waitFor("New finding")
    try terminal.send(statement)
    try terminal.press(.tab)
    try terminal.send(" ")
    try terminal.press(.down)
    try terminal.send(" ")
    try terminal.press(.control("s"))
    try terminal.waitFor("Saved: finding added")
    try terminal.send("J")
    try terminal.waitFor("Judgement ·")
    try terminal.send("The findings weigh so")
    try terminal.press(.tab)
    try terminal.send(grade)
    try terminal.press(.control("s"))
    try terminal.waitFor("Saved: judgement added")
  }

  private func leaveOut(_ terminal: PseudoTerminal, _ area: String) throws {
    try goTo(terminal, area)
    try terminal.send("X")
    try terminal.waitFor("Not reviewed ·")
    try terminal.send("Outside the focus agreed")
    try terminal.press(.control("s"))
    try terminal.waitFor("Saved: area marked as not reviewed")
  }

  private func agree(_ terminal: PseudoTerminal) throws {
    try goTo(terminal, "achievement")
    try terminal.send("A")
    try terminal.waitFor("New action")
    try terminal.send("Share the place value sequence with Year 3")
    try terminal.press(.tab)
    try terminal.send("Maths leader")
    try terminal.press(.tab)
    try terminal.send("spring 2")
    try terminal.waitFor("25 Mar 2027")
    try terminal.press(.tab, .tab)
    try terminal.send("Two book looks show it in use")
    try terminal.press(.control("s"))
    try terminal.waitFor("Saved: action agreed")
  }

  private func sign(_ terminal: PseudoTerminal) throws {
    try terminal.send("R")
    try terminal.waitFor("Nothing blocks")
    try terminal.send("S")
    try terminal.waitFor("Sign the review")
    try terminal.press(.control("s"))
    try terminal.waitFor("Saved and signed")
    try terminal.waitFor("Formal review · final")
    try terminal.send("e")
    try terminal.waitFor("Signed by r.reviewer")
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.isLeftAsFound)
  }

  private func checkWhatWasKept(_ trial: Trial) throws {
    let output = try trial.succeed(["list", "reviews", "--format", "json"])
    let rows = try #require(JSONValue.parse(Array(output.utf8))["rows"]?.array)
    let review = try #require(rows.first)
    #expect(review["state"] == "final")
    #expect(review["counts"]?["evidence"] == 10)
    #expect(review["counts"]?["findings"] == 2)
    #expect(review["counts"]?["actions"] == 1)
    #expect(review["judgements"]?.array?.count == 9)
    let report = try trial.succeed(["report", "review", review["id"]?.string ?? ""])
    #expect(report.contains("Dunmore Junior School"))
    #expect(!report.contains("DRAFT"))
    #expect(report.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
    #expect(trial.run(["check"]).status == 0)
    try tamper(trial, review["id"]?.string ?? "")
  }

  /// One character changed by hand in the frozen copy.
  private func tamper(_ trial: Trial, _ review: String) throws {
    let folder = trial.workspace + "/records/reviews"
    let found = Program.run(Program.path(named: "find"), [folder, "-name", "\(review).signed-*.json"]).output
    let path = String(found.split(separator: "\n").first ?? "")
    _ = Program.run(Program.path(named: "sed"), ["-i", "s/Routines are calm/Routines are balm/", path])
    let check = trial.run(["check", "--format", "json"])
    #expect(check.status == 65)
    #expect(check.output.contains("signed-"))
    let report = trial.run(["report", "review", review])
    #expect(report.status == 65)
    #expect(report.errors.contains("not what was signed"))
    #expect(report.output.isEmpty)
    _ = Program.run(Program.path(named: "rm"), [path])
    let missing = trial.run(["report", "review", review])
    #expect(missing.status == 65)
    #expect(missing.errors.contains("signed copy is missing"))
    let full = trial.run(["report", "review", review, "--full"])
    #expect(full.status == 0)
    #expect(full.errors.contains("not the report as signed"))
  }
}
