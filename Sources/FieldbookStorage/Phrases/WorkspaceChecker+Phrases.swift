extension WorkspaceChecker {
  /// The phrases of the workspace.
  mutating func checkPhrases() throws(StorageProblem) {
    do {
      guard let document = try folder.phrases() else { return }
      documents += 1
      if let version = document.newerVersion { reader.noteNewer(PhrasesDocument.path, version) }
      reader.locate(document.reading.problems, in: PhrasesDocument.path)
    } catch {
      documents += 1
      try reader.note(error)
    }
  }
}
