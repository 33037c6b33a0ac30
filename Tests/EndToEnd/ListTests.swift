import PlainText
import Testing

/// `list`, `report` and `check` as scripts use them.
@Suite struct ListTests {
  private func rows(_ trial: Trial, _ arguments: [String]) throws -> [JSONValue] {
    let output = try trial.succeed(["list"] + arguments + ["--format", "json"])
    let json = try JSONValue.parse(Array(output.utf8))
    #expect(json["version"] == 1)
    return try #require(json["rows"]?.array)
  }

  @Test func `schools have every member`() throws {
    let schools = try rows(Trial.imported(), ["schools"])
    #expect(schools.count == 8)
    let members = [
      "urn", "name", "ours", "phase", "type", "status", "la", "trust", "lowAge", "highAge", "roll",
      "capacity",
      "inspection", "previousUrns", "inRegister", "source",
    ]
    for school in schools { for member in members { #expect(school[member] != nil, "\(member)") } }
    let infant = try #require(schools.first { $0["urn"] == "900003" })
    #expect(infant["phase"] == "Infant")
    let heir = try #require(schools.first { $0["urn"] == "900008" })
    #expect(heir["previousUrns"] == ["890001"])
  }

  @Test func `an observation carries its value, its pupils and its place`() throws {
    let all = try rows(try Trial.imported(), ["observations", "--school", "900001", "--full"])
    let result = try #require(
      all.first { $0["measure"] == "rwmExp" && $0["group"] == "all" && $0["period"] == "2017/18" })
    #expect(result["raw"]?.string == "\(result["value"]?.int ?? -1)%")
    #expect(result["unit"] == "percent")
    #expect(result["source"]?["column"] == "PTRWM_EXP")
    #expect(result["source"]?["line"] == 2)
  }

  @Test func `small groups are hidden, and what would give them away`() throws {
    let trial = try Trial.imported()
    let shown = try rows(trial, ["observations", "--school", "900006"])
    let full = try rows(trial, ["observations", "--school", "900006", "--full"])
    let small = full.filter { (1...5).contains($0["n"]?.int ?? 0) }
    #expect(!small.isEmpty)
    for row in shown where row["reason"] == "hidden" {
      for member in ["value", "raw", "n", "lower", "upper"] { #expect(row[member] == .null) }
    }
    #expect(shown.allSatisfy { !(1...5).contains($0["n"]?.int ?? 0) })
    let boys = shown.filter { $0["group"] == "boys" && $0["measure"] == "rwmExp" }
    #expect(boys.allSatisfy { $0["reason"] == "hidden" })
    let report = try trial.succeed(["report", "school", "900006"])
    #expect(report.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `a csv cell never runs as a formula`() throws {
    let output = try Trial.imported().succeed(["list", "schools", "--format", "csv"])
    #expect(output.split(separator: "\n").count == 9)
    #expect(!output.contains(",="))
  }

  @Test func `keys come from the program's own table`() throws {
    let trial = try Trial()
    let outcome = trial.run(["keys", "--format", "json"], inWorkspace: false)
    let rows = try #require(JSONValue.parse(Array(outcome.output.utf8))["rows"]?.array)
    #expect(rows.contains { $0["id"] == "review.sign-off" && $0["keys"] == ["S"] })
  }

  @Test func `a time that is no time is refused`() throws {
    let trial = try Trial()
    let outcome = trial.run(
      ["init", trial.workspace, "--name", "X"], inWorkspace: false,
      environment: ["FIELDBOOK_NOW": "yesterday"])
    #expect(outcome.status == 64)
  }

  @Test func `a main document that cannot be understood is named with its place`() throws {
    let trial = try Trial.imported()
    _ = try trial.write("{\n  \"format\": \"fieldbook\",\n}\n", to: "meadowbank/fieldbook.json")
    let outcome = trial.run(["check", "--format", "json"])
    #expect(outcome.status == 65)
    let json = try JSONValue.parse(Array(outcome.output.utf8))
    #expect(json["ok"] == false)
    let problem = try #require(json["problems"]?.array?.first)
    #expect(problem["file"] == "fieldbook.json")
    #expect(problem["line"] == 3)
  }
}
