import FieldbookModel
import PlainText
import Synchronization

/// The journal of one text that is being typed: every change is written down when it is made.
///
/// A change is in the system's hands when `replace` returns, so that a killed program loses nothing; `flush` brings
/// it to the disk, so that a power cut loses no more than what came since. While one thread flushes, another goes on
/// writing; only to close the journal it waits for the flush.
public final class DraftJournal: Sendable {
  private struct State {
    var handle: DiskHandle?
    var draft: Draft
    var count: Int
    /// Whether the last write may have left half a line.
    var isTorn = false
    /// Whether the file's name has yet to reach the disk.
    var isNew: Bool
    /// How many writes there were, and how many of them are on the disk itself.
    var writes = 1
    var flushed = 0
  }

  private let folder: WorkspaceFolder
  private let path: String
  private let state: Mutex<State>
  /// Held while the file is flushed, so that it is not closed meanwhile. It is taken before the state.
  private let flushing = Mutex(())

  init(folder: WorkspaceFolder, draft: Draft, handle: DiskHandle, count: Int, isNew: Bool) {
    self.folder = folder
    path = DraftJournal.path(draft.id)
    state = Mutex(State(handle: handle, draft: draft, count: count, isNew: isNew))
  }

  deinit { close() }

  static func path(_ id: String) -> String { "\(WorkspaceFolder.drafts)/\(id).journal" }

  /// The text as the journal holds it.
  public var draft: Draft { state.withLock { $0.draft } }

  /// Writes down what became of the texts, as the smallest change from what they were. Fields left out are empty.
  ///
  /// Throws when the disk fails; the change is then written with the next.
  public func replace(texts: [String: String]) throws(StorageProblem) {
    try state.withLock { (state) throws(StorageProblem) in
      guard let handle = state.handle else { throw gone() }
      for field in Set(texts.keys).union(state.draft.texts.keys).sorted() {
        let text = texts[field] ?? ""
        guard let splice = Splice(from: state.draft.texts[field] ?? "", to: text) else { continue }
        try write(DraftLine.change(splice, of: field, number: state.count), &state, handle)
        state.draft.texts[field] = text
        state.count += 1
      }
    }
  }

  /// Brings what was written down to the disk itself.
  public func flush() throws(StorageProblem) {
    try flushing.withLock { (_) throws(StorageProblem) in
      let (handle, isNew, writes) = try unflushed()
      guard let handle else { return }
      do throws(DiskFailure) {
        try folder.disk.flush(handle)
        if isNew { try folder.disk.flushFolder(FilePath.parent(folder.whole(path))) }
      } catch {
        // A failed flush must not be tried again on this file: the whole text goes to a new one.
        try state.withLock { (state) throws(StorageProblem) in try rewrite(&state) }
        throw folder.problem(error, path, "the draft could not be saved")
      }
      state.withLock { state in
        state.isNew = false
        state.flushed = writes
      }
    }
  }

  /// What is to be flushed; no file where all is on the disk.
  private func unflushed() throws(StorageProblem) -> (handle: DiskHandle?, isNew: Bool, writes: Int) {
    try state.withLock { (state) throws(StorageProblem) in
      guard let handle = state.handle else { throw gone() }
      return (state.flushed < state.writes ? handle : nil, state.isNew, state.writes)
    }
  }

  /// Removes the journal: the text has been saved as a record, or is not wanted.
  public func discard() throws(StorageProblem) {
    close()
    do {
      if try folder.disk.status(of: folder.whole(path)) != nil { try folder.disk.remove(folder.whole(path)) }
    } catch {
      throw folder.problem(error, path, "the draft could not be removed")
    }
  }

  /// Lets go of the file and leaves the draft where it is, to be offered again.
  public func close() {
    flushing.withLock { _ in
      state.withLock { state in
        guard let handle = state.handle else { return }
        state.handle = nil
        try? folder.disk.close(handle)
      }
    }
  }

  /// Puts the whole text in a new file, and goes on there.
  private func rewrite(_ state: inout State) throws(StorageProblem) {
    if let handle = state.handle { try? folder.disk.close(handle) }
    state.handle = nil
    let opened = try folder.openJournal(state.draft)
    state.handle = opened
    (state.count, state.isTorn, state.isNew, state.flushed) = (0, false, false, state.writes)
  }

  private func write(
    _ line: [UInt8], _ state: inout State, _ handle: DiskHandle
  ) throws(StorageProblem) {
    // Half a line from a write that failed must not run into this one.
    let bytes = state.isTorn ? [0x0A] + line : line
    state.writes += 1
    state.isTorn = true
    do {
      try DurableFiles.writeAll(bytes, to: handle, on: folder.disk)
    } catch {
      throw folder.problem(error, path, "the draft could not be saved")
    }
    state.isTorn = false
  }

  private func gone() -> StorageProblem {
    StorageProblem(.refused, file: path, what: "the draft has been closed")
  }
}

extension Workspace {
  /// Begins a draft: text that is kept while it is typed.
  ///
  /// - Parameters:
  ///   - context: where it belongs, as the session likes to say it.
  ///   - texts: field to text, as they are now.
  public func startDraft(
    context: [String: String], texts: [String: String]
  ) throws(StorageProblem) -> DraftJournal {
    try writing { (_) throws(StorageProblem) -> DraftJournal in
      let id = folder.identities.record().text
      let draft = Draft(id: id, context: context, startedAt: folder.environment.now(), texts: texts)
      do throws(DiskFailure) {
        let handle = try folder.createJournal(draft)
        return DraftJournal(folder: folder, draft: draft, handle: handle, count: 0, isNew: true)
      } catch {
        throw folder.problem(error, DraftJournal.path(id), "the draft could not be begun")
      }
    }
  }

  /// Goes on with a draft that was found when the workspace was opened.
  public func continueDraft(_ id: String) throws(StorageProblem) -> DraftJournal {
    try writing { (_) throws(StorageProblem) -> DraftJournal in
      let read = try folder.draft(id)
      if read.isDamaged { try folder.keepDamaged(id) }
      let handle = try folder.openJournal(read.draft)
      return DraftJournal(folder: folder, draft: read.draft, handle: handle, count: 0, isNew: false)
    }
  }

  /// Removes a draft that is not wanted.
  public func discardDraft(_ id: String) throws(StorageProblem) {
    try writing { (_) throws(StorageProblem) in
      let path = DraftJournal.path(id)
      guard RecordID(text: id) != nil, try folder.status(path) != nil else { return }
      do throws(DiskFailure) {
        try folder.disk.remove(folder.whole(path))
      } catch {
        throw folder.problem(error, path, "the draft could not be removed")
      }
    }
  }
}

extension WorkspaceFolder {
  /// A draft read from its journal, up to where it was cut off.
  func draft(_ id: String) throws(StorageProblem) -> DraftReading {
    let path = DraftJournal.path(id)
    guard RecordID(text: id) != nil, let bytes = try read(path) else {
      throw StorageProblem(.refused, file: path, what: "there is no such draft")
    }
    guard !DraftReading.isUnbegun(bytes) else {
      throw StorageProblem(.refused, file: path, what: "nothing of the draft had reached the disk")
    }
    guard let reading = DraftReading(bytes, id: id) else {
      throw StorageProblem(
        .broken, file: path, line: 1, column: 1, what: "the draft's first line cannot be read",
        mend: "Look into the file for your text, then remove it.")
    }
    return reading
  }

  /// Whether a power cut left a journal's name without anything of what was written into it.
  func isUnbegunDraft(_ id: String) -> Bool {
    guard let bytes = try? read(DraftJournal.path(id)) else { return false }
    return DraftReading.isUnbegun(bytes)
  }

  /// Makes a journal. Its name reaches the disk with the first flush: until then there is little to lose.
  func createJournal(_ draft: Draft) throws(DiskFailure) -> DiskHandle {
    let path = whole(DraftJournal.path(draft.id))
    let handle = try disk.createFile(path)
    do throws(DiskFailure) {
      try DurableFiles.writeAll(DraftLine.header(draft), to: handle, on: disk)
    } catch {
      try? disk.close(handle)
      try? disk.remove(path)
      throw error
    }
    return handle
  }

  /// Replaces a journal by one that begins with the text as it is, and opens it.
  func openJournal(_ draft: Draft) throws(StorageProblem) -> DiskHandle {
    let path = DraftJournal.path(draft.id)
    try replace(path, with: DraftLine.header(draft))
    do {
      return try disk.openForAppending(whole(path))
    } catch {
      throw problem(error, path, "the draft could not be opened")
    }
  }

  /// Keeps a journal that is damaged in its middle, for somebody to look into.
  func keepDamaged(_ id: String) throws(StorageProblem) {
    guard let bytes = try read(DraftJournal.path(id)) else { return }
    try replace(DraftJournal.path(id) + ".damaged", with: bytes)
  }
}
