import FieldbookDemo
import FieldbookModel
import FieldbookStorage
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The demo in a folder of its own, removed with it.
final class DemoTrial {
  let path: String
  let now: Instant

  init(_ now: String) throws {
    self.now = try #require(Instant(text: now))
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/fieldbook-demo-XXXXXX").utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
    try Demo.make(at: path, now: self.now, userName: "Anna Reed")
  }

  deinit { DemoTrial.remove(path) }

  func open(_ access: Access = .write) throws -> Workspace {
    let now = self.now
    return try Workspace.open(
      at: path, wanting: access, environment: StorageEnvironment(now: { now }, userName: "Anna Reed"))
  }

  func contents() throws -> WorkspaceContents {
    let workspace = try open(.read)
    defer { workspace.close() }
    return try workspace.contents()
  }

  /// The record documents by their names.
  func records() throws -> [String: [UInt8]] {
    var records: [String: [UInt8]] = [:]
    for folder in ["records/reviews", "records/actions"] {
      for name in try LocalDisk().names(in: "\(path)/\(folder)") {
        records[name] = try LocalDisk().read("\(path)/\(folder)/\(name)")
      }
    }
    return records
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
