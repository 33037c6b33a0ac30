import DiskFaults
import FieldbookModel
import PlainText
import Synchronization
import Testing

@testable import FieldbookStorage

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension TestPlace {
  static let hour = 3_600_000_000_000

  /// Lets all documents seem an hour old, so that what was written a moment ago goes into the cache.
  func ageDocuments() {
    disk.date { status, path in TestPlace.isNew(path) ? status : TestPlace.aged(status) }
  }

  static func aged(_ status: FileStatus) -> FileStatus {
    var status = status
    status.modified -= hour
    status.changed -= hour
    return status
  }

  /// Whether a file is one that is only being written, by which a program tells the time.
  static func isNew(_ path: String) -> Bool { path.hasSuffix(".tmp") }

  /// The status with both its times replaced.
  static func dated(_ status: FileStatus, _ time: Int) -> FileStatus {
    var status = status
    (status.modified, status.changed) = (time, time)
    return status
  }

  /// The names of the files of the cache of records.
  func cachedRecords() throws -> [String] {
    try names(".fieldbook/cache").filter { $0.hasSuffix(RecordsShard.ending) }
  }

  func forgetCache() throws {
    for name in try names(".fieldbook/cache") { try LocalDisk().remove(whole(".fieldbook/cache/\(name)")) }
  }

  /// What anybody who opens the workspace is told of its records.
  func told(_ access: Access = .read) throws -> ToldRecords {
    let workspace = try open(access)
    defer { workspace.close() }
    return ToldRecords(try workspace.contents())
  }

  /// The same, out of the documents alone.
  func toldWithoutCache() throws -> ToldRecords {
    let reader = try open(.read)
    reader.state.withLock { state in
      for kind in RecordKind.documents {
        let elsewhere = WorkspaceFolder(root: root + "/nothing", environment: environment)
        state.caches[kind.name] = RecordsCache(elsewhere, kind)
      }
    }
    return ToldRecords(try reader.contents())
  }

  /// Puts a file in another's place, as a program does that saves with care.
  func swap(_ bytes: [UInt8], into file: String) throws {
    try write(bytes, to: file + ".new")
    try LocalDisk().rename(whole(file + ".new"), to: whole(file))
  }

  /// Dates a file.
  func date(_ file: String, _ nanoseconds: Int) throws {
    let time = timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    #expect(utimensat(AT_FDCWD, whole(file), [time, time], 0) == 0)
  }
}

/// Everything that a workspace's contents say of its records, in words, so that nothing can differ unseen.
struct ToldRecords: Equatable, CustomStringConvertible {
  let lines: [String]

  init(_ contents: WorkspaceContents) {
    var lines = contents.reviews.flatMap { review in
      ["review \(review.id)", "framework \(review.framework)"] + ToldRecords.lines(review.record, .review)
        + ["signed copy \(contents.signedCopies[review.id].map { "\($0.id) \($0.isIntact)" } ?? "none")"]
    }
    lines += contents.actions.flatMap { ["action \($0.id)"] + ToldRecords.lines($0.record, .action) }
    lines += contents.problems.map(\.message).sorted()
    self.lines = lines
  }

  var description: String { lines.joined(separator: "\n") }

  /// A record by each way in which it can be asked.
  static func lines(_ record: Record, _ kind: RecordKind) -> [String] {
    var lines = kind.fields.compactMap { field -> String? in
      let value = record.value(field.name)
      #expect(record.values[field.name] == value)
      guard let value else { return nil }
      if case .instant(let instant) = value { return "\(field.name) \(instant.text) \(instant.milliseconds)" }
      return "\(field.name) \(value)"
    }
    for part in kind.parts {
      let all = record.parts[part.plural]
      lines.append("\(part.plural) \(all.map { "\($0.count)" } ?? "absent")")
      lines.append("shown \(record.parts(part.plural).map(\.id))")
      for (id, member) in (all ?? [:]).sorted(by: { $0.key < $1.key }) {
        #expect(record.part(part.plural, id) == member)
        lines.append("\(part.name) \(id)")
        lines += ToldRecords.lines(member, part)
      }
    }
    return lines
  }
}
