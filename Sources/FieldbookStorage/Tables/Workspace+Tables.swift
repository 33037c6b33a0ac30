import FieldbookModel
import PlainText
import Synchronization

extension WorkspaceFolder {
  /// What this laptop remembers of tables.
  static let views = ".fieldbook/local/views.json"

  /// What is remembered of tables, and what is wrong with the document. Nothing is remembered where there is none.
  func rememberedTables() throws(StorageProblem) -> (
    tables: RememberedTables, problems: [CheckResult.Problem]
  ) {
    guard let bytes = try read(WorkspaceFolder.views) else { return (RememberedTables(), []) }
    let read = try admit(bytes, WorkspaceFolder.views, .views)
    var codec = TablesCodec()
    let tables = codec.tables(read.tree)
    guard !codec.problems.isEmpty else { return (tables, []) }
    let locator = Locator(bytes)
    return (tables, codec.problems.map { locator.problem($0, in: WorkspaceFolder.views) })
  }
}

extension Workspace {
  /// What this laptop remembers of tables. Whatever is wrong with it is returned, never a reason not to open: what
  /// can be understood counts.
  public func rememberedTables() -> (tables: RememberedTables, problem: String?) {
    do throws(StorageProblem) {
      let (tables, problems) = try folder.rememberedTables()
      return (tables, problems.first?.message)
    } catch {
      return (RememberedTables(), error.message)
    }
  }

  /// Remembers the state of tables. A document that cannot be understood is set aside as `views.json.damaged`; one
  /// of a newer fieldbook is left as it is.
  public func remember(_ tables: RememberedTables) throws(StorageProblem) {
    try writing { (_) throws(StorageProblem) in
      var old: JSONValue?
      if let bytes = try folder.read(WorkspaceFolder.views) {
        if let read = try? folder.admit(bytes, WorkspaceFolder.views, .views) {
          if let version = read.newerVersion {
            throw StorageProblem(
              .newerVersion, file: WorkspaceFolder.views,
              what: "it is of a newer fieldbook (version \(version))",
              mend: "Use the newer fieldbook.")
          }
          old = read.tree
        } else {
          try folder.replace(WorkspaceFolder.views + ".damaged", with: bytes)
        }
      }
      try folder.replace(WorkspaceFolder.views, with: TablesCodec.tree(tables, over: old).encoded())
    }
  }
}
