import PlainText
import Testing

@Suite("doctor")
struct DoctorTests {
  private func doctor(
    _ trial: Trial, inWorkspace: Bool = true, environment: [String: String] = [:]
  ) throws -> (status: Int32, root: JSONValue) {
    let outcome = trial.run(
      ["doctor", "--format", "json"], inWorkspace: inWorkspace, environment: environment)
    return (outcome.status, try JSONValue.parse(Array(outcome.output.utf8)))
  }

  @Test("Without a terminal and without a workspace nothing is wrong, and it says where things are")
  func nothing() throws {
    let trial = try Trial()
    let (status, root) = try doctor(trial, inWorkspace: false, environment: ["TERM": "xterm-256color"])
    #expect(status == 0 && root["ok"] == .bool(true) && root["problems"] == .array([]))
    #expect(root["terminal"]?["present"] == .bool(false))
    #expect(root["terminal"]?["colours"]?.int == 256)
    #expect(root["terminal"]?["utf8"] == .bool(true))
    #expect(root["places"]?["settings"]?.string == trial.folder + "/.config/fieldbook/config.json")
    #expect(root["places"]?["state"]?.string == trial.folder + "/state/fieldbook")
    #expect(root["places"]?["workspace"] == .null)
  }

  @Test("It says which workspace is meant and why, changes nothing, and names no school and no record")
  func workspace() throws {
    let trial = try Trial.imported()
    let before = trial.listing(of: trial.workspace)
    let (status, root) = try doctor(trial, environment: ["TERM": "xterm"])
    #expect(status == 0)
    #expect(root["places"]?["workspace"]?.string == trial.workspace)
    #expect(root["places"]?["workspaceBecause"]?.string == "named with -w")
    let named = try doctor(
      trial, inWorkspace: false, environment: ["TERM": "xterm", "FIELDBOOK_WORKSPACE": trial.workspace])
    #expect(named.root["places"]?["workspaceBecause"]?.string == "named by FIELDBOOK_WORKSPACE")
    #expect(trial.listing(of: trial.workspace) == before)
    let text = trial.run(["doctor"], environment: ["TERM": "xterm"]).output
    #expect(
      text.contains(trial.workspace) && !text.contains("Ashgrove") && text.hasSuffix("Nothing is wrong.\n"))
  }

  @Test("It says who writes")
  func writer() throws {
    let trial = try Trial.imported()
    #expect(try doctor(trial).root["places"]?["writer"] == .null)
    let terminal = try trial.opened()
    let (_, root) = try doctor(trial)
    #expect(root["places"]?["writer"]?.string?.contains("of user r.reviewer") == true)
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test(
    "Whatever is wrong is said with a way to mend it, and the status says that something is",
    arguments: [
      (["TERM": "nonsense"], "no description of the terminal “nonsense”"),
      (["LC_ALL": "xx_XX.UTF-8"], "this computer has no locale “xx_XX.UTF-8” (LC_ALL)"),
      (["EDITOR": "no-such-editor -x"], "the editor “no-such-editor -x” (environment, EDITOR) was not found"),
      (["FIELDBOOK_ASCII": "perhaps"], "FIELDBOOK_ASCII is “perhaps”"),
      (["FIELDBOOK_WORKSPACE": "/nowhere"], "there is no folder /nowhere"),
      (["FIELDBOOK_THEME": "nightfall"], "there is no theme “nightfall” (environment, FIELDBOOK_THEME)"),
      (["ESCDELAY": "soon"], "ESCDELAY is no number"),
    ])
  func problems(environment: [String: String], said: String) throws {
    let trial = try Trial()
    let all = ["TERM": "xterm"].merging(environment) { $1 }
    let (status, root) = try doctor(trial, inWorkspace: false, environment: all)
    let problems = root["problems"]?.array ?? []
    #expect(status == 65 && root["ok"] == .bool(false) && problems.count == 1)
    #expect(problems.first?["what"]?.string?.contains(said) == true, "\(root)")
    #expect(problems.first?["mend"]?.string?.isEmpty == false)
    let text = trial.run(["doctor"], inWorkspace: false, environment: all)
    #expect(text.status == 65 && text.output.contains(said) && text.output.contains("1 problem"))
  }

  @Test("A broken workspace and broken settings are each said with file and line")
  func broken() throws {
    let trial = try Trial()
    try trial.make()
    _ = try trial.write("{\n", to: "meadowbank/fieldbook.json")
    try trial.write(#"{"colours": 7}"#)
    let (status, root) = try doctor(trial, environment: ["TERM": "xterm"])
    let problems = root["problems"]?.array ?? []
    #expect(status == 65 && problems.count == 2)
    #expect(problems.contains { $0["file"]?.string == "fieldbook.json" && $0["line"]?.int != nil })
    #expect(problems.contains { $0["what"]?.string == "7 is no number of colours" && $0["line"]?.int == 1 })
  }

  @Test("On a terminal it tells its size, and what its description tells")
  func terminal() throws {
    let trial = try Trial()
    let terminal = try PseudoTerminal(
      Program.path(named: "fieldbook"), ["doctor"], environment: trial.environment, directory: trial.folder,
      columns: 120, rows: 60)
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.screen.text.contains("120 columns, 60 rows"))
    #expect(terminal.screen.text.contains("256 by its description"))
    #expect(!terminal.screen.isAlternate)
  }
}
