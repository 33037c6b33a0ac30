import CTerminal
import TextUI

/// Which colour each role gets on this terminal: a theme, a depth and a background brought together. Colour is
/// decoration: no screen depends on it, and nothing is drawn dim, which many terminals draw unreadably.
struct Palette: Hashable {
  let theme: Theme
  let depth: ColourDepth?
  let background: Background

  /// The palette of a terminal that has so many colours, and whose user wants no more than they said.
  init(_ choice: DisplayChoice, colours: Int) {
    theme = choice.theme
    background = choice.background
    switch choice.colours {
    case .asTheTerminal: depth = ColourDepth(colours: colours)
    case .none: depth = nil
    case .atMost(let most): depth = ColourDepth(colours: min(colours, most.rawValue))
    }
  }

  /// The number of the foreground colour; `nil` leaves the terminal's own.
  func foreground(of role: Role) -> Int? {
    depth.flatMap { theme.look(of: role, on: background).colours[$0] }
  }
}

extension Palette {
  /// The pair of a role; pair 0 is the terminal's own.
  static func pair(of role: Role) -> Int32 {
    Int32((Role.allCases.firstIndex(of: role) ?? -1) + 1)
  }

  /// What `ct_put` is told about a style besides its pair.
  func attributes(of style: Style) -> Int32 {
    let look = theme.look(of: style.role, on: background)
    var attributes = 0
    if style.bold || look.bold { attributes |= ct_bold }
    if style.underline || look.underline { attributes |= ct_underline }
    if style.reverse || look.reverse { attributes |= ct_reverse }
    return Int32(attributes)
  }

  /// Tells the terminal about the colours; where there are none, it is told nothing of colour at all.
  func define() {
    guard depth != nil else { return }
    ct_start_colours()
    for role in Role.allCases {
      ct_define_pair(Self.pair(of: role), Int32(foreground(of: role) ?? -1), -1)
    }
  }
}
