#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The disk of this computer.
public struct LocalDisk: Disk {
  /// The disk of this computer.
  public init() {}

  /// `lstat(2)`.
  public func status(of path: String) throws(DiskFailure) -> FileStatus? {
    var raw = stat()
    guard lstat(path, &raw) != 0 else { return FileStatus(raw) }
    let code = errno
    guard code == ENOENT || code == ENOTDIR else { throw DiskFailure(call: "lstat", path: path, code: code) }
    return nil
  }

  /// `readdir(3)`.
  public func names(in folder: String) throws(DiskFailure) -> [String] {
    guard let stream = opendir(folder) else { throw failure("opendir", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw failure("readdir", folder) }
    return names
  }

  /// `open(2)`, `fstat(2)`, `pread(2)`; a folder, a pipe or a link is refused.
  public func read(_ path: String) throws(DiskFailure) -> [UInt8] {
    let handle = try openedForReading(path).handle
    defer { _ = systemClose(handle.descriptor) }
    return try readBack(handle)
  }

  /// `open(2)`, `fstat(2)`, `pread(2)`; a folder, a pipe or a link is refused.
  public func read(_ path: String, range: Range<Int>) throws(DiskFailure) -> [UInt8] {
    let (handle, size) = try openedForReading(path)
    defer { _ = systemClose(handle.descriptor) }
    let end = min(range.upperBound, size)
    guard end > range.lowerBound else { return [] }
    return try bytes(of: handle, from: range.lowerBound, to: end)
  }

  private func openedForReading(_ path: String) throws(DiskFailure) -> (handle: DiskHandle, size: Int) {
    // Without O_NONBLOCK a pipe put in a document's place would hold the program for ever.
    let handle = try opened(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, call: "open")
    do throws(DiskFailure) {
      let status = try status(of: handle)
      guard status.kind == .file else { throw DiskFailure(call: "open", path: path, code: EISDIR) }
      return (handle, status.size)
    } catch {
      _ = systemClose(handle.descriptor)
      throw error
    }
  }

  /// `mkdir(2)` and `chmod(2)`.
  public func makeFolder(_ path: String) throws(DiskFailure) {
    guard mkdir(path, 0o700) == 0 else { throw failure("mkdir", path) }
    try setMode(0o700, of: path)
  }

  /// `chmod(2)`.
  public func setMode(_ mode: UInt16, of path: String) throws(DiskFailure) {
    guard chmod(path, mode_t(mode)) == 0 else { throw failure("chmod", path) }
  }

  /// `open(2)` with `O_EXCL`, and `fchmod(2)`.
  public func createFile(_ path: String) throws(DiskFailure) -> DiskHandle {
    let handle = try opened(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, call: "open")
    guard fchmod(handle.descriptor, 0o600) == 0 else {
      let failure = failure("fchmod", path)
      _ = systemClose(handle.descriptor)
      throw failure
    }
    return handle
  }

  /// `open(2)` with `O_APPEND`.
  public func openForAppending(_ path: String) throws(DiskFailure) -> DiskHandle {
    try opened(path, O_WRONLY | O_APPEND | O_NOFOLLOW, call: "open")
  }

  /// `rename(2)`.
  public func rename(_ path: String, to other: String) throws(DiskFailure) {
    guard systemRename(path, other) == 0 else { throw failure("rename", other) }
  }

  /// `unlink(2)`.
  public func remove(_ path: String) throws(DiskFailure) {
    guard unlink(path) == 0 else { throw failure("unlink", path) }
  }

  /// `rmdir(2)`.
  public func removeFolder(_ path: String) throws(DiskFailure) {
    guard rmdir(path) == 0 else { throw failure("rmdir", path) }
  }

  /// `flock(2)`, without waiting.
  public func lock(_ path: String) throws(DiskFailure) -> DiskHandle? {
    let handle = try opened(path, O_RDWR | O_CREAT | O_NOFOLLOW, call: "open")
    var result = flock(handle.descriptor, LOCK_EX | LOCK_NB)
    while result != 0, errno == EINTR { result = flock(handle.descriptor, LOCK_EX | LOCK_NB) }
    guard result != 0 else { return handle }
    let failure = failure("flock", path)
    _ = systemClose(handle.descriptor)
    guard failure.code == EWOULDBLOCK else { throw failure }
    return nil
  }

  /// Opens a file for this process alone; children do not inherit it, or a lock would outlive its owner.
  private func opened(_ path: String, _ flags: Int32, call: String) throws(DiskFailure) -> DiskHandle {
    var descriptor = open(path, flags | O_CLOEXEC, 0o600)
    while descriptor < 0, errno == EINTR { descriptor = open(path, flags | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { throw failure(call, path) }
    return DiskHandle(descriptor: descriptor, path: path)
  }

  func failure(_ call: String, _ path: String) -> DiskFailure {
    DiskFailure(call: call, path: path, code: errno)
  }
}

extension FileStatus {
  init(_ raw: stat) {
    let type = raw.st_mode & S_IFMT
    #if canImport(Glibc)
    let (modified, changed) = (raw.st_mtim, raw.st_ctim)
    #else
    let (modified, changed) = (raw.st_mtimespec, raw.st_ctimespec)
    #endif
    func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec) }
    self.init(
      kind: type == S_IFREG ? .file : type == S_IFDIR ? .folder : .other,
      mode: UInt16(truncatingIfNeeded: raw.st_mode & 0o7777), size: Int(raw.st_size),
      modified: nanoseconds(modified), changed: nanoseconds(changed), inode: UInt64(raw.st_ino))
  }
}

// The methods of `LocalDisk` hide the system's functions of the same names.

func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func systemRename(_ path: String, _ other: String) -> Int32 { rename(path, other) }
