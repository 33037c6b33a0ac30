import FieldbookModel
import PlainText

extension Workspace {
  /// The phrases of the workspace, and what is wrong in their document: where it cannot be read at all, those of the
  /// program are there all the same.
  public func phrases() -> (book: PhraseBook, problems: [CheckResult.Problem]) {
    do {
      guard let document = try folder.phrases() else { return (.starter, []) }
      let reading = document.reading
      return (reading.book, folder.located(reading.problems))
    } catch {
      return (.starter, [CheckResult.Problem(error, code: "broken")])
    }
  }

  /// Changes phrases; the change is durable when this returns.
  ///
  /// Throws `broken` when the document cannot be understood, so that nothing in it is lost, `newerVersion` for one of
  /// a newer fieldbook, `refused` for a phrase without text, `inputOutput` when the disk fails.
  public func change(_ change: PhraseChange) throws(StorageProblem) -> PhraseBook {
    try writing { (state) throws(StorageProblem) -> PhraseBook in
      var document = try folder.phrases() ?? .new(id: folder.identities.record().text)
      if let version = document.newerVersion {
        throw StorageProblem(
          .newerVersion, file: PhrasesDocument.path,
          what: "it was written by a newer fieldbook (version \(version) of the format)",
          mend: "Use the newer fieldbook to change it.")
      }
      try PhraseRules.check(change, document)
      let write = folder.identities.write(by: state.identity.writer)
      let done = document.apply(change, write: write, by: state.identity)
      let past = PastEdit(
        id: write.text, title: change.title, at: folder.environment.now(), canBeUndone: true,
        members: done.members, created: done.created)
      try keep(document, as: .edit(past), &state)
      return document.reading.book
    }
  }
}

/// What a change of phrases may do.
private enum PhraseRules {
  static func check(_ change: PhraseChange, _ document: PhrasesDocument) throws(StorageProblem) {
    if let phrases = document.tree["phrases"], phrases.object == nil {
      throw refused("“phrases” is not what it should be", .broken)
    }
    for (id, values) in change.values {
      guard !id.isEmpty, document.tree["phrases"]?[id].map({ $0.object != nil }) ?? true else {
        throw refused("the phrase “\(id)” is not what it should be", .broken)
      }
      for (name, value) in values {
        guard let field = RecordKind.phrase.field(name),
          value.map({ FieldCodec.fits($0, field.type) }) ?? true
        else { throw refused("a phrase has no such “\(name)”") }
      }
      let text = values["text"].map { $0.map { !$0.isEmpty } ?? false }
      guard text ?? (document.tree["phrases"]?[id]?["text"]?.string != nil) else {
        throw refused("a phrase needs its text")
      }
    }
  }

  private static func refused(_ what: String, _ kind: StorageProblem.Kind = .refused) -> StorageProblem {
    StorageProblem(
      kind, file: PhrasesDocument.path, what: what,
      mend: kind == .broken ? "Run fieldbook check, and mend the document by hand." : "")
  }
}

extension WorkspaceFolder {
  /// Problems of the phrases with their places.
  func located(_ problems: [DocumentProblem]) -> [CheckResult.Problem] {
    guard !problems.isEmpty, let bytes = (try? read(PhrasesDocument.path)) ?? nil else { return [] }
    let locator = Locator(bytes)
    return problems.map { locator.problem($0, in: PhrasesDocument.path) }
  }
}
