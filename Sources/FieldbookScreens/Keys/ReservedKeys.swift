import TextUI

/// Keys that cannot be given to another action: the ways out of anything, and what edits text.
enum ReservedKeys {
  /// Keys that always mean what they mean: nobody can shut themselves in, and what scripts type goes on working.
  private static let fixed: Set<Key> = [
    .escape, .control("z"), .control("c"), .control("g"), .character(":"),
  ]

  /// Whether a key stays with the action it has.
  static func isFixed(_ key: Key) -> Bool { fixed.contains(key) }

  /// Why a key cannot be an action's on a screen; nil when it can.
  static func reason(against key: Key, for action: Action, on screen: ScreenName) -> String? {
    if case .paste = key { return "a paste is text" }
    if case .control(let letter) = key, let other = arrivesAs[letter] {
      return "a terminal sends the same for it as for \(other)"
    }
    if isFixed(key), !action.keys.contains(key) { return "it always means the same" }
    if screen == .form, !action.keys.contains(key), edits(key) { return "it edits text" }
    return nil
  }

  /// Control and some letters cannot be told from other keys.
  private static let arrivesAs: [Character: String] = [
    "i": "Tab", "m": "Enter", "j": "Enter", "h": "Backspace", "[": "Esc",
  ]

  /// Whether a key means something to a text, or moves in a form.
  private static func edits(_ key: Key) -> Bool {
    if [.enter, .tab, .backTab, .up, .down].contains(key) { return true }
    var editor = TextEditor("one two\nthree four\nfive")
    return editor.handle(key, width: 20, height: 5)
  }
}
