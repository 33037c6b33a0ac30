import ArgumentParser
import FieldbookScreens

/// The manual page: the verbs and options come from the parser, the keys from the table of actions.
enum ManualPage {
  /// Exit statuses and what they mean.
  static let statuses: [(Int32, String)] = [
    (0, "done"), (CommandFailure.Status.usage.rawValue, "the command was not understood"),
    (
      CommandFailure.Status.refused.rawValue,
      "refused content, no such trust, a signed copy that was changed; check, doctor or config found problems"
    ),
    (CommandFailure.Status.notFound.rawValue, "no such file, workspace, school or review"),
    (CommandFailure.Status.noTerminal.rawValue, "no terminal that the screens can be drawn on"),
    (CommandFailure.Status.cannotCreate.rawValue, "could not be created"),
    (CommandFailure.Status.inputOutput.rawValue, "the disk failed"),
    (CommandFailure.Status.tryAgain.rawValue, "another fieldbook is writing: try again"),
  ]

  /// Variables of the environment that the program looks at.
  static let variables: [(String, String)] = [
    ("FIELDBOOK_WORKSPACE", "The workspace, where -w names none."),
    ("FIELDBOOK_NOW", "The time that is written, in RFC 3339, instead of the clock’s."),
    ("FIELDBOOK_NAME, FIELDBOOK_ROLE", "Who you are, instead of what the settings say."),
    ("FIELDBOOK_EDITOR", "The command that opens a text; else the settings, VISUAL, EDITOR, vi."),
    ("FIELDBOOK_THEME", "The theme, instead of what the settings say."),
    ("FIELDBOOK_ASCII, FIELDBOOK_PLAIN", "1 or 0, instead of what the settings say."),
    ("NO_COLOR", "Set and not empty: no colours."),
    ("COLORFGBG", "Set by some terminals: whether the background is dark or light."),
    ("TERM", "The type of the terminal."),
    ("ESCDELAY", "Milliseconds to wait after Esc for the rest of a key."),
    ("LC_ALL, LC_CTYPE, LANG", "The locale of characters: where it is not UTF-8, ASCII is drawn."),
    ("TZ", "The time zone."),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, HOME", "Where settings are, and what was opened last."),
  ]

  /// Files outside a workspace, and what a workspace is.
  static let files: [(String, String)] = [
    (
      "$XDG_CONFIG_HOME/fieldbook/config.json",
      "Your settings and keys; ~/.config where the variable is not set."
    ),
    ("$XDG_CONFIG_HOME/fieldbook/themes/*.json", "Your own themes."),
    (
      "$XDG_STATE_HOME/fieldbook/last",
      "The workspace opened last; ~/.local/state where the variable is not set."
    ),
    ("fieldbook.json", "The main document of a workspace; the folder it is in is the workspace."),
  ]

  /// The page in the language of man.
  static var text: String {
    let tree = CommandTree.whole
    let head = [
      ".\\\" Made by fieldbook manual; not to be edited.",
      ".TH FIELDBOOK 1 \"\" \"fieldbook \(Fieldbook.configuration.version)\" \"User Commands\"",
      Roff.section("NAME"), "fieldbook \\- \(Roff.text(tree.abstract))",
    ]
    return (head + synopsis(tree) + description(tree) + commands(tree) + keys() + endings())
      .joined(separator: "\n") + "\n"
  }

  private static func synopsis(_ tree: CommandTree) -> [String] {
    [Roff.section("SYNOPSIS"), ".B fieldbook", "[options] [verb]", ".br"]
      + tree.verbs.map { ".B fieldbook\n\(Roff.text($0.synopsis))\n.br" }
  }

  private static func description(_ tree: CommandTree) -> [String] {
    [Roff.section("DESCRIPTION")]
      + tree.discussion.split(separator: "\n").map { Roff.paragraph(String($0)) }
      + [Roff.paragraph("Options before the verb hold for any of them:")] + tree.parameters.map(item)
  }

  private static func commands(_ tree: CommandTree) -> [String] {
    [Roff.section("COMMANDS")]
      + tree.verbs.flatMap { verb in
        [Roff.part("fieldbook \(verb.name)"), Roff.text(verb.abstract)]
          + (verb.discussion.isEmpty ? [] : [Roff.paragraph(verb.discussion)])
          + verb.parameters.filter { !["help", "version"].contains($0.value) }.map(item)
      }
  }

  private static func item(_ parameter: CommandTree.Parameter) -> String {
    Roff.item(parameter.words, parameter.help.isEmpty ? "Nothing more is to be said." : parameter.help)
  }

  private static func keys() -> [String] {
    let intro =
      "These are the keys of the program; fieldbook keys lists yours. On any screen outside text, : and the name of "
      + "an action and Enter runs it."
    var lines = [Roff.section("KEYS"), Roff.text(intro)]
    for screen in ScreenName.allCases {
      let actions = ActionTable.actions(on: screen)
      guard !actions.isEmpty else { continue }
      lines.append(Roff.part(screen.title))
      lines += actions.map { action in
        let keys = action.keyNames.isEmpty ? ":" + action.id : action.keyNames.joined(separator: "  ")
        return Roff.item(keys, "\(action.help) (\(action.id))")
      }
    }
    return lines
  }

  private static func endings() -> [String] {
    [Roff.section("EXIT STATUS")] + statuses.map { Roff.item("\($0.0)", $0.1) }
      + [Roff.section("ENVIRONMENT")] + variables.map { Roff.item($0.0, $0.1) }
      + [Roff.section("FILES")] + files.map { Roff.item($0.0, $0.1) }
      + [
        Roff.section("EXAMPLES"), Roff.text("Make a workspace, read two files into it, open it:"),
        Roff.command("fieldbook init meadowbank --name \"Meadowbank Trust\""),
        Roff.command("fieldbook -w meadowbank import register.csv results.csv --trust \"Meadowbank Trust\""),
        Roff.command("fieldbook open meadowbank"),
        Roff.paragraph("Say what the terminal can do and what is wrong:"), Roff.command("fieldbook doctor"),
      ]
  }
}
