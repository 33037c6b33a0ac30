import FieldbookModel

/// Where a value that was put back first came from.
///
/// Undo is a new write, never an old id. To undo an edit after a later one has been undone, the storage must know
/// that the later one's undoing put this edit's value back.
struct Origins: Sendable {
  private struct Place: Hashable {
    let address: RecordAddress
    let field: String
    let write: String
  }

  private var earlier: [Place: String?] = [:]

  /// Notes that a write put back the value of an earlier one; nil when there had been no value.
  mutating func note(_ write: String, restores: String?, of field: String, in address: RecordAddress) {
    earlier[Place(address: address, field: field, write: write)] = .some(restores)
  }

  /// The write that a value first came from; nil when it is as if it had never been written.
  func origin(of write: String?, _ field: String, in address: RecordAddress) -> String? {
    var write = write
    while let current = write,
      let before = earlier[Place(address: address, field: field, write: current)]
    {
      write = before
    }
    return write
  }
}
