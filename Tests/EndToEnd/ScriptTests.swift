import PlainText
import Testing

/// What a script meets when something is not as it should be.
@Suite struct ScriptTests {
  @Test(arguments: [
    (["lsit"], 64, "no command"), (["report"], 64, "report school URN"),
    (["list", "schools", "--school", "Ashgrove"], 64, "expected a URN"),
    (["report", "school", "890001"], 66, "earlier URN"),
    (["report", "review", "0198"], 66, "at least 8 characters"),
  ])
  func `a slip is named and nothing is printed`(arguments: [String], status: Int32, says: String) throws {
    let outcome = try Trial.imported().run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `an empty list says when the school is not kept`() throws {
    let outcome = try Trial.imported().run(["list", "evidence", "--school", "999999"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("999999"))
  }

  @Test func `results that cannot be written out are no success`() throws {
    let trial = try Trial.imported()
    let outcome = shell(trial, "\"$0\" -w \"$1\" list schools > /dev/full")
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("could not be written"))
  }

  @Test func `a reader that has seen enough is no failure`() throws {
    let trial = try Trial.imported()
    let outcome = shell(
      trial, "set -o pipefail; \"$0\" -w \"$1\" list observations --format json | head -n 1")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("{\"kind\": \"observations\""))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `a report goes into a device without taking its place`() throws {
    let trial = try Trial.imported()
    let outcome = trial.run(["report", "school", "900001", "--output", "/dev/stdout"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("SCHOOL REPORT"))
  }

  @Test func `a broken document is named with its line and the rest is listed`() throws {
    let trial = try Trial.imported()
    let file = try trial.write("{\n  \"format\": \"action\",,\n}\n", to: "broken.json")
    let name = "01a20a8c-e5bb-7025-b79d-21d08a51db89.json"
    _ = Program.run(Program.path(named: "mv"), [file, trial.workspace + "/records/actions/" + name])
    for arguments in [["list", "schools"], ["list", "actions"], ["report", "school", "900001"]] {
      let outcome = trial.run(arguments)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("records/actions/\(name):2:"), "\(outcome.errors)")
      #expect(!outcome.output.isEmpty)
    }
    #expect(trial.run(["check"]).status == 65)
  }

  @Test func `a broken review is not said to be missing`() throws {
    let trial = try Trial.imported()
    let id = "01a20a8c-cf2c-701b-a1a3-877fe4d2d95b"
    let file = try trial.write("{\n", to: "broken.json")
    _ = Program.run(Program.path(named: "mv"), [file, trial.workspace + "/records/reviews/\(id).json"])
    let outcome = trial.run(["report", "review", id])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("cannot be read"))
  }

  @Test func `a corrected file replaces the first though the time is fixed`() throws {
    let trial = try Trial.imported()
    let whole = String(decoding: trial.read(Trial.fixture("2017-2018_990_ks2final.csv")), as: UTF8.self)
    for mark in ["first", "second", "third"] {
      // The mark is a column nobody reads: the checksum, and with it the order of equals, differs.
      let lines = whole.split(whereSeparator: \.isNewline).enumerated().map {
        $0.element + ($0.offset == 0 ? ",NOTE" : ",\(mark)")
      }
      let file = try trial.write(lines.joined(separator: "\n") + "\n", to: "2017-2018_\(mark).csv")
      try trial.succeed(["import", file])
      let listed = try trial.succeed(["list", "observations", "--school", "900001", "--format", "json"])
      #expect(listed.contains("2017-2018_\(mark).csv"))
      #expect(!listed.contains("2017-2018_990_ks2final.csv"))
    }
  }

  @Test(arguments: ["schools", "observations", "reviews", "evidence", "findings", "actions"])
  func `csv leaves no member out`(kind: String) throws {
    let trial = try Trial.imported()
    let csv = try trial.succeed(["list", kind, "--format", "csv", "--school", "900001"])
    let columns = try #require(csv.split(whereSeparator: \.isNewline).first).split(separator: ",").map(
      String.init)
    let json = try JSONValue.parse(
      Array(try trial.succeed(["list", kind, "--format", "json", "--school", "900001"]).utf8))
    for (name, value) in json["rows"]?.array?.first?.object ?? [:] {
      let names = (value.object?.keys).map { $0.map { "\(name).\($0)" } } ?? [name]
      for name in names { #expect(columns.contains(name), "\(name)") }
    }
    #expect(columns.contains(kind == "schools" ? "urn" : kind == "observations" ? "raw" : "id"))
  }

  @Test func `a workspace may be named through a link`() throws {
    let trial = try Trial.imported()
    let link = trial.folder + "/link"
    _ = Program.run(Program.path(named: "ln"), ["-s", trial.workspace, link])
    for name in [link, link + "/"] {
      let outcome = trial.run(["-w", name, "check"], inWorkspace: false)
      #expect(outcome.status == 0, "\(outcome.output)")
    }
  }

  @Test func `the next command that init names can be copied`() throws {
    let trial = try Trial()
    let outcome = trial.run(
      ["init", trial.folder + "/my trust", "--name", "Meadowbank"], inWorkspace: false)
    #expect(outcome.output.contains("fieldbook -w '\(trial.folder)/my trust' import"))
  }

  private func shell(_ trial: Trial, _ script: String) -> Program.Outcome {
    Program.run(
      Program.path(named: "bash"), ["-c", script, Program.path(named: "fieldbook"), trial.workspace],
      environment: trial.environment)
  }
}
