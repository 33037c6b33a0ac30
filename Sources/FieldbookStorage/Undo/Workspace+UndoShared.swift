import FieldbookModel
import PlainText

extension RecordAddress {
  /// The phrases of a workspace, which are one document.
  static let phrases = RecordAddress(
    folder: RecordKind.phraseBook.plural, document: RecordKind.phraseBook.plural)

  /// A phrase.
  static func phrase(_ id: String) -> RecordAddress {
    RecordAddress(
      folder: RecordAddress.phrases.folder, document: RecordAddress.phrases.document,
      part: .init(RecordKind.phrase.plural, id))
  }
}

/// What a team shares is taken back as records are: with a new write, and refused once it has moved on.
extension Workspace {
  // MARK: Phrases

  /// Keeps the phrases, and remembers what was done to them.
  func keep(
    _ document: PhrasesDocument, as event: HistoryEvent, _ state: inout WorkspaceState
  ) throws(StorageProblem) {
    try keep(document.tree, at: PhrasesDocument.path, as: event, &state)
  }

  func takeBackPhrases(
    _ past: PastEdit, _ event: (PastEdit) -> HistoryEvent, _ state: inout WorkspaceState
  ) throws(StorageProblem) -> AppliedEdit {
    guard var document = try folder.phrases() else { throw movedOn(past, PhrasesDocument.path) }
    try refuseNewer(document.newerVersion, PhrasesDocument.path)
    let write = folder.identities.write(by: state.identity.writer)
    _ = HandEdits.adopt(in: &document.tree, .phraseBook, write: write)
    try refuseIfMovedOn(past, document.tree, PhrasesDocument.path, state)
    let back = folder.identities.write(by: state.identity.writer)
    var written: [PastEdit.Member] = []
    for address in past.created { written.append(document.set("undone", .bool(true), of: address, back)) }
    for member in past.members where !past.created.contains(member.address) {
      var again = document.set(member.field, member.before, of: member.address, back)
      let first = state.origins.origin(of: member.writeBefore, member.field, in: member.address)
      again.restores = PastEdit.Restored(first)
      written.append(again)
    }
    let edit = PastEdit(
      id: back.text, title: past.title, at: past.at, canBeUndone: true, members: written, created: [])
    try keep(document, as: event(edit), &state)
    return AppliedEdit(edit: edit, document: .phrases(document.reading.book))
  }

  // MARK: Frameworks

  /// Keeps a framework, and remembers what was done to it.
  func keep(
    _ tree: JSONValue, at path: String, as event: HistoryEvent, _ state: inout WorkspaceState
  ) throws(StorageProblem) {
    state.undo?.write(event, in: folder)
    do {
      try folder.replace(path, with: tree.encoded())
    } catch {
      state.undo?.giveUp()
      throw error
    }
    state.undo?.take(event)
    if state.undo == nil, let edit = event.edit { state.unkeptOrigins.note(edit) }
  }

  func takeBack(
    _ step: PastEdit.FrameworkStep, of past: PastEdit, _ event: (PastEdit) -> HistoryEvent,
    _ state: inout WorkspaceState
  ) throws(StorageProblem) -> AppliedEdit {
    let path = WorkspaceFolder.framework(step.id)
    let read = try folder.readFramework(step.id)
    try refuseNewer(read?.newerVersion, path)
    guard FrameworkTree.value(read?.tree) == step.after else {
      guard isBehindOthers(past, state) else { throw movedOn(past, path) }
      throw StorageProblem(
        .movedOn, file: path, what: "“\(past.title)” was followed by other changes of this framework",
        mend: "Take those back first.")
    }
    let write = folder.identities.write(by: state.identity.writer)
    var tree = read?.tree ?? FrameworkTree.new(id: step.id)
    if let before = step.before {
      guard let framework = FrameworkCodec.framework(before) else { throw movedOn(past, path) }
      tree = FrameworkTree.tree(framework, in: tree, write: write)
    }
    FrameworkTree.setUndone(step.before == nil, in: &tree, write)
    if step.before != nil, let problem = FrameworkRules.problems(in: tree, id: step.id).first {
      throw StorageProblem(.refused, file: path, what: problem.what, mend: problem.mend)
    }
    let edit = PastEdit(
      id: write.text, title: past.title, at: past.at, canBeUndone: true, members: [], created: [],
      framework: .init(id: step.id, before: step.after, after: step.before))
    try keep(tree, at: path, as: event(edit), &state)
    return AppliedEdit(edit: edit, document: .frameworks(try folder.ownFrameworks()))
  }

  /// Lets new reviews begin with a framework.
  public func use(framework id: String, named title: String) throws(StorageProblem) {
    try writing { (state) throws(StorageProblem) in
      var main = try folder.main()
      try refuseNewer(main.newerVersion, WorkspaceFolder.main)
      let step = PastEdit.UsualFrameworkStep(before: main.usualFramework, after: id)
      guard step.before != step.after else { return }
      let write = folder.identities.write(by: state.identity.writer)
      main.use(framework: id, write)
      let past = PastEdit(
        id: write.text, title: title, at: folder.environment.now(), canBeUndone: true, members: [],
        created: [], usual: step)
      try keep(main.tree, at: WorkspaceFolder.main, as: .edit(past), &state)
    }
  }

  func takeBack(
    _ step: PastEdit.UsualFrameworkStep, of past: PastEdit, _ event: (PastEdit) -> HistoryEvent,
    _ state: inout WorkspaceState
  ) throws(StorageProblem) -> AppliedEdit {
    var main = try folder.main()
    try refuseNewer(main.newerVersion, WorkspaceFolder.main)
    guard main.usualFramework == step.after else { throw movedOn(past, WorkspaceFolder.main) }
    let write = folder.identities.write(by: state.identity.writer)
    main.use(framework: step.before, write)
    let edit = PastEdit(
      id: write.text, title: past.title, at: past.at, canBeUndone: true, members: [], created: [],
      usual: .init(before: step.after, after: step.before))
    try keep(main.tree, at: WorkspaceFolder.main, as: event(edit), &state)
    return AppliedEdit(edit: edit, document: .usualFramework(step.before))
  }

  /// Whether later changes of the same framework can be taken back first.
  func isBehindOthers(_ past: PastEdit, _ state: WorkspaceState) -> Bool {
    guard let id = past.framework?.id, let history = state.undo?.history else { return false }
    let edits = history.done.contains { $0.id == past.id } ? history.done : history.undone
    return edits.last { $0.framework?.id == id }?.id != past.id
  }

  /// Whether a step that was written down ever came to be saved.
  func isOnDisk(_ step: PastEdit.FrameworkStep) throws(StorageProblem) -> Bool {
    do throws(StorageProblem) {
      return FrameworkTree.value(try folder.readFramework(step.id)?.tree) == step.after
    } catch {
      // A document that cannot be read may have anything in it.
      guard error.kind == .broken else { throw error }
      return true
    }
  }

  func refuseNewer(_ version: Int?, _ path: String) throws(StorageProblem) {
    guard let version else { return }
    throw StorageProblem(
      .newerVersion, file: path,
      what: "it was written by a newer fieldbook (version \(version) of the format)",
      mend: "Use the newer fieldbook to change it.")
  }
}
