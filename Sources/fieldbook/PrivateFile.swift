#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Files that only their owner can read.
enum PrivateFile {
  /// Writes a whole file, or leaves what was there: the bytes go to a new file beside it, which then takes its name.
  /// - Throws: a failure with the file, what went wrong and what to do.
  static func write(_ bytes: [UInt8], to path: String) throws {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
      return try writeInto(path, bytes)
    }
    try replace(linkTarget(of: path), with: bytes)
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

  private static func replace(_ path: String, with bytes: [UInt8]) throws {
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
    guard rename(temporary, path) == 0 else {
      let problem = failure(path, "cannot be created", .cannotCreate)
      unlink(temporary)
      throw problem
    }
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
