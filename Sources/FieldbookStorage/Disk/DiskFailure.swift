#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A call to the operating system that failed.
public struct DiskFailure: Error, Hashable, Sendable {
  /// The call, `fsync`.
  public let call: String
  /// What it was about.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// A failure; see the properties.
  public init(call: String, path: String, code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// Why, in plain words: `the disk is full`.
  public var words: String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "your share of the disk is used up"
    case EFBIG: "the file would be larger than the system allows"
    case EIO: "the disk reports a fault"
    case EROFS: "the disk can only be read"
    case EACCES, EPERM: "permission was refused"
    case ENOENT: "it is no longer there"
    case ENOTDIR: "part of its path is not a folder"
    case ELOOP: "it is a symbolic link"
    case EEXIST: "something of that name is already there"
    case EISDIR: "it is a folder"
    case EMFILE, ENFILE: "too many files are open"
    default: "the system says “\(String(cString: strerror(code)))”"
    }
  }

  /// What the user can do about it.
  public var mend: String {
    switch code {
    case ENOSPC, EDQUOT: "Free some space, then save again; nothing typed is lost meanwhile."
    case EIO: "Copy the workspace to another disk, then save again."
    case EROFS, EACCES, EPERM: "Make the folder writable, then open the workspace again."
    case ENOENT, ENOTDIR: "See that the folder is still in its place and its disk plugged in."
    default: "Try again; if it stays so, copy the workspace to another disk."
    }
  }

  /// Whether it means that the place cannot be written, rather than that something went wrong.
  var meansReadOnly: Bool { code == EROFS || code == EACCES || code == EPERM }

  /// Whether nothing is at that path.
  var meansMissing: Bool { code == ENOENT }
}
