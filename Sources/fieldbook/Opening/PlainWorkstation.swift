import FieldbookModel
import FieldbookSession
import FieldbookStorage
import PlainText
import Terminal
import TextUI

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The workstation line by line: for screen readers, braille displays, bad lines and scripts. Nothing is repainted, and
/// no escape sequence is ever written.
struct PlainWorkstation {
  let input: LineInput
  let session: Session
  let dialogue: LineDialogue

  /// Whether line mode is asked for: by the option, by the settings, or by a terminal that can do no more.
  static func isAskedFor(_ option: Bool, _ settings: Settings) -> Bool {
    if option || settings.plain.value { return true }
    if case .standard = settings.plain.source { return ProcessEnvironment.variable("TERM") == "dumb" }
    return false
  }

  /// Runs until the user leaves or the input ends.
  static func run(
    _ workspace: Workspace, settings: Settings, now: @escaping @Sendable () -> Instant, command: String
  ) throws {
    let input = LineInput()
    var environment = SessionEnvironment(
      now: now, queue: WorkerThread { LineInput.wake() }, command: command)
    environment.home = ProcessEnvironment.variable("HOME") ?? ""
    environment.arrivals = Arrivals.folder
    environment.keys = settings.keys
    environment.notice = settings.notice ?? ""
    let session: Session
    do {
      session = try Session(
        workspace: workspace, environment: environment, size: TerminalSize(columns: 80, rows: 24))
    } catch {
      throw CommandFailure(error)
    }
    let dialogue = LineDialogue(session, width: width)
    let ending = PlainWorkstation(input: input, session: session, dialogue: dialogue).loop()
    if let ending {
      workspace.close()
      ending.endProcess()
    }
  }

  /// The terminal’s columns, or 80 where there is no terminal.
  private static var width: Int {
    var size = winsize()
    if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessEnvironment.variable("COLUMNS").flatMap { Int($0) } ?? 80
  }

  /// Returns how the program was ended; nil when the user left or the input ended.
  private func loop() -> Ending? {
    while true {
      if let ending = finishSaving() { return ending }
      dialogue.settle()
      print()
      // A line is little: what was typed is durable before the next one is asked for.
      session.flush()
      if session.isFinished { return nil }
      write(dialogue.prompt)
      switch input.next(isSaving: false) {
      case .line(let line):
        // Without a keyboard nobody sees what was typed: a transcript must hold it.
        if !input.isKeyboard { write(line + "\n") }
        dialogue.take(line)
        print()
      case .woken:
        write("\n")
      case .end:
        write("\n")
        dialogue.end()
        print()
        return nil
      case .ended(let ending):
        write("\n")
        dialogue.end()
        print()
        return ending
      }
    }
  }

  /// Waits until what was accepted is durable.
  private func finishSaving() -> Ending? {
    var ending: Ending?
    session.takeEvents()
    while session.isSaving {
      if case .ended(let signal) = input.next(isSaving: true) { ending = signal }
      session.takeEvents()
    }
    return ending
  }

  private func print() {
    for line in dialogue.takeOutput() { StandardStreams.line(line) }
  }

  private func write(_ text: String) {
    StandardStreams.bytes(Array(SafeText.visible(text, keepingNewlines: true).utf8))
  }
}
