/// The calls that the storage makes to the operating system, one by one, so that tests can let each of them fail.
///
/// Paths are whole; the last component of a path is never followed if it is a symbolic link.
public protocol Disk: Sendable {
  /// What is at a path, or nil when nothing is.
  func status(of path: String) throws(DiskFailure) -> FileStatus?
  /// The names in a folder, without `.` and `..`, in no order.
  func names(in folder: String) throws(DiskFailure) -> [String]
  /// All bytes of a regular file.
  func read(_ path: String) throws(DiskFailure) -> [UInt8]
  /// Some of the bytes of a regular file; fewer where it ends before them.
  func read(_ path: String, range: Range<Int>) throws(DiskFailure) -> [UInt8]
  /// Makes a folder that only its owner may enter (0700), whatever the umask.
  func makeFolder(_ path: String) throws(DiskFailure)
  /// Sets the permission bits of a file or folder.
  func setMode(_ mode: UInt16, of path: String) throws(DiskFailure)
  /// Makes a file that was not there, for its owner alone (0600), and opens it for reading and writing.
  func createFile(_ path: String) throws(DiskFailure) -> DiskHandle
  /// Opens a file that is there, for adding to its end.
  func openForAppending(_ path: String) throws(DiskFailure) -> DiskHandle
  /// Writes some of the bytes where the file stands, and says how many.
  func write(_ bytes: ArraySlice<UInt8>, to handle: DiskHandle) throws(DiskFailure) -> Int
  /// Brings what was written to the disk itself. After a failure the handle is only good for closing.
  func flush(_ handle: DiskHandle) throws(DiskFailure)
  /// All bytes of an open file, from its beginning.
  func readBack(_ handle: DiskHandle) throws(DiskFailure) -> [UInt8]
  /// What an open file is.
  func status(of handle: DiskHandle) throws(DiskFailure) -> FileStatus
  /// Closes a file; it is closed even when this throws.
  func close(_ handle: DiskHandle) throws(DiskFailure)
  /// Gives a file another name, replacing what had it.
  func rename(_ path: String, to other: String) throws(DiskFailure)
  /// Removes a file.
  func remove(_ path: String) throws(DiskFailure)
  /// Removes a folder that holds nothing.
  func removeFolder(_ path: String) throws(DiskFailure)
  /// Brings the names in a folder to the disk itself.
  func flushFolder(_ path: String) throws(DiskFailure)
  /// Opens a lock file, making it if need be, and takes it for this process alone; nil when another holds it.
  /// The system lets it go when the handle is closed or the process ends.
  func lock(_ path: String) throws(DiskFailure) -> DiskHandle?
  /// Replaces the content of a lock file in place: for messages only, not durable.
  func overwrite(_ handle: DiskHandle, with bytes: [UInt8]) throws(DiskFailure)
}

/// An open file.
public struct DiskHandle: Hashable, Sendable {
  /// The number that the system knows it by.
  public let descriptor: Int32
  /// The path it was opened at.
  public let path: String

  /// An open file by its number and path.
  public init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }
}

/// What the system says of a file or folder.
public struct FileStatus: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    case file
    case folder
    /// A symbolic link, a pipe, a device.
    case other
  }

  /// What it is.
  public var kind: Kind
  /// Its permission bits, `0o600`.
  public var mode: UInt16
  /// Its size in bytes.
  public var size: Int
  /// When its content last changed, in nanoseconds since 1970.
  public var modified: Int
  /// When the system last changed anything about it, its name or its times included; nobody can put that back.
  public var changed: Int
  /// What tells it from every other file of its disk.
  public var inode: UInt64

  /// A status; see the properties.
  public init(kind: Kind, mode: UInt16, size: Int, modified: Int, changed: Int? = nil, inode: UInt64) {
    self.kind = kind
    self.mode = mode
    self.size = size
    self.modified = modified
    self.changed = changed ?? modified
    self.inode = inode
  }

  /// Whether a file is still the one it was, as far as can be told without reading it.
  func isSameContent(as other: FileStatus) -> Bool {
    (size, modified, inode) == (other.size, other.modified, other.inode)
  }
}
