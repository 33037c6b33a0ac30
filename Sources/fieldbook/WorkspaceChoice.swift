import FieldbookStorage

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Which workspace is meant.
enum WorkspaceChoice {
  /// The one named with `-w`, by `FIELDBOOK_WORKSPACE`, or found here or above; else the one opened last.
  /// - Throws: when there is none.
  static func path(named: String?) throws -> String {
    if let path = try chosen(named: named) ?? lastOpened { return path }
    throw CommandFailure(
      .notFound,
      """
      there is no workspace here or in a folder above.
      To make one: fieldbook init FOLDER --name "NAME OF YOUR TRUST"
      """)
  }

  /// As `path`, without falling back on the one opened last: scripts should say which they mean.
  static func pathForScripts(named: String?) throws -> String {
    if let path = try chosen(named: named) { return path }
    throw CommandFailure(
      .notFound,
      "there is no workspace here or in a folder above: name one with -w FOLDER, or make one with fieldbook init"
    )
  }

  private static func chosen(named: String?) throws -> String? {
    guard let name = named ?? ProcessEnvironment.variable("FIELDBOOK_WORKSPACE") else {
      return Workspace.find(from: ProcessEnvironment.currentFolder)
    }
    guard isWorkspace(at: name) else { throw notAWorkspace(name, code: errno, isNamed: named != nil) }
    return followed(name)
  }

  /// The folder itself where the name is a link to it.
  private static func followed(_ name: String) -> String {
    guard let whole = realpath(name, nil) else { return name }
    defer { free(whole) }
    return String(cString: whole)
  }

  /// Why a place cannot be opened; `code` is what the system said of its main document.
  private static func notAWorkspace(_ name: String, code: Int32, isNamed: Bool) -> CommandFailure {
    let source = isNamed ? "" : " (FIELDBOOK_WORKSPACE names it)"
    if code == EACCES {
      return CommandFailure(.inputOutput, "\(name)\(source) may not be looked into: check its permissions")
    }
    guard exists(name) else { return CommandFailure(.notFound, "there is no folder \(name)\(source)") }
    return CommandFailure(
      .notFound, "\(name)\(source) is not a fieldbook workspace: it has no fieldbook.json")
  }

  private static func isWorkspace(at path: String) -> Bool { access(path + "/fieldbook.json", F_OK) == 0 }

  /// Whether anything is at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  // MARK: The one opened last

  /// Where it is remembered.
  static var stateFolder: String? {
    if let folder = ProcessEnvironment.variable("XDG_STATE_HOME"), folder.hasPrefix("/") {
      return folder + "/fieldbook"
    }
    return ProcessEnvironment.variable("HOME").map { $0 + "/.local/state/fieldbook" }
  }

  private static var lastOpened: String? {
    guard let folder = stateFolder, let file = fopen(folder + "/last", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return nil }
    let bytes = buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
    let path = String(decoding: bytes, as: UTF8.self)
    return isWorkspace(at: path) ? path : nil
  }

  /// Remembers a workspace as the one opened last. A convenience: when it cannot be written, nothing is lost.
  static func remember(_ path: String) {
    guard let folder = stateFolder, let full = realpath(path, nil) else { return }
    defer { free(full) }
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
    guard let file = fopen(folder + "/last", "w") else { return }
    defer { fclose(file) }
    fputs(full, file)
    fputs("\n", file)
  }
}

extension CommandFailure {
  /// What a problem of the storage means for the program's exit status.
  init(_ problem: StorageProblem) {
    let status: Status =
      switch problem.kind {
      case .noWorkspace: .notFound
      case .exists, .cannotCreate: .cannotCreate
      case .locked: .tryAgain
      case .inputOutput, .readOnly: .inputOutput
      case .newerVersion, .broken, .refused, .movedOn: .refused
      }
    self.init(status, problem.message)
  }
}
