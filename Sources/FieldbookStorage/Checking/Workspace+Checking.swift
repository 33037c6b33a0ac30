import FieldbookModel
import PlainText
import Synchronization

extension Workspace {
  /// Looks at every document: is it valid, does it fit the others, may only its owner read it?
  ///
  /// What was changed by hand is no problem as long as it is valid. Throws when the folder itself cannot be read.
  public func check() throws(StorageProblem) -> CheckResult {
    try state.withLock { (_) throws(StorageProblem) -> CheckResult in
      var checker = WorkspaceChecker(folder: folder)
      try checker.check()
      return checker.result
    }
  }
}

/// Goes through a workspace and notes everything that is wrong.
struct WorkspaceChecker {
  let folder: WorkspaceFolder
  var reader: ContentsReader
  var documents = 0

  init(folder: WorkspaceFolder) {
    self.folder = folder
    reader = ContentsReader(folder: folder)
  }

  /// What was found, in the order of files, lines and columns.
  var result: CheckResult {
    let problems = reader.problems.sorted { left, right in
      (left.file, left.line ?? 0, left.column ?? 0, left.code, left.what)
        < (right.file, right.line ?? 0, right.column ?? 0, right.code, right.what)
    }
    return CheckResult(documents: documents, problems: problems)
  }

  mutating func check() throws(StorageProblem) {
    try checkMain()
    let reviews = try records(.review)
    let actions = try records(.action)
    let links = LinkChecker(
      reviews: reviews, actions: actions,
      names: [
        RecordKind.review.plural: try ids(.review), RecordKind.action.plural: try ids(.action),
      ])
    for read in Array(reviews.values) + Array(actions.values) {
      reader.locate(links.problems(in: read.document), in: read.document.path)
    }
    try checkSignedCopies(reviews)
    try checkFrameworks()
    try checkFacts()
    try checkPhrases()
    try checkIssuedPages()
    let own = try OwnCatalogue(folder)
    documents += own.documents
    reader.problems += own.problems
    let mappings = try KeptMappings(folder)
    documents += mappings.documents
    reader.problems += mappings.problems
    try checkLocal()
    try checkModes()
  }

  private mutating func checkMain() throws(StorageProblem) {
    documents += 1
    do {
      let main = try folder.main()
      if let version = main.newerVersion { reader.noteNewer(WorkspaceFolder.main, version) }
      reader.locate(MainDocumentRules.problems(in: main.tree), in: WorkspaceFolder.main)
    } catch {
      try reader.note(error)
    }
  }

  private mutating func records(_ kind: RecordKind) throws(StorageProblem) -> [String: ReadRecord] {
    let place = "\(WorkspaceFolder.records)/\(kind.plural)"
    for name in try folder.names(place) {
      if DocumentName.record(name) != nil {
        documents += 1
      } else if kind.name != RecordKind.review.name || DocumentName.signedCopy(name) == nil {
        noteUnexpected("\(place)/\(name)")
      }
    }
    return try reader.records(kind)
  }

  private func ids(_ kind: RecordKind) throws(StorageProblem) -> Set<String> {
    Set(try folder.names("\(WorkspaceFolder.records)/\(kind.plural)").compactMap(DocumentName.record))
  }

  private mutating func checkFacts() throws(StorageProblem) {
    for path in try folder.factsPaths() {
      documents += 1
      do {
        let file = try folder.factsDocument(path)
        if FactsFileName.path(file) != path {
          note(
            path, "name", "its name does not say what is in it",
            "Call it \(FactsFileName.path(file)).")
        }
      } catch {
        try reader.note(error)
      }
    }
    for format in try folder.names(WorkspaceFolder.facts) {
      let place = "\(WorkspaceFolder.facts)/\(format)"
      guard try folder.status(place)?.kind == .folder else {
        noteUnexpected(place)
        continue
      }
      for name in try folder.names(place) where !name.hasSuffix(".json") {
        noteUnexpected("\(place)/\(name)")
      }
    }
  }

  /// Drafts and this laptop's identity.
  private mutating func checkLocal() throws(StorageProblem) {
    for name in try folder.names(WorkspaceFolder.drafts) {
      guard let id = DocumentName.draft(name), !folder.isUnbegunDraft(id) else { continue }
      documents += 1
      do {
        let reading = try folder.draft(id)
        guard reading.isDamaged, let line = reading.badLine else { continue }
        reader.problems.append(
          CheckResult.Problem(
            file: DraftJournal.path(id), line: line, column: 1, code: "draft",
            what: "the draft is damaged from this line on", mend: "Open the draft: what comes before is kept."
          ))
      } catch {
        try reader.note(error)
      }
    }
    try checkUndo()
    try checkTables()
    guard let bytes = try folder.read(WorkspaceFolder.identity) else { return }
    documents += 1
    do {
      let read = try folder.admit(bytes, WorkspaceFolder.identity, .identity)
      guard LaptopIdentity(read.tree) == nil else { return }
      let problem = DocumentProblem(
        pointer: "/writer", code: "type", what: "“writer” is not twelve hexadecimal digits",
        mend: "Remove this file; the next opening makes a new one.")
      reader.problems.append(Locator(bytes).problem(problem, in: WorkspaceFolder.identity))
    } catch {
      try reader.note(error)
    }
  }

  private mutating func checkFrameworks() throws(StorageProblem) {
    for name in try folder.names(WorkspaceFolder.frameworks) where !name.hasSuffix(".json") {
      noteUnexpected("\(WorkspaceFolder.frameworks)/\(name)")
    }
    for id in try folder.frameworkIDs() {
      documents += 1
      reader.problems += try folder.frameworkProblems(id)
    }
  }

  /// What this laptop can undo.
  private mutating func checkUndo() throws(StorageProblem) {
    guard let bytes = try folder.read(UndoJournal.path), bytes.contains(0x0A) else { return }
    documents += 1
    let reading = UndoReading(bytes)
    guard reading?.isDamaged ?? true, UndoReading.newerVersion(bytes) == nil else { return }
    reader.problems.append(
      CheckResult.Problem(
        file: UndoJournal.path, line: reading?.badLine ?? 1, column: 1, code: "undo",
        what: "what can be undone is damaged from this line on",
        mend: "Open the workspace: what comes before is kept, the file is set aside."))
  }

  /// What this laptop remembers of tables.
  private mutating func checkTables() throws(StorageProblem) {
    guard try folder.status(WorkspaceFolder.views) != nil else { return }
    documents += 1
    do {
      reader.problems += try folder.rememberedTables().problems
    } catch {
      try reader.note(error)
    }
  }

  private mutating func checkModes() throws(StorageProblem) {
    for place in [""] + folder.allFolders() {
      try checkMode(of: place, wanted: 0o700)
      for name in try folder.names(place) {
        let path = place.isEmpty ? name : "\(place)/\(name)"
        guard folder.isOwn(path), try folder.status(path)?.kind == .file else { continue }
        try checkMode(of: path, wanted: 0o600)
      }
    }
  }

  private mutating func checkMode(of path: String, wanted: UInt16) throws(StorageProblem) {
    guard let status = try folder.status(path), status.mode & 0o077 != 0 else { return }
    let name = path.isEmpty ? "." : path
    note(
      name, "mode", "others may look into it (mode \(String(status.mode & 0o777, radix: 8)))",
      "Run: chmod \(String(wanted, radix: 8)) \(name)")
  }

  private mutating func noteUnexpected(_ path: String) {
    note(path, "unexpected", "it is no document of fieldbook's", "Move it out of the workspace.")
  }

  private mutating func note(_ file: String, _ code: String, _ what: String, _ mend: String) {
    reader.problems.append(
      CheckResult.Problem(file: file, line: nil, column: nil, code: code, what: what, mend: mend))
  }
}

// MARK: - Signed copies

extension WorkspaceChecker {
  private mutating func checkSignedCopies(_ reviews: [String: ReadRecord]) throws(StorageProblem) {
    let place = "\(WorkspaceFolder.records)/\(RecordKind.review.plural)"
    var copies: [String: [String]] = [:]
    for name in try folder.names(place) {
      guard let (review, copy) = DocumentName.signedCopy(name) else { continue }
      documents += 1
      copies[review, default: []].append(copy)
      try checkSignedCopy("\(place)/\(name)", of: reviews[review], id: copy)
      if reviews[review] == nil, try folder.status(WorkspaceFolder.document(.review, review)) == nil {
        note("\(place)/\(name)", "link", "the review it was made of is not there", "Bring the review back.")
      }
    }
    for (id, read) in reviews { checkMark(read.document, copies: copies[id] ?? []) }
  }

  private mutating func checkSignedCopy(
    _ path: String, of review: ReadRecord?, id: String
  ) throws(StorageProblem) {
    do {
      guard let (tree, isIntact) = try folder.signedCopy(path) else { return }
      guard isIntact, tree["id"]?.string == id else {
        note(
          path, "signed", "it is not what was signed: its checksum does not fit",
          "Bring back the file from a copy; nobody may change it.")
        return
      }
      guard let review, review.document.tree["signedCopy"]?.string == id else { return }
      let changed = SignedCopyTree.arrivals(review.document.tree, since: tree, id: review.document.id)
      reader.locate(changed.filter(\.write.isEmpty).map(SignedCopyTree.problem), in: review.document.path)
    } catch {
      try reader.note(error)
    }
  }

  private mutating func checkMark(_ document: StoredDocument, copies: [String]) {
    if copies.count > 1 {
      note(
        document.path, "signed-twice", "it has \(copies.count) signed copies", "Agree which of them counts.")
    }
    guard let copy = document.tree["signedCopy"]?.string, !copies.contains(copy) else { return }
    let problem = DocumentProblem(
      pointer: "/signedCopy", code: "link", what: "the signed copy is not there",
      mend: "Bring back \(DocumentName.signedCopy(document.id, copy)).")
    reader.locate([problem], in: document.path)
  }
}

extension SignedCopyTree {
  /// A member of a signed review that was changed without a write.
  static func problem(_ arrival: SignedCopy.Arrival) -> DocumentProblem {
    var pointer = ""
    if let part = arrival.address.part {
      pointer = JSONPointer.member(part.id, of: JSONPointer.member(part.plural, of: pointer))
    }
    return DocumentProblem(
      pointer: JSONPointer.member(arrival.field, of: pointer), code: "signed",
      what: "“\(arrival.field)” is not as it was signed", mend: "Put back what the signed copy has.")
  }
}
