import FieldbookModel
import FieldbookSession
import FieldbookStorage
import Terminal
import TextUI

/// The loop between the terminal and the session: keys in, frames out, until the user leaves.
struct Workstation {
  let terminal: Terminal
  let session: Session
  /// Where this laptop keeps what is not shared.
  let localFolder: String
  /// The command that opens a text in the user's own editor.
  let editor: String

  /// Opens the terminal, runs until the user leaves or the terminal goes away, and leaves it as it was found.
  static func run(
    _ workspace: Workspace, settings: Settings, now: @escaping @Sendable () -> Instant, command: String
  ) throws {
    let ending: Ending?
    do {
      let terminal = try Terminal(settings.display)
      defer { terminal.close() }
      let waker = terminal.waker
      var environment = SessionEnvironment(
        now: now, queue: WorkerThread { waker.wake() }, command: command)
      environment.keys = settings.keys
      environment.role = settings.role.value
      environment.notice = settings.notice ?? ""
      let session = try Session(workspace: workspace, environment: environment, size: terminal.size)
      ending = Workstation(
        terminal: terminal, session: session, localFolder: workspace.path + "/.fieldbook/local",
        editor: settings.editor.value
      ).loop()
    } catch let failure as TerminalFailure {
      throw CommandFailure(.noTerminal, failure.message)
    } catch let problem as StorageProblem {
      throw CommandFailure(problem)
    }
    if let ending {
      workspace.close()
      ending.endProcess()
    }
  }

  /// Returns how the terminal ended the program; nil when the user left.
  private func loop() -> Ending? {
    var unflushedSince: ContinuousClock.Instant?
    terminal.show(session.frame())
    while !session.isFinished {
      let event = terminal.next(timeout: session.needsFlush ? Workstation.flushAfter : nil)
      if let event, let ending = answer(event) { return ending }
      answerRequests()
      if event == nil || isDue(&unflushedSince) { session.flush() }
      // Keys that have already arrived are answered before anything is drawn.
      if event != nil, !terminal.hasPendingInput { terminal.show(session.frame()) }
    }
    session.flush()
    return nil
  }

  /// Milliseconds after which typed text is flushed to the disk: within a second of the key.
  private static let flushAfter = 900

  /// Whether typed text has waited long enough for its flush, also while keys keep coming. The clock that waits is
  /// not the one that is written.
  private func isDue(_ since: inout ContinuousClock.Instant?) -> Bool {
    guard session.needsFlush else {
      since = nil
      return false
    }
    let now = ContinuousClock.now
    guard let start = since else {
      since = now
      return false
    }
    guard now - start > .milliseconds(Workstation.flushAfter) else { return false }
    since = nil
    return true
  }

  private func answer(_ event: TerminalEvent) -> Ending? {
    switch event {
    case .key(let key): session.press(key)
    case .resized: session.resize(to: terminal.size)
    case .woken: session.takeEvents()
    case .ended(let ending):
      finish()
      return ending
    }
    return nil
  }

  /// The terminal has gone or the program was told to end: what was accepted becomes durable first.
  private func finish() {
    session.flush()
    session.endWriting()
    while session.isSaving {
      if case .woken? = terminal.next(timeout: 50) {}
      session.takeEvents()
    }
    session.flush()
  }

  private func answerRequests() {
    for request in session.takeRequests() {
      switch request {
      case .redraw: terminal.redrawAll()
      case .suspend:
        session.flush()
        terminal.suspend()
        session.resize(to: terminal.size)
      case .edit(let text): edit(text)
      }
    }
  }

  private func edit(_ text: String) {
    session.flush()
    let outcome = ExternalEditor.edit(text, with: editor, terminal: terminal, in: localFolder)
    session.resize(to: terminal.size)
    switch outcome {
    case .success(let text): session.finishEditing(text)
    case .failure(let problem): session.finishEditing(nil, problem: problem.words)
    }
  }
}
