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
  private var hasExplainedPrompt = false

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
      say("fieldbook, line by line. ? lists what can be typed, q leaves.")
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

  // MARK: The line at the foot

  private func explainPrompt() {
    guard !hasExplainedPrompt else { return }
    hasExplainedPrompt = true
    switch session.navigation.promptKind {
    case .capture?:
      let (page, _) = session.spokenPage()
      say("A note in one line. \(page.status.text).")
      say("\(page.prompt?.preview?.text.trimmed() ?? ""). A line saves; Enter alone leaves.")
      let text = session.navigation.promptText
      if !text.isEmpty { say("It begins with your unfinished text “\(text)”: Enter alone saves that.") }
    case .find?: say("Find: type what the rows should hold. Enter alone leaves; back shows all rows again.")
    case .palette?: say("Type an action’s name or id. Enter alone leaves.")
    case .choose?, .range?, .viewName?, .phrase?: explainChoice()
    case nil: break
    }
  }

  /// What there is to choose from, and what is asked for.
  private func explainChoice() {
    let (page, spoken) = session.spokenPage()
    for entry in spoken.entries(from: 0, count: PageReading.chunk) { say(entry.text) }
    let preview = page.prompt?.preview?.text.trimmed() ?? ""
    let label = page.prompt?.label.trimmed() ?? ""
    say([label, preview].filter { !$0.isEmpty }.joined(separator: " "))
    say("Type the beginning of what you mean, or what is asked for. Enter alone leaves.")
  }

  func takePromptLine(_ line: String) {
    let before = session.navigation.promptText
    let isEmpty = line.allSatisfy(\.isWhitespace)
    if isEmpty, before.isEmpty || session.navigation.promptKind == .palette {
      return session.press(.escape)
    }
    if !isEmpty { session.press(.paste((before.isEmpty ? "" : " ") + line)) }
    session.press(.enter)
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
