import TextUI

/// Which key does what: the keys of the table of actions, with the user's own in their place.
public struct KeyBindings: Sendable {
  /// The keys as the table has them.
  public static let standard = KeyBindings(chosen: [:])

  /// An action on a screen.
  struct Spot: Hashable, Sendable {
    var screen: ScreenName
    var id: String
  }

  /// The keys that the user has chosen.
  let chosen: [Spot: [Key]]
  private let byKey: [ScreenName: [Key: Action]]
  private let bySpot: [Spot: [Key]]

  /// The user's keys come first; an action they say nothing of keeps those of its own that are still free.
  init(chosen: [Spot: [Key]]) {
    self.chosen = chosen
    var byKey: [ScreenName: [Key: Action]] = [:]
    var bySpot: [Spot: [Key]] = [:]
    func give(_ keys: [Key], to action: Action, on screen: ScreenName) {
      for key in keys where byKey[screen]?[key] == nil {
        byKey[screen, default: [:]][key] = action
        bySpot[Spot(screen: screen, id: action.id), default: []].append(key)
      }
    }
    for action in ActionTable.all {
      for screen in action.screens {
        give(chosen[Spot(screen: screen, id: action.id)] ?? [], to: action, on: screen)
        give(action.keys.filter(ReservedKeys.isFixed), to: action, on: screen)
      }
    }
    for action in ActionTable.all {
      for screen in action.screens where chosen[Spot(screen: screen, id: action.id)] == nil {
        give(action.keys, to: action, on: screen)
      }
    }
    self.byKey = byKey
    // Fixed keys were given out first; the table's order is the one to show.
    self.bySpot = chosen.isEmpty ? [:] : bySpot
  }

  /// The action a key is on a screen.
  public func action(for key: Key, on screen: ScreenName) -> Action? { byKey[screen]?[key] }

  /// The keys of an action on a screen, the one to show first.
  public func keys(of action: Action, on screen: ScreenName) -> [Key] {
    guard !chosen.isEmpty else { return action.keys }
    let keys = bySpot[Spot(screen: screen, id: action.id)] ?? []
    let isChosen = chosen[Spot(screen: screen, id: action.id)] != nil
    return isChosen ? keys : action.keys.filter(keys.contains)
  }

  /// The keys of an action on any of its screens, each once.
  public func keys(of action: Action) -> [Key] {
    guard !chosen.isEmpty else { return action.keys }
    var seen: Set<Key> = []
    return ScreenName.allCases.filter(action.screens.contains)
      .flatMap { keys(of: action, on: $0) }.filter { seen.insert($0).inserted }
  }

  /// The name of the first key of an action on a screen, for a sentence that mentions it: `r`. With none, the way by
  /// the palette: `:review.start`.
  public func name(of id: String, on screen: ScreenName) -> String {
    firstKey(of: id, on: screen) ?? ":\(id)"
  }

  /// The name of the first key of an action on a screen; nil where it has none.
  func firstKey(of id: String, on screen: ScreenName) -> String? {
    let action = ActionTable.actions(on: screen).first { $0.id == id }
    return action.flatMap { keys(of: $0, on: screen).first?.name }
  }

  /// What `keys(of:)` gives, by name.
  public func keyNames(of action: Action) -> [String] { keys(of: action).map(\.name) }
}
