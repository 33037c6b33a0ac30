import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// What was typed is in the system's hands after each key; flushing brings it to the disk itself.
extension Session {
  /// Whether typed text, or what can be undone, would be lost by a power cut: then it should be flushed within a second.
  public var needsFlush: Bool { drafts.needsFlush || hasUnflushedHistory }

  /// Makes typed text durable before this returns: before the program ends or sleeps.
  public func flush() {
    rememberTeaching()
    if let problem = drafts.flush() { say(ProblemWords.draft(problem, size), .bad) }
    flushHistory()
  }

  /// Has typed text made durable by the queue, so that no key waits for the disk. While that is under way, nothing
  /// further is begun.
  public func flushInBackground() {
    guard !isFlushing else { return }
    rememberTeaching()
    let journal = drafts.beginFlush()
    let history = hasUnflushedHistory ? workspace : nil
    guard journal != nil || history != nil else { return }
    if history != nil { hasUnflushedHistory = false }
    isFlushing = true
    environment.queue.add {
      .flushed(
        draft: Self.problem { () throws(StorageProblem) in try journal?.flush() },
        history: Self.problem { () throws(StorageProblem) in try history?.flushUndo() })
    }
  }

  /// Takes in how flushing went.
  func flushed(draft: StorageProblem?, history: StorageProblem?) {
    isFlushing = false
    if let problem = drafts.endFlush(draft) { say(ProblemWords.draft(problem, size), .bad) }
    if let history { warn(ofHistory: history) }
  }

  private static func problem(_ work: () throws(StorageProblem) -> Void) -> StorageProblem? {
    do {
      try work()
      return nil
    } catch {
      return error
    }
  }
}
