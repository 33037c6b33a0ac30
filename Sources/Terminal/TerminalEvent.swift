import CTerminal
import TextUI

/// Something that happened while the program waited.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed, or text was pasted.
  case key(Key)
  /// The size may have changed, or the screen came back after a pause: show the canvas again.
  case resized
  /// A `Waker` was used.
  case woken
  /// The program must leave. It is said again at every `next`, and after some seconds the program is ended.
  case ended(Ending)
}

/// Why a program must leave that was not told to by a key.
public enum Ending: Hashable, Sendable {
  /// Somebody sent this signal: SIGTERM, SIGHUP, SIGINT or SIGQUIT.
  case signal(Int32)
  /// The terminal is gone: nothing will be typed any more and nothing shown can be seen.
  case hungUp

  /// Ends the process as the signal would have done, so that its parent is told the truth. Close the terminal
  /// first.
  public func endProcess() -> Never {
    switch self {
    case .signal(let number): ct_die_of(number)
    case .hungUp: ct_die_of(ct_signal_hang_up)
    }
  }
}
