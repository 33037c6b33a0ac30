/// How many columns of a terminal a text takes.
///
/// The widths are those of glibc's `wcwidth`, because ncurses goes by that and lines smear where the two
/// disagree. A character counts as what `SafeText.cell` puts on the screen for it.
public enum DisplayWidth {
  /// The columns of a character: 2 for wide ones, 0 for marks that stand alone, else 1.
  public static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    return of(first)
  }

  /// The columns of a text on one line.
  public static func of(_ text: some StringProtocol) -> Int {
    if let count = columnsIfPlain(text) { return count }
    if let count = columnsIfUsual(text) { return count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one scalar. What cannot be drawn counts 1, for the sign that is drawn in its place.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 || isUsualSign(value) { return 1 }
    guard isDrawable(scalar) else { return 1 }
    if contains(value, DisplayWidthTables.zero) { return 0 }
    return value >= 0x1100 && contains(value, DisplayWidthTables.wide) ? 2 : 1
  }

  /// Whether a terminal has something to draw: false for controls and for what Unicode 14, the version of
  /// Debian 12's glibc, does not assign.
  static func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x2029: return false
    case 0..<0x300: return true
    case let value where isUsualSign(value): return true
    default: break
    }
    let properties = scalar.properties
    guard let age = properties.age, age.major <= 14 else { return false }
    return properties.generalCategory != .unassigned
  }

  /// The number of characters, if each is a letter or sign of the Latin blocks or one of the usual signs: each is then
  /// one scalar in one column, and harmless.
  public static func columnsIfUsual(_ text: some StringProtocol) -> Int? {
    var count = 0
    for scalar in text.unicodeScalars {
      guard isUsual(scalar) else { return nil }
      count += 1
    }
    return count
  }

  /// Whether a scalar takes one column by itself and acts on nothing: to know it of nearly all text saves looking up
  /// its properties at every key.
  public static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x300: true
    default: isUsualSign(scalar.value)
    }
  }

  /// The dashes, quotation marks, arrows, boxes and shapes of which pages are full.
  static func isUsualSign(_ value: UInt32) -> Bool {
    switch value {
    case 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x25FC: true
    default: false
    }
  }

  /// The number of characters, if each is printable ASCII.
  @inline(__always)
  static func columnsIfPlain(_ text: some StringProtocol) -> Int? {
    var count = 0
    for byte in text.utf8 {
      guard byte &- 0x20 < 0x5F else { return nil }
      count += 1
    }
    return count
  }

  private static func contains(_ value: UInt32, _ ranges: [ClosedRange<UInt32>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= value
  }
}
