#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder of its own with a workspace in it, and the program run on it as a user would.
final class Trial {
  /// The folder; it is removed with the trial.
  let folder: String
  /// The workspace in it.
  var workspace: String { folder + "/meadowbank" }

  init() throws {
    let base = Program.environment("TMPDIR") ?? "/tmp"
    var template = Array((base + "/fieldbook-test-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw PseudoTerminalFailure("no folder for the test") }
    folder = String(cString: made)
  }

  deinit {
    _ = Program.run(Program.path(named: "rm"), ["-rf", folder])
  }

  /// A trial with the invented trust imported.
  static func imported() throws -> Trial {
    let trial = try Trial()
    try trial.make()
    let files = ["register.csv", "2016-2017_990_ks2final.csv", "2017-2018_990_ks2final.csv"]
    try trial.succeed(["import"] + files.map(fixture) + ["--trust", "meadowbank trust"])
    return trial
  }

  /// A file of the invented trust.
  static func fixture(_ name: String) -> String { Program.checkout + "/fixtures/" + name }

  func make() throws {
    let made = run(["init", workspace, "--name", "Meadowbank"], inWorkspace: false)
    guard made.status == 0 else { throw PseudoTerminalFailure("init: \(made.status) \(made.errors)") }
  }

  /// The environment of every run: nothing of the machine's user, and a day in a half-term.
  var environment: [String: String] {
    [
      "HOME": folder, "TZ": "UTC", "FIELDBOOK_NOW": "2026-11-23T10:42:00+00:00", "LOGNAME": "r.reviewer",
      "XDG_STATE_HOME": folder + "/state", "GIT_CONFIG_NOSYSTEM": "1",
    ]
  }

  /// Runs the program with arguments, on the workspace unless told not to.
  func run(
    _ arguments: [String], inWorkspace: Bool = true, environment more: [String: String] = [:]
  ) -> Program.Outcome {
    let workspaceArguments = inWorkspace ? ["-w", workspace] : []
    return Program.run(
      Program.path(named: "fieldbook"), workspaceArguments + arguments,
      environment: environment.merging(more) { $1 })
  }

  @discardableResult
  func succeed(_ arguments: [String]) throws -> String {
    let outcome = run(arguments)
    guard outcome.status == 0 else {
      throw PseudoTerminalFailure("\(arguments): status \(outcome.status)\n\(outcome.errors)")
    }
    return outcome.output
  }

  /// Opens the workstation on a terminal of its own.
  func open(
    columns: Int = 80, rows: Int = 24, environment more: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Program.path(named: "fieldbook"), ["-w", workspace, "open"],
      environment: environment.merging(more) { $1 },
      directory: folder, columns: columns, rows: rows)
    return terminal
  }

  /// Opens the workstation and waits for the schools.
  func opened(columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    let terminal = try open(columns: columns, rows: rows)
    // The footer is drawn last.
    try terminal.waitUntil("the whole list of schools") { screen in
      screen.text.contains("Ashgrove Primary School") && screen.text.contains("? keys")
    }
    return terminal
  }

  /// Writes a file into the trial's folder.
  func write(_ text: String, to name: String) throws -> String {
    let path = folder + "/" + name
    guard let file = fopen(path, "w") else { throw PseudoTerminalFailure("could not write \(path)") }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw PseudoTerminalFailure("could not write \(path)")
    }
    return path
  }

  /// The bytes of a file.
  func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  /// All files below a folder with size, times and mode, so that a change of any shows.
  func listing(of path: String) -> String {
    Program.run(
      Program.path(named: "find"),
      [path, "-type", "f", "-printf", "%p %s %T@ %m\\n"]
    ).output.split(separator: "\n").sorted().joined(separator: "\n")
  }
}
