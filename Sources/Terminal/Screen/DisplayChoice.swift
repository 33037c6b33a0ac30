/// How the user wants things drawn.
public struct DisplayChoice: Hashable, Sendable {
  /// How many colours may be used.
  public enum Colours: Hashable, Sendable {
    /// As many as the terminal has.
    case asTheTerminal
    /// None: bold, underline and reverse say it all.
    case none
    /// Those of a terminal of this depth, even where there are more.
    case atMost(ColourDepth)
  }

  /// The colours and weights of the roles.
  public var theme: Theme
  /// How many colours may be used.
  public var colours: Colours
  /// What the background is like.
  public var background: Background
  /// Whether nothing but ASCII is drawn; nil leaves it to the locale.
  public var isASCII: Bool?

  /// A choice; see the properties.
  public init(
    theme: Theme = .standard, colours: Colours = .asTheTerminal, background: Background = .unknown,
    isASCII: Bool? = nil
  ) {
    self.theme = theme
    self.colours = colours
    self.background = background
    self.isASCII = isASCII
  }
}
