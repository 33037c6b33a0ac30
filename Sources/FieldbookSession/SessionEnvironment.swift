import FieldbookModel
import FieldbookScreens
import TextUI

/// What the running program is given from outside, so that tests can give it something else.
public struct SessionEnvironment: Sendable {
  /// The time that is written into records.
  public var now: @Sendable () -> Instant
  /// Runs the work that touches the disk.
  public var queue: any JobQueue
  /// How the command that prints a report begins: `fieldbook -w DIR`.
  public var command: String
  /// Which key does what.
  public var keys = KeyBindings.standard
  /// What the user is, in a word or two; empty where they have not said.
  public var role = ""
  /// What is said on opening, until the first key; empty for nothing.
  public var notice = ""

  /// The user’s own folder; empty where it is not known.
  public var home = ""
  /// The folder in which files usually arrive.
  public var arrivals = "."

  /// An environment; see the properties.
  public init(now: @escaping @Sendable () -> Instant, queue: any JobQueue, command: String) {
    self.now = now
    self.queue = queue
    self.command = command
  }
}

/// What the session asks of whoever holds the terminal.
public enum TerminalRequest: Sendable, Hashable {
  /// Draw everything again.
  case redraw
  /// Go back to the shell for a while.
  case suspend
  /// Open this text in the user's editor, then call `Session.finishEditing`.
  case edit(String)
}
