import FieldbookDemo
import FieldbookImport
import FieldbookModel
import FieldbookStorage

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder that the demo is made in: as a whole, or not at all.
struct DemoFolder {
  let path: String

  init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Where the demo is kept when no folder is named.
  /// - Throws: when neither `XDG_DATA_HOME` nor `HOME` says where a user's data are.
  static func usualPath() throws -> String {
    if let folder = ProcessEnvironment.variable("XDG_DATA_HOME"), folder.hasPrefix("/") {
      return folder + "/fieldbook/demo"
    }
    if let home = ProcessEnvironment.variable("HOME"), home.hasPrefix("/") {
      return home + "/.local/share/fieldbook/demo"
    }
    throw CommandFailure(
      .cannotCreate, "there is no place for the demo: neither HOME nor XDG_DATA_HOME is set. Name a folder.")
  }

  /// Whether a workspace is there.
  var isThere: Bool { WorkspaceChoice.exists(path + "/fieldbook.json") }

  /// Makes the demo, where there is nothing yet.
  func make() throws {
    try refuseUnlessEmpty()
    try makeFolders(parent)
    let made = try makeBeside()
    guard rename(made, path) == 0 else {
      let code = errno
      DemoFolder.remove(made)
      throw failure("could not be created", code)
    }
  }

  /// Makes the demo in place of the one that is there.
  func makeAnew() throws {
    guard isThere else { return try make() }
    let workspace: Workspace
    do {
      workspace = try Workspace.open(
        at: path, wanting: .write, isBrief: true, environment: try CommandStorage.environment())
    } catch let problem as StorageProblem where problem.kind == .broken {
      // A demo that cannot be opened any more is one reason for making it anew.
      return try replace()
    } catch let problem as StorageProblem {
      throw CommandFailure(problem)
    }
    // Held until the new one is in place, so that nobody begins to write in the old one meanwhile.
    defer { workspace.close() }
    if let holder = workspace.holder {
      throw CommandFailure(
        .tryAgain, "\(path): \(holder.words) has the demo open. Leave it there, then make it anew.")
    }
    guard workspace.canWrite else {
      throw CommandFailure(
        .cannotCreate,
        "\(path): the demo cannot be made anew: \(workspace.whyReadOnly ?? "it can only be read").")
    }
    try replace()
  }

  /// Makes the files alone that the demo is imported from, in a folder where there is nothing yet.
  func makeFiles() throws -> [String] {
    try refuseUnlessEmpty()
    try makeFolders(path)
    let files = DemoFiles(today: try ProcessEnvironment.clock()().date).files
    do {
      for file in files { try PrivateFile.write(file.bytes, to: path + "/" + file.name) }
    } catch {
      for file in files { unlink(path + "/" + file.name) }
      throw error
    }
    return files.map(\.name)
  }

  private func replace() throws {
    let made = try makeBeside()
    let old = made + ".old"
    guard rename(path, old) == 0 else {
      let code = errno
      DemoFolder.remove(made)
      throw failure("could not be replaced", code)
    }
    guard rename(made, path) == 0 else {
      let code = errno
      rename(old, path)
      DemoFolder.remove(made)
      throw failure("could not be replaced", code)
    }
    DemoFolder.remove(old)
  }

  /// Makes the demo in a new folder beside its place; nothing is left of it when that fails.
  private func makeBeside() throws -> String {
    var template = Array((parent + "/.fieldbook-demo-XXXXXX").utf8CString)
    guard let name = mkdtemp(&template) else { throw failure("could not be created", errno) }
    let made = String(cString: name)
    do {
      let settings = Settings.find()
      try Demo.make(at: made, now: try ProcessEnvironment.clock()(), userName: settings.name.value)
      return made
    } catch {
      DemoFolder.remove(made)
      if let problem = error as? StorageProblem { throw DemoFolder.failure(problem) }
      if let refusal = error as? ImportRefusal { throw CommandFailure(refusal) }
      throw error
    }
  }

  /// Whatever the disk refuses, the demo could not be created.
  private static func failure(_ problem: StorageProblem) -> CommandFailure {
    let failure = CommandFailure(problem)
    return failure.status == .inputOutput ? CommandFailure(.cannotCreate, failure.message) : failure
  }

  private func refuseUnlessEmpty() throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { throw failure("could not be created", errno) }
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure(.cannotCreate, "\(path): it is not a folder. Name one that is not there yet.")
    }
    guard let names = try? LocalDisk().names(in: path), names.isEmpty else {
      throw CommandFailure(
        .cannotCreate, "\(path): the folder is not empty. Name one that is empty or not there yet.")
    }
  }

  private func failure(_ what: String, _ code: Int32) -> CommandFailure {
    CommandFailure(
      .cannotCreate, "\(path): the demo \(what): \(String(cString: strerror(code))). Name another folder.")
  }

  private var parent: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func makeFolders(_ folder: String) throws {
    var made = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o700) != 0, errno != EEXIST, !WorkspaceChoice.exists(made) else { continue }
      throw failure("could not be created", errno)
    }
  }

  /// Removes a folder that this program made, with all in it; links are removed, not followed.
  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in (try? LocalDisk().names(in: path)) ?? [] { remove(path + "/" + name) }
    rmdir(path)
  }
}
