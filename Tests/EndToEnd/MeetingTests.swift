import PlainText
import Testing

/// A progress meeting as a user meets it: through a pipe, and for scripts.
@Suite struct MeetingTests {
  private static let script: [String] = [
    "/dunmore", "1", "H", ".save", ":meeting.decide", "The school follows this itself", ".", "no action",
    ".save",
    "S", ".save", "a", "The deputy was there too", ".", ".save", "q",
  ]

  @Test func `a whole meeting through a pipe is held, and its numbers and decision are there for scripts`()
    throws
  {
    let trial = try Trial.imported()
    let path = try trial.write(Self.script.map { $0 + "\n" }.joined(), to: "script")
    let outcome = Program.run(
      Program.path(named: "fieldbook"), ["-w", trial.workspace, "--plain"], environment: trial.environment,
      input: path)
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("\nSaved and held: it stays as it is"), "\(outcome.output)")
    let text = try trial.succeed(["list", "meetings", "--format", "json"])
    let rows = try #require(try JSONValue.parse(Array(text.utf8))["rows"]?.array)
    let meeting = try #require(rows.first)
    #expect(rows.count == 1 && meeting["state"] == "held" && meeting["decision"] == "noAction")
    #expect(meeting["decided"] == "The school follows this itself")
    #expect(meeting["counts"]?["addenda"] == 1 && meeting["counts"]?["used"] == 0)
    let reviews = try trial.succeed(["list", "reviews", "--format", "json"])
    #expect(try JSONValue.parse(Array(reviews.utf8))["rows"] == [], "a meeting is no review")
    let report = try trial.succeed(["report", "review", meeting["id"]?.string ?? ""])
    for words in [
      "PROGRESS MEETING", "No action.", "The school follows this itself", "The deputy was there too",
    ] {
      #expect(report.contains(words), "\(words): \(report)")
    }
    let html = try trial.succeed(["report", "review", meeting["id"]?.string ?? "", "--format", "html"])
    #expect(html.contains("<h2>Decision</h2>") || html.contains("Decision</h2>"))
    #expect(trial.run(["check"]).status == 0)
  }
}
