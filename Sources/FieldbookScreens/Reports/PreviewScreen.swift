import FieldbookModel
import PlainText
import Synchronization
import TextUI

/// A report as it would be printed, laid out for the width of the screen.
public struct PreviewScreen: Screen {
  /// `preview`.
  public let name = ScreenName.preview
  /// What is looked for.
  public var find: String? = ""
  /// What the report is about.
  public let subject: PreviewSubject
  private let title: String
  private let text: LaidOutText
  private let command: String
  private var position = ReadingPosition()

  /// A report's text, and the command that prints it.
  public init(subject: PreviewSubject, title: String, text: TextFlow, command: String) {
    self.subject = subject
    self.title = title
    self.text = LaidOutText(text)
    self.command = command
  }

  /// Scrolls.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    position.move(movement, count: lines(context).count, height: height("preview"))
  }

  /// Shows the first line that holds what is looked for, at or below the one in sight.
  public mutating func landOnMatch(_ context: ScreenContext) { _ = goToMatch(context, from: position.top) }

  /// Goes to the next or the previous line that holds what is looked for; false when no other does.
  mutating func goToMatch(_ context: ScreenContext, forward: Bool) -> Bool {
    let matches = matches(context)
    let next = forward ? matches.first { $0 > position.top } : matches.last { $0 < position.top }
    guard let line = next else { return false }
    position.go(to: line)
    return true
  }

  private mutating func goToMatch(_ context: ScreenContext, from top: Int) -> Bool {
    let matches = matches(context)
    guard let line = matches.first(where: { $0 >= top }) ?? matches.first else { return false }
    position.go(to: line)
    return true
  }

  /// Goes to the next or the previous heading; false when there is none that way.
  mutating func goToHeading(_ context: ScreenContext, forward: Bool) -> Bool {
    let headings = lines(context).indices.filter { lines(context)[$0].level != nil }
    let next = forward ? headings.first { $0 > position.top } : headings.last { $0 < position.top }
    guard let line = next else { return false }
    position.go(to: line)
    return true
  }

  /// How many lines hold what is looked for.
  func matchCount(_ context: ScreenContext) -> Int { matches(context).count }

  private func matches(_ context: ScreenContext) -> [Int] {
    guard let find, !find.isEmpty else { return [] }
    let wanted = find.lowercased()
    let lines = lines(context)
    return lines.indices.filter { lines[$0].text.lowercased().contains(wanted) }
  }

  /// Wide enough for its tables, not too wide to read.
  private func lines(_ context: ScreenContext) -> [TextFlow.Line] {
    text.lines(width: max(20, min(100, context.size.columns)))
  }

  /// The report.
  public func page(_ context: ScreenContext) -> Page {
    let found = Set(matches(context))
    let lines = lines(context).enumerated().map { index, line in
      Line(line.text, found.contains(index) ? .accent : line.level == nil ? .plain : .heading)
    }
    return Page(
      title: "Report · \(title)", titleNote: context.todayText,
      blocks: [position.block(lines, id: "preview")],
      status: status(context))
  }

  private func status(_ context: ScreenContext) -> Line {
    guard let find, !find.isEmpty else { return Line("Prints with: \(command)", .quiet) }
    let count = matchCount(context)
    return count == 0
      ? Line("Nothing here holds “\(find)”", .caution)
      : Line("“\(find)” on \(SchoolRecords.count(count, "line")) · n N next and previous", .quiet)
  }
}

/// A text with its latest layout, so that a key among many pages lays out nothing again.
private final class LaidOutText: Sendable {
  private let text: TextFlow
  private let latest = Mutex<(width: Int, lines: [TextFlow.Line])?>(nil)

  init(_ text: TextFlow) {
    self.text = text
  }

  func lines(width: Int) -> [TextFlow.Line] {
    latest.withLock { latest in
      if let latest, latest.width == width { return latest.lines }
      let lines = text.lines(width: width)
      latest = (width, lines)
      return lines
    }
  }
}
