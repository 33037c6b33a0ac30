import FieldbookModel
import TextUI

/// Something a user can do, declared once: keys, footer, `?`, the palette, the documentation and the test that runs
/// every action all come from this.
public struct Action: Sendable {
  /// Its id, which never changes: `evidence.add`.
  public let id: String
  /// A word or two for the footer.
  public let title: String
  /// A sentence for `?` and the documentation.
  public let help: String
  /// The screens it works on.
  public let screens: Set<ScreenName>
  /// Its keys.
  public let keys: [Key]
  /// Where it stands in the footer: the lowest first; nil keeps it out.
  public let hint: Int?
  /// Why it cannot be done just now; nil when it can.
  public let unavailable: @Sendable (Navigation, ScreenContext) -> String?
  /// Does it.
  public let perform: @Sendable (inout Navigation, ScreenContext) -> [Effect]

  init(
    _ id: String, _ title: String, keys: [String], on screens: Set<ScreenName>, help: String,
    hint: Int? = nil,
    unless unavailable: @escaping @Sendable (Navigation, ScreenContext) -> String? = { _, _ in nil },
    _ perform: @escaping @Sendable (inout Navigation, ScreenContext) -> [Effect]
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.screens = screens
    self.keys = keys.compactMap(Key.init(name:))
    self.hint = hint
    self.unavailable = unavailable
    self.perform = perform
  }

  /// Its keys by name, `e` or `^S`.
  public var keyNames: [String] { keys.map(\.name) }
}

extension Action {
  /// An action of one kind of screen, which it changes in place.
  static func of<S: Screen>(
    _ type: S.Type, _ id: String, _ title: String, keys: [String], on screen: ScreenName, help: String,
    hint: Int? = nil,
    unless unavailable: @escaping @Sendable (S, ScreenContext) -> String? = { _, _ in nil },
    _ perform: @escaping @Sendable (inout S, ScreenContext) -> [Effect]
  ) -> Action {
    Action(
      id, title, keys: keys, on: [screen], help: help, hint: hint,
      unless: { navigation, context in
        guard let front = navigation.front as? S else { return "It does not work on this screen" }
        return unavailable(front, context)
      },
      { navigation, context in
        guard var front = navigation.front as? S else { return [] }
        let effects = perform(&front, context)
        navigation.front = front
        return effects
      })
  }
}

/// All actions.
public enum ActionTable {
  /// Every action, in the order in which help lists them.
  public static let all: [Action] =
    schools + school + data + measures + visits + agreedActions + tables + review + ready + noteOfVisit
    + meeting + about + undoing
    + frameworks + framework
    + preview + form + text + phrases + calendar + collections + importing + everywhere + teaching

  /// The action a key is on a screen, where the user has chosen no keys.
  public static func action(for key: Key, on screen: ScreenName) -> Action? {
    KeyBindings.standard.action(for: key, on: screen)
  }

  /// Actions with that id: more than one where screens do the same thing in their own ways.
  public static func actions(id: String) -> [Action] { byID[id] ?? [] }

  /// The actions of a screen, in the order of the table.
  public static func actions(on screen: ScreenName) -> [Action] { onScreen[screen] ?? [] }

  /// Those of them that stand in the footer, the lowest first.
  static func hinted(on screen: ScreenName) -> [Action] { hintedOnScreen[screen] ?? [] }

  private static let byID = Dictionary(grouping: all, by: \.id)

  private static let onScreen = Dictionary(
    uniqueKeysWithValues: ScreenName.allCases.map { name in
      (name, all.filter { $0.screens.contains(name) })
    })

  private static let hintedOnScreen = onScreen.mapValues { actions in
    actions.filter { $0.hint != nil }.enumerated()
      .sorted { ($0.element.hint ?? 0, $0.offset) < ($1.element.hint ?? 0, $1.offset) }.map(\.element)
  }
}
