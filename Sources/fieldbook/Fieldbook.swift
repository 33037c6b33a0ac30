import ArgumentParser
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `fieldbook`: the review workstation, and the verbs that scripts use.
@main
struct Fieldbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fieldbook",
    abstract: "Review schools by keyboard, offline: evidence, findings, judgements, actions, results.",
    discussion: """
      Without a verb it opens the workspace found here or in a folder above, else the one opened last.
      Files it can read: the register of schools (GIAS), key stage 2 and 4 performance tables, the school census.
      To look around first: fieldbook demo
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self, TemplateCommand.self,
      ListCommand.self,
      ReportCommand.self, CheckCommand.self, KeysCommand.self, ConfigCommand.self, DoctorCommand.self,
      ManualCommand.self, CompletionsCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  @Option(
    name: [.short, .customLong("workspace")],
    help: ArgumentHelp("The workspace, instead of the one found here; before the verb.", valueName: "dir"),
    completion: .directory)
  var workspace: String?

  @OptionGroup(title: "Drawing") var display: DisplayOptions

  static func main() {
    Terminal.prepareProcess()
    umask(0o077)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      StandardStreams.error("fieldbook: \(failure.message)")
      exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}

/// How the program ends when it cannot do what was asked: a message, and a status of sysexits.
struct CommandFailure: Error {
  /// The statuses, as `sysexits.h` numbers them.
  enum Status: Int32 {
    case usage = 64
    case refused = 65
    case notFound = 66
    case noTerminal = 69
    case cannotCreate = 73
    case inputOutput = 74
    case tryAgain = 75
  }

  let status: Status
  let message: String

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }
}
