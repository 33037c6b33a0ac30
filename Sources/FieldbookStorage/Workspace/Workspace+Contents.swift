import FieldbookModel
import PlainText
import Synchronization

extension Workspace {
  /// Reads everything.
  ///
  /// Documents that cannot be understood are left out and listed under `problems`; those of a newer fieldbook are
  /// read as far as they can be. Throws when the folder itself cannot be read.
  public func contents() throws(StorageProblem) -> WorkspaceContents {
    try state.withLock { (state) throws(StorageProblem) -> WorkspaceContents in
      // A writer may carry out an import meanwhile: then what was read is a mixture, and is read again.
      for _ in 0..<3 {
        let before = try folder.pendingCommit()
        let contents = try ContentsReader.read(folder, &state)
        if try folder.pendingCommit() == before { return contents }
      }
      throw StorageProblem(
        .inputOutput, file: path, what: "it is being changed too fast to be read", mend: "Try again.")
    }
  }
}

/// Reads all documents of a workspace.
struct ContentsReader {
  let folder: WorkspaceFolder
  var problems: [CheckResult.Problem] = []

  static func read(
    _ folder: WorkspaceFolder, _ state: inout WorkspaceState
  ) throws(StorageProblem) -> WorkspaceContents {
    var reader = ContentsReader(folder: folder)
    let main = try folder.main()
    var records = RecordsReader(folder, caches: state.caches, isKeeping: state.keepsCache)
    let reviews = try records.read(.review, &reader)
    let actions = try records.read(.action, &reader)
    let own = try OwnCatalogue(folder)
    reader.problems += own.problems
    let mappings = try KeptMappings(folder)
    reader.problems += mappings.problems
    var contents = WorkspaceContents(
      name: main.name, trust: main.trust, ours: main.ours, smallGroupMinimum: main.smallGroupMinimum,
      calendar: main.calendar,
      identity: WorkspaceContents.Identity(name: state.identity.name, writer: state.identity.writer.text),
      factsFiles: try reader.factsFiles(keepingCache: state.keepsCache),
      reviews: reviews.map { Review(record: $0.record, framework: $0.framework) },
      actions: actions.map { AgreedAction($0.record) }, signedCopies: SignedCopies(folder: folder),
      drafts: try reader.drafts(), frameworks: try reader.frameworks(), usualFramework: main.usualFramework,
      problems: reader.problems)
    state.documents = records.documents
    state.seen = records.seen
    state.caches = records.caches
    contents.collections = main.collections
    contents.mappings = mappings.mappings
    (contents.catalogue, contents.scales) = (own.catalogue, own.scales)
    return contents
  }

  /// Every record of a kind that has documents, by id, out of its document.
  mutating func records(_ kind: RecordKind) throws(StorageProblem) -> [String: ReadRecord] {
    var records: [String: ReadRecord] = [:]
    for name in try folder.names("\(WorkspaceFolder.records)/\(kind.plural)") {
      guard let id = DocumentName.record(name) else { continue }
      do {
        guard let document = try folder.record(kind, id) else { continue }
        records[id] = read(document)
      } catch {
        try note(error)
      }
    }
    return records
  }

  /// A record out of its document, with what is wrong inside it.
  mutating func read(_ document: StoredDocument) -> ReadRecord {
    var codec = RecordCodec()
    let record = codec.record(document.tree, document.kind, id: document.id)
    if let version = document.newerVersion { noteNewer(document.path, version) }
    locate(codec.problems, in: document.path)
    var document = document
    document.record = record
    return ReadRecord(record: record, document: document)
  }

  mutating func factsFiles(keepingCache: Bool) throws(StorageProblem) -> [FactsFile] {
    var files: [FactsFile] = []
    let cache = try folder.pendingCommit() == nil ? FactsCache(folder: folder) : nil
    for path in try folder.factsPaths() {
      do throws(StorageProblem) {
        guard let cache else {
          files.append(try folder.factsDocument(path))
          continue
        }
        files.append(try cache.factsFile(path, keeping: keepingCache))
      } catch {
        try note(error)
      }
    }
    return files
  }

  /// The workspace's own frameworks; what is wrong with them is listed among the problems.
  mutating func frameworks() throws(StorageProblem) -> [OwnFramework] {
    for id in try folder.frameworkIDs() { problems += try folder.frameworkProblems(id) }
    return try folder.ownFrameworks()
  }

  mutating func drafts() throws(StorageProblem) -> [Draft] {
    var drafts: [Draft] = []
    for name in try folder.names(WorkspaceFolder.drafts) {
      guard let id = DocumentName.draft(name), !folder.isUnbegunDraft(id) else { continue }
      do {
        drafts.append(try folder.draft(id).draft)
      } catch {
        try note(error)
      }
    }
    return drafts.sorted { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
  }

  /// Lists a document that cannot be read. A disk that fails is no document's fault and ends the reading.
  mutating func note(_ problem: StorageProblem) throws(StorageProblem) {
    switch problem.kind {
    case .broken: problems.append(CheckResult.Problem(problem, code: "broken"))
    case .newerVersion: problems.append(CheckResult.Problem(problem, code: "newer"))
    default: throw problem
    }
  }

  mutating func noteNewer(_ path: String, _ version: Int) {
    problems.append(
      CheckResult.Problem(
        file: path, line: nil, column: nil, code: "newer",
        what: "it was written by a newer fieldbook (version \(version) of the format) and is only read",
        mend: "Use the newer fieldbook to change it."))
  }

  /// Adds problems with their places; the document is read again only if there are any.
  mutating func locate(_ found: [DocumentProblem], in path: String) {
    guard !found.isEmpty, let bytes = (try? folder.read(path)) ?? nil else { return }
    let locator = Locator(bytes)
    problems += found.map { locator.problem($0, in: path) }
  }
}

/// A record with the document it was read from.
struct ReadRecord {
  var record: Record
  var document: StoredDocument
}

extension CheckResult.Problem {
  init(_ problem: StorageProblem, code: String) {
    self.init(
      file: problem.file, line: problem.line, column: problem.column, code: code, what: problem.what,
      mend: problem.mend)
  }
}

/// What the names of documents say.
enum DocumentName {
  /// The id of a record document.
  static func record(_ name: String) -> String? {
    guard name.hasSuffix(".json") else { return nil }
    return RecordID(text: String(name.dropLast(5)))?.text
  }

  /// The review's id and the copy's own, of a signed copy.
  static func signedCopy(_ name: String) -> (review: String, copy: String)? {
    guard name.utf8.count == 36 + 8 + 36 + 5, name.hasSuffix(".json"),
      let review = RecordID(text: String(name.prefix(36))), name.dropFirst(36).hasPrefix(".signed-"),
      let copy = RecordID(text: String(name.dropFirst(44).prefix(36)))
    else { return nil }
    return (review.text, copy.text)
  }

  static func signedCopy(_ review: String, _ copy: String) -> String {
    "\(WorkspaceFolder.records)/\(RecordKind.review.plural)/\(review).signed-\(copy).json"
  }

  static func draft(_ name: String) -> String? {
    guard name.hasSuffix(".journal") else { return nil }
    return RecordID(text: String(name.dropLast(8)))?.text
  }
}

/// The framework a review was begun with, frozen in it.
enum ReviewFramework {
  /// The frozen one; else the built-in one that the review names; else the usual one, so that it can be shown.
  static func framework(of tree: JSONValue) -> Framework {
    tree["frameworkUsed"].flatMap(FrameworkCodec.framework)
      ?? tree["framework"]?.string.flatMap(Frameworks.framework) ?? Frameworks.builtIn.first
      ?? none
  }

  /// What stands for a framework where there is none.
  static let none = Framework(id: "", title: "", areas: [], scales: [])
}
