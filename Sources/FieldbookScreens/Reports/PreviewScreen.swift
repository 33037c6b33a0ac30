import FieldbookModel
import PlainText
import Synchronization
import TextUI

/// A report as it would be printed, laid out for the width of the screen.
public struct PreviewScreen: ReadingScreen {
  /// `preview`.
  public let name = ScreenName.preview
  /// What the report is about.
  public let subject: PreviewSubject
  private let title: String
  private let text: LaidOutText
  private let command: String
  var position = ReadingPosition()

  /// A report's text, and the command that prints it.
  public init(subject: PreviewSubject, title: String, text: TextFlow, command: String) {
    self.subject = subject
    self.title = title
    self.text = LaidOutText(text)
    self.command = command
  }

  /// Goes to the next or the previous heading; false when there is none that way.
  mutating func goToHeading(_ context: ScreenContext, forward: Bool) -> Bool {
    let headings = laidOut(context).indices.filter { laidOut(context)[$0].level != nil }
    let next = forward ? headings.first { $0 > position.top } : headings.last { $0 < position.top }
    guard let line = next else { return false }
    position.go(to: line)
    return true
  }

  /// Wide enough for its tables, not too wide to read.
  private func laidOut(_ context: ScreenContext) -> [TextFlow.Line] {
    // A sheet was made to fit on lines of 80 columns, and is shown as it will be printed.
    text.lines(width: max(20, min(subject.isSheet ? 80 : 100, context.size.columns)))
  }

  func lines(_ context: ScreenContext) -> [Line] {
    laidOut(context).map { Line($0.text, $0.level == nil ? .plain : .heading) }
  }

  /// The report.
  public func page(_ context: ScreenContext) -> Page {
    let lines = lines(context)
    return Page(
      title: "Report · \(title)", titleNote: context.todayText,
      blocks: [reading(lines)],
      status: JumpFind.status(find, in: lines, on: name, context)
        ?? Line("Prints with: \(command)", .quiet))
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
