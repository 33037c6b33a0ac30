import Testing

@Suite struct DemoCommandTests {
  private func data(_ trial: Trial) -> [String: String] { ["XDG_DATA_HOME": trial.folder + "/data"] }

  private func run(_ trial: Trial, _ arguments: [String]) -> Program.Outcome {
    trial.run(arguments, inWorkspace: false, environment: data(trial))
  }

  private func open(_ trial: Trial, _ arguments: [String]) throws -> PseudoTerminal {
    try PseudoTerminal(
      Program.path(named: "fieldbook"), arguments,
      environment: trial.environment.merging(data(trial)) { $1 }, directory: trial.folder, columns: 80,
      rows: 24)
  }

  private func names(_ folder: String) -> [String] {
    Program.run(Program.path(named: "ls"), ["-A", folder]).output.split(separator: "\n").map(String.init)
  }

  @Test func `the demo is made in a folder and is sound`() throws {
    let trial = try Trial()
    let outcome = run(trial, ["demo", trial.folder + "/new/demo"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("twelve schools that do not exist"))
    let check = run(trial, ["-w", trial.folder + "/new/demo", "check"])
    #expect(check.status == 0 && check.output.contains("all valid"))
    #expect(names(trial.folder + "/new") == ["demo"], "nothing is left beside it")
  }

  @Test func `a folder that is not empty is left as it is`() throws {
    let trial = try Trial()
    let path = try trial.write("mine", to: "note.txt")
    let outcome = run(trial, ["demo", trial.folder])
    #expect(outcome.status == 73 && outcome.errors.contains("not empty"))
    #expect(run(trial, ["demo", path]).status == 73, "a file is no folder")
    #expect(run(trial, ["demo", path + "/below"]).status == 73, "nor can one be made below it")
    #expect(names(trial.folder) == ["note.txt"] && trial.read(path) == Array("mine".utf8))
  }

  @Test func `slips of use are named`() throws {
    let trial = try Trial()
    #expect(run(trial, ["demo", trial.folder + "/demo", "--fresh"]).status == 64)
    #expect(run(trial, ["demo", "--files"]).status == 64)
    #expect(names(trial.folder) == [])
  }

  @Test func `its files alone can be made, and imported`() throws {
    let trial = try Trial()
    try trial.make()
    let outcome = run(trial, ["demo", trial.folder + "/files", "--files"])
    #expect(outcome.status == 0 && outcome.output.contains("12 files"))
    let files = names(trial.folder + "/files").map { trial.folder + "/files/" + $0 }
    #expect(try trial.succeed(["import"] + files + ["--trust", "Meadowbank Trust"]).contains("12 schools"))
  }

  @Test func `without a folder it is made where data are kept, and opened`() throws {
    let trial = try Trial()
    let terminal = try open(trial, ["demo"])
    try terminal.waitUntil("the schools, said to be invented") {
      $0.text.contains("invented") && $0.text.contains("Ashgrove Primary School")
    }
    #expect(names(trial.folder + "/data/fieldbook") == ["demo"])
    let other = run(trial, ["demo", "--fresh"])
    #expect(other.status == 75 && other.errors.contains("Leave it there"), "\(other.errors)")
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    let before = trial.listing(of: trial.folder + "/data/fieldbook/demo/records")
    #expect(run(trial, ["demo"]).status == 69, "it is there, but there is no terminal to show it on")
    #expect(trial.listing(of: trial.folder + "/data/fieldbook/demo/records") == before, "as it was left")
    #expect(run(trial, ["demo", "--fresh"]).status == 69)
    #expect(trial.listing(of: trial.folder + "/data/fieldbook/demo/records") != before, "made anew")
    #expect(names(trial.folder + "/data/fieldbook") == ["demo"])
  }

  @Test func `the demo can be read line by line`() throws {
    let trial = try Trial()
    let script = try trial.write("/lark\n1\nq\n", to: "script")
    let outcome = Program.run(
      Program.path(named: "fieldbook"), ["demo", "--plain"],
      environment: trial.environment.merging(data(trial)) { $1 }, input: script)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("3 actions late") && words.contains("change since last year down 13"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `without any workspace the program says how to begin`() throws {
    let trial = try Trial()
    let outcome = run(trial, [])
    #expect(outcome.status == 66)
    for words in ["fieldbook demo", "fieldbook init FOLDER", "fieldbook import REGISTER.csv"] {
      #expect(outcome.errors.contains(words))
    }
  }
}
