import TextUI

/// Long work under way, with a count: shown in the line of status of whatever screen is in front.
public struct Progress: Hashable, Sendable {
  /// What is being done: `Writing reports`.
  public var words: String
  /// How many of it are done.
  public var done: Int
  /// How many there are.
  public var total: Int

  /// Progress; see the properties.
  public init(words: String, done: Int, total: Int) {
    self.words = words
    self.done = done
    self.total = total
  }

  /// `Writing reports ███████░░░░░░░░░░░░░ 7 of 20 · Esc stops it`.
  func line(columns: Int, isSpoken: Bool) -> Line {
    let count = "\(done) of \(total)"
    guard !isSpoken else { return Line("\(words): \(count)", .accent) }
    let width = min(30, max(6, columns - words.count - count.count - 24))
    let full = total == 0 ? width : width * min(done, total) / total
    return Line("\(words) ", .accent) + Line(String(repeating: "█", count: full), .accent)
      + Line(String(repeating: "░", count: width - full), .quiet) + Line(" \(count)", .accent)
      + Line(" · Esc stops it", .quiet)
  }
}
