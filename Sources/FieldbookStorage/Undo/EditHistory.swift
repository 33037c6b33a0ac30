import FieldbookModel

/// What became of the edits of this laptop, in order.
enum HistoryEvent: Sendable, Hashable {
  /// An edit was made.
  case edit(PastEdit)
  /// The edit with that id was taken back by this one.
  case undo(String, by: PastEdit)
  /// The taking back with that id was itself taken back by this edit.
  case redo(String, by: PastEdit)
  /// The edit with that id can no longer be taken back, or done again.
  case forget(String)
  /// A review was signed: what was done in it, and the actions it agreed, is no longer taken back.
  case signed(review: String, actions: [String])

  /// The edit it speaks of, if it made one.
  var edit: PastEdit? {
    switch self {
    case .edit(let edit), .undo(_, let edit), .redo(_, let edit): edit
    case .forget, .signed: nil
    }
  }
}

/// The edits that can be taken back, and those that can be done again.
struct EditHistory: Sendable, Hashable {
  /// How many edits are remembered.
  static let limit = 300

  /// The edits that can be taken back, the latest last.
  private(set) var done: [PastEdit] = []
  /// What can be done again, each as the write that took it back; the latest last.
  private(set) var undone: [PastEdit] = []
  /// Writes that put an earlier value back.
  private(set) var origins = Origins()

  init() {}

  init(done: [PastEdit], undone: [PastEdit], origins: Origins) {
    self.done = done.suffix(EditHistory.limit)
    self.undone = undone.suffix(EditHistory.limit)
    self.origins = origins
    for edit in done + undone { self.origins.note(edit) }
  }

  mutating func take(_ event: HistoryEvent) {
    event.edit.map { origins.note($0) }
    switch event {
    case .edit(let edit):
      // A new edit ends what could be done again.
      undone = []
      if edit.canBeUndone { done.append(edit) }
    case .undo(let id, let edit):
      done.removeAll { $0.id == id }
      undone.append(edit)
    case .redo(let id, let edit):
      undone.removeAll { $0.id == id }
      done.append(edit)
    case .forget(let id):
      done.removeAll { $0.id == id }
      undone.removeAll { $0.id == id }
    case .signed(let review, let actions):
      let ended = Set([RecordAddress.review(review)] + actions.map(RecordAddress.action))
      done.removeAll { $0.document.map(ended.contains) ?? true }
      undone.removeAll { $0.document.map(ended.contains) ?? true }
    }
    if done.count > EditHistory.limit { done.removeFirst(done.count - EditHistory.limit) }
    if undone.count > EditHistory.limit { undone.removeFirst(undone.count - EditHistory.limit) }
  }

  /// The same history without the oldest half, for one that has grown too large.
  mutating func forgetOldest() {
    done.removeFirst((done.count + 1) / 2)
    undone.removeFirst((undone.count + 1) / 2)
  }

  /// Forgets origins that no remembered edit needs.
  mutating func tidy() {
    let edits = done + undone
    origins.keepLatest(of: Set(edits.flatMap(\.members).map { Origins.Member($0.address, $0.field) }))
    for edit in edits { origins.note(edit) }
  }
}
