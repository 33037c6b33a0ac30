/// What a piece of text is for. The terminal gives each role a colour where it has one; a role never says
/// anything that a letter or a sign does not say too.
public enum Role: String, Sendable, Hashable, CaseIterable {
  /// Ordinary text.
  case plain
  /// Titles and the heads of columns.
  case heading
  /// What may be passed over: notes, units, what no longer counts.
  case quiet
  /// The name of a key.
  case key
  /// What the eye should find first.
  case accent
  /// Better than it was, or done.
  case good
  /// Look twice.
  case caution
  /// Wrong, refused or overdue.
  case bad
}

/// How a piece of text is drawn: its role and what every terminal can show without colour.
public struct Style: Hashable, Sendable {
  /// What the text is for.
  public var role: Role
  /// Whether it is bold.
  public var bold: Bool
  /// Whether it is underlined.
  public var underline: Bool
  /// Whether foreground and background change places; the selection is drawn so.
  public var reverse: Bool

  /// Makes a style.
  public init(_ role: Role = .plain, bold: Bool = false, underline: Bool = false, reverse: Bool = false) {
    self.role = role
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
  }

  /// Ordinary text.
  public static let plain = Style(.plain)
  /// Titles: bold, so that they show without colour.
  public static let heading = Style(.heading, bold: true)
  /// Text that may be passed over.
  public static let quiet = Style(.quiet)
  /// The name of a key: bold.
  public static let key = Style(.key, bold: true)
  /// What the eye should find first: bold.
  public static let accent = Style(.accent, bold: true)
  /// Better, or done.
  public static let good = Style(.good)
  /// Look twice.
  public static let caution = Style(.caution)
  /// Wrong or overdue: bold.
  public static let bad = Style(.bad, bold: true)

  /// The same style as a selection shows it.
  public var reversed: Style {
    var style = self
    style.reverse = true
    return style
  }

  /// The same style, underlined.
  public var underlined: Style {
    var style = self
    style.underline = true
    return style
  }
}
