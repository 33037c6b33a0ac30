import FieldbookModel
import PlainText
import Synchronization

extension Workspace {
  /// Signs a review, shares a note of visit, or marks a meeting as held: a frozen copy of it, of its actions and of the
  /// report as issued is written beside it, then it is marked as final, shared or held. None can be undone.
  ///
  /// What the report gives away is noted as a page that left the program, if `page` says it.
  ///
  /// Throws `refused` when the review is signed already or cancelled. When the disk fails after the copy is safe,
  /// the signature counts, and the mark is made up for the next time the workspace is written.
  public func sign(
    review id: String, by: String, at: Instant, report: String, page: IssuedPage? = nil
  ) throws(StorageProblem) -> AppliedEdit {
    try writing { (state) throws(StorageProblem) -> AppliedEdit in
      var document = try existing(.review(id), &state)
      if document.tree["signedCopy"] == nil, let copy = try folder.unmarkedCopy(of: document) {
        let signed = try mark(&document, by: copy, &state)
        endUndo(of: id, actions: try actions(of: id, &state).keys.sorted(), &state)
        return signed
      }
      try EditRules.refuseUnlessEditable(document, changes: [])
      guard by.contains(where: { !$0.isWhitespace }) else {
        throw StorageProblem(
          .refused, file: document.path, what: "nobody is named as the signer",
          mend: "Say who \(IssuedRules.kind(document.tree).issues) it.")
      }
      let copyID = folder.identities.record().text
      let written = stamp(&document, copy: copyID, by: by, at: at, state)
      let actions = try actions(of: id, &state)
      let copy = SignedCopyTree.make(
        id: copyID, review: document.tree, actions: actions, report: report, by: by, at: at)
      try folder.replace(DocumentName.signedCopy(id, copyID), with: copy.encoded())
      if var page, !page.cells.isEmpty {
        page.file = DocumentName.signedCopy(id, copyID)
        // The signature counts already; a note that cannot be kept takes nothing away from it.
        try? folder.note(page)
      }
      try save(&document, &state)
      endUndo(of: id, actions: actions.keys.sorted(), &state)
      return signed(document, written)
    }
  }

  /// Marks reviews whose signed copy is safe but whose mark was never made: the program ended in between.
  func markSignedReviews() throws(StorageProblem) {
    try state.withLock { (state) throws(StorageProblem) in
      var cache = RecordsCache(folder, .review)
      defer { state.caches[RecordKind.review.name] = cache }
      for name in try folder.names("\(WorkspaceFolder.records)/\(RecordKind.review.plural)") {
        guard let (review, _) = DocumentName.signedCopy(name), try !isMarked(review, &cache) else { continue }
        // What cannot be understood stays as it is: `contents` lists it.
        guard var document = try? existing(.review(review), &state), document.newerVersion == nil,
          let copy = try folder.unmarkedCopy(of: document)
        else { continue }
        _ = try mark(&document, by: copy, &state)
      }
    }
  }

  /// Whether a review is known to say that it was signed, without its document being read.
  private func isMarked(_ review: String, _ cache: inout RecordsCache) throws(StorageProblem) -> Bool {
    guard let status = try folder.status(WorkspaceFolder.document(.review, review)) else { return false }
    return cache.record(review, status)?.copy != nil
  }

  private func mark(
    _ document: inout StoredDocument, by copy: JSONValue, _ state: inout WorkspaceState
  ) throws(StorageProblem) -> AppliedEdit {
    do {
      // The copy's name may never have reached the disk.
      try folder.disk.flushFolder(FilePath.parent(folder.whole(document.path)))
    } catch {
      throw folder.problem(error, document.path, "it could not be saved")
    }
    let before = document.tree
    SignedCopyTree.mark(&document.tree, by: copy)
    document.record = nil
    try save(&document, &state)
    let members = SignedCopyTree.marks.map { field in
      PastEdit.Member(
        address: document.address(), field: field, write: document.tree["_w"]?[field]?.string ?? "",
        before: before[field], writeBefore: before["_w"]?[field]?.string)
    }
    return signed(document, members)
  }

  private func signed(_ document: StoredDocument, _ members: [PastEdit.Member]) -> AppliedEdit {
    let edit = PastEdit(
      id: members.first?.write ?? "",
      title: IssuedRules.title(document.tree),
      at: folder.environment.now(),
      canBeUndone: false, members: members, created: [])
    return AppliedEdit(edit: edit, document: document.applied)
  }

  /// What was done in a signed review, and what it agreed, is no longer taken back.
  private func endUndo(of review: String, actions: [String], _ state: inout WorkspaceState) {
    state.undo?.write(.signed(review: review, actions: actions), in: folder)
    state.undo?.take(.signed(review: review, actions: actions))
  }

  private func stamp(
    _ document: inout StoredDocument, copy: String, by: String, at: Instant, _ state: WorkspaceState
  ) -> [PastEdit.Member] {
    let write = folder.identities.write(by: state.identity.writer)
    let address = document.address()
    let state = IssuedRules.kind(document.tree).issuedState
    let values = [state.rawValue, by, at.text, copy]
    return zip(SignedCopyTree.marks, values).map { field, value in
      document.set(field, .string(value), of: address, stamp: write)
    }
  }

  /// The actions of a review as they are in their own documents, those that cannot be read left out.
  func actions(
    of review: String, _ state: inout WorkspaceState
  ) throws(StorageProblem) -> [String: JSONValue] {
    var actions: [String: JSONValue] = [:]
    for name in try folder.names("\(WorkspaceFolder.records)/\(RecordKind.action.plural)") {
      guard let id = DocumentName.record(name) else { continue }
      do {
        if try isOfAnother(review, action: id, state) { continue }
        guard let document = try stored(.action, id, &state) else { continue }
        if document.tree["review"]?.string == review { actions[id] = document.tree }
      } catch {
        guard error.kind == .broken else { throw error }
      }
    }
    return actions
  }

  /// Whether an action is known to be another review's, without its document being read.
  private func isOfAnother(
    _ review: String, action id: String, _ state: WorkspaceState
  ) throws(StorageProblem) -> Bool {
    let path = WorkspaceFolder.document(.action, id)
    guard let seen = state.seen[path], let status = try folder.status(path) else { return false }
    return seen.mark == FileMark(status) && seen.record.text("review") != review
  }
}
