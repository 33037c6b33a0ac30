import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// What can be taken back: kept by the workspace, so that it outlasts leaving the program.
extension Session {
  /// Remembers edits from now on, and says what is wrong with what was remembered before.
  func rememberEdits() {
    if let problem = workspace.rememberEdits() {
      say("\(ProblemWords.reason(problem)). \(problem.mend)", .caution)
    }
    takeHistory()
  }

  /// Takes back the edit with that id, or the latest; or does it again.
  func takeBack(_ kind: Work.Kind, _ id: String?) {
    let edits = kind == .undo ? workspace.editsToUndo : workspace.editsToRedo
    guard let past = id == nil ? edits.last : edits.last(where: { $0.id == id }) else {
      return say(kind == .undo ? "Nothing to undo" : "Nothing to do again", .caution)
    }
    let title = RememberedEdit(past)?.words(now: environment.now()) ?? past.title
    let work = Work(kind: kind, title: title, then: [])
    add("Saving…") { [workspace] in
      .saved(
        Result { () throws(StorageProblem) in
          kind == .undo ? try workspace.undo(past) : try workspace.redo(past)
        }, of: work)
    }
  }

  /// Takes in what can now be undone and done again.
  func takeHistory() {
    changeSnapshot { snapshot in
      snapshot.editsToUndo = workspace.editsToUndo.reversed().compactMap(RememberedEdit.init)
      snapshot.editsToRedo = workspace.editsToRedo.reversed().compactMap(RememberedEdit.init)
    }
  }

  /// Makes durable what can be undone. It is written down already: only a power cut would take it.
  func flushHistory() {
    guard hasUnflushedHistory, jobsUnderWay == 0 else { return }
    hasUnflushedHistory = false
    do throws(StorageProblem) {
      try workspace.flushUndo()
    } catch {
      warn(ofHistory: error)
    }
  }

  func warn(ofHistory problem: StorageProblem) {
    guard navigation.message?.role != .bad else { return }
    say("Undo will not outlast leaving: \(ProblemWords.reason(problem))", .caution)
  }
}
