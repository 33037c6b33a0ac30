import TextUI

extension ScreenContext {
  /// The key of an action, for a sentence that mentions it: `r`, or the key that the user has given it. Where it has
  /// none, the way by the palette: `:review.start`. Line mode is told what is typed there instead of a key.
  func key(_ id: String, on screen: ScreenName) -> String {
    let key = keys.name(of: id, on: screen)
    guard isSpoken else { return key }
    if screen == .form { return ScreenContext.spokenFormKeys[id] ?? key }
    return key == Key.enter.name ? "a number" : key
  }

  /// What is typed in a form that is filled in line by line.
  private static let spokenFormKeys = [
    "form.accept": ".save", "form.leave": ".leave", "form.discard": ".again", "help.show": ".help",
  ]
}
