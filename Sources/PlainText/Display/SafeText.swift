/// Makes text from files and people safe to show: nothing in it is obeyed by a terminal, nothing is hidden.
public enum SafeText {
  /// The text with everything that would act or hide made visible.
  ///
  /// Control characters become their pictures (`␛`), the rest a code in brackets (`⟦U+202E⟧`): C1, controls
  /// of direction, zero-width characters, byte order marks, tags, line separators, marks without a letter.
  /// Joiners between emoji stay. A text without any of these is returned as it is.
  public static func visible(_ text: String, keepingNewlines: Bool = false) -> String {
    if DisplayWidth.columnsIfPlain(text) != nil || DisplayWidth.columnsIfUsual(text) != nil { return text }
    var out = String.UnicodeScalarView()
    var isChanged = false
    var last: Unicode.Scalar?
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if isHarmless(scalar, after: last, before: rest.first) || keepingNewlines && scalar == "\n" {
        out.append(scalar)
        last = scalar == "\n" ? nil : scalar
      } else {
        out.append(contentsOf: sign(for: scalar).unicodeScalars)
        isChanged = true
        last = nil
      }
    }
    return isChanged ? String(out) : text
  }

  /// What may stand in one cell of the screen for a character: its first scalar and up to four marks on it.
  ///
  /// Sequences that terminals disagree about (joined emoji, flags, skin tones) are reduced to their first
  /// part; controls become pictures; what cannot be drawn, `�`; a mark that stands alone, nothing.
  public static func cell(_ character: Character) -> String {
    var scalars = character.unicodeScalars[...]
    guard let first = scalars.popFirst() else { return "" }
    guard DisplayWidth.isDrawable(first) else { return pictured(first) ?? "\u{FFFD}" }
    guard DisplayWidth.of(first) > 0 else { return "" }
    var out = String(first)
    // ncurses keeps one scalar and four marks in a cell (CCHARW_MAX is 5).
    out.unicodeScalars.append(contentsOf: scalars.prefix(4).prefix(while: joins))
    return out
  }

  /// Whether a scalar adds to the character before it without a column of its own.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    guard DisplayWidth.of(scalar) == 0, scalar.value != 0xFE0F else { return false }
    return scalar.properties.generalCategory != .format
  }

  private static func isHarmless(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x20..<0x300: true
    case 0x200D: isEmojiPart(last) && isEmojiPart(next)
    // Direction, zero width, separators, fillers, annotations, tags and variation selectors past 16.
    case 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: false
    case 0xE0000...0xE0FFF: false
    default: last != nil || !isMark(scalar)
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  private static func isEmojiPart(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.value == 0xFE0F || scalar.value > 0xFF && scalar.properties.isEmoji
  }

  private static func sign(for scalar: Unicode.Scalar) -> String {
    if let picture = pictured(scalar) { return picture }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟦U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟧"
  }

  /// The picture of a control character (Unicode block Control Pictures).
  private static func pictured(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    default: nil
    }
  }
}
