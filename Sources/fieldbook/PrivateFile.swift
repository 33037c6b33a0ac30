#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Files that only their owner can read.
enum PrivateFile {
  /// Writes a whole file, or leaves what was there: the bytes go to a new file beside it, which then takes its name.
  /// - Parameter replaces: whether a file that is there already gives way; else it stays, and nothing is written.
  /// - Throws: a failure with the file, what went wrong and what to do.
  static func write(_ bytes: [UInt8], to path: String, replaces: Bool = true) throws {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
      return try writeInto(path, bytes)
    }
    try put(linkTarget(of: path), bytes, replaces: replaces)
  }

  /// Whether a folder is at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The file a link leads to, so that the link stays one.
  private static func linkTarget(of path: String) -> String {
    guard let whole = realpath(path, nil) else { return path }
    defer { free(whole) }
    return String(cString: whole)
  }

  /// A terminal, a pipe or a device is written into: a file must not take its name.
  private static func writeInto(_ path: String, _ bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(path, "cannot be opened", .cannotCreate) }
    defer { close(descriptor) }
    guard write(bytes, to: descriptor) else { throw failure(path, "could not be written", .inputOutput) }
  }

  private static func put(_ path: String, _ bytes: [UInt8], replaces: Bool) throws {
    if !replaces, isThere(path) { throw taken(path) }
    let temporary = path + ".\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path, "cannot be created", .cannotCreate) }
    guard write(bytes, to: descriptor), fsync(descriptor) == 0 else {
      let problem = failure(path, "could not be written", .inputOutput)
      close(descriptor)
      unlink(temporary)
      throw problem
    }
    close(descriptor)
    guard replaces ? rename(temporary, path) == 0 : give(path, to: temporary) else {
      let problem = errno == EEXIST ? taken(path) : failure(path, "cannot be created", .cannotCreate)
      unlink(temporary)
      throw problem
    }
  }

  /// Gives a file a name that nothing has: a second name can be given only where there was none. Some disks know no
  /// second names; there it is looked at once more.
  private static func give(_ path: String, to temporary: String) -> Bool {
    if link(temporary, path) == 0 { return unlink(temporary) == 0 }
    guard errno != EEXIST else { return false }
    guard !isThere(path) else {
      errno = EEXIST
      return false
    }
    return rename(temporary, path) == 0
  }

  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func taken(_ path: String) -> CommandFailure {
    CommandFailure(
      .cannotCreate,
      "\(path) is already there, and was left as it is: give another name, or --force to replace it")
  }

  /// Writes all bytes; false when the disk refuses them.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let written = bytes[done...].withUnsafeBytes { platformWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      done += written
    }
    return true
  }

  private static func failure(
    _ path: String, _ what: String, _ status: CommandFailure.Status
  ) -> CommandFailure {
    CommandFailure(status, "\(path) \(what): \(String(cString: strerror(errno))). Nothing was written there")
  }
}

/// The system's `write`, under a name that the functions above do not hide.
func platformWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
