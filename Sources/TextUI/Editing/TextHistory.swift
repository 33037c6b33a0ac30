/// What was done to one text and can be taken back. It belongs to the text alone: records have a history of their own.
struct TextHistory: Hashable, Sendable {
  /// One change: at a place, these glyphs gave way to those.
  struct Change: Hashable, Sendable {
    var low: Int
    var old: [Glyph]
    var new: [Glyph]
    var cursorBefore: Int
    var cursorAfter: Int
  }

  /// Changes of the same run are taken back together.
  enum Run: Hashable, Sendable {
    case typing
    case rubbingOut
    case deleting
    /// A change that stands for itself.
    case alone
  }

  /// How many changes can be taken back.
  private static let most = 2000
  private var done: [Change] = []
  private var undone: [Change] = []
  /// What kind of run the latest change belongs to, as long as the run goes on.
  private var run = Run.alone

  var canUndo: Bool { !done.isEmpty }
  var canRedo: Bool { !undone.isEmpty }

  /// Whatever comes next begins a new run.
  mutating func endRun() { run = .alone }

  mutating func record(_ change: Change, as run: Run) {
    undone = []
    let isJoined = run != .alone && run == self.run && join(change, run)
    self.run = run
    guard !isJoined else { return }
    done.append(change)
    done.removeFirst(max(0, done.count - TextHistory.most))
  }

  /// Adds a change to the latest, unless a new word begins with it.
  private mutating func join(_ change: Change, _ run: Run) -> Bool {
    guard let latest = done.last else { return false }
    if run == .typing, latest.new.last.map({ $0.kind != .letter }) ?? true, change.new.last?.kind == .letter {
      return false
    }
    guard let joined = latest.followed(by: change) else { return false }
    done[done.count - 1] = joined
    return true
  }

  mutating func takeBack() -> Change? {
    run = .alone
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  mutating func doAgain() -> Change? {
    run = .alone
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }
}

extension TextHistory.Change {
  /// The same change without what it left as it was.
  var trimmed: TextHistory.Change {
    let shared = min(old.count, new.count)
    var head = 0
    while head < shared, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shared - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    var change = self
    change.low += head
    change.old = Array(old[head..<old.count - tail])
    change.new = Array(new[head..<new.count - tail])
    return change
  }

  /// Both changes as one; `nil` where the second does not touch what the first wrote.
  func followed(by next: TextHistory.Change) -> TextHistory.Change? {
    let written = low..<low + new.count
    let replaced = next.low..<next.low + next.old.count
    guard replaced.lowerBound <= written.upperBound, replaced.upperBound >= written.lowerBound else {
      return nil
    }
    let before = max(0, written.lowerBound - replaced.lowerBound)
    let after = max(0, replaced.upperBound - written.upperBound)
    let kept = new.prefix(max(0, replaced.lowerBound - written.lowerBound))
    let keptAfter = new.suffix(max(0, written.upperBound - replaced.upperBound))
    var change = self
    change.low = min(low, next.low)
    change.old = Array(next.old.prefix(before) + old + next.old.suffix(after))
    change.new = Array(kept + next.new + keptAfter)
    change.cursorAfter = next.cursorAfter
    return change
  }
}
