import PlainText
import Testing

/// The reports under docs/examples are those of the demo, made by this program.
@Suite struct ExamplesTests {
  private static let endings = ["html": "html", "markdown": "md", "text": "txt"]

  @Test func `docs/examples is what the demo's reports say; make examples writes it anew`() throws {
    let trial = try Trial()
    let made = trial.run(["demo", trial.workspace], inWorkspace: false)
    #expect(made.status == 0, "\(made.errors)")
    let subjects = [
      ("ashgrove-review", ["review", try issued("formal", "final", of: "900001", in: trial)]),
      ("eastfield-visit", ["review", try issued("noteOfVisit", "shared", of: "900005", in: trial)]),
      ("beckside-meeting", ["review", try issued("meeting", "held", of: "900002", in: trial)]),
      ("ashgrove-school", ["school", "900001"]), ("ashgrove-on-a-page", ["sheet", "900001"]),
      ("meadowbank-on-a-page", ["trust"]),
    ]
    var expected: [String: String] = [:]
    for (name, subject) in subjects {
      for (format, ending) in Self.endings {
        expected["\(name).\(ending)"] = try trial.succeed(["report"] + subject + ["--format", format])
      }
    }
    expected["half-term-questions.txt"] = try questions(trial)
    if Program.environment("FIELDBOOK_RECORD") == "1" {
      for (name, text) in expected { #expect(try Examples.write(text, to: name)) }
    }
    #expect(Examples.names == expected.keys.sorted())
    for (name, text) in expected {
      #expect(Examples.text(name) == text, "\(name) is out of date: make examples writes it anew")
    }
  }

  /// What a trust asks of a half-term, each with the keys from a cold start and the screen that answers it. What is
  /// waited for is the whole last line, which is drawn last: a frame is not copied half drawn.
  private func questions(_ trial: Trial) throws -> String {
    let asked = [
      (
        "Who has not returned?", "4",
        "Enter schools  T trust table  / find  Esc back  * find all  : do  ? keys"
      ),
      (
        "Which schools fell, by how many children, against what? The widest gap, and for how many?", "T",
        "t phase  [ earlier  ] later  / find  ? keys"
      ),
      (
        "How does one of them stand?", "/lark\r\rD",
        "Enter levels  = source  / find  o school  Esc back  * find all  : do  ? keys"
      ),
      (
        "How does its latest result stand among all our schools, England’s and similar ones?", "/lark\rx",
        "i similar schools  / find  t intake and outcome  = source  ? keys"
      ),
      (
        "Which schools are those, and how are they alike?", "/lark\rxi",
        "Enter open  = source  / find  Esc back  * find all  : do  ? keys"
      ),
      (
        "What does its page say, before it is printed?", "/lark\rP",
        "w write to a file  ] next heading  / find  Esc back  * find all  : do  ? keys"
      ),
    ]
    // The first keys are taught once only.
    let first = try trial.opened()
    try first.send("q")
    _ = try first.waitForEnd()
    let sheet = try trial.succeed(["report", "sheet", "900010"])
    let answers = try asked.map { question, keys, text in
      let terminal = try trial.opened()
      try terminal.send(keys)
      try terminal.waitFor(text)
      let shown = Self.withoutFolder(terminal.screen.text)
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      let names = keys.replacing("\r", with: " Enter ").replacing("  ", with: " ").replacing(
        "xi", with: "x i")
      return "\(question)\nKeys: \(names)\n\n\(shown)\n"
    }
    let printed = "Its printed sheet, one side of A4\nCommand: fieldbook report sheet 900010\n\n\(sheet)"
    return (answers + [printed]).joined(separator: "\n")
  }

  /// The command that prints a report names the workspace, which lies elsewhere each time.
  private static func withoutFolder(_ screen: String) -> String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix(" Prints with: ") else { return String(line) }
      let command = " Prints with: fieldbook report sheet 900010"
      return command + String(repeating: " ", count: 70 - command.count) + line.suffix(10)
    }.joined(separator: "\n")
  }

  /// The id of the latest review of a school that is of a kind and in a state.
  private func issued(
    _ kind: String, _ state: String, of school: String, in trial: Trial
  ) throws -> String {
    let list = kind == "meeting" ? "meetings" : "reviews"
    let reviews = try JSONValue.parse(
      Array(try trial.succeed(["list", list, "--school", school, "--format", "json"]).utf8))
    let issued = reviews["rows"]?.array?.filter {
      $0["state"] == .string(state) && (kind == "meeting" || $0["kind"] == .string(kind))
    }
    return try #require(issued?.last?["id"]?.string)
  }
}
