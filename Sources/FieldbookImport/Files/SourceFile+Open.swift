#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension SourceFile {
  /// Reads a regular file whole. Nothing is waited for: a pipe or a device is refused without being read.
  /// - Parameter path: the file as the user named it.
  /// - Throws: that there is no such file, or that it is no regular file, too large or not to be read.
  public static func open(_ path: String) throws(ImportRefusal) -> SourceFile {
    var before = stat()
    guard stat(path, &before) == 0 else { throw failure(path, errno) }
    try checkKind(path, before)
    let descriptor = openForReading(path)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    // Once more on what was really opened: the name may have come to mean something else in between.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    try checkKind(path, status)
    return SourceFile(
      path: path, bytes: try contents(of: descriptor, expected: Int(status.st_size), path: path))
  }

  private static func openForReading(_ path: String) -> Int32 {
    #if canImport(Glibc)
    Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    #else
    Darwin.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    #endif
  }

  private static func checkKind(_ path: String, _ status: stat) throws(ImportRefusal) {
    let what: String
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      if Int(status.st_size) > mostBytes { throw tooLarge(path) }
      return
    case S_IFDIR: what = "this is a folder"
    case S_IFIFO: what = "this is a pipe"
    case S_IFSOCK: what = "this is a socket"
    default: what = "this is a device"
    }
    throw ImportRefusal(file: path, what: what, mend: "Give the CSV file itself.")
  }

  private static func contents(
    of descriptor: Int32, expected: Int, path: String
  ) throws(ImportRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path, errno)
      }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > mostBytes { throw tooLarge(path) }
    }
  }

  private static func tooLarge(_ path: String) -> ImportRefusal {
    ImportRefusal(
      file: path, what: "the file is larger than 256 MB, which no published table is",
      mend: "Give the CSV file as it was published.")
  }

  private static func failure(_ path: String, _ code: Int32) -> ImportRefusal {
    switch code {
    case ENOENT, ENOTDIR:
      ImportRefusal(kind: .noSuchFile, file: path, what: "there is no such file", mend: "Check the name.")
    case EACCES, EPERM:
      ImportRefusal(file: path, what: "the file may not be read", mend: "Check its permissions.")
    default:
      ImportRefusal(file: path, what: "the file cannot be read: \(String(cString: strerror(code)))")
    }
  }
}
