import FieldbookStorage
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The real disk, of which the n-th call from now fails: that one alone, or all from then on.
final class FaultyDisk: Disk {
  struct Fault: Sendable {
    var first = Int.max
    var last = Int.max
    var calls = 0
    var failures = 0
    /// What a path must hold for its calls to count.
    var about = ""
  }

  private let disk = LocalDisk()
  private let fault = Mutex(Fault())

  /// Lets calls find the disk full, counted from 1 from now on.
  func fill(fromCall call: Int, forGood: Bool, about: String = "") {
    fault.withLock { $0 = Fault(first: call, last: forGood ? .max : call, about: about) }
  }

  func heal() { fault.withLock { $0 = Fault() } }

  /// How many calls have failed since the disk was last filled.
  var failures: Int { fault.withLock { $0.failures } }

  private func count(_ call: String, _ path: String) throws(DiskFailure) {
    let fails = fault.withLock { fault -> Bool in
      guard fault.first != .max, fault.about.isEmpty || path.contains(fault.about) else { return false }
      fault.calls += 1
      guard fault.calls >= fault.first, fault.calls <= fault.last else { return false }
      fault.failures += 1
      return true
    }
    if fails { throw DiskFailure(call: call, path: path, code: ENOSPC) }
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
    return try disk.write(bytes, to: handle)
  }

  func flush(_ handle: DiskHandle) throws(DiskFailure) {
    try count("fsync", handle.path)
    // The tests are about the order of calls; waiting for a real disk would only make them slow.
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
