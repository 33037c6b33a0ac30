import ArgumentParser
import FieldbookStorage

/// Makes a workspace.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a workspace: a folder of plain files that is yours.")

  @Argument(help: "The folder; it is made if it is not there.")
  var folder: String

  @Option(help: "What to call it, such as the trust’s name.")
  var name: String

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) {
      throw ValidationError("The name is blank: say what to call the workspace.")
    }
  }

  func run() throws {
    do {
      try Workspace.create(at: folder, name: name, environment: try CommandStorage.environment())
    } catch let problem as StorageProblem {
      throw InitCommand.failure(problem, folder: folder)
    }
    StandardStreams.line("Made the workspace “\(name)” in \(folder).")
    StandardStreams.line(
      "Next: fieldbook -w \(ShellWord.quoted(folder)) import REGISTER.csv RESULTS.csv "
        + "--trust \"NAME OF YOUR TRUST\"")
  }
}

extension InitCommand {
  /// Whatever stands in the way of a new workspace, it could not be created.
  private static func failure(_ problem: StorageProblem, folder: String) -> CommandFailure {
    var problem = problem
    if problem.file.isEmpty { problem.file = folder }
    if problem.kind == .inputOutput { problem.mend = "Name a folder that you may write in." }
    let failure = CommandFailure(problem)
    return failure.status == .inputOutput ? CommandFailure(.cannotCreate, failure.message) : failure
  }
}

/// What the storage is given by a command.
enum CommandStorage {
  static func environment(_ settings: Settings = .find()) throws -> StorageEnvironment {
    StorageEnvironment(
      now: try ProcessEnvironment.clock(), userName: settings.name.value,
      isUserNameChosen: settings.isNameChosen)
  }

  /// Opens a workspace and reads all of it.
  static func open(_ named: String?, wanting access: Access) throws -> Workspace {
    let path = try WorkspaceChoice.pathForScripts(named: named)
    do {
      return try Workspace.open(at: path, wanting: access, isBrief: true, environment: try environment())
    } catch let problem as StorageProblem {
      throw CommandFailure(problem)
    }
  }
}
