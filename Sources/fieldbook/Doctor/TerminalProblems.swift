import Terminal
import TextUI

/// What is wrong with the terminal and its surroundings, each with what to do.
enum TerminalProblems {
  static func all(_ type: String, _ description: TerminalDescription) -> [ConfigurationProblem] {
    var problems: [ConfigurationProblem] = []
    func add(_ what: String, _ mend: String) {
      problems.append(ConfigurationProblem(file: "", line: nil, column: nil, what: what, mend: mend))
    }
    // A terminal that only prints line after line is no fault: fieldbook speaks to it line by line.
    if case .unknownType(let name) = description.failure?.reason, description.isThere || !type.isEmpty {
      let what =
        name.isEmpty ? "TERM is not set" : "this computer has no description of the terminal “\(name)” (TERM)"
      add(what, "Try TERM=xterm-256color fieldbook, or install ncurses-term.")
    }
    let least = PageLayout.minimumSize
    if description.isThere, let size = description.size,
      size.columns < least.columns || size.rows < least.rows
    {
      add(
        "the window has \(size.columns) columns and \(size.rows) rows",
        "Make it at least \(least.columns) × \(least.rows), or use fieldbook --plain.")
    }
    if description.isLocaleMissing {
      let (variable, name) = Examination.locale
      add(
        "this computer has no locale “\(name)” (\(variable))",
        "Set \(variable)=C.UTF-8, or make the locale with dpkg-reconfigure locales.")
    }
    if getenvIsBroken("ESCDELAY") {
      add("ESCDELAY is no number", "Set it to milliseconds, such as 25, or unset it.")
    }
    return problems
  }

  private static func getenvIsBroken(_ name: String) -> Bool {
    ProcessEnvironment.variable(name).map { Int($0) == nil } ?? false
  }
}
