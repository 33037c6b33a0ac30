/// A key as the bytes that xterm sends for it.
struct KeyBytes: ExpressibleByStringLiteral {
  let bytes: String

  init(_ bytes: String) {
    self.bytes = bytes
  }

  /// A key that types this text.
  init(stringLiteral text: String) {
    bytes = text
  }

  static let enter = KeyBytes("\r")
  static let escape = KeyBytes("\u{1B}")
  static let tab = KeyBytes("\t")
  static let backTab = KeyBytes("\u{1B}[Z")
  static let backspace = KeyBytes("\u{7F}")
  static let space = KeyBytes(" ")
  static let delete = KeyBytes("\u{1B}[3~")
  static let insert = KeyBytes("\u{1B}[2~")
  // The terminal is in its application mode while a program that reads single keys runs.
  static let up = KeyBytes("\u{1B}OA")
  static let down = KeyBytes("\u{1B}OB")
  static let right = KeyBytes("\u{1B}OC")
  static let left = KeyBytes("\u{1B}OD")
  static let home = KeyBytes("\u{1B}OH")
  static let end = KeyBytes("\u{1B}OF")
  static let pageUp = KeyBytes("\u{1B}[5~")
  static let pageDown = KeyBytes("\u{1B}[6~")
  static let wordLeft = KeyBytes("\u{1B}[1;5D")
  static let wordRight = KeyBytes("\u{1B}[1;5C")

  /// Control and a letter.
  static func control(_ letter: Character) -> KeyBytes {
    let code = (letter.asciiValue ?? 0) & 0x1F
    return KeyBytes(String(Character(Unicode.Scalar(code))))
  }

  /// Alt and a character.
  static func alt(_ character: Character) -> KeyBytes {
    KeyBytes("\u{1B}\(character)")
  }
}
