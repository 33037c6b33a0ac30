import TextUI

/// A screen that is a text to read: it scrolls, is looked through, and nothing in it is chosen.
protocol ReadingScreen: Screen {
  var position: ReadingPosition { get set }
  /// The text, as wide as the screen.
  func lines(_ context: ScreenContext) -> [Line]
}

extension ReadingScreen {
  /// Scrolls.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    position.move(movement, count: lines(context).count, height: height(name.rawValue))
  }

  /// What is looked for.
  public var find: String? {
    get { position.find }
    set { position.find = newValue ?? "" }
  }

  /// Goes to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) { position.land(lines(context)) }

  /// Goes to the next match, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    position.goToMatch(movement, lines(context))
  }

  /// The text as a block, with what is looked for marked in it.
  func reading(_ lines: [Line]) -> Block { position.block(lines, id: name.rawValue) }
}
