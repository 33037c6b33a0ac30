import FieldbookScreens
import TextUI

/// The program in conversation, a line at a time: nothing is drawn, nothing is repainted.
///
/// Whoever holds input and output prints `takeOutput`, waits until no save is under way, calls `settle`, prints again,
/// shows `prompt` and gives the next line to `take`.
public final class LineDialogue {
  let session: Session
  /// Columns that a line may take.
  private let width: Int
  private var output: [String] = []
  /// The form that is being filled in.
  var filling: FormDialogue?
  /// The page that was read last, and how far it was read.
  var reading = PageReading()
  private var hasGreeted = false
  /// Whether it was said what belongs into the line at the foot.
  var hasExplainedPrompt = false

  /// A dialogue with a session, in lines of at most so many columns.
  public init(_ session: Session, width: Int) {
    self.session = session
    self.width = max(20, width)
    session.isSpoken = true
    session.resize(to: Session.spokenSize)
  }

  /// What is to be printed, a line each, safe for a terminal once it is made visible.
  public func takeOutput() -> [String] {
    defer { output = [] }
    return output
  }

  /// What stands before the line that is typed.
  public var prompt: String {
    if session.navigation.promptKind != nil { return "Line> " }
    if let filling, session.navigation.form != nil { return filling.prompt }
    return "\(session.screenName.title)> "
  }

  // MARK: In

  /// Answers a line.
  public func take(_ line: String) {
    if session.navigation.promptKind != nil {
      takePromptLine(line)
    } else if filling != nil, session.navigation.form != nil {
      takeFormLine(line)
    } else {
      takeCommand(line)
    }
  }

  /// Says what came of it, once no save is under way.
  public func settle() {
    for request in session.takeRequests() { answer(request) }
    if !hasGreeted {
      hasGreeted = true
      say("fieldbook, line by line. ? lists what can be typed, \(session.key("quit")) leaves.")
    }
    if session.isBlank {
      session.press(.enter)
      say("There is no screen to blank in line mode: clear your terminal’s own.")
    }
    if let message = session.takeMessage() { say(message) }
    guard !session.isFinished else { return }
    if session.navigation.promptKind != nil { return explainPrompt() }
    hasExplainedPrompt = false
    if session.navigation.form != nil { return settleForm() }
    filling = nil
    settlePage()
  }

  /// The input has ended: what was typed and not accepted stays as a draft.
  public func end() {
    if session.navigation.draft != nil {
      say("The input has ended: your unfinished text is kept as a draft.")
    }
    session.flush()
    if let message = session.takeMessage() { say(message) }
  }

  // MARK: Out

  /// Says something, broken into lines where it must be.
  func say(_ text: String) {
    output += LineBreaks.lines(text, width: width)
  }

  /// Says a line as it was written.
  func sayVerbatim(_ text: String) {
    output.append(text)
  }

  private func answer(_ request: TerminalRequest) {
    switch request {
    case .redraw: reading = PageReading()
    case .suspend: say("^Z suspends here.")
    case .edit: say("Your own editor cannot be opened in line mode: type the text here.")
    }
  }
}

extension String {
  /// The text without blanks at either end.
  func trimmed() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
