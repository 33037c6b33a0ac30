import FieldbookModel
import PlainText

/// An edit as it is remembered, with what is needed to take it back.
public struct PastEdit: Sendable, Hashable {
  /// One member that was written.
  public struct Member: Sendable, Hashable {
    /// The record.
    public let address: RecordAddress
    /// The member's name.
    public let field: String
    /// The id of the write.
    public let write: String
    let before: JSONValue?
    let writeBefore: String?
    /// For a write that put an earlier value back: the write that value came from; see `Origins`.
    var restores: Restored?
  }

  /// What a write put back.
  enum Restored: Sendable, Hashable {
    /// There had been no value.
    case nothing
    /// The value of that write.
    case write(String)

    init(_ write: String?) { self = write.map { .write($0) } ?? .nothing }

    var write: String? {
      if case .write(let write) = self { write } else { nil }
    }
  }

  /// The id of its write, unlike any other edit's.
  public let id: String
  /// What was done, in words: `Note added`.
  public let title: String
  /// When it was first done; taking it back and doing it again leave this as it was.
  public let at: Instant
  /// Whether it can be taken back.
  public let canBeUndone: Bool
  /// What was written.
  public let members: [Member]
  /// Records that came to be with it; to take it back marks them as undone.
  public let created: [RecordAddress]
  /// The framework it changed, which is remembered as a whole.
  var framework: FrameworkStep?

  /// Which framework new reviews begin with, where it changed that.
  var usual: UsualFrameworkStep?

  /// The places of the calendar and of the plan of collections that it wrote.
  var plan: PlanStep?

  /// The framework that new reviews began with before an edit, and after it; nil where none was chosen.
  struct UsualFrameworkStep: Sendable, Hashable {
    let before: String?
    let after: String?
  }

  /// A framework of the workspace's own, as an edit found it and as it left it; nil where there was none.
  struct FrameworkStep: Sendable, Hashable {
    let id: String
    let before: JSONValue?
    let after: JSONValue?
  }

  /// The document that it changed.
  public var document: RecordAddress? {
    if let usual {
      return RecordAddress(folder: WorkspaceFolder.frameworks, document: usual.after ?? usual.before ?? "")
    }
    if let member = plan?.places.first?.path.first {
      return RecordAddress(folder: member, document: member)
    }
    if let framework { return RecordAddress(folder: WorkspaceFolder.frameworks, document: framework.id) }
    return members.first.map { RecordAddress(folder: $0.address.folder, document: $0.address.document) }
  }

  /// Records that are shown nowhere once it is taken back: those it made, and those it brought back.
  var unmakes: [RecordAddress] {
    created + members.filter { $0.field == "undone" && $0.before?.bool == true }.map(\.address)
  }

  /// Whether it wrote that member of the document's own.
  func wrote(_ field: String) -> Bool { members.contains { $0.address.part == nil && $0.field == field } }
}
