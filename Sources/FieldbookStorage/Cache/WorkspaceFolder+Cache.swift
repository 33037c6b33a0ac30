extension WorkspaceFolder {
  /// How long a document must have been left alone, in nanoseconds, before its time tells its states apart: the
  /// clock of a file system ticks more slowly than a program writes.
  static let restingTime = 20_000_000

  /// The clock by which the disk dates files, in nanoseconds since 1970: another one than this computer's where the
  /// folder lies on a server, and a slower one anywhere. Nil where nothing can be written.
  func diskClock() -> Int? {
    let path = durable.temporaryPath(for: whole("\(WorkspaceFolder.cache)/clock"))
    guard let status = try? write([], to: path) else { return nil }
    try? disk.remove(path)
    return status.modified
  }

  /// Puts a file in the cache, without flushing it: what a power cut spoils is noticed by its digests. What fails here
  /// does no harm.
  func keepInCache(_ bytes: [UInt8], as path: String) {
    let temporary = durable.temporaryPath(for: whole(path))
    do {
      try durable.makeFolders(whole(WorkspaceFolder.cache))
      _ = try write(bytes, to: temporary)
      try disk.rename(temporary, to: whole(path))
    } catch {
      try? disk.remove(temporary)
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(DiskFailure) -> FileStatus {
    let handle = try disk.createFile(path)
    do {
      try DurableFiles.writeAll(bytes, to: handle, on: disk)
      let status = try disk.status(of: handle)
      try disk.close(handle)
      return status
    } catch {
      if error.call != "close" { try? disk.close(handle) }
      throw error
    }
  }
}
