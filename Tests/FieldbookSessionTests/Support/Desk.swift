import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// Somebody at the keyboard: presses keys, lets the work under way finish, and looks at the screen.
final class Desk {
  let folder: TrustFolder
  let workspace: Workspace
  let session: Session
  private let queue = SteppedQueue()

  static let small = TerminalSize(columns: 80, rows: 24)
  static let large = TerminalSize(columns: 160, rows: 50)

  init(_ folder: TrustFolder, size: TerminalSize = Desk.small, access: Access = .write) throws {
    self.folder = folder
    workspace = try folder.open(access)
    var environment = SessionEnvironment(
      now: { folder.now }, queue: queue, command: "fieldbook -w \(folder.path)")
    environment.home = folder.path
    environment.arrivals = TrustFolder.fixtures
    session = try Session(workspace: workspace, environment: environment, size: size)
  }

  // MARK: Hands

  /// Presses keys by their names, and lets nothing that takes time finish.
  func press(_ names: String...) {
    for name in names { press(key: Key(name: name)) }
  }

  /// Presses keys by their names, and waits after each until all is done.
  func go(_ names: String...) {
    for name in names {
      press(key: Key(name: name))
      idle()
    }
  }

  /// Types a text, letter by letter.
  func type(_ text: String) {
    for character in text { press(key: character == "\n" ? .enter : .character(character)) }
  }

  func press(key: Key?) {
    guard let key else {
      Issue.record("There is no such key")
      return
    }
    folder.tick()
    session.press(key)
  }

  /// Lets one piece of work run and tells the session.
  @discardableResult
  func step() -> Bool {
    let hasRun = queue.step()
    session.takeEvents()
    return hasRun
  }

  /// Lets all work run.
  func idle() {
    while step() {}
  }

  // MARK: Ways of working

  /// Fills in the fields of a form that has just opened: one text a field, nil to pass by; then accepts.
  func fill(_ fields: String?...) {
    for (index, text) in fields.enumerated() {
      if index > 0 { press("Tab") }
      if let text { type(text) }
    }
    go("^S")
  }

  /// Starts a review of the first school.
  @discardableResult
  func startReview() throws -> String {
    go("1", "g", "r", "^S")
    return try review().id
  }

  /// Takes a note in one line.
  func note(_ text: String) {
    go("e")
    type(text)
    go("Enter")
  }

  /// Moves to the area in that row of the review.
  func area(_ row: Int) {
    go("Left", "g")
    for _ in 0..<row { go("j") }
  }

  // MARK: Eyes

  /// The screen as text, a line a row.
  func frame() -> String {
    let canvas = session.frame()
    return (0..<canvas.size.rows).map { row in
      let line = canvas.row(row).map(\.text).joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  func shows(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let frame = frame()
    #expect(frame.contains(text), "“\(text)” is missing:\n\(frame)", sourceLocation: sourceLocation)
  }

  func hides(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let frame = frame()
    #expect(!frame.contains(text), "“\(text)” is there:\n\(frame)", sourceLocation: sourceLocation)
  }

  func isOn(_ screen: ScreenName, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(session.screenName == screen, "\n\(frame())", sourceLocation: sourceLocation)
  }

  /// The youngest review that is shown.
  func review() throws -> Review {
    try #require(session.picture.reviews.max { $0.id < $1.id }, "\n\(frame())")
  }

  func kept() throws -> WorkspaceContents { try workspace.contents() }

  /// The review as it is on the disk.
  func keptReview(_ id: String) throws -> Review {
    try #require(try kept().reviews.first { $0.id == id })
  }

  /// The texts of the notes of a review on the disk that were not undone.
  func keptNotes(_ id: String) throws -> [String] { try keptReview(id).evidence.map(\.text) }

  func noProblems(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try workspace.check().problems == [], "\n\(frame())", sourceLocation: sourceLocation)
  }
}
