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
      environment.home = ProcessEnvironment.variable("HOME") ?? ""
      environment.arrivals = Arrivals.folder
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
    var flush = FlushDeadline<ContinuousClock.Instant>()
    var frame = FrameDeadline<ContinuousClock.Instant>()
    terminal.show(session.frame())
    while !session.isFinished {
      let waits = [flushIfDue(&flush), frame.timeLeft(now: .now)].compactMap { $0 }
      if let event = terminal.next(timeout: waits.min().map(Workstation.milliseconds)) {
        if let ending = answer(event) { return ending }
        answerRequests()
        frame.owe(isBusy: session.isBusy, now: .now)
      }
      // Keys that have already arrived are answered before anything is drawn.
      if frame.timeLeft(now: .now) == .zero, !terminal.hasPendingInput {
        terminal.show(session.frame())
        frame.paid()
      }
    }
    session.flush()
    return nil
  }

  /// Begins the flush of typed text when it has waited long enough, and says how long the next may wait; nil when there
  /// is nothing to wait for but events, of which the end of a flush is one.
  private func flushIfDue(_ deadline: inout FlushDeadline<ContinuousClock.Instant>) -> Duration? {
    if deadline.timeLeft(needsFlush: session.needsFlush, now: .now) == .zero { session.flushInBackground() }
    guard !session.isFlushing else { return nil }
    return deadline.timeLeft(needsFlush: session.needsFlush, now: .now)
  }

  /// Never less than the time itself, or the wait would be over before it is.
  private static func milliseconds(_ time: Duration) -> Int { Int((time / .milliseconds(1)).rounded(.up)) }

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
