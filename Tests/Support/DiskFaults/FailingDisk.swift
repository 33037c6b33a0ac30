import FieldbookStorage
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The real disk, of which the n-th call fails: that one alone, or all from then on.
public final class FailingDisk: Disk {
  private struct Plan: Sendable {
    var failing: ClosedRange<Int>?
    var code = ENOSPC
    var calls = 0
    var failures = 0
    /// What a path must hold for its calls to count.
    var about = ""
    /// The most bytes that one write takes.
    var takesAtMost = Int.max
    /// Whether writes claim bytes that they drop.
    var lies = false
  }

  /// What a test makes of what the real disk says and does.
  private struct Tricks: Sendable {
    var dated: @Sendable (FileStatus, _ path: String) -> FileStatus = { status, _ in status }
    var afterRead: @Sendable (_ path: String) -> Void = { _ in }
  }

  private let disk = LocalDisk()
  private let plan = Mutex(Plan())
  private let tricks = Mutex(Tricks())
  private let flushes: Bool

  /// A disk without faults. Where only the order of calls matters, it need not wait for the real one to flush.
  public init(flushes: Bool = true) {
    self.flushes = flushes
  }

  /// Lets one call fail, counted from 1 from now on among those about paths that hold a text.
  public func fail(call: Int, code: Int32 = ENOSPC, forGood: Bool = false, about: String = "") {
    plan.withLock { $0 = Plan(failing: call...(forGood ? .max : call), code: code, about: about) }
  }

  /// Lets every write take only so many bytes.
  public func takeAtMost(_ bytes: Int) { plan.withLock { $0.takesAtMost = bytes } }
  /// Lets every write claim bytes that it drops.
  public func lie() { plan.withLock { $0.lies = true } }
  /// Takes all faults away.
  public func heal() { plan.withLock { $0 = Plan() } }

  /// Gives files other times than they have, so that a test need not wait until a file is old, and can have two changes
  /// at one time.
  public func date(_ dated: @escaping @Sendable (FileStatus, _ path: String) -> FileStatus) {
    tricks.withLock { $0.dated = dated }
  }

  /// Does something each time a file has been read, as another program might just then.
  public func afterRead(_ act: @escaping @Sendable (_ path: String) -> Void) {
    tricks.withLock { $0.afterRead = act }
  }

  /// How many calls have failed since the plan was made.
  public var failures: Int { plan.withLock { $0.failures } }
  /// How many calls there were since the plan was made.
  public var calls: Int { plan.withLock { $0.calls } }

  private func count(_ call: String, _ path: String) throws(DiskFailure) {
    let code = plan.withLock { plan -> Int32? in
      guard plan.about.isEmpty || path.contains(plan.about) else { return nil }
      plan.calls += 1
      guard plan.failing?.contains(plan.calls) == true else { return nil }
      plan.failures += 1
      return plan.code
    }
    if let code { throw DiskFailure(call: call, path: path, code: code) }
  }

  /// As the real disk, unless its turn has come to fail.
  public func status(of path: String) throws(DiskFailure) -> FileStatus? {
    try count("lstat", path)
    let dated = tricks.withLock { $0.dated }
    return try disk.status(of: path).map { dated($0, path) }
  }

  /// As the real disk, unless its turn has come to fail.
  public func names(in folder: String) throws(DiskFailure) -> [String] {
    try count("readdir", folder)
    return try disk.names(in: folder)
  }

  /// As the real disk, unless its turn has come to fail.
  public func read(_ path: String) throws(DiskFailure) -> [UInt8] {
    try count("open", path)
    let bytes = try disk.read(path)
    tricks.withLock { $0.afterRead }(path)
    return bytes
  }

  /// As the real disk, unless its turn has come to fail.
  public func read(_ path: String, range: Range<Int>) throws(DiskFailure) -> [UInt8] {
    try count("open", path)
    return try disk.read(path, range: range)
  }

  /// As the real disk, unless its turn has come to fail.
  public func makeFolder(_ path: String) throws(DiskFailure) {
    try count("mkdir", path)
    try disk.makeFolder(path)
  }

  /// As the real disk, unless its turn has come to fail.
  public func setMode(_ mode: UInt16, of path: String) throws(DiskFailure) {
    try count("chmod", path)
    try disk.setMode(mode, of: path)
  }

  /// As the real disk, unless its turn has come to fail.
  public func createFile(_ path: String) throws(DiskFailure) -> DiskHandle {
    try count("open", path)
    return try disk.createFile(path)
  }

  /// As the real disk, unless its turn has come to fail.
  public func openForAppending(_ path: String) throws(DiskFailure) -> DiskHandle {
    try count("open", path)
    return try disk.openForAppending(path)
  }

  /// As the real disk, unless its turn has come to fail.
  public func write(_ bytes: ArraySlice<UInt8>, to handle: DiskHandle) throws(DiskFailure) -> Int {
    try count("write", handle.path)
    let (most, lies) = plan.withLock { ($0.takesAtMost, $0.lies) }
    if lies { return bytes.count }
    return try disk.write(bytes.prefix(most), to: handle)
  }

  /// As the real disk, unless its turn has come to fail.
  public func flush(_ handle: DiskHandle) throws(DiskFailure) {
    try count("fsync", handle.path)
    if flushes { try disk.flush(handle) }
  }

  /// As the real disk, unless its turn has come to fail.
  public func readBack(_ handle: DiskHandle) throws(DiskFailure) -> [UInt8] {
    try count("read", handle.path)
    return try disk.readBack(handle)
  }

  /// As the real disk, unless its turn has come to fail.
  public func status(of handle: DiskHandle) throws(DiskFailure) -> FileStatus {
    try count("fstat", handle.path)
    let dated = tricks.withLock { $0.dated }
    return dated(try disk.status(of: handle), handle.path)
  }

  /// As the real disk, unless its turn has come to fail.
  public func close(_ handle: DiskHandle) throws(DiskFailure) {
    // A close that fails has closed all the same.
    try disk.close(handle)
    try count("close", handle.path)
  }

  /// As the real disk, unless its turn has come to fail.
  public func rename(_ path: String, to other: String) throws(DiskFailure) {
    try count("rename", other)
    try disk.rename(path, to: other)
  }

  /// As the real disk, unless its turn has come to fail.
  public func remove(_ path: String) throws(DiskFailure) {
    try count("unlink", path)
    try disk.remove(path)
  }

  /// As the real disk, unless its turn has come to fail.
  public func removeFolder(_ path: String) throws(DiskFailure) {
    try count("rmdir", path)
    try disk.removeFolder(path)
  }

  /// As the real disk, unless its turn has come to fail.
  public func flushFolder(_ path: String) throws(DiskFailure) {
    try count("fsync", path)
    if flushes { try disk.flushFolder(path) }
  }

  /// As the real disk, unless its turn has come to fail.
  public func lock(_ path: String) throws(DiskFailure) -> DiskHandle? {
    try count("flock", path)
    return try disk.lock(path)
  }

  /// As the real disk, unless its turn has come to fail.
  public func overwrite(_ handle: DiskHandle, with bytes: [UInt8]) throws(DiskFailure) {
    try count("ftruncate", handle.path)
    try disk.overwrite(handle, with: bytes)
  }
}
