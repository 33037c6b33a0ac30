import CTerminal
import TextUI

/// Which colour each role gets on a terminal of a given depth. Colour is decoration: no screen depends on it.
///
/// The pairs that matter are blue against orange, which people who cannot tell red from green can tell apart.
/// Backgrounds are left as the user has them, and every colour was chosen to be read on black and on white. The
/// bright half of the 16 colours is not used: some themes make greys of it.
enum Palette: Hashable {
  case mono
  case basic
  case full

  init(colours: Int) {
    switch colours {
    case ..<8: self = .mono
    case ..<256: self = .basic
    default: self = .full
    }
  }

  /// The number of the foreground colour; `nil` leaves the terminal's own.
  func foreground(of role: Role) -> Int? {
    switch self {
    case .mono: nil
    case .basic: Self.basicColour(role)
    case .full: Self.fullColour(role)
    }
  }

  /// Whether a role is drawn dim: where there is no grey for it.
  func isDim(_ role: Role) -> Bool {
    self != .full && role == .quiet
  }

  private static func basicColour(_ role: Role) -> Int? {
    switch role {
    case .plain, .heading, .quiet, .key: nil
    case .accent, .good: 6
    case .caution: 3
    case .bad: 1
    }
  }

  private static func fullColour(_ role: Role) -> Int? {
    switch role {
    case .plain, .heading: nil
    case .quiet: 244
    case .key, .accent: 37
    case .good: 33
    case .caution: 172
    case .bad: 202
    }
  }
}

extension Palette {
  /// The pair of a role; pair 0 is the terminal's own.
  static func pair(of role: Role) -> Int32 {
    Int32((Role.allCases.firstIndex(of: role) ?? -1) + 1)
  }

  /// What `ct_put` is told about a style besides its pair.
  func attributes(of style: Style) -> Int32 {
    var attributes = 0
    if style.bold { attributes |= ct_bold }
    if style.underline { attributes |= ct_underline }
    if style.reverse { attributes |= ct_reverse }
    if isDim(style.role) && !style.reverse { attributes |= ct_dim }
    return Int32(attributes)
  }

  /// Tells the terminal about the colours.
  func define() {
    for role in Role.allCases {
      ct_define_pair(Self.pair(of: role), Int32(foreground(of: role) ?? -1), -1)
    }
  }
}
