import FieldbookModel
import PlainText

/// An import that is decided but perhaps not yet carried out: files that wait under other names, and files to remove.
///
/// The note of it is what decides. Before it is on disk nothing of the import counts; from then on all of it does:
/// readers look through it, and the next writer carries out what is left.
struct PendingCommit: Equatable, Sendable {
  struct Move: Equatable, Sendable {
    let from: String
    let to: String
  }

  var moves: [Move] = []
  var removes: [String] = []

  var tree: JSONValue {
    let moves = moves.map { move -> JSONValue in ["from": .string(move.from), "to": .string(move.to)] }
    return [
      "format": "commit", "version": .number(JSONNumber(DocumentFormat.commit.version)),
      "moves": .array(moves),
      "removes": .array(removes.map { .string($0) }),
    ]
  }

  init(moves: [Move] = [], removes: [String] = []) {
    self.moves = moves
    self.removes = removes
  }

  /// Read back from its note; nil when it says something that this program would never do.
  init?(_ tree: JSONValue) {
    guard let moves = tree["moves"]?.array, let removes = tree["removes"]?.array else { return nil }
    self.moves = moves.compactMap { move in
      guard let from = move["from"]?.string, let to = move["to"]?.string, PendingCommit.isOwn(to),
        FilePath.parent(from) == FilePath.parent(to), DurableFiles.isTemporary(FilePath.name(from))
      else { return nil }
      return Move(from: from, to: to)
    }
    self.removes = removes.compactMap(\.string).filter { PendingCommit.isFacts($0) }
    guard self.moves.count == moves.count, self.removes.count == removes.count else { return nil }
  }

  private static func isOwn(_ path: String) -> Bool { path == WorkspaceFolder.main || isFacts(path) }

  private static func isFacts(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == WorkspaceFolder.facts[...] && parts[2].hasSuffix(".json")
      && !parts.contains("..") && !parts.contains(".") && !parts.contains("")
  }
}

extension WorkspaceFolder {
  /// The import that is decided but not carried out, if there is one.
  func pendingCommit() throws(StorageProblem) -> PendingCommit? {
    guard let bytes = try read(WorkspaceFolder.commit) else { return nil }
    let read = try admit(bytes, WorkspaceFolder.commit, .commit)
    guard read.newerVersion == nil, let commit = PendingCommit(read.tree) else {
      throw StorageProblem(
        .broken, file: WorkspaceFolder.commit, what: "an unfinished import cannot be understood",
        mend: "Move this file out of the workspace, then import the files again.")
    }
    return commit
  }

  /// Where a file is to be read while an import waits to be carried out.
  func pending(_ path: String) throws(StorageProblem) -> String {
    guard let move = try pendingCommit()?.moves.first(where: { $0.to == path }),
      try status(move.from) != nil
    else { return path }
    return move.from
  }

  /// Carries out what is left of a decided import. Doing it twice does nothing more.
  func carryOut(_ commit: PendingCommit) throws(StorageProblem) {
    do {
      var folders: Set<String> = []
      for move in commit.moves where try disk.status(of: whole(move.from)) != nil {
        try disk.rename(whole(move.from), to: whole(move.to))
      }
      for path in commit.removes where try disk.status(of: whole(path)) != nil {
        try disk.remove(whole(path))
      }
      for path in commit.moves.map(\.to) + commit.removes { folders.insert(FilePath.parent(whole(path))) }
      for folder in folders.sorted() where try disk.status(of: folder) != nil { try disk.flushFolder(folder) }
      try disk.remove(whole(WorkspaceFolder.commit))
      try disk.flushFolder(FilePath.parent(whole(WorkspaceFolder.commit)))
    } catch {
      throw StorageProblem(
        .inputOutput, file: WorkspaceFolder.commit,
        what: "the import is kept, but could not be put in its place: \(error.words)",
        mend: "It is finished when the workspace is next opened. \(error.mend)")
    }
  }
}

extension Workspace {
  /// Carries out an import that was decided and then interrupted.
  func finishCommit(_ state: inout WorkspaceState) throws(StorageProblem) {
    guard let commit = try folder.pendingCommit() else { return }
    try folder.carryOut(commit)
  }
}
