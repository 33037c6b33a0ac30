import CTerminal
import TextUI

/// What is known of the terminal without taking it over: for a report, also where there is none.
public struct TerminalDescription: Hashable, Sendable {
  /// Why fieldbook's screens could not be drawn on it; nil when they could, or when there is no terminal to ask.
  public let failure: TerminalFailure?
  /// Whether standard input and standard output are terminals.
  public let isThere: Bool
  /// How large it is; nil where there is none.
  public let size: TerminalSize?
  /// How many colours its description tells of.
  public let colours: Int
  /// Whether its description tells that it can move its cursor.
  public let movesCursor: Bool
  /// Whether its description tells of bracketed paste. It is asked for in any case: others ignore it.
  public let hasPasteMode: Bool
  /// Whether what stood on the screen before comes back.
  public let hasAlternateScreen: Bool
  /// Whether its description tells that it can show several writes as one frame.
  public let hasSynchronisedOutput: Bool
  /// Whether characters beyond ASCII reach it as what they are.
  public let isUTF8: Bool
  /// Whether the environment names a locale that this computer does not have.
  public let isLocaleMissing: Bool

  /// Looks at the terminal of this process. Not while a `Terminal` is open.
  public init(type: String) {
    let found = ct_describe()
    switch found.opening {
    case .unknown_type: failure = TerminalFailure(reason: .unknownType(type))
    case .cannot_move_cursor: failure = TerminalFailure(reason: .cannotMoveCursor(type))
    default: failure = nil
    }
    isThere = found.input_is_terminal && found.output_is_terminal
    size = found.columns > 0 ? TerminalSize(columns: Int(found.columns), rows: Int(found.rows)) : nil
    colours = max(0, Int(found.colours))
    movesCursor = found.opening == .ready
    hasPasteMode = found.has_paste_mode
    hasAlternateScreen = found.has_alternate_screen
    hasSynchronisedOutput = found.has_synchronised_output
    isUTF8 = found.is_utf8
    isLocaleMissing = found.locale_is_missing
  }
}
