import FieldbookModel
import FieldbookScreens
import FieldbookStorage

/// Keeps what is being typed in a journal, so that neither a kill nor a power cut takes it.
struct DraftKeeper {
  private let workspace: Workspace
  private var kept: [TypedDraft]
  private var journal: DraftJournal?
  private var journalOwner: [String: String] = [:]
  private var lastTexts: [String: String] = [:]
  private(set) var needsFlush = false

  init(workspace: Workspace, drafts: [Draft]) {
    self.workspace = workspace
    kept = drafts.map {
      TypedDraft(id: $0.id, context: $0.context, texts: $0.texts, startedAt: $0.startedAt)
    }
    kept.sort { ($0.startedAt?.milliseconds ?? 0) > ($1.startedAt?.milliseconds ?? 0) }
  }

  /// The drafts that hold any text, the newest first; not the one that is open.
  var all: [TypedDraft] { kept }

  /// Writes what changed since the last key.
  mutating func keep(_ draft: TypedDraft?, now: Instant) -> StorageProblem? {
    guard let draft else {
      return closeJournal()
    }
    guard draft.context != journalOwner || draft.texts != lastTexts else { return nil }
    do {
      if draft.context != journalOwner || journal == nil { try openJournal(for: draft, now: now) }
      try journal?.replace(texts: draft.texts)
      lastTexts = draft.texts
      needsFlush = true
      return nil
    } catch {
      return error
    }
  }

  /// Makes what was typed durable.
  mutating func flush() -> StorageProblem? {
    guard needsFlush, let journal else { return nil }
    needsFlush = false
    do {
      try journal.flush()
      return nil
    } catch {
      return error
    }
  }

  /// Throws a draft away: its record is saved, or the user said so.
  mutating func discard(_ owner: [String: String]) -> StorageProblem? {
    do {
      if journalOwner == owner, let journal {
        let id = journal.draft.id
        kept.removeAll { $0.id == id }
        forgetJournal()
        try journal.discard()
      }
      for draft in kept where draft.context == owner && !draft.id.isEmpty {
        try workspace.discardDraft(draft.id)
      }
      kept.removeAll { $0.context == owner }
      return nil
    } catch {
      kept.removeAll { $0.context == owner }
      return error
    }
  }

  private mutating func openJournal(for draft: TypedDraft, now: Instant) throws(StorageProblem) {
    _ = closeJournal()
    if let earlier = kept.first(where: { $0.context == draft.context }) {
      journal = try workspace.continueDraft(earlier.id)
    } else {
      journal = try workspace.startDraft(context: draft.context, texts: [:])
    }
    journalOwner = draft.context
    lastTexts = [:]
    let started = kept.first { $0.context == draft.context }?.startedAt ?? now
    kept.removeAll { $0.context == draft.context }
    kept.insert(
      TypedDraft(id: journal?.draft.id ?? "", context: draft.context, texts: draft.texts, startedAt: started),
      at: 0)
  }

  /// The text is left: it stays as a draft with what was typed last.
  private mutating func closeJournal() -> StorageProblem? {
    guard journal != nil else { return nil }
    let problem = flush()
    if let index = kept.firstIndex(where: { $0.context == journalOwner }) { kept[index].texts = lastTexts }
    journal?.close()
    forgetJournal()
    return problem
  }

  private mutating func forgetJournal() {
    journal = nil
    journalOwner = [:]
    lastTexts = [:]
    needsFlush = false
  }
}
