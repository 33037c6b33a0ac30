/// The colours of a page, by what they are for. Nothing is told by colour alone: lines of a chart differ by dashes and
/// shapes too, signs by their form.
struct HTMLPalette {
  /// A colour with its name in the style sheet.
  struct Colour: Hashable {
    let name: String
    /// Six hexadecimal digits.
    let hex: String
  }

  let colours: [Colour]

  /// On paper, and on a screen in daylight.
  static let light = HTMLPalette([
    ("paper", "ffffff"), ("card", "f6f7f9"), ("ink", "1b1f24"), ("quiet", "4b5563"), ("line", "c4cad3"),
    ("link", "0b4f8a"), ("warn", "fff1cf"), ("warnink", "5f3800"), ("school", "1b1f24"),
    ("authority", "0b4f8a"),
    ("england", "8a3b00"),
  ])

  /// On a dark screen.
  static let dark = HTMLPalette([
    ("paper", "15181c"), ("card", "1e2329"), ("ink", "e8eaed"), ("quiet", "aeb6c2"), ("line", "454d58"),
    ("link", "8ec5ff"), ("warn", "3a2b08"), ("warnink", "ffdf9e"), ("school", "e8eaed"),
    ("authority", "8ec5ff"),
    ("england", "ffb98a"),
  ])

  /// What stands on what, in the whole style sheet: a test reckons their contrast.
  static let pairs: [(text: String, ground: String)] = [
    ("ink", "paper"), ("ink", "card"), ("quiet", "paper"), ("quiet", "card"), ("link", "paper"),
    ("link", "card"),
    ("warnink", "warn"), ("school", "paper"), ("authority", "paper"), ("england", "paper"),
  ]

  private init(_ colours: [(String, String)]) {
    self.colours = colours.map { Colour(name: $0.0, hex: $0.1) }
  }

  /// The colour of that name.
  subscript(name: String) -> String? { colours.first { $0.name == name }?.hex }

  /// The declarations of a style sheet.
  var declarations: String { colours.map { "--\($0.name):#\($0.hex)" }.joined(separator: ";") }
}
