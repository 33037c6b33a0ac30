import FieldbookModel
import PlainText

extension Workspace {
  /// Keeps how a table is read, so that the next one with its columns is known; it is durable when this returns. A
  /// mapping of that id is replaced, and whatever else its document holds stays.
  ///
  /// Throws `refused` for one that cannot be used, `broken` or `newerVersion` for a document that cannot be replaced
  /// without losing what it holds, `inputOutput` when the disk fails.
  public func keep(_ mapping: TableMapping) throws(StorageProblem) {
    try writing { (state) throws(StorageProblem) in
      let path = WorkspaceFolder.mapping(mapping.id)
      if let problem = mapping.problems.first
        ?? (TableMapping.isID(mapping.id) ? nil : "its id names no file")
      {
        throw StorageProblem(.refused, file: path, what: problem, mend: "Say what is missing.")
      }
      var tree: JSONValue = [
        "format": .string(DocumentFormat.mapping.name),
        "version": .number(JSONNumber(DocumentFormat.mapping.version)), "id": .string(mapping.id),
      ]
      if let bytes = try folder.read(path) {
        let read = try folder.admit(bytes, path, .mapping)
        if let version = read.newerVersion {
          throw StorageProblem(
            .newerVersion, file: path,
            what: "it was written by a newer fieldbook (version \(version) of the format)",
            mend: "Use the newer fieldbook to change it.")
        }
        tree = read.tree
      }
      let write = folder.identities.write(by: state.identity.writer)
      for (name, value) in MappingCodec.members(mapping) where tree[name] != value {
        RecordTree.set(name, value, stamp: WriteStamp.text(write, of: value), in: &tree)
      }
      try folder.makeFolders(WorkspaceFolder.mappings)
      _ = try folder.replace(path, with: tree.encoded())
    }
  }
}

extension WorkspaceFolder {
  static let mappings = "mappings"

  static func mapping(_ id: String) -> String { "\(mappings)/\(id).json" }
}

/// The mappings that a workspace keeps. One that cannot be used is named and harms nothing.
struct KeptMappings {
  private(set) var mappings: [TableMapping] = []
  private(set) var problems: [CheckResult.Problem] = []
  /// How many documents there are.
  private(set) var documents = 0

  init(_ folder: WorkspaceFolder) throws(StorageProblem) {
    for name in try folder.names(WorkspaceFolder.mappings) {
      let path = "\(WorkspaceFolder.mappings)/\(name)"
      guard name.hasSuffix(".json"), TableMapping.isID(String(name.dropLast(5))) else {
        problems.append(
          CheckResult.Problem(
            file: path, line: nil, column: nil, code: "unexpected", what: "it is no mapping of fieldbook's",
            mend:
              "Move it out of the workspace, or name it with small letters, digits and hyphens: our-table.json."
          ))
        continue
      }
      documents += 1
      try read(path, id: String(name.dropLast(5)), folder)
    }
  }

  private mutating func read(_ path: String, id: String, _ folder: WorkspaceFolder) throws(StorageProblem) {
    guard let bytes = try folder.read(path) else { return }
    do throws(StorageProblem) {
      let document = try folder.admit(bytes, path, .mapping)
      if let version = document.newerVersion {
        problems.append(
          CheckResult.Problem(
            file: path, line: nil, column: nil, code: "newer",
            what: "it was written by a newer fieldbook (version \(version) of the format) and is not used",
            mend: "Use the newer fieldbook."))
        return
      }
      let (mapping, wrong) = MappingCodec.read(document.tree, id: id)
      if let mapping { mappings.append(mapping) }
      let locator = Locator(bytes)
      problems += wrong.map { locator.problem($0, in: path) }
    } catch {
      guard error.kind == .broken else { throw error }
      problems.append(CheckResult.Problem(error, code: "broken"))
    }
  }
}

extension DocumentFormat {
  static let mapping = DocumentFormat("mapping")
}
