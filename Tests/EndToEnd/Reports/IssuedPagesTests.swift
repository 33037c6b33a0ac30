import PlainText
import Testing

/// Pages that left the program, and what a later edition hides.
@Suite struct IssuedPagesTests {
  /// The results as they were published again, with five girls at a school that had had thirty-two.
  private func corrected(_ trial: Trial) throws -> String {
    let bytes = trial.read(Trial.fixture("2017-2018_990_ks2final.csv"))
    let text = String(decoding: bytes, as: UTF8.self)
    let before = "1,,990,2001,900001,Ashgrove Primary School,,,0,ACC,406,57,25,32,"
    let after = "1,,990,2001,900001,Ashgrove Primary School,,,0,ACC,406,57,52,5,"
    #expect(text.contains(before))
    return try trial.write(text.replacing(before, with: after), to: "2017-2018_990_ks2final.csv")
  }

  /// Imports a day later than everything before.
  private func importLater(_ trial: Trial, _ file: String) {
    let outcome = trial.run(["import", file], environment: ["FIELDBOOK_NOW": "2026-11-24T10:42:00+00:00"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func girls(_ trial: Trial) throws -> JSONValue {
    let output = try trial.succeed(["list", "observations", "--school", "900001", "--format", "json"])
    let rows = try JSONValue.parse(Array(output.utf8))["rows"]?.array ?? []
    return try #require(
      rows.first { $0["measure"] == "rwmExp" && $0["group"] == "girls" && $0["period"] == "2017/18" })
  }

  @Test func `check lists a page that shows what a later edition hides`() throws {
    let trial = try Trial.imported()
    let page = trial.workspace + "/ashgrove.txt"
    _ = try trial.succeed(["report", "school", "900001", "--output", page])
    #expect(try girls(trial)["n"] == 32)
    #expect(try trial.succeed(["check"]).contains("all valid.\n"))
    #expect(!(try trial.succeed(["check"]).contains("Notice")))

    importLater(trial, try corrected(trial))
    #expect(try girls(trial)["reason"] == "hidden")
    let text = try trial.succeed(["check"])
    #expect(text.contains("Notice: ") && text.contains("Ashgrove Primary School · URN 900001"))
    let json = try JSONValue.parse(Array(try trial.succeed(["check", "--format", "json"]).utf8))
    #expect(json["ok"] == true)
    let notice = try #require(json["notices"]?.array?.first)
    #expect(json["notices"]?.array?.count == 1)
    #expect(notice["school"] == "900001" && notice["code"] == "exposed")
    #expect(notice["file"]?.string?.hasSuffix("/ashgrove.txt") == true)

    // Written anew it shows nothing that is hidden; the old page is still out.
    _ = try trial.succeed(["report", "school", "900001", "--output", page + ".new.html", "--format", "html"])
    let again = try JSONValue.parse(Array(try trial.succeed(["check", "--format", "json"]).utf8))
    #expect(again["notices"]?.array?.count == 1)
  }

  @Test func `every sheet of --all is noted, and only those that show the number are told`() throws {
    let trial = try Trial.imported()
    let folder = trial.workspace + "/sheets"
    _ = try trial.succeed(["report", "sheet", "--all", "--output", folder])
    let written = trial.listing(of: folder).split(separator: "\n").filter { $0.contains(".txt ") }
    #expect(written.count > 1)
    importLater(trial, try corrected(trial))
    let json = try JSONValue.parse(Array(try trial.succeed(["check", "--format", "json"]).utf8))
    let notices = try #require(json["notices"]?.array)
    #expect(notices.count == 1, "\(notices)")
    #expect(notices.first?["title"] == "School on a page" && notices.first?["school"] == "900001")
    #expect(notices.first?["file"]?.string?.contains("sheets/ashgrove-primary") == true)
  }

  @Test func `the edition that was overtaken still hides its cells`() throws {
    let trial = try Trial()
    try trial.make()
    _ = try trial.succeed(["import", Trial.fixture("register.csv"), corrected(trial)])
    importLater(trial, Trial.fixture("2017-2018_990_ks2final.csv"))
    #expect(try girls(trial)["reason"] == "hidden")
    #expect(try trial.succeed(["check"]).contains("all valid.\n"))
  }

  @Test func `a note of a page that is damaged is told, and a full page is not noted`() throws {
    let trial = try Trial.imported()
    _ = try trial.succeed(["report", "school", "900001", "--full", "--output", trial.workspace + "/full.txt"])
    #expect(trial.listing(of: trial.workspace).contains("full.txt"))
    #expect(!trial.listing(of: trial.workspace).contains("issued"))
    _ = try trial.succeed(["report", "school", "900001", "--output", trial.workspace + "/page.txt"])
    #expect(trial.listing(of: trial.workspace).contains("issued"))
    _ = try trial.write("{\"format\": \"issued-page\", \"version\": 1}\n", to: "meadowbank/issued/x.json")
    let outcome = trial.run(["check"])
    #expect(outcome.status == 65 && outcome.output.contains("issued/x.json"))
  }
}
