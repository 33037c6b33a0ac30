import FieldbookScreens
import TextUI

/// The screen that shows nothing, for a moment when somebody looks over a shoulder.
enum BlankScreen {
  /// Whether a key blanks the screen: also in text and while a line is typed.
  static func blanks(_ key: Key, in navigation: Navigation) -> Bool {
    ActionTable.action(for: key, on: navigation.screenName)?.id == "screen.blank"
  }

  /// Whether a key brings everything back. All others are swallowed.
  static func bringsBack(_ key: Key) -> Bool { key == .enter || key == .control("g") }

  /// Nothing but the way back, and nothing that says what lies behind.
  static func canvas(_ size: TerminalSize) -> Canvas {
    var canvas = Canvas(size)
    canvas.put(
      "Enter comes back", .quiet, row: max(0, size.rows - 1), column: 1, width: max(0, size.columns - 2))
    canvas.placeCursor(row: 0, column: 0, isText: false)
    return canvas
  }
}
