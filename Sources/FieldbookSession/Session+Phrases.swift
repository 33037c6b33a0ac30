import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// What became of a change of phrases.
public struct PhraseOutcome: Sendable {
  let result: Result<PhraseBook, StorageProblem>
  let title: String
  let then: [Effect]
}

extension Session {
  func save(_ change: PhraseChange, then: [Effect]) {
    add("Saving…") { [workspace] in
      let result = Result { () throws(StorageProblem) in try workspace.change(change) }
      return .phrases(PhraseOutcome(result: result, title: change.title, then: then))
    }
  }

  func take(_ outcome: PhraseOutcome) {
    switch outcome.result {
    case .success(let book):
      changeSnapshot { $0.phrases = book }
      beginNewRecord()
      rememberEdit()
      say("Saved: \(outcome.title.prefix(1).lowercased() + outcome.title.dropFirst())", .good)
      carryOut(outcome.then)
    case .failure(let problem): say(ProblemWords.save(problem, of: .edit, size), .bad)
    }
  }

  /// The phrases of the workspace; where their document is broken, the program's own, and a problem that says so.
  func readPhrases() {
    let (book, problems) = workspace.phrases()
    changeSnapshot { snapshot in
      snapshot.phrases = book
      snapshot.problems += problems.map { problem in
        let place = problem.line.map { ":\($0):\(problem.column ?? 1)" } ?? ""
        return "\(problem.file)\(place): \(problem.what)"
      }
    }
  }
}
