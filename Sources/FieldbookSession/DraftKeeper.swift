import FieldbookModel
import FieldbookScreens
import FieldbookStorage

/// Keeps what is being typed in a journal, so that neither a kill nor a power cut takes it.
///
/// Where the disk refuses, the text is kept in memory and written as soon as the disk takes it again.
struct DraftKeeper {
  private let workspace: Workspace
  /// All drafts, the newest first.
  private var kept: [TypedDraft]
  /// The text that is being typed now; it is among `kept`, where its text is brought up to date when it is left.
  private var open: TypedDraft?
  private var journal: DraftJournal?
  /// What the open journal holds; nil when that is not known.
  private var written: [String: String]?
  /// Drafts that were left while the disk refused them.
  private var unwritten: Set<[String: String]> = []
  private(set) var needsFlush = false
  /// The journal that another thread flushes.
  private var flushing: DraftJournal?

  init(workspace: Workspace, drafts: [Draft]) {
    self.workspace = workspace
    kept = drafts.map {
      TypedDraft(id: $0.id, context: $0.context, texts: $0.texts, startedAt: $0.startedAt)
    }
    kept.sort { ($0.startedAt?.milliseconds ?? 0) > ($1.startedAt?.milliseconds ?? 0) }
  }

  /// The drafts that hold any text, the newest first.
  var all: [TypedDraft] { kept }

  /// Whether some text is in memory alone.
  var hasUnkept: Bool { !unwritten.isEmpty || open.map { $0.texts != written } ?? false }

  /// Writes what changed since the last key.
  mutating func keep(_ draft: TypedDraft?, now: Instant) -> StorageProblem? {
    guard let draft else { return leave() }
    if draft.context == open?.context {
      guard draft.texts != written else { return nil }
    } else {
      _ = leave()
      begin(draft, now: now)
    }
    open?.texts = draft.texts
    return write()
  }

  /// Makes what was typed durable, also what could not be written before.
  mutating func flush() -> StorageProblem? {
    var problem = hasUnkept ? writeAll() : nil
    guard let journal, needsFlush || flushing === journal else { return problem }
    needsFlush = false
    do {
      try journal.flush()
    } catch {
      problem = error
      closeJournal()
    }
    return problem
  }

  /// The journal to flush, for a thread that nobody waits for; nil when there is nothing to flush.
  mutating func beginFlush() -> DraftJournal? {
    guard needsFlush, let journal else { return nil }
    needsFlush = false
    flushing = journal
    return journal
  }

  /// Takes in how that went. Of a journal that was left meanwhile, leaving it has said what there is to say.
  mutating func endFlush(_ problem: StorageProblem?) -> StorageProblem? {
    defer { flushing = nil }
    guard let problem, let flushing, flushing === journal else { return nil }
    closeJournal()
    return problem
  }

  /// Throws a draft away: its record is saved, or the user said so.
  mutating func discard(_ owner: [String: String]) -> StorageProblem? {
    unwritten.remove(owner)
    if open?.context == owner {
      closeJournal()
      open = nil
    }
    guard let index = kept.firstIndex(where: { $0.context == owner }) else { return nil }
    let id = kept.remove(at: index).id
    guard !id.isEmpty else { return nil }
    do {
      try workspace.discardDraft(id)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Writing

  private mutating func begin(_ draft: TypedDraft, now: Instant) {
    let earlier = kept.firstIndex { $0.context == draft.context }.map { kept.remove(at: $0) }
    let begun = TypedDraft(
      id: earlier?.id ?? "", context: draft.context, texts: draft.texts, startedAt: earlier?.startedAt ?? now)
    unwritten.remove(draft.context)
    kept.insert(begun, at: 0)
    open = begun
  }

  /// Brings the journal of the open text up to date.
  private mutating func write() -> StorageProblem? {
    guard let texts = open?.texts else { return nil }
    do {
      if journal == nil { try openJournal() }
      try journal?.replace(texts: texts)
      written = texts
      needsFlush = true
      return nil
    } catch {
      // What the file holds is no longer known: the next key writes all of it anew.
      closeJournal()
      return error
    }
  }

  private mutating func openJournal() throws(StorageProblem) {
    guard let open else { return }
    journal = try openJournal(of: open)
    guard let id = journal?.draft.id else { return }
    self.open?.id = id
    if let index = kept.firstIndex(where: { $0.context == open.context }) { kept[index].id = id }
  }

  private func openJournal(of draft: TypedDraft) throws(StorageProblem) -> DraftJournal {
    guard !draft.id.isEmpty else { return try workspace.startDraft(context: draft.context, texts: [:]) }
    do {
      return try workspace.continueDraft(draft.id)
    } catch {
      // A journal that is gone or cannot be read is no place to go on in.
      guard error.kind == .refused || error.kind == .broken else { throw error }
      return try workspace.startDraft(context: draft.context, texts: [:])
    }
  }

  /// The text is left: it stays as a draft with what was typed last.
  private mutating func leave() -> StorageProblem? {
    guard let open else { return nil }
    let problem = flush()
    if let index = kept.firstIndex(where: { $0.context == open.context }) { kept[index].texts = open.texts }
    if open.texts != written { unwritten.insert(open.context) }
    closeJournal()
    self.open = nil
    return problem
  }

  /// Tries again to write what the disk refused before.
  private mutating func writeAll() -> StorageProblem? {
    var problem = open.map { $0.texts == written } ?? true ? nil : write()
    for index in kept.indices where unwritten.contains(kept[index].context) {
      do {
        let journal = try openJournal(of: kept[index])
        kept[index].id = journal.draft.id
        try journal.replace(texts: kept[index].texts)
        try journal.flush()
        journal.close()
        unwritten.remove(kept[index].context)
      } catch {
        problem = error
      }
    }
    return problem
  }

  private mutating func closeJournal() {
    journal?.close()
    journal = nil
    written = nil
    needsFlush = false
  }
}
