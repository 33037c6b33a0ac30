import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// What became of a change to the frameworks.
public struct FrameworkChange: Sendable {
  /// The workspace's own frameworks as they now are, or why nothing was saved.
  let outcome: Result<[OwnFramework], StorageProblem>
  /// What was done, in words.
  let title: String
  /// The framework that is now usual, where that was chosen.
  var usual: String?
  /// What follows once it is durable.
  let then: [Effect]
}

/// Frameworks that are made and changed.
extension Session {
  /// Saves a framework.
  func save(_ edit: FrameworkEdit, then: [Effect]) {
    add("Saving…") { [workspace] in
      let outcome = Result { () throws(StorageProblem) in
        try workspace.save(edit)
        return try workspace.ownFrameworks()
      }
      return .frameworks(FrameworkChange(outcome: outcome, title: edit.title, then: then))
    }
  }

  /// Lets new reviews begin with a framework.
  func useFramework(_ id: String) {
    let name = picture.frameworks.first { $0.id == id }?.title ?? id
    let title = "New reviews begin with \(name)"
    add("Saving…") { [workspace] in
      let outcome = Result { () throws(StorageProblem) in
        try workspace.use(framework: id, named: title)
        return try workspace.ownFrameworks()
      }
      return .frameworks(
        FrameworkChange(outcome: outcome, title: title, usual: id, then: []))
    }
  }

  /// Takes in what became of it.
  func take(_ change: FrameworkChange) {
    switch change.outcome {
    case .success(let own):
      changeSnapshot { snapshot in
        snapshot.setOwnFrameworks(own)
        snapshot.chosenFramework = change.usual ?? snapshot.chosenFramework
      }
      rememberEdit()
      say("Saved: \(change.title.prefix(1).lowercased() + change.title.dropFirst())", .good)
      carryOut(change.then)
    case .failure(let problem):
      // What stands on the disk now is what a next try begins from.
      if problem.kind == .movedOn, let own = try? workspace.ownFrameworks() {
        changeSnapshot { $0.setOwnFrameworks(own) }
      }
      say(ProblemWords.save(problem, of: .edit, size), .bad)
    }
  }
}
