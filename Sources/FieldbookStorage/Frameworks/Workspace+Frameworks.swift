import FieldbookModel
import PlainText
import Synchronization

extension Workspace {
  /// The frameworks of the workspace's own, in the order of their ids; broken ones with what is wrong with them.
  public func ownFrameworks() throws(StorageProblem) -> [OwnFramework] {
    try state.withLock { (_) throws(StorageProblem) in try folder.ownFrameworks() }
  }

  /// Saves a framework; it is durable when this returns. Reviews that began with it keep it as it was.
  ///
  /// Throws `movedOn` when its file is no longer what the change was begun from, `refused` when it breaks a rule
  /// (the message says which), `newerVersion` for a file of a newer fieldbook.
  public func save(_ edit: FrameworkEdit) throws(StorageProblem) {
    try writing { (state) throws(StorageProblem) in
      let id = edit.framework.id
      let path = WorkspaceFolder.framework(id)
      guard Framework.isID(id), Frameworks.framework(id) == nil else {
        throw StorageProblem(
          .refused, file: path, what: "a framework of your own cannot have the id “\(id)”",
          mend: "Copy it under another name.")
      }
      let before = try folder.readFramework(id)
      if let version = before?.newerVersion {
        throw StorageProblem(
          .newerVersion, file: path,
          what: "it was written by a newer fieldbook (version \(version) of the format)",
          mend: "Use the newer fieldbook to change it.")
      }
      let live = before.flatMap { FrameworkTree.isUndone($0.tree) ? nil : $0 }
      guard live.map({ FrameworkCodec.framework($0.tree) }) == edit.base.map(Optional.some) else {
        throw StorageProblem(
          .movedOn, file: path, what: "the framework has been changed by somebody else since",
          mend: "What you see is how it now is. Saving again saves over it.")
      }
      let write = folder.identities.write(by: state.identity.writer)
      var tree = FrameworkTree.tree(
        edit.framework, in: before?.tree ?? FrameworkTree.new(id: id), write: write)
      FrameworkTree.setUndone(false, in: &tree, write)
      if let problem = FrameworkRules.problems(in: tree, id: id).first {
        throw StorageProblem(.refused, file: path, what: problem.what, mend: problem.mend)
      }
      let past = PastEdit(
        id: write.text, title: edit.title, at: folder.environment.now(), canBeUndone: true, members: [],
        created: [],
        framework: .init(
          id: id, before: edit.base.map(FrameworkCodec.tree), after: FrameworkTree.value(tree)))
      try keep(tree, at: path, as: .edit(past), &state)
    }
  }
}

extension WorkspaceFolder {
  static func framework(_ id: String) -> String { "\(frameworks)/\(id).json" }

  /// The framework that a review names when it begins: built in, or one of the workspace's own.
  func framework(named id: String) throws(StorageProblem) -> Framework {
    if let builtIn = Frameworks.framework(id) { return builtIn }
    guard Framework.isID(id), let read = try readFramework(id), !FrameworkTree.isUndone(read.tree) else {
      throw StorageProblem(
        .refused, file: WorkspaceFolder.framework(id),
        what: "there is no framework “\(id)”",
        mend: "Choose one of: \(Frameworks.builtIn.map(\.id).joined(separator: ", ")), or one of your own.")
    }
    if let problem = frameworkProblems(read, id).first {
      throw StorageProblem(
        .refused, file: problem.file, line: problem.line, column: problem.column,
        what: "the framework cannot be used: \(problem.what)", mend: problem.mend)
    }
    guard let framework = FrameworkCodec.framework(read.tree) else {
      throw StorageProblem(
        .broken, file: WorkspaceFolder.framework(id), what: "the framework cannot be read",
        mend: "Run fieldbook check.")
    }
    return framework
  }

  /// The ids of the workspace's own frameworks, by the names of their files.
  func frameworkIDs() throws(StorageProblem) -> [String] {
    try names(WorkspaceFolder.frameworks).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
  }

  func ownFrameworks() throws(StorageProblem) -> [OwnFramework] {
    var own: [OwnFramework] = []
    for id in try frameworkIDs() {
      if let read = try? readFramework(id), FrameworkTree.isUndone(read.tree) { continue }
      let problems = try frameworkProblems(id)
      let framework = problems.isEmpty ? try framework(named: id) : nil
      own.append(OwnFramework(id: id, framework: framework, problems: problems.map(\.message)))
    }
    return own
  }

  /// What is wrong with the file of a framework, with its place.
  func frameworkProblems(_ id: String) throws(StorageProblem) -> [CheckResult.Problem] {
    let path = WorkspaceFolder.framework(id)
    guard Framework.isID(id) else {
      return [
        CheckResult.Problem(
          file: path, line: nil, column: nil, code: "name", what: "“\(id)” cannot be an id",
          mend: "Call the file by up to \(Framework.Limit.id) letters, digits and hyphens.")
      ]
    }
    do {
      guard let read = try readFramework(id) else { return [] }
      return frameworkProblems(read, id)
    } catch {
      guard error.kind == .broken else { throw error }
      return [CheckResult.Problem(error, code: "broken")]
    }
  }

  private func frameworkProblems(_ read: ReadDocument, _ id: String) -> [CheckResult.Problem] {
    let path = WorkspaceFolder.framework(id)
    if let version = read.newerVersion {
      return [
        CheckResult.Problem(
          file: path, line: nil, column: nil, code: "newer",
          what: "it was written by a newer fieldbook (version \(version) of the format) and is not used",
          mend: "Use the newer fieldbook.")
      ]
    }
    let found = FrameworkRules.problems(in: read.tree, id: id)
    guard !found.isEmpty, let bytes = (try? self.read(path)) ?? nil else { return [] }
    let locator = Locator(bytes)
    return found.map { locator.problem($0, in: path) }
  }

  func readFramework(_ id: String) throws(StorageProblem) -> ReadDocument? {
    let path = WorkspaceFolder.framework(id)
    guard try status(path)?.kind == .file, let bytes = try read(path) else { return nil }
    return try admit(bytes, path, .framework)
  }
}
