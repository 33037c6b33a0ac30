import ArgumentParser

/// Prints the manual page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page: fieldbook manual | man -l -")

  func run() throws {
    StandardStreams.bytes(Array(ManualPage.text.utf8))
  }
}

/// Prints what a shell needs to complete verbs, options and schools.
struct CompletionsCommand: ParsableCommand {
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish
  }

  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the completions of a shell; make install puts them in place."
  )

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    StandardStreams.bytes(Array((Fieldbook.completionScript(for: kind) + "\n").utf8))
  }
}
