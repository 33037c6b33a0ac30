import FieldbookModel

/// Where a value that was put back first came from.
///
/// Undo is a new write, never an old id. To undo an edit after a later one has been undone, the storage must know
/// that the later one's undoing put this edit's value back.
struct Origins: Sendable, Hashable {
  /// A member of a record.
  struct Member: Hashable, Sendable {
    let address: RecordAddress
    let field: String

    init(_ address: RecordAddress, _ field: String) {
      self.address = address
      self.field = field
    }
  }

  /// For each member, writes that put a value back, with what they put back.
  private(set) var earlier: [Member: [String: PastEdit.Restored]] = [:]

  /// Notes what the writes of an edit put back.
  mutating func note(_ edit: PastEdit) {
    for member in edit.members {
      guard let restored = member.restores else { continue }
      note(member.write, restores: restored, of: Member(member.address, member.field))
    }
  }

  /// Notes that a write put back the value of an earlier one.
  mutating func note(_ write: String, restores: PastEdit.Restored, of member: Member) {
    // What it first came from is noted at once, so that the steps between can be forgotten.
    let first = origin(of: restores.write, member.field, in: member.address)
    earlier[member, default: [:]][write] = PastEdit.Restored(first)
  }

  /// The write that a value first came from; nil when it is as if it had never been written.
  func origin(of write: String?, _ field: String, in address: RecordAddress) -> String? {
    guard let write, let before = earlier[Member(address, field)]?[write] else { return write }
    return before.write
  }

  /// Keeps of these members what the latest write put back, and forgets the rest.
  mutating func keepLatest(of members: Set<Member>) {
    earlier = earlier.filter { members.contains($0.key) }.mapValues { writes in
      writes.filter { $0.key == writes.keys.max() }
    }
  }
}
