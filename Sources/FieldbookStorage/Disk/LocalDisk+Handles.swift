#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension LocalDisk {
  /// `write(2)`, again when a signal cut it short.
  public func write(_ bytes: ArraySlice<UInt8>, to handle: DiskHandle) throws(DiskFailure) -> Int {
    var count = systemWrite(handle.descriptor, bytes)
    while count < 0, errno == EINTR { count = systemWrite(handle.descriptor, bytes) }
    guard count >= 0 else { throw failure("write", handle.path) }
    return count
  }

  /// `fsync(2)`; on macOS `F_FULLFSYNC`.
  public func flush(_ handle: DiskHandle) throws(DiskFailure) {
    guard LocalDisk.flush(descriptor: handle.descriptor) else { throw failure("fsync", handle.path) }
  }

  /// `pread(2)` from the beginning to the end.
  public func readBack(_ handle: DiskHandle) throws(DiskFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = max(try status(of: handle).size + 1, 4096)
    while true {
      let piece = try piece(of: handle, from: bytes.count, room: room)
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      room = 65_536
    }
  }

  /// `fstat(2)`.
  public func status(of handle: DiskHandle) throws(DiskFailure) -> FileStatus {
    var raw = stat()
    guard fstat(handle.descriptor, &raw) == 0 else { throw failure("fstat", handle.path) }
    return FileStatus(raw)
  }

  /// `close(2)`, once.
  public func close(_ handle: DiskHandle) throws(DiskFailure) {
    // A close cut short by a signal has closed all the same (Linux); to close again could hit another file.
    guard systemClose(handle.descriptor) == 0 || errno == EINTR else { throw failure("close", handle.path) }
  }

  /// `fsync(2)` of the folder.
  public func flushFolder(_ path: String) throws(DiskFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { _ = systemClose(descriptor) }
    // EINVAL: a file system that keeps its folders in order by itself, as some network ones do.
    guard LocalDisk.flush(descriptor: descriptor) || errno == EINVAL else { throw failure("fsync", path) }
  }

  /// `ftruncate(2)` and `write(2)`.
  public func overwrite(_ handle: DiskHandle, with bytes: [UInt8]) throws(DiskFailure) {
    guard ftruncate(handle.descriptor, 0) == 0, lseek(handle.descriptor, 0, SEEK_SET) == 0 else {
      throw failure("ftruncate", handle.path)
    }
    guard try write(bytes[...], to: handle) == bytes.count else {
      throw DiskFailure(call: "write", path: handle.path, code: ENOSPC)
    }
  }

  func bytes(of handle: DiskHandle, from start: Int, to end: Int) throws(DiskFailure) -> [UInt8] {
    var bytes = try piece(of: handle, from: start, room: end - start)
    while start + bytes.count < end {
      let piece = try piece(of: handle, from: start + bytes.count, room: end - start - bytes.count)
      if piece.isEmpty { break }
      bytes += piece
    }
    return bytes
  }

  private func piece(of handle: DiskHandle, from offset: Int, room: Int) throws(DiskFailure) -> [UInt8] {
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, used in
      repeat {
        count = pread(handle.descriptor, buffer.baseAddress, room, off_t(offset))
      } while count < 0
        && errno == EINTR
      used = max(0, count)
    }
    guard count >= 0 else { throw failure("read", handle.path) }
    return piece
  }

  /// The one place that asks for the disk itself: on macOS `fsync` stops at the drive's own memory.
  private static func flush(descriptor: Int32) -> Bool {
    #if canImport(Darwin)
    if fcntl(descriptor, F_FULLFSYNC) == 0 { return true }
    guard errno == ENOTSUP || errno == EINVAL else { return false }
    #endif
    var result = fsync(descriptor)
    while result != 0, errno == EINTR { result = fsync(descriptor) }
    return result == 0
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
  bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
}
