import PlainText
import Testing

/// `fieldbook import` as a user runs it.
@Suite struct ImportTests {
  private let register = Trial.fixture("register.csv")
  private let results = Trial.fixture("2017-2018_990_ks2final.csv")

  @Test func `files of one command are read register first and counted`() throws {
    let trial = try Trial()
    try trial.make()
    let output = try trial.succeed([
      "import", results, register, "--trust", "Meadowbank  Trust", "--format", "json",
    ])
    let json = try JSONValue.parse(Array(output.utf8))
    #expect(json["written"] == true)
    let files = try #require(json["files"]?.array)
    #expect(files.map { $0["format"]?.string } == ["gias", "ks2"])
    #expect(files[0]["schools"]?["matched"] == 6)
    #expect(files[1]["schools"]?["matched"] == 4)
  }

  @Test func `importing the same files again changes no byte and no time stamp`() throws {
    let trial = try Trial.imported()
    let before = trial.listing(of: trial.workspace)
    _ = trial.run(
      ["import", register, results, "--trust", "meadowbank trust"],
      environment: ["FIELDBOOK_NOW": "2026-12-24T18:00:00+00:00"])
    #expect(trial.listing(of: trial.workspace) == before)
  }

  @Test func `a dry run writes nothing`() throws {
    let trial = try Trial()
    try trial.make()
    let before = trial.listing(of: trial.workspace)
    let outcome = trial.run(["import", register, results, "--dry-run"])
    #expect(outcome.status == 0)
    #expect(trial.listing(of: trial.workspace) == before)
  }

  @Test func `a whole folder is imported, read again without a change, and listed with its reasons`() throws {
    let trial = try Trial()
    try trial.make()
    let ours = try trial.write("URN\n900001\n900005\n", to: "ours.csv")
    let arguments = [
      "import", register, Trial.fixture("published"), "--period", "2018-19", "--urns", ours, "--format",
      "json",
    ]
    let first = try JSONValue.parse(Array(try trial.succeed(arguments).utf8))
    let files = try #require(first["files"]?.array)
    #expect(files.count == 22 && first["ours"]?["schools"] == 2)
    #expect(first["leftOut"] == [])
    #expect(files.first { $0["format"] == "ks2-progress" }?["period"] == "2018/19")
    #expect(files.first { $0["format"] == "ks2-long" }?["periods"] == ["2022/23", "2024/25"])
    let before = trial.listing(of: trial.workspace)
    _ = trial.run(arguments, environment: ["FIELDBOOK_NOW": "2026-12-24T18:00:00+00:00"])
    #expect(trial.listing(of: trial.workspace) == before)
    let list = try trial.succeed(["list", "observations", "--school", "900001", "--format", "json"])
    let rows = try #require(JSONValue.parse(Array(list.utf8))["rows"]?.array)
    let grade = try #require(rows.first { $0["measure"] == "ofstedAttendance" })
    #expect(grade["value"] == 4 && grade["raw"] == "Needs attention" && grade["unit"] == "grade")
    #expect(grade["source"]?["asAt"] == "2026-01-31" && grade["period"] == "2025/26")
    let report = try trial.succeed(["report", "school", "900001"])
    #expect(report.contains("2 Dec 2025 (Ofsted, as at 31 Jan 2026)."))
    #expect(
      report.split(separator: "\n").contains { line in
        line.hasPrefix("Attendance and behaviour") && line.hasSuffix("  Needs attention")
      })
    #expect(report.contains("MEADOWBANK TRUST, since 1 Apr 2012"))
    let absence = try #require(rows.first { $0["measure"] == "absence" })
    #expect(absence["value"] == 4.1 && absence["n"] == .null && absence["source"]?["line"] == 2)
  }

  @Test func `whose schools are ours is said in one way`() throws {
    let trial = try Trial()
    try trial.make()
    let outcome = trial.run(["import", register, "--trust", "Meadowbank Trust", "--la", "990"])
    #expect(outcome.status == 64 && outcome.errors.contains("in one way"))
    let authority = try trial.succeed(["import", register, "--la", "invented shire", "--format", "json"])
    #expect(try JSONValue.parse(Array(authority.utf8))["ours"]?["name"] == "Invented Shire")
  }

  @Test(arguments: [
    ("nothing.csv", "", "empty"), ("binary.csv", "URN,\u{1}\u{0}x", "text"),
    ("pupils.csv", "UPN,Forename,Surname\nA123456789012,Zoe,Canary\n", "pupil"),
    ("other.csv", "Canary,Shape\nred,round\n", "not a file fieldbook knows"),
  ])
  func `what cannot be read is refused and nothing is written`(
    name: String, text: String, says: String
  ) throws {
    let trial = try Trial()
    try trial.make()
    let before = trial.listing(of: trial.workspace)
    let outcome = trial.run(["import", register, try trial.write(text, to: name)])
    #expect(outcome.status == 65)
    #expect(outcome.errors.lowercased().contains(says.lowercased()), "\(outcome.errors)")
    #expect(!outcome.errors.contains("Canary"))
    #expect(trial.listing(of: trial.workspace) == before)
  }

  @Test func `a folder, a pipe and a device are refused, a missing file is not found`() throws {
    let trial = try Trial()
    try trial.make()
    let pipe = trial.folder + "/pipe"
    _ = Program.run(Program.path(named: "mkfifo"), [pipe])
    for path in [trial.folder, pipe, "/dev/zero"] {
      #expect(trial.run(["import", path]).status == 65, "\(path)")
    }
    #expect(trial.run(["import", trial.folder + "/no-such.csv"]).status == 66)
  }

  @Test func `results need a register, a year and no contradiction`() throws {
    let trial = try Trial()
    try trial.make()
    #expect(trial.run(["import", results]).status == 65)
    #expect(trial.run(["import", register, results, "--period", "2016-17"]).status == 65)
    #expect(trial.run(["import", register, results, "--period", "soon"]).status == 64)
    #expect(trial.run(["import"]).status == 64)
  }

  @Test func `an unknown trust is refused with the names nearest to it`() throws {
    let trial = try Trial()
    try trial.make()
    let outcome = trial.run(["import", register, "--trust", "meadowbonk trust"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("MEADOWBANK TRUST"))
  }

  @Test func `a workspace that is not there is not found`() throws {
    let trial = try Trial()
    #expect(trial.run(["list", "schools"]).status == 66)
    #expect(trial.run(["check"], inWorkspace: false).status == 66)
  }
}
