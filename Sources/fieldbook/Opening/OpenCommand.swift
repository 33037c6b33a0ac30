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

  @Flag(
    help: "Line by line, without drawing: for screen readers, braille displays, bad lines and scripts.")
  var plain = false

  @OptionGroup(title: "Drawing") var display: DisplayOptions
  @ParentCommand var root: Fieldbook

  func run() throws {
    try refuseMistypedVerb()
    let settings = Settings.find(display.wishes(over: root.display))
    let path = try WorkspaceChoice.path(named: folder ?? root.workspace)
    try OpenCommand.open(path, settings: settings, plain: plain) { WorkspaceChoice.remember(path) }
  }

  /// Opens the workspace in a folder, and works in it until the user leaves. What is to be done once it is open, such
  /// as remembering it, comes between.
  static func open(_ path: String, settings: Settings, plain: Bool, onceOpen: () -> Void = {}) throws {
    let storage = try CommandStorage.environment(settings)
    let workspace: Workspace
    do {
      workspace = try Workspace.open(at: path, wanting: .write, environment: storage)
    } catch {
      throw CommandFailure(error)
    }
    defer { workspace.close() }
    onceOpen()
    try run(
      workspace, settings: settings, now: storage.now, command: "fieldbook -w \(ShellWord.quoted(path))",
      plain: plain)
  }

  /// Opens the workstation on the whole screen, or line by line where that is asked for.
  private static func run(
    _ workspace: Workspace, settings: Settings, now: @escaping @Sendable () -> Instant, command: String,
    plain: Bool
  ) throws {
    if PlainWorkstation.isAskedFor(plain, settings) {
      try PlainWorkstation.run(workspace, settings: settings, now: now, command: command)
    } else {
      try Workstation.run(workspace, settings: settings, now: now, command: command)
    }
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
