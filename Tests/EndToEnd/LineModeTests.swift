import PlainText
import Testing

/// Line mode as a user meets it: through a pipe, and on a terminal that can only print.
@Suite struct LineModeTests {
  /// A whole review, from finding the school to its signature.
  private static let script: [String] = {
    let notes = ["e Routines are calm #lesson +", "e Pupils explain their maths #pupils +"]
    let finding = ["F", "Routines are calm in every class", ".", "1 2", ".save"]
    let judgement = ["J", "The findings weigh so", ".", "Expe", ".save"]
    let action = [
      "A", "Keep the routines", ".", "Maths leader", "spring 2", "", "Two book looks", ".", ".save",
    ]
    let others = (2...9).flatMap { ["X \($0)", "Outside the focus agreed", ".", ".save"] }
    let signing: [String] = ["R", "back", "p", "back", "S", ".save", "q"]
    return ["/dunmore", "1", "r", ".save"] + notes + finding + judgement + action + others + signing
  }()

  private func run(
    _ trial: Trial, _ lines: [String], _ arguments: [String] = ["--plain"]
  ) throws -> Program.Outcome {
    let path = try trial.write(lines.map { $0 + "\n" }.joined(), to: "script")
    return Program.run(
      Program.path(named: "fieldbook"), ["-w", trial.workspace] + arguments, environment: trial.environment,
      input: path)
  }

  @Test func `a whole review through a pipe is signed, and its report printed as issued`() throws {
    let trial = try Trial.imported()
    let outcome = try run(trial, Self.script)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("\nSaved and signed: nothing in this review changes any more\n"))
    #expect(!outcome.output.contains("\u{1B}"))
    let rows = try JSONValue.parse(Array(try trial.succeed(["list", "reviews", "--format", "json"]).utf8))
    let review = try #require(rows["rows"]?.array?.first)
    #expect(review["state"] == "final")
    #expect(review["counts"]?["evidence"] == 2)
    let report = try trial.succeed(["report", "review", review["id"]?.string ?? ""])
    #expect(report.contains("Routines are calm in every class"))
    #expect(!report.contains("DRAFT"))
    #expect(trial.run(["check"]).status == 0)
  }

  @Test func `choices answer to their numbers through a pipe, and wrong ones are said`() throws {
    let trial = try Trial.imported()
    let script = [
      "s", "77", "2", "mark 1 2", "m", "nonsense", "0", "1", "q",
    ]
    let outcome = try run(trial, script)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for said in [
      "sort by:", "There is no choice 77: they go from 1 to", "Sorted by ", "with the marked:", "1. ",
      "Nothing here is called “nonsense”", "There is no choice 0: they go from 1 to",
    ] { #expect(outcome.output.contains(said), "\(said) in \(outcome.output)") }
  }

  @Test func `the end of the input leaves, and the next run quotes what was typed`() throws {
    let trial = try Trial.imported()
    let outcome = try run(trial, ["r 1", ".save", "E", "Begun and not ended"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("your unfinished text is kept as a draft"))
    let next = try run(trial, ["d", ".save", "q"], ["open", "--plain"])
    #expect(next.output.contains("Saved: note added"))
  }

  @Test func `a terminal that can only print is spoken to in lines`() throws {
    let trial = try Trial.imported()
    let terminal = try trial.open(environment: ["TERM": "dumb"])
    try terminal.waitFor("Fernhill Primary School")
    try terminal.waitFor("Schools>")
    try terminal.send("1\n")
    try terminal.waitFor("School>")
    try terminal.send("q\n")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.isLeftAsFound)
  }

  @Test func `a signal ends it as it ends the screen, and what was typed is kept`() throws {
    let trial = try Trial.imported()
    let terminal = try trial.open(environment: ["FIELDBOOK_PLAIN": "1"])
    try terminal.waitFor("Schools>")
    try terminal.send("r 1\n.save\nE\n")
    try terminal.waitFor("Note>")
    try terminal.send("Typed before it\n")
    // The terminal shows it before the program has it: the next prompt says that it was taken.
    try terminal.waitUntil("the prompt after it") { $0.text.ranges(of: "Note>").count == 2 }
    // Not SIGINT: whoever starts the tests in the background has it ignored.
    terminal.signal(15)
    #expect(try terminal.waitForEnd() == .signalled(15))
    #expect(try run(trial, ["q"]).output.contains("Typed before it"))
  }

  @Test func `without a terminal and without being asked, it still says so`() throws {
    let trial = try Trial.imported()
    let outcome = trial.run(["open"])
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("--plain"))
  }
}
