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
      var written: [PastEdit.Member] = []
      let created = created(by: edit, in: document)
      let lastSeen = state.lastSeen(document.path)
      for change in edit.changes {
        written += try EditRules.write(change, in: &document, stamp: write, lastSeen: lastSeen)
      }
      try EditRules.refuseIncomplete(created, in: document)
      let past = PastEdit(
        id: write.text, title: edit.title, at: folder.environment.now(), canBeUndone: edit.canBeUndone,
        members: written, created: created)
      try save(&document, as: .edit(past), &state)
      return AppliedEdit(edit: past, document: document.applied)
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
    state.seen[document.path] = nil
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
      return try EditRules.newDocument(kind, id, edit, in: folder)
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
  ) -> PastEdit.Member {
    let object = RecordTree.object(address.part, in: tree)
    let stamp = WriteStamp.text(write, of: value)
    touched.insert(address.part)
    RecordTree.change(address.part, in: &tree) { RecordTree.set(field, value, stamp: stamp, in: &$0) }
    return PastEdit.Member(
      address: address, field: field, write: stamp, before: object?[field],
      writeBefore: object?["_w"]?[field]?.string)
  }
}
