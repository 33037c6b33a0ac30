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
      ("ashgrove-review", ["review", try signedReview(of: "900001", in: trial)]),
      ("ashgrove-school", ["school", "900001"]),
    ]
    var expected: [String: String] = [:]
    for (name, subject) in subjects {
      for (format, ending) in Self.endings {
        expected["\(name).\(ending)"] = try trial.succeed(["report"] + subject + ["--format", format])
      }
    }
    if Program.environment("FIELDBOOK_RECORD") == "1" {
      for (name, text) in expected { #expect(try Examples.write(text, to: name)) }
    }
    #expect(Examples.names == expected.keys.sorted())
    for (name, text) in expected {
      #expect(Examples.text(name) == text, "\(name) is out of date: make examples writes it anew")
    }
  }

  private func signedReview(of school: String, in trial: Trial) throws -> String {
    let reviews = try JSONValue.parse(
      Array(try trial.succeed(["list", "reviews", "--school", school, "--format", "json"]).utf8))
    let signed = reviews["rows"]?.array?.filter { $0["state"] == "final" && $0["kind"] == "formal" }
    return try #require(signed?.last?["id"]?.string)
  }
}
