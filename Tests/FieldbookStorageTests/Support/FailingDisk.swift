import FieldbookStorage
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A disk whose n-th call fails, once or from then on.
final class FailingDisk: Disk {
  struct Plan {
    var failing: ClosedRange<Int>?
    var code = ENOSPC
    var calls = 0
    var failures = 0
    /// The most bytes that one write takes.
    var takesAtMost = Int.max
    /// Whether writes claim bytes that they drop.
    var lies = false
  }

  private let disk = LocalDisk()
  private let plan = Mutex(Plan())

  /// Lets one call fail, counted from 1 from now on.
  func fail(call: Int, code: Int32, forGood: Bool = false) {
    plan.withLock { $0 = Plan(failing: call...(forGood ? .max : call), code: code) }
  }

  func takeAtMost(_ bytes: Int) { plan.withLock { $0.takesAtMost = bytes } }
  func lie() { plan.withLock { $0.lies = true } }
  func heal() { plan.withLock { $0 = Plan() } }

  /// How many calls there were since the plan was made, and how many of them failed.
  var failures: Int { plan.withLock { $0.failures } }
  var calls: Int { plan.withLock { $0.calls } }

  private func count(_ call: String, _ path: String) throws(DiskFailure) {
    let code = plan.withLock { plan -> Int32? in
      plan.calls += 1
      guard plan.failing?.contains(plan.calls) == true else { return nil }
      plan.failures += 1
      return plan.code
    }
    if let code { throw DiskFailure(call: call, path: path, code: code) }
  }

  func status(of path: String) throws(DiskFailure) -> FileStatus? {
    try count("lstat", path)
    return try disk.status(of: path)
  }

  func names(in folder: String) throws(DiskFailure) -> [String] {
    try count("readdir", folder)
    return try disk.names(in: folder)
  }

  func read(_ path: String) throws(DiskFailure) -> [UInt8] {
    try count("open", path)
    return try disk.read(path)
  }

  func makeFolder(_ path: String) throws(DiskFailure) {
    try count("mkdir", path)
    try disk.makeFolder(path)
  }

  func setMode(_ mode: UInt16, of path: String) throws(DiskFailure) {
    try count("chmod", path)
    try disk.setMode(mode, of: path)
  }

  func createFile(_ path: String) throws(DiskFailure) -> DiskHandle {
    try count("open", path)
    return try disk.createFile(path)
  }

  func openForAppending(_ path: String) throws(DiskFailure) -> DiskHandle {
    try count("open", path)
    return try disk.openForAppending(path)
  }

  func write(_ bytes: ArraySlice<UInt8>, to handle: DiskHandle) throws(DiskFailure) -> Int {
    try count("write", handle.path)
    let (most, lies) = plan.withLock { ($0.takesAtMost, $0.lies) }
    if lies { return bytes.count }
    return try disk.write(bytes.prefix(most), to: handle)
  }

  func flush(_ handle: DiskHandle) throws(DiskFailure) {
    try count("fsync", handle.path)
    try disk.flush(handle)
  }

  func readBack(_ handle: DiskHandle) throws(DiskFailure) -> [UInt8] {
    try count("read", handle.path)
    return try disk.readBack(handle)
  }

  func status(of handle: DiskHandle) throws(DiskFailure) -> FileStatus {
    try count("fstat", handle.path)
    return try disk.status(of: handle)
  }

  func close(_ handle: DiskHandle) throws(DiskFailure) {
    // A close that fails has closed all the same.
    try disk.close(handle)
    try count("close", handle.path)
  }

  func rename(_ path: String, to other: String) throws(DiskFailure) {
    try count("rename", other)
    try disk.rename(path, to: other)
  }

  func remove(_ path: String) throws(DiskFailure) {
    try count("unlink", path)
    try disk.remove(path)
  }

  func flushFolder(_ path: String) throws(DiskFailure) {
    try count("fsync", path)
    try disk.flushFolder(path)
  }

  func lock(_ path: String) throws(DiskFailure) -> DiskHandle? {
    try count("flock", path)
    return try disk.lock(path)
  }

  func overwrite(_ handle: DiskHandle, with bytes: [UInt8]) throws(DiskFailure) {
    try count("ftruncate", handle.path)
    try disk.overwrite(handle, with: bytes)
  }
}
