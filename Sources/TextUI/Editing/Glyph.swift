import PlainText

/// A character of a text being edited, with what wrapping asks of it: asked once, when it is typed, so that a long
/// text can be wrapped again at each key.
struct Glyph: Hashable, Sendable {
  enum Kind: UInt8, Hashable, Sendable {
    case letter
    case space
    case newline
  }

  let character: Character
  /// Columns on the screen.
  let width: UInt8
  let kind: Kind

  init(_ character: Character) {
    self.character = character
    switch character {
    case "\n":
      kind = .newline
      width = 0
    case " ":
      kind = .space
      width = 1
    default:
      kind = .letter
      width = character.isASCII ? 1 : UInt8(clamping: DisplayWidth.of(SafeText.visible(String(character))))
    }
  }
}
