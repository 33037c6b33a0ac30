import TextUI

/// How each role is drawn: a colour for each depth, and what every terminal can show without colour. A theme is data;
/// it never touches the terminal's own colours, and adds to what the program already draws bold or underlined.
public struct Theme: Hashable, Sendable {
  /// How one role is drawn.
  public struct Look: Hashable, Sendable {
    /// The number of the foreground colour by depth; where there is none, the terminal's own is used.
    public var colours: [ColourDepth: Int] = [:]
    /// Whether it is made bold.
    public var bold = false
    /// Whether it is underlined.
    public var underline = false
    /// Whether foreground and background change places.
    public var reverse = false

    /// The terminal's own look.
    public init() {}
  }

  /// What it is called by: the name of its file without the ending.
  public var name: String
  /// What it is, in a few words.
  public var title: String
  /// The looks for a background that is not known, which must do on any.
  public var looks: [Role: Look]
  /// The looks that replace those on a background known to be dark or light.
  public var looksByBackground: [Background: [Role: Look]]

  /// A theme; see the properties.
  public init(
    name: String, title: String, looks: [Role: Look], looksByBackground: [Background: [Role: Look]] = [:]
  ) {
    self.name = name
    self.title = title
    self.looks = looks
    self.looksByBackground = looksByBackground
  }

  /// How a role is drawn on a background.
  public func look(of role: Role, on background: Background) -> Look {
    looksByBackground[background]?[role] ?? looks[role] ?? Look()
  }
}

/// How many colours a terminal has, as far as themes tell terminals apart.
public enum ColourDepth: Int, CaseIterable, Sendable {
  /// The eight that every colour terminal has.
  case eight = 8
  /// Those and their bright halves.
  case sixteen = 16
  /// Those of rxvt.
  case eightyEight = 88
  /// Those of xterm.
  case full = 256

  /// The depth to use on a terminal of so many colours; nil for none.
  public init?(colours: Int) {
    guard let depth = Self.allCases.last(where: { $0.rawValue <= colours }) else { return nil }
    self = depth
  }
}

/// What the terminal's background is like.
public enum Background: String, CaseIterable, Sendable {
  /// Nobody has said.
  case unknown
  /// Light text on it.
  case dark
  /// Dark text on it.
  case light

  /// What the surroundings say of the background: `COLORFGBG` where a terminal sets it; the Linux console is black.
  public init(variables: (String) -> String?) {
    if variables("TERM") == "linux" {
      self = .dark
    } else if let last = variables("COLORFGBG")?.split(separator: ";").last, let colour = Int(last) {
      // The eight dark colours but white, and the dark grey that 8 is.
      self = (0...15).contains(colour) ? ((0...6).contains(colour) || colour == 8 ? .dark : .light) : .unknown
    } else {
      self = .unknown
    }
  }
}
