import FieldbookModel
import PlainText

extension Workspace {
  /// Makes a workspace in a folder that is not there yet, or empty.
  ///
  /// Throws `exists` where a workspace or anything else is already, `cannotCreate` when the disk refuses.
  public static func create(
    at path: String, name: String, environment: StorageEnvironment
  ) throws(StorageProblem) {
    let folder = WorkspaceFolder(root: path, environment: environment)
    try refuseUnlessEmpty(folder)
    try folder.makeFolders("", orElse: .cannotCreate)
    for path in WorkspaceFolder.folders { try folder.makeFolders(path, orElse: .cannotCreate) }
    let identity = try folder.laptopIdentity(keeping: true)
    // The lock's file is there from the start, so that a command that changes nothing need not make it.
    if let lock = try? folder.disk.lock(folder.whole(WorkspaceFolder.lock)) { try? folder.disk.close(lock) }
    let write = folder.identities.write(by: identity.writer)
    // The main document comes last: until it is there, the folder is no workspace and may be made again.
    try folder.save(MainDocument.new(id: folder.identities.record().text, name: name, write: write))
  }

  /// The workspace that a folder is, or that it lies in; nil when there is none.
  public static func find(from path: String) -> String? {
    let disk = LocalDisk()
    var folder = FilePath.absolute(path)
    while true {
      let main = FilePath.join(folder, WorkspaceFolder.main)
      if (try? disk.status(of: main))??.kind == .file { return folder }
      if folder == "/" { return nil }
      folder = FilePath.parent(folder)
    }
  }

  /// Opens a workspace. Where another fieldbook writes, or the disk can only be read, it is opened for reading and
  /// says so in `holder` and `whyReadOnly`.
  ///
  /// A brief opening, for one command, leaves no note of who writes: a command that changes nothing then changes no byte.
  ///
  /// Throws `noWorkspace` when there is none, `broken` when its main document cannot be understood.
  public static func open(
    at path: String, wanting access: Access, isBrief: Bool = false, environment: StorageEnvironment
  ) throws(StorageProblem) -> Workspace {
    let folder = WorkspaceFolder(root: path, environment: environment)
    let main = try folder.main()
    if let version = main.newerVersion {
      let why = "it was written by a newer fieldbook (version \(version) of the format)"
      return try reading(folder, why: why, holder: nil)
    }
    guard access == .write else { return try reading(folder, why: "it was opened to be read", holder: nil) }
    return try openForWriting(folder, isBrief: isBrief)
  }

  private static func openForWriting(
    _ folder: WorkspaceFolder, isBrief: Bool
  ) throws(StorageProblem) -> Workspace {
    let lock: DiskHandle?
    do {
      for path in [".fieldbook", ".fieldbook/local"] { try folder.durable.makeFolders(folder.whole(path)) }
      lock = try folder.disk.lock(folder.whole(WorkspaceFolder.lock))
    } catch {
      guard error.meansReadOnly else {
        throw folder.problem(error, WorkspaceFolder.lock, "it could not be locked")
      }
      return try reading(folder, why: error.words, holder: nil)
    }
    guard let lock else {
      let holder = folder.lockHolder()
      return try reading(folder, why: "\(holder.words) writes to it", holder: holder)
    }
    do {
      if !isBrief { try? folder.disk.overwrite(lock, with: folder.lockNote()) }
      return try prepared(folder, lock: lock, isBrief: isBrief)
    } catch {
      try? folder.disk.close(lock)
      throw error
    }
  }

  /// A workspace that is locked for this program: leftovers are swept up, and what was decided is carried out.
  private static func prepared(
    _ folder: WorkspaceFolder, lock: DiskHandle, isBrief: Bool
  ) throws(StorageProblem) -> Workspace {
    for path in WorkspaceFolder.folders { try folder.makeFolders(path) }
    if let commit = try folder.pendingCommit() { try folder.carryOut(commit) }
    folder.mend()
    let identity = try folder.laptopIdentity(keeping: true)
    let workspace = Workspace(
      folder: folder, identity: identity, state: WorkspaceState(lock: lock, keepsCache: !isBrief),
      holder: nil, whyReadOnly: nil)
    try workspace.markSignedReviews()
    return workspace
  }

  private static func reading(
    _ folder: WorkspaceFolder, why: String, holder: LockHolder?
  ) throws(StorageProblem) -> Workspace {
    let identity = try folder.laptopIdentity(keeping: false)
    return Workspace(
      folder: folder, identity: identity, state: WorkspaceState(), holder: holder, whyReadOnly: why)
  }

  private static func refuseUnlessEmpty(_ folder: WorkspaceFolder) throws(StorageProblem) {
    guard let status = try folder.status("") else { return }
    guard status.kind == .folder else {
      throw StorageProblem(
        .exists, file: folder.root, what: "it is not a folder", mend: "Name a folder that is not there yet.")
    }
    if try folder.status(WorkspaceFolder.main) != nil {
      throw StorageProblem(
        .exists, file: folder.root, what: "there is a fieldbook workspace here already",
        mend: "Open it with: fieldbook open \(folder.root)")
    }
    let names = try folder.names("")
    let ours = Set(WorkspaceFolder.folders.map { String($0.prefix { $0 != "/" }) })
    guard names.allSatisfy(ours.contains) else {
      throw StorageProblem(
        .exists, file: folder.root, what: "the folder holds other files",
        mend: "Name a folder that is empty or not there yet.")
    }
  }
}
