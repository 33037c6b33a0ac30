/// One press on the keyboard, or one paste, after the terminal's bytes have been decoded.
public enum Key: Hashable, Sendable {
  /// A printable character, the space included.
  case character(Character)
  /// The Enter key.
  case enter
  /// The Escape key.
  case escape
  /// The Tab key.
  case tab
  /// Shift and Tab.
  case backTab
  /// Backspace, whichever of its two codes the terminal sends.
  case backspace
  /// The forward-delete key.
  case delete
  /// The Insert key.
  case insert
  /// The up arrow.
  case up
  /// The down arrow.
  case down
  /// The left arrow.
  case left
  /// The right arrow.
  case right
  /// The Home key.
  case home
  /// The End key.
  case end
  /// The Page Up key.
  case pageUp
  /// The Page Down key.
  case pageDown
  /// Ctrl and the left arrow: one word back.
  case wordLeft
  /// Ctrl and the right arrow: one word on.
  case wordRight
  /// Ctrl and a character; letters are in lower case.
  case control(Character)
  /// Alt (or Escape, at once followed by) a character.
  case alt(Character)
  /// A function key, counted from 1.
  case function(Int)
  /// Text pasted as one piece, with `\n` between its lines.
  case paste(String)
}
