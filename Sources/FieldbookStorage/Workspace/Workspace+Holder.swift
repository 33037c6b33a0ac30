import FieldbookModel

extension Workspace {
  /// Who writes to the workspace at a path just now; nil when nobody does or it cannot be found out. Nothing is
  /// changed to find out.
  public static func holder(at path: String) -> LockHolder? {
    let disk = LocalDisk()
    let folder = WorkspaceFolder(
      root: path, environment: StorageEnvironment(disk: disk, now: { Instant(milliseconds: 0) }, userName: "")
    )
    let file = folder.whole(WorkspaceFolder.lock)
    guard (try? disk.status(of: file))??.kind == .file else { return nil }
    do {
      guard let lock = try disk.lock(file) else { return folder.lockHolder() }
      try disk.close(lock)
    } catch {
      return nil
    }
    return nil
  }
}
