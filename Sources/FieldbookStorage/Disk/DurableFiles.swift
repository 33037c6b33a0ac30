/// Writes whole files so that after a power cut each holds either the old or the new bytes.
///
/// A temporary file in the same folder is written, flushed and read back, then takes the file's name, and the
/// folder is flushed: only then is it there for good. A failed flush is never tried again on the same file, for the
/// system may have dropped what it could not write; the next save writes a new one.
struct DurableFiles: Sendable {
  let disk: any Disk
  /// Hexadecimal digits that no other temporary file has.
  let nonce: @Sendable () -> String

  /// Puts bytes in a file's place, whether it is there or not.
  @discardableResult
  func replace(_ path: String, with bytes: [UInt8]) throws(DiskFailure) -> FileStatus {
    let temporary = temporaryPath(for: path)
    let status = try stage(bytes, at: temporary)
    do {
      try disk.rename(temporary, to: path)
    } catch {
      try? disk.remove(temporary)
      throw error
    }
    try disk.flushFolder(FilePath.parent(path))
    return status
  }

  /// Writes a new file, flushed and read back; on failure it is taken away again.
  func stage(_ bytes: [UInt8], at path: String) throws(DiskFailure) -> FileStatus {
    let handle = try disk.createFile(path)
    do {
      let status = try fill(handle, with: bytes)
      try disk.close(handle)
      return status
    } catch {
      // Closing twice is impossible here: only `close` throws after `fill`, and then the file is closed.
      if error.call != "close" { try? disk.close(handle) }
      try? disk.remove(path)
      throw error
    }
  }

  /// Where a file waits until it takes its name; hidden, so that nobody mistakes it for a document.
  func temporaryPath(for path: String) -> String {
    FilePath.join(FilePath.parent(path), ".\(FilePath.name(path)).\(nonce()).tmp")
  }

  /// Whether a name is that of a temporary file.
  static func isTemporary(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".tmp") }

  /// Makes a folder and those above it that are missing, each brought to the disk in its parent.
  func makeFolders(_ path: String) throws(DiskFailure) {
    if let status = try disk.status(of: path) {
      guard status.kind == .folder else { throw DiskFailure(call: "mkdir", path: path, code: notFolder) }
      return
    }
    let parent = FilePath.parent(path)
    try makeFolders(parent)
    try disk.makeFolder(path)
    try disk.flushFolder(parent)
  }

  private func fill(_ handle: DiskHandle, with bytes: [UInt8]) throws(DiskFailure) -> FileStatus {
    try DurableFiles.writeAll(bytes, to: handle, on: disk)
    try disk.flush(handle)
    // A disk that claims bytes it never wrote is caught here, before the old file is given up.
    guard try disk.readBack(handle) == bytes else {
      throw DiskFailure(call: "read back", path: handle.path, code: fault)
    }
    return try disk.status(of: handle)
  }

  /// Writes all bytes, however few the system takes at a time.
  static func writeAll(_ bytes: [UInt8], to handle: DiskHandle, on disk: any Disk) throws(DiskFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try disk.write(rest, to: handle)
      guard count > 0 else { throw DiskFailure(call: "write", path: handle.path, code: fault) }
      rest = rest.dropFirst(count)
    }
  }
}
