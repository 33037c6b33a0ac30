/// Cuts a terminal's bytes into characters and controls.
struct ControlParser {
  enum Control {
    case scalar(Unicode.Scalar)
    case c0(UInt8)
    case escape(Character)
    /// A character set (`B` ASCII, `0` line drawing) for slot 0 or 1.
    case charset(Int, Character)
    case sequence(Sequence)
  }

  /// `ESC [ mark numbers final`.
  struct Sequence {
    var mark: Character?
    var numbers: [Int] = []
    var final: Character = " "

    /// The number at an index; 0 where there is none.
    func number(_ index: Int) -> Int {
      numbers.indices.contains(index) ? numbers[index] : 0
    }
  }

  private enum State {
    case text
    case escape
    case charset(Int)
    case sequence([UInt8])
    /// An operating system command, until BEL or `ESC \`.
    case command
  }

  private var state = State.text
  private var pending: [UInt8] = []

  /// Takes a byte; what it completes.
  mutating func take(_ byte: UInt8) -> Control? {
    switch state {
    case .text: return takeText(byte)
    case .escape: return takeEscape(byte)
    case .charset(let slot):
      state = .text
      return .charset(slot, Character(Unicode.Scalar(byte)))
    case .sequence(let bytes): return takeSequence(byte, after: bytes)
    case .command:
      if byte == 7 { state = .text }
      if byte == 27 { state = .escape }
      return nil
    }
  }

  private mutating func takeText(_ byte: UInt8) -> Control? {
    if byte == 27 {
      state = .escape
      return nil
    }
    if byte < 32 { return .c0(byte) }
    if byte < 128 { return .scalar(Unicode.Scalar(byte)) }
    pending.append(byte)
    guard pending.count == Self.length(of: pending[0]) else { return nil }
    defer { pending = [] }
    return String(decoding: pending, as: UTF8.self).unicodeScalars.first.map(Control.scalar)
  }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  private mutating func takeEscape(_ byte: UInt8) -> Control? {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "("): state = .charset(0)
    case UInt8(ascii: ")"): state = .charset(1)
    case UInt8(ascii: "]"): state = .command
    default:
      state = .text
      return .escape(Character(Unicode.Scalar(byte)))
    }
    return nil
  }

  private mutating func takeSequence(_ byte: UInt8, after bytes: [UInt8]) -> Control? {
    guard (0x40...0x7E).contains(byte) else {
      state = .sequence(bytes + [byte])
      return nil
    }
    state = .text
    var sequence = Sequence()
    let marks = bytes.filter { !(0x30...0x3B).contains($0) }
    sequence.mark = marks.first.map { Character(Unicode.Scalar($0)) }
    let text = String(decoding: bytes.filter { (0x30...0x3B).contains($0) }, as: UTF8.self)
    sequence.numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    sequence.final = Character(Unicode.Scalar(byte))
    return .sequence(sequence)
  }
}

/// The line-drawing set of the VT100.
enum LineDrawing {
  private static let shapes: [Unicode.Scalar: String] = [
    "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴", "w": "┬",
    "x": "│",
    "`": "◆", "a": "▒", "f": "°", "g": "±", "~": "·",
  ]

  static func text(for scalar: Unicode.Scalar) -> String {
    shapes[scalar] ?? String(Character(scalar))
  }
}

/// How many columns a scalar takes: a terminal's own idea, apart from the program's, so that tests see a difference.
enum CellWidth {
  private static let nothing: [ClosedRange<UInt32>] = [
    0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x064B...0x065F, 0x0900...0x0902, 0x094D...0x094D,
    0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x20D0...0x20F0, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
  ]
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FC, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if nothing.contains(where: { $0.contains(value) }) { return 0 }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }
}
