import FieldbookModel
import PlainText

/// A workspace's folder: where everything is in it, and the calls that read and write it.
///
/// Paths in it are relative to the workspace, as messages name them.
struct WorkspaceFolder: Sendable {
  let root: String
  let environment: StorageEnvironment
  let identities: IdentityMaker
  let durable: DurableFiles

  init(root: String, environment: StorageEnvironment) {
    let identities = IdentityMaker(environment.identities)
    self.root = FilePath.absolute(root)
    self.environment = environment
    self.identities = identities
    durable = DurableFiles(disk: environment.disk) { identities.nonce() }
  }

  var disk: any Disk { environment.disk }

  /// The document that makes a folder a workspace.
  static let main = "fieldbook.json"
  static let records = "records"
  static let facts = "facts"
  static let frameworks = "frameworks"
  static let lock = ".fieldbook/lock"
  static let identity = ".fieldbook/local/identity.json"
  static let drafts = ".fieldbook/local/drafts"
  static let undo = ".fieldbook/local/undo"
  static let commit = ".fieldbook/local/commit.json"
  /// The folders that every workspace has; those for facts are made when a format first comes.
  static let folders = [
    records, records + "/reviews", records + "/actions", facts, frameworks, ".fieldbook",
    ".fieldbook/cache",
    ".fieldbook/local", drafts, undo,
  ]

  static func document(_ kind: RecordKind, _ id: String) -> String { "\(records)/\(kind.plural)/\(id).json" }

  func whole(_ path: String) -> String { path.isEmpty ? root : FilePath.join(root, path) }

  /// All bytes of a file, or nil when there is none.
  func read(_ path: String) throws(StorageProblem) -> [UInt8]? {
    do {
      return try disk.read(whole(path))
    } catch {
      if error.meansMissing { return nil }
      throw problem(error, path, "it could not be read")
    }
  }

  func status(_ path: String) throws(StorageProblem) -> FileStatus? {
    do {
      return try disk.status(of: whole(path))
    } catch {
      throw problem(error, path, "it could not be looked at")
    }
  }

  /// The names in a folder in order, none when there is no such folder; temporary files are left out.
  func names(_ path: String) throws(StorageProblem) -> [String] {
    do {
      guard try disk.status(of: whole(path))?.kind == .folder else { return [] }
      return try disk.names(in: whole(path)).filter { !DurableFiles.isTemporary($0) }.sorted()
    } catch {
      throw problem(error, path, "its names could not be read")
    }
  }

  /// Puts bytes in a file's place for good.
  @discardableResult
  func replace(_ path: String, with bytes: [UInt8]) throws(StorageProblem) -> FileStatus {
    do {
      return try durable.replace(whole(path), with: bytes)
    } catch {
      throw problem(error, path, "it could not be saved")
    }
  }

  func makeFolders(_ path: String, orElse kind: StorageProblem.Kind = .inputOutput) throws(StorageProblem) {
    do {
      try durable.makeFolders(whole(path))
    } catch {
      throw StorageProblem(
        kind, file: path.isEmpty ? root : path, what: "the folder could not be made: \(error.words)",
        mend: error.mend)
    }
  }

  func problem(_ failure: DiskFailure, _ path: String, _ what: String) -> StorageProblem {
    StorageProblem(.inputOutput, file: path, what: "\(what): \(failure.words)", mend: failure.mend)
  }
}
