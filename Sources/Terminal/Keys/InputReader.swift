import TextUI

/// Puts keys, Escape sequences and pastes together out of raw input. It knows no terminal: `source` waits for the
/// given milliseconds (negative: for ever) and says what came.
struct InputReader {
  private let source: (Int32) -> RawInput
  /// What was read ahead and has not been handed out.
  private var waiting: [RawInput] = []

  init(source: @escaping (Int32) -> RawInput) {
    self.source = source
  }

  /// How long the rest of a sequence that has begun may take to come, in milliseconds.
  private static let patience: Int32 = 25
  /// How long a paste may fall silent before its end is taken as lost, in milliseconds.
  private static let pastePatience: Int32 = 1000

  /// The next event; `nil` when the time runs out.
  mutating func next(timeout: Int32) -> TerminalEvent? {
    while true {
      switch take(timeout) {
      case .nothing: return nil
      case .woken: return .woken
      case .resized: return .resized
      case .signal(let number): return .ended(.signal(number))
      case .hungUp: return .ended(.hungUp)
      case .key(let key): return .key(key)
      case .pasteBegin: return .key(.paste(paste()))
      case .pasteEnd, .unknownKey: continue
      case .character(let scalar):
        if let key = key(startingWith: scalar) { return .key(key) }
      }
    }
  }

  private mutating func take(_ timeout: Int32) -> RawInput {
    waiting.isEmpty ? source(timeout) : waiting.removeFirst()
  }

  /// What comes next, left in its place.
  private mutating func peek(_ timeout: Int32 = 0) -> RawInput {
    if waiting.isEmpty {
      let input = source(timeout)
      guard input != .nothing else { return .nothing }
      waiting.append(input)
    }
    return waiting[0]
  }
}

extension InputReader {
  private mutating func key(startingWith scalar: Unicode.Scalar) -> Key? {
    if scalar.value == 27 { return keyAfterEscape() }
    if let key = Self.controlKey(scalar) { return key }
    return Self.isPrintable(scalar) ? .character(character(startingWith: scalar)) : nil
  }

  /// The key of a C0 control character or DEL. Both line ends are Enter and both erase codes Backspace, because
  /// terminals and the scripts that drive them differ.
  static func controlKey(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0: .control(" ")
    case 8, 127: .backspace
    case 9: .tab
    case 10, 13: .enter
    case 27: .escape
    case 1...26: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 28...31: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    default: nil
    }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 32 && !(127..<160).contains(scalar.value)
  }

  /// An input method sends a base and its accents, or the parts of an emoji, one after the other; they are one
  /// character to whoever typed them.
  private mutating func character(startingWith scalar: Unicode.Scalar) -> Character {
    var whole = String(Character(scalar))
    while case .character(let more) = peek(), !more.isASCII {
      let longer = whole + String(Character(more))
      guard longer.count == 1 else { break }
      whole = longer
      waiting.removeFirst()
    }
    return whole.first ?? " "
  }

  /// Escape alone, Alt and a key, or the start of a sequence that nobody knows, which must not be taken for typing.
  private mutating func keyAfterEscape() -> Key? {
    switch peek() {
    case .character("["): return skipControlSequence()
    case .character("O"): return skipApplicationKey()
    case .key(.backspace), .character("\u{7F}"):
      waiting.removeFirst()
      return .control("w")
    case .character(let scalar) where Self.isPrintable(scalar):
      waiting.removeFirst()
      return altKey(scalar)
    case .key(.left), .key(.wordLeft):
      waiting.removeFirst()
      return .wordLeft
    case .key(.right), .key(.wordRight):
      waiting.removeFirst()
      return .wordRight
    default: return .escape
    }
  }

  private mutating func altKey(_ scalar: Unicode.Scalar) -> Key {
    switch scalar {
    case "b": .wordLeft
    case "f": .wordRight
    default: .alt(character(startingWith: scalar))
    }
  }

  /// `ESC [ parameters final`: nothing, or Alt-[ where nothing follows.
  private mutating func skipControlSequence() -> Key? {
    waiting.removeFirst()
    guard case .character = peek(Self.patience) else { return .alt("[") }
    while case .character(let scalar) = peek(Self.patience), (0x20...0x7E).contains(scalar.value) {
      waiting.removeFirst()
      if scalar.value >= 0x40 { break }
    }
    return nil
  }

  /// `ESC O letter`: nothing, or Alt-O where nothing follows.
  private mutating func skipApplicationKey() -> Key? {
    waiting.removeFirst()
    guard case .character(let scalar) = peek(Self.patience), (0x20...0x7E).contains(scalar.value) else {
      return .alt("O")
    }
    waiting.removeFirst()
    return nil
  }

  /// Collects until the end mark, a second of silence, or the end of everything; what else happens meanwhile is
  /// told afterwards. Keys inside a paste came out of its text, and are dropped with the other controls.
  private mutating func paste() -> String {
    var filter = PasteFilter()
    var afterwards: [RawInput] = []
    reading: while true {
      let input = take(Self.pastePatience)
      switch input {
      case .character(let scalar): filter.take(scalar)
      case .nothing, .pasteEnd: break reading
      case .woken, .resized: if !afterwards.contains(input) { afterwards.append(input) }
      case .signal, .hungUp:
        afterwards.append(input)
        break reading
      case .key, .unknownKey, .pasteBegin: break
      }
    }
    waiting = afterwards + waiting
    return filter.text
  }
}
