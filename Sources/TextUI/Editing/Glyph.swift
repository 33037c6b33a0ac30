import PlainText

/// A character of a text being edited, with what is asked of it at every key: found out once, when it is typed.
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
  /// How long it is in UTF-8.
  let bytes: UInt32

  init(_ character: Character) {
    self.character = character
    bytes = UInt32(clamping: character.utf8.count)
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

extension Glyph {
  /// Whether it makes a word of what it stands in: a letter or a figure.
  var isWordly: Bool {
    guard let ascii = character.asciiValue else { return character.isLetter || character.isNumber }
    switch ascii {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    default: return false
    }
  }

  /// What it is found by: without regard to capitals, and to which kind of apostrophe was typed.
  var folded: Character {
    guard let ascii = character.asciiValue else {
      if character == "’" || character == "‘" { return "'" }
      let lowered = character.lowercased()
      return lowered.count == 1 ? lowered.first ?? character : character
    }
    return (0x41...0x5A).contains(ascii) ? Character(Unicode.Scalar(ascii | 0x20)) : character
  }
}
