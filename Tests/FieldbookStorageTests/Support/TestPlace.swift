import DiskFaults
import FieldbookModel
import FieldbookStorage
import PlainText
import SeededRandom
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder for one test, removed with it, and a workspace in it.
final class TestPlace: Sendable {
  let root: String
  let disk: FailingDisk
  private let random: Mutex<SplitMix64>
  private let clock = Mutex(1_796_200_000_000)

  init(seed: UInt64 = 1) throws {
    var template = Array("/tmp/fieldbook-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    root = String(cString: made)
    disk = FailingDisk()
    random = Mutex(SplitMix64(seed: seed))
  }

  deinit { TestPlace.remove(root) }

  var path: String { root + "/meadowbank" }

  var environment: StorageEnvironment {
    StorageEnvironment(
      disk: disk, now: { Instant(milliseconds: 1_796_200_920_000) },
      identities: IdentitySource(
        milliseconds: { [self] in
          clock.withLock { clock in
            clock += 7
            return clock
          }
        }, random: { [self] in random.withLock { $0.next() } }), userName: "Anna Reed")
  }

  /// Makes the workspace and opens it for writing.
  func workspace() throws -> Workspace {
    try Workspace.create(at: path, name: "Meadowbank", environment: environment)
    return try open()
  }

  func open(_ access: Access = .write) throws -> Workspace {
    try Workspace.open(at: path, wanting: access, environment: environment)
  }

  /// The path of a file of the workspace.
  func whole(_ file: String) -> String { file.isEmpty ? path : "\(path)/\(file)" }

  func bytes(_ file: String) throws -> [UInt8] { try LocalDisk().read(whole(file)) }

  func text(_ file: String) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }

  func tree(_ file: String) throws -> JSONValue { try JSONValue.parse(bytes(file)) }

  /// Writes a file as a person with an editor would: in place, without any care.
  func write(_ bytes: [UInt8], to file: String) throws {
    let descriptor = try #require(open(whole(file)))
    defer { close(descriptor) }
    #expect(bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) } == bytes.count)
  }

  func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

  /// Changes a document by hand.
  func edit(_ file: String, _ change: (inout JSONValue) throws -> Void) throws {
    var tree = try tree(file)
    try change(&tree)
    try write(tree.encoded(), to: file)
  }

  /// Makes a file an hour old.
  func age(_ file: String) throws {
    let status = try #require(try LocalDisk().status(of: whole(file)))
    let then = timespec(tv_sec: status.modified / 1_000_000_000 - 3600, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, whole(file), [then, then], 0) == 0)
  }

  func names(_ folder: String) throws -> [String] { try LocalDisk().names(in: whole(folder)).sorted() }

  /// Every file of the workspace with its bytes.
  func everything() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try walk("") { file, status in
      if status.kind == .file { files[file] = try bytes(file) }
    }
    return files
  }

  func walk(_ folder: String, _ visit: (String, FileStatus) throws -> Void) throws {
    for name in try names(folder) {
      let file = folder.isEmpty ? name : "\(folder)/\(name)"
      let status = try #require(try LocalDisk().status(of: whole(file)))
      try visit(file, status)
      if status.kind == .folder { try walk(file, visit) }
    }
  }

  private func open(_ path: String) -> Int32? {
    let descriptor = systemOpen(path)
    return descriptor < 0 ? nil : descriptor
  }

  private static func remove(_ path: String) {
    let disk = LocalDisk()
    guard let status = (try? disk.status(of: path)) ?? nil else { return }
    guard status.kind == .folder else {
      try? disk.remove(path)
      return
    }
    for name in (try? disk.names(in: path)) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}

// The methods above hide the system's functions of the same names.

private func systemOpen(_ path: String) -> Int32 { open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644) }

private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, base, count)
}
