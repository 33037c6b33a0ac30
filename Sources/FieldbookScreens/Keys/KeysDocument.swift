import PlainText

/// The table of actions for people to read and for scripts.
public enum KeysDocument {
  /// Every action, as the table has it.
  public static var actions: [Action] { ActionTable.all }

  /// The screens an action works on, in words.
  public static func screens(_ action: Action) -> String {
    let outsideText = Set(ScreenName.allCases).subtracting([.form])
    if action.screens == Set(ScreenName.allCases) { return "everywhere" }
    if action.screens.isSuperset(of: outsideText.subtracting([.help])) { return "outside text" }
    return ScreenName.allCases.filter(action.screens.contains).map(\.title).joined(separator: ", ")
  }

  /// `{"kind": "keys", "version": 1, "rows": […]}`: a row an action and the screens it works on.
  public static func json(_ bindings: KeyBindings = .standard) -> JSONValue {
    let rows = actions.map { action -> JSONValue in
      .object([
        "id": .string(action.id), "title": .string(action.title), "help": .string(action.help),
        "screens": .array(ScreenName.allCases.filter(action.screens.contains).map { .string($0.rawValue) }),
        "keys": .array(bindings.keyNames(of: action).map { .string($0) }),
      ])
    }
    return .object(["kind": .string("keys"), "version": .number(JSONNumber(1)), "rows": .array(rows)])
  }

  /// The document `docs/keys.md`: screen by screen, then the fields of each form in their order.
  public static var markdown: String {
    var lines = ["# Keys", "", intro, ""]
    for screen in ScreenName.allCases {
      let actions = ActionTable.actions(on: screen)
      guard !actions.isEmpty else { continue }
      lines += ["## \(screen.title)", "", "| Keys | Action | What it does |", "|---|---|---|"]
      lines += actions.map { action in
        let keys = action.keyNames.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
        return "| \(keys) | `\(action.id)` | \(action.help) |"
      }
      lines.append("")
    }
    lines += FormFieldsDocument.lines
    return lines.joined(separator: "\n")
  }

  private static let intro = """
    Made by `fieldbook keys --format markdown` from the table that the program itself uses; a test fails when this
    file differs. On any screen outside text, `:` and an action’s id and Enter runs it.
    """
}
