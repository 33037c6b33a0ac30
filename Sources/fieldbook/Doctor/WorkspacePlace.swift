import FieldbookStorage

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The workspace that would be opened, why that one, and what stands in its way.
struct WorkspacePlace {
  private(set) var path: String?
  private(set) var because = ""
  private(set) var writer: LockHolder?
  private(set) var problems: [ConfigurationProblem] = []

  init(named name: String?) {
    do {
      let path = try WorkspaceChoice.path(named: name)
      self.path = path
      because = Self.reason(path, named: name)
      writer = Workspace.holder(at: path)
      look(at: path)
    } catch let failure as CommandFailure where name != nil || Self.variable != nil {
      add(failure.message, "Name another folder, or leave it out.")
    } catch {
      // None is here: that is how a first day begins.
    }
  }

  /// For people.
  var words: String {
    guard let path else { return problems.isEmpty ? "none here or above: fieldbook init makes one" : "none" }
    return "\(path) (\(because))"
  }

  private static var variable: String? { ProcessEnvironment.variable("FIELDBOOK_WORKSPACE") }

  private static func reason(_ path: String, named name: String?) -> String {
    if name != nil { return "named with -w" }
    if variable != nil { return "named by FIELDBOOK_WORKSPACE" }
    guard let found = Workspace.find(from: ProcessEnvironment.currentFolder) else { return "opened last" }
    return found == ProcessEnvironment.currentFolder ? "found here" : "found above this folder"
  }

  /// Whether it can be opened at all, and written.
  private mutating func look(at path: String) {
    do {
      let environment = StorageEnvironment(now: try ProcessEnvironment.clock(), userName: "")
      let workspace = try Workspace.open(at: path, wanting: .read, isBrief: true, environment: environment)
      workspace.close()
    } catch let problem as StorageProblem {
      problems.append(
        ConfigurationProblem(
          file: problem.file, line: problem.line, column: problem.column, what: problem.what,
          mend: problem.mend.isEmpty ? "fieldbook check says more." : problem.mend))
    } catch {
      if let failure = error as? CommandFailure { add(failure.message, "Unset it, or write it so.") }
    }
    if access(path, W_OK) != 0 {
      add("the workspace \(path) can only be read", "Check its permissions, or the disk it is on.")
    }
  }

  private mutating func add(_ what: String, _ mend: String) {
    problems.append(ConfigurationProblem(file: "", line: nil, column: nil, what: what, mend: mend))
  }
}

/// The program that an editor's command begins with.
enum EditorProgram {
  /// Where it is; nil when there is none that can be run.
  static func path(of command: String) -> String? {
    guard let word = command.split(whereSeparator: \.isWhitespace).first.map(String.init) else { return nil }
    if word.contains("/") { return access(word, X_OK) == 0 ? word : nil }
    // What a shell would have to make sense of is left to it.
    if word.contains(where: { "$\"'\\`~".contains($0) }) { return word }
    let folders = (ProcessEnvironment.variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(
      separator: ":")
    return folders.map { "\($0)/\(word)" }.first { access($0, X_OK) == 0 }
  }
}
