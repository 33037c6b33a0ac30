import FieldbookModel
import PlainText

extension WorkspaceFolder {
  /// The facts files in order, as they are once a waiting import is carried out.
  func factsPaths() throws(StorageProblem) -> [String] {
    var paths: Set<String> = []
    for format in try names(WorkspaceFolder.facts) {
      let place = "\(WorkspaceFolder.facts)/\(format)"
      paths.formUnion(try names(place).filter { $0.hasSuffix(".json") }.map { "\(place)/\($0)" })
    }
    if let commit = try pendingCommit() {
      paths.formUnion(commit.moves.map(\.to).filter { $0 != WorkspaceFolder.main })
      paths.subtract(commit.removes)
    }
    return paths.sorted()
  }

  /// A facts file, read in full from its document.
  ///
  /// Throws `broken` or `newerVersion` when it cannot be used.
  func factsDocument(_ path: String) throws(StorageProblem) -> FactsFile {
    guard let bytes = try read(pending(path)) else {
      throw StorageProblem(.inputOutput, file: path, what: "it is no longer there", mend: "Import it again.")
    }
    switch try outcome(bytes, path) {
    case .file(let file): return file
    case .newer(let version):
      throw StorageProblem(
        .newerVersion, file: path,
        what: "it was written by a newer fieldbook (version \(version) of the format)",
        mend: "Use the newer fieldbook, or import the file again.")
    }
  }

  private func outcome(_ bytes: [UInt8], _ path: String) throws(StorageProblem) -> FactsFileReader.Outcome {
    do throws(JSONProblem) {
      return try FactsFileReader.read(bytes)
    } catch {
      throw StorageProblem(
        .broken, file: path, line: error.place.line, column: error.place.column,
        what: "\(error.found) stands where \(error.expected) is expected",
        mend: "Remove this file and import its source again.")
    }
  }
}

extension Workspace {
  /// Keeps what was imported: all of it or none.
  ///
  /// A file that is there already, read by the same mapping for the same year, is not written again; when nothing
  /// is new, nothing is written at all. Throws when the disk fails; then either nothing has been kept, or everything
  /// has and the message says so.
  public func commit(_ change: FactsChange) throws(StorageProblem) {
    try writing { (state) throws(StorageProblem) in
      var staging = CommitStaging(folder: folder, writer: state.identity.writer)
      do throws(StorageProblem) {
        try staging.stage(change)
      } catch {
        staging.abandon()
        throw error
      }
      guard !staging.commit.moves.isEmpty || !staging.commit.removes.isEmpty else { return }
      do throws(StorageProblem) {
        try folder.replace(WorkspaceFolder.commit, with: staging.commit.tree.encoded())
      } catch {
        // The note may be in its place even though its folder could not be flushed: take it away first.
        try? folder.disk.remove(folder.whole(WorkspaceFolder.commit))
        if try folder.status(WorkspaceFolder.commit) == nil { staging.abandon() }
        throw error
      }
      try folder.carryOut(staging.commit)
      keepCache(of: change.added, staging.commit)
    }
  }
}

extension Workspace {
  /// What was just imported is in memory: its cache costs little now, and the next opening need not parse.
  private func keepCache(of added: [FactsFile], _ commit: PendingCommit) {
    let cache = FactsCache(folder: folder)
    for file in added {
      let path = FactsFileName.path(file)
      guard commit.moves.contains(where: { $0.to == path }), let status = try? folder.status(path) else {
        continue
      }
      cache.keep(file, as: path, status)
    }
    if let documents = try? folder.factsPaths() { cache.forget(except: documents) }
  }
}

/// Prepares an import: everything is written in full under other names before any of it counts.
struct CommitStaging {
  let folder: WorkspaceFolder
  let writer: WriterID
  private(set) var commit = PendingCommit()

  init(folder: WorkspaceFolder, writer: WriterID) {
    self.folder = folder
    self.writer = writer
  }

  mutating func stage(_ change: FactsChange) throws(StorageProblem) {
    let kept = try keptFiles(change)
    for file in change.added where !kept.contains(where: { $0.file.isSameImport(as: file) }) {
      try stage(FactsFileWriter.bytes(file), at: FactsFileName.path(file))
      // The same bytes read by an older mapping, or for another date: the new reading takes its place.
      for old in kept where old.file.isSameSource(as: file) {
        // One source may hold many years, each a file of its own.
        if !change.added.contains(where: { old.file.isSameImport(as: $0) }) { remove(old.path) }
      }
    }
    for file in change.removed {
      for old in kept where old.file.isSameImport(as: file) { remove(old.path) }
    }
    commit.removes.removeAll { path in commit.moves.contains { $0.to == path } }
    try stageMain(change)
  }

  /// Takes away what was written so far.
  func abandon() {
    for move in commit.moves { try? folder.disk.remove(folder.whole(move.from)) }
  }

  private mutating func remove(_ path: String) {
    if !commit.removes.contains(path) { commit.removes.append(path) }
  }

  private mutating func stageMain(_ change: FactsChange) throws(StorageProblem) {
    var main = try folder.main()
    guard main.ours != change.ours || main.trust != change.trust else { return }
    let write = folder.identities.write(by: writer)
    main.adoptHandEdits(folder.identities.write(by: writer))
    main.setOurs(change.ours, trust: change.trust, write)
    try stage(main.tree.encoded(), at: WorkspaceFolder.main)
  }

  private mutating func stage(_ bytes: [UInt8], at path: String) throws(StorageProblem) {
    let place = FilePath.parent(path)
    if place != "." { try folder.makeFolders(place) }
    let whole = folder.durable.temporaryPath(for: folder.whole(path))
    let temporary = place == "." ? FilePath.name(whole) : "\(place)/\(FilePath.name(whole))"
    do {
      _ = try folder.durable.stage(bytes, at: whole)
      // Noted before its folder is flushed, so that a failure there still takes it away.
      commit.moves.append(PendingCommit.Move(from: temporary, to: path))
      try folder.disk.flushFolder(FilePath.parent(whole))
    } catch {
      throw folder.problem(error, path, "it could not be saved")
    }
  }

  /// The facts files of the change's formats that can be read. A broken one is replaced by the import of its source.
  private func keptFiles(_ change: FactsChange) throws(StorageProblem) -> [(path: String, file: FactsFile)] {
    let checksums = Set((change.added + change.removed).map { $0.source.sha256.prefix(12) })
    var kept: [(path: String, file: FactsFile)] = []
    for path in try folder.factsPaths() where checksums.contains(where: { path.hasSuffix("-\($0).json") }) {
      do {
        kept.append((path, try folder.factsDocument(path)))
      } catch {
        guard error.kind == .broken else { throw error }
      }
    }
    return kept
  }
}

extension FactsFile {
  /// Whether two files came from the same bytes.
  fileprivate func isSameSource(as other: FactsFile) -> Bool {
    format == other.format && source.sha256 == other.source.sha256
  }

  /// Whether two files are the same reading of the same bytes: importing one again changes nothing.
  fileprivate func isSameImport(as other: FactsFile) -> Bool {
    isSameSource(as: other) && period == other.period && halfTerm == other.halfTerm
      && source.mapping == other.source.mapping
      && source.asAt == other.source.asAt && source.status == other.source.status
  }
}
