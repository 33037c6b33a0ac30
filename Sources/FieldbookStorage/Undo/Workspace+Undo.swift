import FieldbookModel
import PlainText
import Synchronization

extension Workspace {
  /// The edits of this laptop that can be taken back, the latest last.
  public var editsToUndo: [PastEdit] { state.withLock { $0.undo?.history.done ?? [] } }

  /// What was taken back and can be done again, the latest last.
  public var editsToRedo: [PastEdit] { state.withLock { $0.undo?.history.undone ?? [] } }

  /// Remembers edits from now on, and those of earlier times that were kept.
  ///
  /// Whatever is wrong with what was kept is no reason not to open: it is set aside, and what is said about it
  /// returned.
  public func rememberEdits() -> StorageProblem? {
    guard canWrite else { return nil }
    return state.withLock { state -> StorageProblem? in
      guard state.undo == nil else { return nil }
      state.undo = UndoJournal()
      do throws(StorageProblem) {
        guard let bytes = try folder.read(UndoJournal.path) else { return nil }
        guard let reading = UndoReading(bytes) else { return try setAside(bytes) }
        if reading.isDamaged { try folder.replace(UndoJournal.path + ".damaged", with: bytes) }
        var journal = UndoJournal(reading)
        if let edit = reading.last?.edit, try !isOnDisk(edit) { journal.dropLast(reading) }
        state.undo = journal
        return reading.isDamaged ? damaged(line: reading.badLine) : nil
      } catch {
        return StorageProblem(
          error.kind, file: error.file, what: "what could be undone before cannot be read: \(error.what)",
          mend: error.mend)
      }
    }
  }

  /// Takes an edit back with a new write. Taking back the making of a record marks it as undone.
  ///
  /// Throws `movedOn` when anything that the edit wrote has been changed since, `refused` for what belongs to a
  /// review that is signed; either is then no longer among what can be undone.
  public func undo(_ edit: PastEdit) throws(StorageProblem) -> AppliedEdit {
    try takeBack(edit) { .undo(edit.id, by: $0) }
  }

  /// Does again what was taken back: takes back the edit that did so.
  ///
  /// Throws as `undo` does.
  public func redo(_ edit: PastEdit) throws(StorageProblem) -> AppliedEdit {
    try takeBack(edit) { .redo(edit.id, by: $0) }
  }

  /// Makes durable what can be undone; called within a second of an edit.
  ///
  /// Throws when the disk fails: then it is kept in memory, and written with the next edit.
  public func flushUndo() throws(StorageProblem) {
    try state.withLock { (state) throws(StorageProblem) in
      guard !state.isClosed else { return }
      try state.undo?.flush(in: folder)
    }
  }

  /// Saves a document, and remembers what was done to it.
  func save(
    _ document: inout StoredDocument, as event: HistoryEvent, _ state: inout WorkspaceState
  ) throws(StorageProblem) {
    state.undo?.write(event, in: folder)
    do {
      try save(&document, &state)
    } catch {
      state.undo?.giveUp()
      throw error
    }
    state.undo?.take(event)
  }

  private func takeBack(
    _ past: PastEdit, _ event: (PastEdit) -> HistoryEvent
  ) throws(StorageProblem) -> AppliedEdit {
    try writing { (state) throws(StorageProblem) -> AppliedEdit in
      do throws(StorageProblem) {
        return try takeBack(past, event, &state)
      } catch {
        // After a fault of the disk it may be tried again, and once later changes of a framework are taken back; else it
        // will never be possible.
        if error.kind != .inputOutput, !isBehindOthers(past, state) {
          state.undo?.write(.forget(past.id), in: folder)
          state.undo?.take(.forget(past.id))
        }
        throw error
      }
    }
  }

  private func takeBack(
    _ past: PastEdit, _ event: (PastEdit) -> HistoryEvent, _ state: inout WorkspaceState
  ) throws(StorageProblem) -> AppliedEdit {
    if let step = past.plan { return try takeBack(step, of: past, event, &state) }
    if let step = past.usual { return try takeBack(step, of: past, event, &state) }
    if let step = past.framework { return try takeBack(step, of: past, event, &state) }
    if past.document == .phrases { return try takeBackPhrases(past, event, &state) }
    guard past.canBeUndone, let address = past.document else {
      throw StorageProblem(
        .refused, file: WorkspaceFolder.records, what: "“\(past.title)” cannot be undone")
    }
    var document = try existing(address, &state)
    try refuseUnlessUndoable(past, document, &state)
    let write = folder.identities.write(by: state.identity.writer)
    var written: [PastEdit.Member] = []
    for address in past.created {
      written.append(document.set("undone", .bool(true), of: address, stamp: write))
    }
    for member in past.members where !past.created.contains(member.address) {
      var back = document.set(member.field, member.before, of: member.address, stamp: write)
      let first = state.origins.origin(of: member.writeBefore, member.field, in: member.address)
      back.restores = PastEdit.Restored(first)
      written.append(back)
    }
    let edit = PastEdit(
      id: write.text, title: past.title, at: past.at, canBeUndone: true, members: written, created: [])
    try save(&document, as: event(edit), &state)
    // Where nothing is remembered, edits can still be taken back one by one.
    if state.undo == nil { state.unkeptOrigins.note(edit) }
    return AppliedEdit(edit: edit, document: document.applied)
  }

  /// Whether an edit that was written down ever came to be saved: then the document has its writes, or later ones.
  private func isOnDisk(_ edit: PastEdit) throws(StorageProblem) -> Bool {
    if let step = edit.plan { return step.stands(in: try folder.main().tree) }
    if let step = edit.usual { return try folder.main().usualFramework == step.after }
    if let step = edit.framework { return try isOnDisk(step) }
    if edit.document == .phrases {
      return try folder.phrases().map { holds(edit, $0.tree) } ?? false
    }
    guard let address = edit.document, let kind = RecordKind.inFolder(address.folder) else { return false }
    do {
      guard let document = try folder.record(kind, address.document) else { return false }
      return holds(edit, document.tree)
    } catch {
      // A document that cannot be read may have anything in it.
      guard error.kind == .broken else { throw error }
      return true
    }
  }

  private func holds(_ edit: PastEdit, _ tree: JSONValue) -> Bool {
    edit.members.contains { member in
      let write = RecordTree.object(member.address.part, in: tree)?["_w"]?[member.field]?.string
      return write.map { $0 >= member.write } ?? false
    }
  }

  private func setAside(_ bytes: [UInt8]) throws(StorageProblem) -> StorageProblem? {
    // Nothing of it had reached the disk when the power went.
    guard bytes.contains(0x0A) else { return nil }
    if let version = UndoReading.newerVersion(bytes) {
      try folder.replace(UndoJournal.path + ".newer", with: bytes)
      return StorageProblem(
        .newerVersion, file: UndoJournal.path,
        what: "what could be undone before was kept by a newer fieldbook (version \(version) of the format)",
        mend: "It lies beside it as history.journal.newer.")
    }
    try folder.replace(UndoJournal.path + ".damaged", with: bytes)
    return damaged(line: 1)
  }

  private func damaged(line: Int?) -> StorageProblem {
    StorageProblem(
      .broken, file: UndoJournal.path, line: line, column: 1,
      what: "what could be undone is damaged from this line on",
      mend: "What comes before can still be undone; the file lies beside it as history.journal.damaged.")
  }
}

// MARK: - What stands in the way

extension Workspace {
  private func refuseUnlessUndoable(
    _ past: PastEdit, _ document: StoredDocument, _ state: inout WorkspaceState
  ) throws(StorageProblem) {
    try refuseIfSigned(past, document, &state)
    // What closed a document without a signature (cancelling, sharing) is what is taken back.
    if !past.wrote("state") || document.newerVersion != nil {
      try EditRules.refuseUnlessEditable(document, changes: [])
    }
    try refuseIfMovedOn(past, document.tree, document.path, state)
    if past.unmakes.contains(where: { $0.part == nil }) { try refuseIfInUse(past, document, &state) }
  }

  private func refuseIfSigned(
    _ past: PastEdit, _ document: StoredDocument, _ state: inout WorkspaceState
  ) throws(StorageProblem) {
    if IssuedRules.isClosing(past, of: document) { return }
    if document.tree["signedCopy"] != nil {
      throw StorageProblem(
        .refused, file: document.path,
        what:
          "“\(past.title)” belongs to a \(IssuedRules.noun(document.tree) + (IssuedRules.kind(document.tree) == .meeting ? " that was held" : " that is \(IssuedRules.kind(document.tree).issued)"))",
        mend: "What comes later belongs in an addendum, or in a new review.")
    }
    guard document.kind.name == RecordKind.action.name, !past.created.isEmpty,
      let review = document.tree["review"]?.string.flatMap(RecordID.init(text:))?.text,
      try stored(.review, review, &state)?.tree["signedCopy"] != nil
    else { return }
    throw StorageProblem(
      .refused, file: document.path, what: "the action was agreed in a review that is signed",
      mend: "Withdraw it instead, with a reason.")
  }

  func refuseIfMovedOn(
    _ past: PastEdit, _ tree: JSONValue, _ path: String, _ state: WorkspaceState
  ) throws(StorageProblem) {
    for member in past.members {
      let object = RecordTree.object(member.address.part, in: tree)
      let now = state.origins.origin(
        of: object?["_w"]?[member.field]?.string, member.field, in: member.address)
      let then = state.origins.origin(of: member.write, member.field, in: member.address)
      guard now == then else { throw movedOn(past, path) }
    }
    for address in past.unmakes where isTouchedSince(past, address, tree, state) {
      throw movedOn(past, path)
    }
  }

  /// Whether a record has members that came after the edit which made it, or brought it back.
  private func isTouchedSince(
    _ past: PastEdit, _ address: RecordAddress, _ tree: JSONValue, _ state: WorkspaceState
  ) -> Bool {
    let own = Set(past.members.filter { $0.address == address }.map(\.field)).union(["undone"])
    let writes = RecordTree.object(address.part, in: tree)?["_w"]?.object ?? [:]
    return writes.contains { field, write in
      guard !own.contains(field),
        let first = state.origins.origin(of: write.string, field, in: address)
      else { return false }
      return past.created.contains(address) || first > past.id
    }
  }

  /// The making of a document is not taken back while anything hangs on it.
  private func refuseIfInUse(
    _ past: PastEdit, _ document: StoredDocument, _ state: inout WorkspaceState
  ) throws(StorageProblem) {
    let hasParts = RecordTree.parts(of: document.kind, in: document.tree).contains { _, part in
      part != nil && !past.created.contains(document.address(part))
        && RecordTree.object(part, in: document.tree)?["undone"]?.bool != true
    }
    let isReview = document.kind.name == RecordKind.review.name
    let actions = isReview ? try actions(of: document.id, &state) : [:]
    guard hasParts || actions.values.contains(where: { $0["undone"]?.bool != true }) else { return }
    throw StorageProblem(
      .movedOn, file: document.path,
      what: "“\(past.title)” cannot be undone: notes, findings, judgements or actions were added to it since",
      mend: isReview ? "Cancel the review instead." : "Undo those first.")
  }

  func movedOn(_ past: PastEdit, _ path: String) -> StorageProblem {
    StorageProblem(
      .movedOn, file: path,
      what: "“\(past.title)” has been changed since and cannot be undone",
      mend: "Change it by hand.")
  }
}

extension WorkspaceState {
  /// What writes put back, as far as it is remembered.
  var origins: Origins { undo?.history.origins ?? unkeptOrigins }
}
