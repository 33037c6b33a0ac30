import PlainText
import Testing

/// A note of visit as a user meets it: through a pipe, at a terminal, and for scripts.
@Suite struct NoteOfVisitTests {
  private static let script: [String] = [
    "/dunmore", "1", "v", "Reading for pleasure", ".", ".save",
    "e Story time every day #walk + @curriculum", "e Pupils name authors #pupils",
    "+", "Books are talked about as readers do", ".", "1 2", ".save",
    "Q", "Who reads at home?", ".", ".save",
    "A", "Ask ten families", ".", "Reading lead", "spring 2", "", ".save",
    "R", "back", "p", "back", "S", ".save", "a", "The visit began at nine", ".", ".save", "C", "q",
  ]

  private func shared(_ trial: Trial) throws -> Program.Outcome {
    let path = try trial.write(Self.script.map { $0 + "\n" }.joined(), to: "script")
    return Program.run(
      Program.path(named: "fieldbook"), ["-w", trial.workspace, "--plain"], environment: trial.environment,
      input: path)
  }

  private func rows(_ kind: String, _ trial: Trial) throws -> [JSONValue] {
    let text = try trial.succeed(["list", kind, "--format", "json"])
    return try #require(try JSONValue.parse(Array(text.utf8))["rows"]?.array)
  }

  @Test func `a whole note of visit through a pipe is shared, and printed as it was shared`() throws {
    let trial = try Trial.imported()
    let outcome = try shared(trial)
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("\nSaved and shared: it stays as it is"), "\(outcome.output)")
    #expect(!outcome.output.contains("\u{1B}"))
    let note = try #require(rows("reviews", trial).first)
    #expect(note["kind"] == "noteOfVisit" && note["state"] == "closed" && note["visit"] == "support")
    #expect(note["focus"] == "Reading for pleasure" && note["judgements"] == [])
    #expect(note["counts"] == ["evidence": 2, "findings": 2, "actions": 1, "addenda": 1])
    let findings = try rows("findings", trial)
    #expect(findings.map { $0["kind"] } == ["strength", "question"])
    #expect(findings.map { $0["evidence"]?.array?.count } == [2, 0])
    #expect(
      findings.allSatisfy { $0["scale"] == .null && $0["area"] == .null && $0["triangulated"] == .null })
    let id = note["id"]?.string ?? ""
    let report = try trial.succeed(["report", "review", id])
    let parts = report.components(separatedBy: "Addenda\n")
    #expect(parts.count == 2 && parts[1].contains("The visit began at nine"))
    #expect(report.contains("? Who reads at home?") && !report.contains("DRAFT"))
    let markdown = try trial.succeed(["report", "review", id, "--format", "markdown"])
    #expect(markdown.contains("SHA-256") && markdown.contains("## Questions for the school"))
    #expect(trial.run(["check"]).status == 0)
  }

  @Test func `at a terminal v starts it, and the corridor needs three keys and a line`() throws {
    let trial = try Trial.imported()
    let terminal = try trial.open()
    try terminal.waitFor("6 schools")
    try terminal.send("v")
    try terminal.waitFor("Start a note of visit")
    try terminal.send("\u{13}")
    try terminal.waitFor("Note of visit · open")
    try terminal.send("eCorridors calm #walk +\r")
    try terminal.waitFor("Saved: note added")
    try terminal.send("+Calm everywhere\u{13}")
    try terminal.waitFor("Saved: strength added")
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.isLeftAsFound)
    #expect(try rows("findings", trial).map { $0["statement"] } == ["Calm everywhere"])
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }
}
