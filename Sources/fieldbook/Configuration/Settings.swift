import FieldbookScreens
import PlainText
import Terminal

/// Every setting as it is in force: option before environment before `config.json` before the program's own choice.
struct Settings {
  let name: Setting<String>
  let role: Setting<String>
  let editor: Setting<String>
  let theme: Setting<String>
  let background: Setting<Background>
  let colours: Setting<DisplayChoice.Colours>
  /// Nil leaves it to the locale.
  let ascii: Setting<Bool?>
  /// What the settings say of line mode; an option says more.
  let plain: Setting<Bool>
  let keys: KeyBindings
  /// What was not understood, file by file.
  let problems: [ConfigurationProblem]
  let folder: SettingsFolder
  private let chosenTheme: Theme

  /// How things are to be drawn.
  var display: DisplayChoice {
    DisplayChoice(
      theme: chosenTheme, colours: colours.value, background: background.value, isASCII: ascii.value)
  }

  /// Whether the user has said who they are, rather than git or the system.
  var isNameChosen: Bool {
    if case .found = name.source { return false }
    return true
  }

  /// What the first screen says when something was not understood.
  var notice: String? {
    guard let first = problems.first else { return nil }
    let more = problems.count > 1 ? " and \(problems.count - 1) more" : ""
    let place = first.line.map { ", line \($0)" } ?? ""
    let file = first.file.split(separator: "/").last.map(String.init) ?? "settings"
    return "Your settings: \(file)\(place)\(more) not understood; fieldbook doctor says more"
  }
}

extension Settings {
  /// Finds out what is in force.
  /// - Parameters:
  ///   - options: what this run was told.
  ///   - variable: a variable of the environment that is set and not empty.
  ///   - name: the name that the surroundings have for the user, where the settings have none.
  static func find(
    _ options: DisplayWishes = DisplayWishes(),
    variable: @escaping (String) -> String? = ProcessEnvironment.variable,
    name: () -> Setting<String> = ReviewerName.find
  ) -> Settings {
    let folder = SettingsFolder(variable: variable)
    var search = SettingsSearch(options: options, variable: variable, folder: folder)
    let theme = search.theme()
    return Settings(
      name: search.text("FIELDBOOK_NAME", \.name, "name") ?? name(),
      role: search.text("FIELDBOOK_ROLE", \.role, "role") ?? Setting(value: "", source: .standard),
      editor: search.editor(), theme: Setting(value: theme.theme.name, source: theme.source),
      background: search.background(), colours: search.colours(), ascii: search.ascii(),
      plain: search.plain(), keys: search.configuration.keys, problems: search.problems, folder: folder,
      chosenTheme: theme.theme)
  }
}
