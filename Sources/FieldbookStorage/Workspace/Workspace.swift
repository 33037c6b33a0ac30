import FieldbookModel
import PlainText
import Synchronization

/// A workspace that is open: a folder of documents, with this program its only writer or one of its readers.
///
/// Every call may come from any thread; they are carried out one after the other.
public final class Workspace: Sendable {
  /// The folder, from the root.
  public let path: String
  /// Who writes to it, when that is somebody else.
  public let holder: LockHolder?
  /// Why it was opened for reading only, in a sentence without its full stop; nil when it can be written.
  public let whyReadOnly: String?

  let folder: WorkspaceFolder
  let state: Mutex<WorkspaceState>

  init(
    folder: WorkspaceFolder, identity: LaptopIdentity, state: WorkspaceState, holder: LockHolder?,
    whyReadOnly: String?
  ) {
    path = folder.root
    self.folder = folder
    self.holder = holder
    self.whyReadOnly = whyReadOnly
    var state = state
    state.identity = identity
    self.state = Mutex(state)
  }

  deinit { close() }

  /// Whether it can be changed: this program is its writer and it has not been closed.
  public var canWrite: Bool { whyReadOnly == nil && state.withLock { !$0.isClosed } }

  /// An identity for a new record, unlike any other.
  public func newID() -> String { folder.identities.record().text }

  /// Lets go of the workspace: what is typed after this is not kept.
  public func close() {
    state.withLock { state in
      if !state.isClosed { try? state.undo?.flush(in: folder) }
      state.undo?.close(in: folder)
      state.isClosed = true
      guard let lock = state.lock else { return }
      state.lock = nil
      try? folder.disk.close(lock)
    }
  }

  /// Carries out something that changes the workspace.
  ///
  /// Throws `readOnly` or `locked` when it may not be changed.
  func writing<Result: Sendable>(
    _ work: (inout WorkspaceState) throws(StorageProblem) -> Result
  ) throws(StorageProblem) -> Result {
    try state.withLock { (state) throws(StorageProblem) -> Result in
      try refuseUnlessWritable(state)
      try finishCommit(&state)
      return try work(&state)
    }
  }

  private func refuseUnlessWritable(_ state: WorkspaceState) throws(StorageProblem) {
    if let holder {
      throw StorageProblem(
        .locked(holder), file: path, what: "it is being written by \(holder.words)",
        mend: "Close the other one, then open the workspace again.")
    }
    guard let reason = whyReadOnly ?? (state.isClosed ? "it has been closed" : nil) else { return }
    throw StorageProblem(
      .readOnly(reason), file: path, what: "it was opened for reading only: \(reason)",
      mend: "Open the workspace again when that has changed.")
  }
}

/// What an open workspace remembers between calls.
struct WorkspaceState: Sendable {
  var lock: DiskHandle?
  var identity = LaptopIdentity(new: WriterID(number: 0), name: "")
  var isClosed = false
  /// Whether what was read from documents is kept in the cache: by who writes the workspace, and not for one command.
  var keepsCache = false
  /// Record documents as they were last read or saved, by their path in the workspace.
  var documents: [String: StoredDocument] = [:]
  /// Records that came out of the cache instead, by the path of their document.
  var seen: [String: CachedRecord] = [:]
  /// What was read of the caches of records, by the names of their kinds.
  var caches: [String: RecordsCache] = [:]
  /// What this laptop can take back; nil where edits are not remembered.
  var undo: UndoJournal?
  /// Writes that put an earlier value back, where edits are not remembered.
  var unkeptOrigins = Origins()

  /// The record of a document as the program last saw it.
  func lastSeen(_ path: String) -> Record? { documents[path]?.record ?? seen[path]?.record }
}
