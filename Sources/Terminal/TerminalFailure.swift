import TextUI

/// Why the terminal could not be taken over. It has been left untouched.
public struct TerminalFailure: Error, Hashable, Sendable {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// Standard input or standard output is a file or a pipe.
    case notATerminal
    /// `TERM` is unset (then the text is empty), or no description of that type is installed.
    case unknownType(String)
    /// The type is known, but it can only print line after line.
    case cannotMoveCursor(String)
  }

  /// What stands in the way.
  public let reason: Reason

  /// Says what is wrong and what to do, in a sentence or two.
  public var message: String {
    switch reason {
    case .notATerminal:
      "fieldbook needs a terminal, but its input or output is a file or a pipe. "
        + "Use fieldbook --plain to work line by line, or one of its commands: see fieldbook --help."
    case .unknownType(""):
      "The type of this terminal is not known, because TERM is not set. "
        + "Try TERM=xterm-256color fieldbook."
    case .unknownType(let name):
      "This computer has no description of the terminal type \(shown(name)) (from TERM). "
        + "Try TERM=xterm-256color fieldbook."
    case .cannotMoveCursor(let name):
      "A terminal of the type \(shown(name)) (from TERM) cannot move its cursor. "
        + "Set TERM to what it really is, or use the commands: see fieldbook --help."
    }
  }

  /// The name comes from outside; a span makes it safe to print.
  private func shown(_ name: String) -> String {
    "“\(Span(name).text)”"
  }
}
