import FieldbookModel
import PlainText

extension Workspace {
  /// Carries out an edit; it is durable when this returns.
  ///
  /// A document that is not there is made: a review with its framework frozen in it. Throws `refused` when the edit
  /// breaks a rule (the message says which), `newerVersion` for a document of a newer fieldbook, `inputOutput` when
  /// the disk fails: then the document holds what it held, or all of the edit.
  public func apply(_ edit: RecordEdit) throws(StorageProblem) -> AppliedEdit {
    try writing { (state) throws(StorageProblem) -> AppliedEdit in
      var document = try editable(edit, &state)
      let write = folder.identities.write(by: state.identity.writer)
      var written: [AppliedEdit.Member] = []
      let created = created(by: edit, in: document)
      let lastSeen = state.documents[document.path]?.tree
      for change in edit.changes {
        written += try EditRules.write(change, in: &document, stamp: write, lastSeen: lastSeen)
      }
      try EditRules.refuseIncomplete(created, in: document)
      try save(&document, &state)
      return applied(edit.title, canBeUndone: edit.canBeUndone, written, created: created, document)
    }
  }

  /// Takes an edit back with a new write. Taking back the making of a record marks it as undone.
  ///
  /// Throws `movedOn` when anything that the edit wrote has been changed since.
  public func revert(_ applied: AppliedEdit) throws(StorageProblem) -> AppliedEdit {
    try writing { (state) throws(StorageProblem) -> AppliedEdit in
      let path = applied.documentPath
      guard applied.canBeUndone, let address = applied.members.first?.address else {
        throw StorageProblem(.refused, file: path, what: "“\(applied.title)” cannot be undone")
      }
      var document = try existing(address, &state)
      try EditRules.refuseUnlessEditable(document, changes: [])
      try refuseIfMovedOn(applied, document, state)
      let write = folder.identities.write(by: state.identity.writer)
      var written: [AppliedEdit.Member] = []
      for address in applied.created {
        written.append(document.set("undone", .bool(true), of: address, stamp: write))
      }
      for member in applied.members where !applied.created.contains(member.address) {
        let back = document.set(member.field, member.before, of: member.address, stamp: write)
        written.append(back)
        state.origins.note(back.write, restores: member.writeBefore, of: member.field, in: member.address)
      }
      try save(&document, &state)
      return self.applied("Undone: \(applied.title)", canBeUndone: true, written, created: [], document)
    }
  }

  /// Saves a document that was changed; what was changed by hand before is adopted with it.
  func save(_ document: inout StoredDocument, _ state: inout WorkspaceState) throws(StorageProblem) {
    let identity = state.identity
    var writers = document.tree["_writers"] ?? .object([:])
    if writers.object == nil { writers = .object([:]) }
    writers[identity.writer.text] = .string(identity.name)
    document.tree["_writers"] = writers
    document.tree["version"] = .number(JSONNumber(document.kind.format.version))
    let bytes = document.tree.encoded()
    // Whether this succeeds or not, what is remembered of the document may no longer be true.
    state.documents[document.path] = nil
    document.status = try folder.replace(document.path, with: bytes)
    document.mayHaveHandEdits = false
    document.refreshRecord()
    state.documents[document.path] = document
  }

  /// A document as it is on disk now, hand edits adopted; nil when it is not there.
  func stored(
    _ kind: RecordKind, _ id: String, _ state: inout WorkspaceState
  ) throws(StorageProblem) -> StoredDocument? {
    let path = WorkspaceFolder.document(kind, id)
    guard let status = try folder.status(path) else { return nil }
    var document: StoredDocument
    if let known = state.documents[path], known.status?.isSameContent(as: status) == true {
      document = known
    } else {
      guard let read = try folder.record(kind, id) else { return nil }
      document = read
    }
    if document.mayHaveHandEdits, document.newerVersion == nil {
      let write = folder.identities.write(by: state.identity.writer)
      if HandEdits.adopt(in: &document.tree, kind, write: write) { document.record = nil }
    }
    return document
  }

  /// The document of an address, which must be there.
  func existing(
    _ address: RecordAddress, _ state: inout WorkspaceState
  ) throws(StorageProblem) -> StoredDocument {
    guard let kind = RecordKind.inFolder(address.folder), let id = RecordID(text: address.document)?.text,
      let document = try stored(kind, id, &state)
    else {
      throw StorageProblem(
        .refused, file: "\(WorkspaceFolder.records)/\(address.folder)/\(address.document).json",
        what: "there is no such record", mend: "Go back and open it again.")
    }
    return document
  }

  func applied(
    _ title: String, canBeUndone: Bool, _ members: [AppliedEdit.Member], created: [RecordAddress],
    _ document: StoredDocument
  ) -> AppliedEdit {
    AppliedEdit(
      title: title, canBeUndone: canBeUndone, members: members, created: created, document: document.applied)
  }

  /// The document that an edit changes, or a new one; refused unless the edit is allowed there.
  private func editable(
    _ edit: RecordEdit, _ state: inout WorkspaceState
  ) throws(StorageProblem) -> StoredDocument {
    let address = try EditRules.address(of: edit)
    guard let kind = RecordKind.inFolder(address.folder), let id = RecordID(text: address.document)?.text
    else {
      throw StorageProblem(
        .refused, file: "\(WorkspaceFolder.records)/\(address.folder)",
        what: "“\(address.document)” is no record that can be kept here")
    }
    guard let document = try stored(kind, id, &state) else {
      return try EditRules.newDocument(kind, id, edit)
    }
    try EditRules.refuseUnlessEditable(document, changes: edit.changes)
    return document
  }

  private func created(by edit: RecordEdit, in document: StoredDocument) -> [RecordAddress] {
    var created: [RecordAddress] = []
    for address in edit.changes.map(\.address) where !created.contains(address) {
      let isThere =
        address.part == nil
        ? document.status != nil : RecordTree.object(address.part, in: document.tree) != nil
      if !isThere { created.append(address) }
    }
    return created
  }

  private func refuseIfMovedOn(
    _ applied: AppliedEdit, _ document: StoredDocument, _ state: WorkspaceState
  ) throws(StorageProblem) {
    for member in applied.members {
      let object = RecordTree.object(member.address.part, in: document.tree)
      let now = state.origins.origin(
        of: object?["_w"]?[member.field]?.string, member.field, in: member.address)
      let then = state.origins.origin(of: member.write, member.field, in: member.address)
      guard now == then else { throw movedOn(applied) }
    }
    for address in applied.created where isTouchedSince(applied, address, document, state) {
      throw movedOn(applied)
    }
  }

  /// Whether a record has members that came after the edit which made it.
  private func isTouchedSince(
    _ applied: AppliedEdit, _ address: RecordAddress, _ document: StoredDocument, _ state: WorkspaceState
  ) -> Bool {
    let own = Set(applied.members.filter { $0.address == address }.map(\.field)).union(["undone"])
    let writes = RecordTree.object(address.part, in: document.tree)?["_w"]?.object ?? [:]
    return writes.contains { field, write in
      !own.contains(field) && state.origins.origin(of: write.string, field, in: address) != nil
    }
  }

  private func movedOn(_ applied: AppliedEdit) -> StorageProblem {
    StorageProblem(
      .movedOn, file: applied.documentPath,
      what: "“\(applied.title)” has been changed since and cannot be undone",
      mend: "Change it by hand.")
  }
}

extension AppliedEdit {
  var documentPath: String {
    switch document {
    case .review(let review): WorkspaceFolder.document(.review, review.id)
    case .action(let action): WorkspaceFolder.document(.action, action.id)
    }
  }
}

extension StoredDocument {
  /// The document as callers see it, once it has been saved.
  var applied: AppliedEdit.Document {
    let record = record ?? Record(id: id)
    guard kind.name == RecordKind.review.name else { return .action(AgreedAction(record)) }
    return .review(Review(record: record, framework: ReviewFramework.framework(of: tree)))
  }

  /// Writes one member, and says what it was before.
  mutating func set(
    _ field: String, _ value: JSONValue?, of address: RecordAddress, stamp write: RecordID
  ) -> AppliedEdit.Member {
    let object = RecordTree.object(address.part, in: tree)
    let stamp = WriteStamp.text(write, of: value)
    touched.insert(address.part)
    RecordTree.change(address.part, in: &tree) { RecordTree.set(field, value, stamp: stamp, in: &$0) }
    return AppliedEdit.Member(
      address: address, field: field, write: stamp, before: object?[field], after: value,
      writeBefore: object?["_w"]?[field]?.string)
  }
}
