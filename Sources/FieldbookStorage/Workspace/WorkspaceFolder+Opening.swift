import FieldbookModel
import PlainText

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension WorkspaceFolder {
  /// Who this program is, for others who come while it holds the lock.
  func lockNote() -> [UInt8] {
    let note: JSONValue = [
      "pid": .number(JSONNumber(Int(getpid()))), "host": .string(hostName()),
      "user": .string(environment.userName),
      "since": .string(environment.now().text),
    ]
    return note.encoded()
  }

  /// Who holds the lock, as far as they have said. A note of a process that has ended is an earlier holder's.
  func lockHolder() -> LockHolder {
    let unknown = LockHolder(pid: nil, host: "", user: "", since: "")
    guard let bytes = try? disk.read(whole(WorkspaceFolder.lock)), let note = try? JSONValue.parse(bytes),
      let pid = note["pid"]?.int
    else { return unknown }
    if note["host"]?.string == hostName(), let process = pid_t(exactly: pid), kill(process, 0) != 0,
      errno == ESRCH
    {
      return unknown
    }
    let since = note["since"]?.string.flatMap(Instant.init(text:))?.timeText
    return LockHolder(
      pid: pid, host: note["host"]?.string ?? "", user: note["user"]?.string ?? "", since: since ?? "")
  }

  /// Sweeps temporary files that an interrupted save left and drafts of which nothing reached the disk, and closes what others could read. What fails here does
  /// no harm, and `check` says it.
  func mend() {
    for folder in [""] + allFolders() {
      mend(mode: 0o700, of: folder)
      for name in (try? disk.names(in: whole(folder))) ?? [] {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        guard let status = try? disk.status(of: whole(path)), status.kind == .file else { continue }
        if DurableFiles.isTemporary(name) || isUnbegunDraft(named: name, in: folder) {
          try? disk.remove(whole(path))
        } else if isOwn(path), status.mode & 0o777 != 0o600 {
          try? disk.setMode(0o600, of: whole(path))
        }
      }
    }
    sweepReports()
  }

  /// Sweeps reports that were written and, when the program was killed, never put in their places. Nothing else in their
  /// folder is touched: it is the user's.
  private func sweepReports() {
    for name in (try? disk.names(in: whole(WorkspaceFolder.reports))) ?? []
    where DurableFiles.isTemporary(name) {
      let path = whole("\(WorkspaceFolder.reports)/\(name)")
      if (try? disk.status(of: path))??.kind == .file { try? disk.remove(path) }
    }
  }

  private func isUnbegunDraft(named name: String, in folder: String) -> Bool {
    guard folder == WorkspaceFolder.drafts, let id = DocumentName.draft(name) else { return false }
    return isUnbegunDraft(id)
  }

  /// The folders of the workspace that are its own, those of facts formats among them.
  func allFolders() -> [String] {
    let formats = ((try? disk.names(in: whole(WorkspaceFolder.facts))) ?? []).map {
      "\(WorkspaceFolder.facts)/\($0)"
    }
    return (WorkspaceFolder.folders + [WorkspaceFolder.issued] + formats).filter {
      (try? status($0))??.kind == .folder
    }
  }

  /// Whether a file is one of the workspace's, rather than something a user put beside it.
  func isOwn(_ path: String) -> Bool { path == WorkspaceFolder.main || path.contains("/") }

  private func mend(mode: UInt16, of folder: String) {
    guard let status = try? disk.status(of: whole(folder)), status.mode & 0o777 != mode else { return }
    try? disk.setMode(mode, of: whole(folder))
  }

  private func hostName() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "this computer" }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
