import FieldbookStorage

/// The edits of this session that can be taken back, and those that can be done again.
struct EditHistory {
  struct Entry {
    let title: String
    let applied: AppliedEdit
  }

  private var done: [Entry] = []
  private var undone: [Entry] = []

  var lastDone: Entry? { done.last }
  var lastUndone: Entry? { undone.last }

  /// Takes note of an edit that is durable. A new edit ends what could be done again.
  mutating func record(_ applied: AppliedEdit, _ work: Work) {
    let entry = Entry(title: work.title, applied: applied)
    switch work.kind {
    case .edit:
      undone = []
      if work.canBeUndone { done.append(entry) }
    case .undo:
      _ = done.popLast()
      undone.append(entry)
    case .redo:
      _ = undone.popLast()
      done.append(entry)
    case .signing:
      done = []
      undone = []
    }
  }

  /// Forgets an edit that can no longer be taken back, so that the one before it can be reached.
  mutating func drop(_ kind: Work.Kind) {
    if kind == .undo { _ = done.popLast() } else { _ = undone.popLast() }
  }
}
