extension Key {
  /// The key as help and hints write it: `Enter`, `^S`, `Space`, `Alt-x`, `F1`, `j`; a paste is its text in quotes.
  public var name: String {
    switch self {
    case .character(let character): Self.name(of: character)
    case .control(let character): "^" + Self.name(of: character).uppercased(ifOneLetter: character)
    case .alt(let character): "Alt-" + Self.name(of: character)
    case .function(let number): "F\(number)"
    case .paste(let text): "\"\(text)\""
    default: Self.named.first { $0.key == self }?.name ?? ""
    }
  }

  /// Reads what `name` writes; `nil` for anything else.
  public init?(name: String) {
    if let key = Self.named.first(where: { $0.name == name })?.key ?? Self.compound(name) {
      self = key
    } else if let character = Self.character(named: name) {
      self = .character(character)
    } else {
      return nil
    }
  }

  private static let named: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Shift-Tab", .backTab), ("Backspace", .backspace),
    ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Ctrl-Left", .wordLeft),
    ("Ctrl-Right", .wordRight),
  ]

  private static func name(of character: Character) -> String {
    character == " " ? "Space" : String(character)
  }

  private static func character(named name: String) -> Character? {
    if name == "Space" { return " " }
    return name.count == 1 ? name.first : nil
  }

  private static func compound(_ name: String) -> Key? {
    if name.count > 1, name.hasPrefix("^"), let character = character(named: String(name.dropFirst())) {
      return .control(character.lowercased().first ?? character)
    }
    if name.hasPrefix("Alt-"), let character = character(named: String(name.dropFirst(4))) {
      return .alt(character)
    }
    if name.hasPrefix("F"), let number = Int(name.dropFirst()), "F\(number)" == name, number > 0 {
      return .function(number)
    }
    // Bytes, because the pasted text may begin with an accent that would join the quote.
    let bytes = name.utf8
    guard bytes.count > 1, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else {
      return nil
    }
    return .paste(String(Substring(bytes.dropFirst().dropLast())))
  }
}

extension String {
  /// `^S` is written with a capital; `^Space` keeps its own.
  fileprivate func uppercased(ifOneLetter character: Character) -> String {
    character == " " ? self : uppercased()
  }
}
