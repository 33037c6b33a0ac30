import TextUI

/// An action of the screen in front, as it stands just now.
public struct OfferedAction: Sendable {
  /// The action.
  public let action: Action
  /// Its keys there, as the user has them.
  public let keyNames: [String]
  /// Why it cannot be done just now; nil when it can.
  public let reason: String?
}

/// What line mode needs of the screens: it chooses rows by number and fills fields by their names.
extension Navigation {
  /// Which line is being typed at the foot of the screen; nil when none is.
  public var promptKind: PromptKind? { prompt?.kind }

  /// What stands in that line.
  public var promptText: String { prompt?.editor.text ?? "" }

  /// The form in front, if one is.
  public var form: Form? { (front as? FormScreen)?.form }

  /// The actions of the front screen.
  public func offered(_ context: ScreenContext) -> [OfferedAction] {
    ActionTable.actions(on: front.name).map { action in
      OfferedAction(
        action: action, keyNames: context.keys.keys(of: action, on: front.name).map(\.name),
        reason: action.unavailable(self, context))
    }
  }

  /// Puts a value into a field of the form in front.
  public mutating func fill(_ field: String, with value: FormValue, _ context: ScreenContext) {
    guard var screen = front as? FormScreen else { return }
    screen.fill(field, with: value, context)
    front = screen
  }

  /// Puts words in the place of what narrows the choices at the foot of the screen.
  public mutating func narrowPrompt(to text: String) {
    prompt?.editor = LineEditor(text)
    prompt?.chosen = 0
  }

  /// Takes the cursor to one of those choices, counted from 0.
  public mutating func stand(onChoice index: Int) {
    prompt?.chosen = index
  }

  /// Takes the cursor to a row of a block, as the arrows would; false when it cannot stand there.
  public mutating func choose(_ row: Int, of block: String, _ context: ScreenContext) -> Bool {
    for side in [nil, Movement.left, .right] where cursor(context)?.block != block {
      if let side { front.move(side, height: { _ in 1 }, context) }
    }
    guard cursor(context)?.block == block else { return false }
    front.move(.first, height: { _ in 1 }, context)
    let start = cursor(context)?.row ?? 0
    // A page as high as the way is long leads there at once.
    if row > start { front.move(.pageDown, height: { _ in row - start + 1 }, context) }
    return cursor(context)?.row == row
  }

  /// The row under the cursor, of the block that has the keys.
  private func cursor(_ context: ScreenContext) -> SpokenPage.Place? {
    SpokenPage(front.page(context)).chosen
  }
}
