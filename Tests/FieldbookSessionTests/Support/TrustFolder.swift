import DiskFaults
import FieldbookImport
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

/// A workspace of the invented trust in a folder of its own, removed with it.
final class TrustFolder: Sendable {
  let path: String
  let disk = FailingDisk(flushes: false)
  private let random: Mutex<SplitMix64>
  private let drawn = Mutex(0)
  private let milliseconds = Mutex(TrustFolder.start)

  /// 2 December 2026, 10:42.
  static let start = Instant(text: "2026-12-02T10:42:00+00:00")?.milliseconds ?? 0

  /// The trust with its files imported, or an empty workspace.
  convenience init(seed: UInt64 = 1, isEmpty: Bool = false) throws {
    guard isEmpty else {
      try self.init(copying: TrustFolder.imported.get(), seed: seed)
      return
    }
    try self.init(emptyWith: seed)
    try Workspace.create(at: path, name: "Meadowbank", environment: environment)
  }

  /// The same files in another folder, at the same time of day. The copy’s ids are of its own seed.
  convenience init(copying original: TrustFolder, seed: UInt64 = 1) throws {
    try self.init(emptyWith: seed)
    try copy("", from: original.path)
    milliseconds.withLock { $0 = original.now.milliseconds }
    // Past what the original drew: no id comes twice.
    for _ in 0..<original.drawn.withLock({ $0 }) { _ = random.withLock { $0.next() } }
  }

  private init(emptyWith seed: UInt64) throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/fieldbook-session-XXXXXX").utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
    random = Mutex(SplitMix64(seed: seed))
  }

  /// Imported once: most tests begin here, and only read it.
  private static let imported = Result {
    let folder = try TrustFolder(isEmpty: true)
    try folder.importFixtures()
    return folder
  }

  deinit { TrustFolder.remove(path) }

  /// The time as the session is told it.
  var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }

  func wait(days: Int) { milliseconds.withLock { $0 += days * 86_400_000 } }

  func tick() { milliseconds.withLock { $0 += 1000 } }

  private var environment: StorageEnvironment {
    let identities = IdentitySource(
      milliseconds: { [self] in milliseconds.withLock { $0 } },
      random: { [self] in
        drawn.withLock { $0 += 1 }
        return random.withLock { $0.next() }
      })
    return StorageEnvironment(
      disk: disk, now: { [self] in now }, identities: identities, userName: "Anna Reed")
  }

  func open(_ access: Access = .write) throws -> Workspace {
    try Workspace.open(at: path, wanting: access, environment: environment)
  }

  private func importFixtures() throws {
    let files = ["register.csv", "2016-2017_990_ks2final.csv", "2017-2018_990_ks2final.csv"]
    let sources = try files.map { try SourceFile.open(TrustFolder.fixtures + $0) }
    let plan = try Importer.plan(
      sources, options: ImportOptions(ours: .trust("Meadowbank Trust"), now: now),
      existing: Facts(files: [], catalogue: .builtIn, ours: [:]), existingTrust: nil, existingOurs: [:],
      catalogue: .builtIn)
    let workspace = try open()
    defer { workspace.close() }
    try workspace.commit(FactsChange(added: plan.files, trust: plan.trust, ours: plan.ours))
  }

  static let fixtures: String = {
    let folders = #filePath.split(separator: "/").dropLast(4)
    return "/" + folders.joined(separator: "/") + "/fixtures/"
  }()

  // MARK: On the disk

  func names(_ folder: String) throws -> [String] { try LocalDisk().names(in: "\(path)/\(folder)").sorted() }

  /// The record documents with their bytes.
  func documents() throws -> [String: [UInt8]] {
    var documents: [String: [UInt8]] = [:]
    for folder in ["records/reviews", "records/actions"] {
      for name in try names(folder) {
        documents["\(folder)/\(name)"] = try LocalDisk().read("\(path)/\(folder)/\(name)")
      }
    }
    return documents
  }

  /// The ids of all writes in the record documents.
  func writes() throws -> Set<String> {
    var writes: Set<String> = []
    func collect(_ tree: JSONValue) {
      for (name, value) in tree.object ?? [:] {
        if name == "_w" {
          for write in (value.object ?? [:]).values { write.string.map { _ = writes.insert($0) } }
        } else {
          collect(value)
        }
      }
    }
    for bytes in try documents().values { collect(try JSONValue.parse(bytes)) }
    return writes
  }

  /// Writes a file as a person with an editor would: in place, without any care.
  func write(_ bytes: [UInt8], to file: String) throws {
    let descriptor = open("\(path)/\(file)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
    #expect(count == bytes.count)
  }

  private func copy(_ folder: String, from original: String) throws {
    for name in try LocalDisk().names(in: original + folder) {
      let inside = "\(folder)/\(name)"
      if try LocalDisk().status(of: original + inside)?.kind == .folder {
        try LocalDisk().makeFolder(path + inside)
        try copy(inside, from: original)
      } else {
        try write(LocalDisk().read(original + inside), to: inside)
      }
    }
  }

  private func open(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
    systemOpen(path, flags, mode)
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

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }

private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, base, count)
}
