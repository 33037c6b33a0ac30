import FieldbookModel
import PlainText
import Synchronization
import TextUI

/// A report as it would be printed, laid out for the width of the screen.
public struct PreviewScreen: Screen {
  /// `preview`.
  public let name = ScreenName.preview
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

  /// What is looked for.
  public var find: String? {
    get { position.find }
    set { position.find = newValue ?? "" }
  }

  /// Goes to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) { position.land(drawn(context)) }

  /// Goes to the next match, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    position.goToMatch(movement, drawn(context))
  }

  /// Goes to the next or the previous heading; false when there is none that way.
  mutating func goToHeading(_ context: ScreenContext, forward: Bool) -> Bool {
    let headings = lines(context).indices.filter { lines(context)[$0].level != nil }
    let next = forward ? headings.first { $0 > position.top } : headings.last { $0 < position.top }
    guard let line = next else { return false }
    position.go(to: line)
    return true
  }

  /// Wide enough for its tables, not too wide to read.
  private func lines(_ context: ScreenContext) -> [TextFlow.Line] {
    // A sheet was made to fit on lines of 80 columns, and is shown as it will be printed.
    text.lines(width: max(20, min(subject.isSheet ? 80 : 100, context.size.columns)))
  }

  private func drawn(_ context: ScreenContext) -> [Line] {
    lines(context).map { Line($0.text, $0.level == nil ? .plain : .heading) }
  }

  /// The report.
  public func page(_ context: ScreenContext) -> Page {
    let lines = drawn(context)
    return Page(
      title: "Report · \(title)", titleNote: context.todayText,
      blocks: [position.block(lines, id: "preview")],
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
