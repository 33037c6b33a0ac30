import FieldbookModel
import PlainText

/// The lines of the undo journal: what was remembered when it was begun, then what happened since.
enum UndoLine {
  /// The first line.
  static func header(_ history: EditHistory) -> [UInt8] {
    let origins = history.origins.earlier.flatMap { member, writes in
      writes.map { write, restored -> JSONValue in
        var tree: JSONValue = [
          "document": .array([.string(member.address.folder), .string(member.address.document)]),
          "field": .string(member.field), "write": .string(write), "restores": PastEditCodec.tree(restored),
        ]
        if member.address.part != nil { tree["in"] = PastEditCodec.part(member.address.part) }
        return tree
      }
    }
    return JournalLine.framed([
      "format": .string(DocumentFormat.undo.name),
      "version": .number(JSONNumber(DocumentFormat.undo.version)),
      "done": .array(history.done.map(PastEditCodec.tree)),
      "undone": .array(history.undone.map(PastEditCodec.tree)), "origins": .array(origins),
    ])
  }

  /// What happened. The number rises by one from line to line, so that a line that is missing is noticed.
  static func event(_ event: HistoryEvent, number: Int) -> [UInt8] {
    var tree: JSONValue = ["number": .number(JSONNumber(number))]
    if let edit = event.edit { tree["edit"] = PastEditCodec.tree(edit) }
    switch event {
    case .edit: break
    case .undo(let id, _): tree["undo"] = .string(id)
    case .redo(let id, _): tree["redo"] = .string(id)
    case .forget(let id): tree["forget"] = .string(id)
    case .signed(let review, let actions):
      tree["signed"] = .string(review)
      tree["actions"] = .array(actions.map { .string($0) })
    }
    return JournalLine.framed(tree)
  }

  static func history(_ tree: JSONValue) -> EditHistory? {
    guard let done = edits(tree["done"]), let undone = edits(tree["undone"]),
      let noted = tree["origins"]?.array
    else { return nil }
    var origins = Origins()
    for origin in noted {
      guard let document = PastEditCodec.document(origin["document"]),
        let address = origin["in"].map({ PastEditCodec.address($0, in: document) }) ?? document,
        let field = origin["field"]?.string, let write = origin["write"]?.string,
        let restores = origin["restores"]
      else { return nil }
      origins.note(write, restores: PastEditCodec.restored(restores), of: Origins.Member(address, field))
    }
    return EditHistory(done: done, undone: undone, origins: origins)
  }

  static func event(_ tree: JSONValue) -> HistoryEvent? {
    if let id = tree["forget"]?.string { return .forget(id) }
    if let review = tree["signed"]?.string {
      return .signed(review: review, actions: (tree["actions"]?.array ?? []).compactMap(\.string))
    }
    guard let edit = tree["edit"].flatMap(PastEditCodec.edit) else { return nil }
    if let id = tree["undo"]?.string { return .undo(id, by: edit) }
    if let id = tree["redo"]?.string { return .redo(id, by: edit) }
    return .edit(edit)
  }

  private static func edits(_ tree: JSONValue?) -> [PastEdit]? {
    guard let list = tree?.array else { return nil }
    let edits = list.compactMap(PastEditCodec.edit)
    return edits.count == list.count ? edits : nil
  }
}

/// The undo journal as it was read.
struct UndoReading {
  /// What it remembers, up to what cannot be read.
  private(set) var history: EditHistory
  /// The last thing that happened: it was written down before its document was saved, and may not have come about.
  private(set) var last: HistoryEvent?
  /// The history before that.
  private(set) var beforeLast: EditHistory
  /// How many events follow the first line.
  private(set) var count = 0
  /// The first line that could not be used, from 1.
  private(set) var badLine: Int?
  /// Whether good lines follow the bad one: then it is not just the end that was cut off.
  private(set) var isDamaged = false
  /// How many bytes it has.
  let size: Int

  /// Nil when not even the first line can be read.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let header = lines.first.flatMap(JournalLine.read),
      header["format"]?.string == DocumentFormat.undo.name,
      header["version"]?.int == DocumentFormat.undo.version, let history = UndoLine.history(header)
    else { return nil }
    (self.history, beforeLast, size) = (history, history, bytes.count)
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard let tree = JournalLine.read(line) else {
        badLine = badLine ?? index + 1
        continue
      }
      guard badLine == nil, tree["number"]?.int == count, let event = UndoLine.event(tree) else {
        badLine = badLine ?? index + 1
        isDamaged = true
        return
      }
      beforeLast = self.history
      self.history.take(event)
      last = event
      count += 1
    }
  }

  /// The version of a journal that a newer fieldbook wrote.
  static func newerVersion(_ bytes: [UInt8]) -> Int? {
    let header = bytes.split(separator: 0x0A, maxSplits: 1).first.flatMap(JournalLine.read)
    guard header?["format"]?.string == DocumentFormat.undo.name, let version = header?["version"]?.int,
      version > DocumentFormat.undo.version
    else { return nil }
    return version
  }
}
