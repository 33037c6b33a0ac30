import ArgumentParser
import FieldbookModel
import FieldbookSession
import FieldbookStorage
import Terminal

/// Opens the workstation.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a workspace in the terminal.")

  @Argument(help: "The workspace’s folder, instead of the one found here.", completion: .directory)
  var folder: String?

  @OptionGroup(title: "Drawing") var display: DisplayOptions
  @ParentCommand var root: Fieldbook

  func run() throws {
    try refuseMistypedVerb()
    let settings = Settings.find(display.wishes(over: root.display))
    let path = try WorkspaceChoice.path(named: folder ?? root.workspace)
    let workspace: Workspace
    let storage = try CommandStorage.environment(settings)
    do {
      workspace = try Workspace.open(at: path, wanting: .write, environment: storage)
    } catch {
      throw CommandFailure(error)
    }
    defer { workspace.close() }
    WorkspaceChoice.remember(path)
    try Workstation.run(
      workspace, settings: settings, now: storage.now, command: "fieldbook -w \(ShellWord.quoted(path))")
  }

  /// `fieldbook lsit` means a verb, not a folder to open, unless there is such a folder.
  private func refuseMistypedVerb() throws {
    guard let folder, !CommandLine.arguments.contains(OpenCommand.configuration.commandName ?? "") else {
      return
    }
    guard !folder.contains("/"), !WorkspaceChoice.exists(folder) else { return }
    throw CommandFailure(
      .usage,
      "there is no command “\(folder)”, and no folder of that name: fieldbook --help lists the commands")
  }
}
