#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The system's number for “the disk reports a fault”.
let fault = EIO
/// The system's number for “part of its path is not a folder”.
let notFolder = ENOTDIR

/// Paths as text, `/` between the components.
enum FilePath {
  /// A path within a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder that holds it.
  static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// Its last component.
  static func name(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// From the root, without `.` and trailing slashes; `..` is left to the system, which knows about links.
  static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : join(currentFolder(), path)
    let parts = whole.split(separator: "/").filter { $0 != "." }
    return "/" + parts.joined(separator: "/")
  }

  private static func currentFolder() -> String {
    guard let text = getcwd(nil, 0) else { return "/" }
    defer { free(text) }
    return String(cString: text)
  }
}
