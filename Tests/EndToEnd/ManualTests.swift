import PlainText
import Testing

@Suite("Manual and completions")
struct ManualTests {
  private func printed(_ arguments: [String]) throws -> String {
    let outcome = try Trial().run(arguments, inWorkspace: false)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    return outcome.output
  }

  /// The verbs that `fieldbook --help` lists.
  private func verbs() throws -> [String] {
    let help = try printed(["--help"])
    let list = help.split(separator: "SUBCOMMANDS:").last ?? ""
    let verbs = list.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See")
    }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(verbs.count >= 11)
    return verbs
  }

  @Test("Every verb and option is in the manual, with statuses, variables, files and keys")
  func whole() throws {
    let manual = try printed(["manual"])
    for verb in try verbs() {
      #expect(manual.contains(".SS \"fieldbook \(verb)"), "\(verb)")
      for option in try printed([verb, "--help"]).split(whereSeparator: { " ,[]()\n".contains($0) })
      where option.hasPrefix("--") && option != "--help" && option != "--version" {
        #expect(manual.contains(option.replacing("-", with: "\\-")), "\(option) of \(verb)")
      }
    }
    for status in [0, 64, 65, 66, 69, 73, 74, 75] { #expect(manual.contains(".B \"\(status)\"\n")) }
    for name in [
      "FIELDBOOK_WORKSPACE", "FIELDBOOK_NOW", "NO_COLOR", "XDG_CONFIG_HOME", "config.json",
      "review.sign\\-off",
    ] {
      #expect(manual.contains(name), "\(name)")
    }
  }

  @Test("The manual is ASCII, and no line of text is taken for a request")
  func roff() throws {
    let manual = try printed(["manual"])
    #expect(manual.utf8.allSatisfy { $0 < 0x80 })
    let requests: Set<Substring> = [
      ".TH", ".SH", ".SS", ".TP", ".B", ".PP", ".RS", ".RE", ".nf", ".fi", ".br", ".\\\"",
    ]
    for line in manual.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(line.prefix { $0 != " " }), "\(line)")
    }
  }

  @Test("The completions of every shell know every verb", arguments: ["bash", "zsh", "fish"])
  func shells(shell: String) throws {
    let script = try printed(["completions", shell])
    for verb in try verbs() { #expect(script.contains(verb), "\(verb)") }
    #expect(script.contains("fieldbook"))
  }

  @Test("bash loads them, completes verbs and options, and asks the workspace for its schools")
  func bash() throws {
    let trial = try Trial.imported()
    let script = """
      source <("$0" completions bash)
      fieldbook() { "$program" "$@"; }
      program=$0
      PATH=$(dirname "$0"):$PATH
      complete_line() {
        COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
        "$(complete -p fieldbook | sed 's/.*-F \\([^ ]*\\).*/\\1/')" fieldbook "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        echo "$*: ${COMPREPLY[*]}"
      }
      complete_line fieldbook doc
      complete_line fieldbook report school --o
      complete_line fieldbook -w "$1" report school 9000
      complete_line fieldbook completions z
      """
    let outcome = Program.run(
      Program.path(named: "bash"), ["-c", script, Program.path(named: "fieldbook"), trial.workspace],
      environment: trial.environment)
    #expect(outcome.output.contains("fieldbook doc: doctor\n"), "\(outcome.errors)")
    #expect(outcome.output.contains("--o: --output\n"))
    #expect(outcome.output.contains("completions z: zsh\n"))
    #expect(outcome.output.contains("900001"), "\(outcome.output)\(outcome.errors)")
    #expect(!outcome.errors.contains("command not found"))
  }

  /// Types in an interactive shell that has loaded the completions, on a terminal of its own.
  private func complete(in shell: String, _ arguments: [String], setUp: (Trial) throws -> String) throws {
    let trial = try Trial.imported()
    let program = Program.path(named: "fieldbook")
    let folder = program.split(separator: "/").dropLast().joined(separator: "/")
    var environment = trial.environment
    environment["PATH"] = "/\(folder):" + (Program.environment("PATH") ?? "")
    environment["TERM"] = "xterm"
    let terminal = try PseudoTerminal(
      shell, arguments, environment: environment, directory: trial.folder, columns: 200, rows: 30)
    defer { terminal.signal(9) }
    try terminal.send(try setUp(trial) + "\n")
    try terminal.waitFor("set-up-is-done")
    for (typed, completed) in [
      ("fieldbook doc", "fieldbook doctor"),
      ("fieldbook report school --o", "fieldbook report school --output"),
      ("fieldbook completions z", "fieldbook completions zsh"),
      // Our schools, asked of the workspace that the line names.
      ("fieldbook -w \(trial.workspace) report school 9000", "900001"),
    ] {
      try terminal.send("\u{15}\(typed)\t")
      try terminal.waitFor(completed)
    }
  }

  @Test("zsh loads them, completes verbs and options, and asks the workspace for its schools")
  func zsh() throws {
    try complete(in: Program.path(named: "zsh"), ["-f", "-i"]) { trial in
      _ = try trial.write(try printed(["completions", "zsh"]), to: "_fieldbook")
      return "PROMPT='> '; bindkey -e; unsetopt list_ambiguous; fpath=(\(trial.folder) $fpath); "
        + "autoload -Uz compinit; compinit -u -D; print set-up-is-''done"
    }
  }

  @Test("fish loads them, completes verbs and options, and asks the workspace for its schools")
  func fish() throws {
    try complete(in: Program.path(named: "fish"), ["--no-config", "--private", "-i"]) { trial in
      let script = try trial.write(try printed(["completions", "fish"]), to: "fieldbook.fish")
      return "source \(script); echo set-up-is-''done"
    }
  }
}
