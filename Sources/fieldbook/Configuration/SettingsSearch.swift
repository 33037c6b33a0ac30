import ArgumentParser
import PlainText
import Terminal

/// Asks option, environment and file in their order.
struct SettingsSearch {
  let options: DisplayWishes
  let variable: (String) -> String?
  let folder: SettingsFolder
  private(set) var configuration = Configuration()
  private(set) var problems: [ConfigurationProblem] = []

  init(options: DisplayWishes, variable: @escaping (String) -> String?, folder: SettingsFolder) {
    self.options = options
    self.variable = variable
    self.folder = folder
    guard let file = folder.configuration else { return }
    do throws(SettingProblem) {
      guard let bytes = try SettingsFolder.read(file) else { return }
      let read = Configuration.read(bytes)
      configuration = read.configuration
      add(read.problems, of: file)
    } catch {
      add([error], of: file)
    }
  }

  private mutating func add(_ more: [SettingProblem], of file: String) {
    problems += more.sorted { $0.place < $1.place }.map {
      ConfigurationProblem(
        file: file, line: $0.place.line, column: $0.place.column, what: $0.what, mend: $0.mend)
    }
  }

  private mutating func add(_ what: String, mend: String) {
    problems.append(ConfigurationProblem(file: "", line: nil, column: nil, what: what, mend: mend))
  }

  /// What the file says, and where.
  private func filed<Value>(_ value: Value?, _ member: String) -> Setting<Value>? {
    value.map { Setting(value: $0, source: .file(line: configuration.lines[member] ?? 1)) }
  }

  /// A text that a variable or the file may say.
  func text(
    _ name: String, _ member: KeyPath<Configuration, String?>, _ memberName: String
  ) -> Setting<String>? {
    if let value = variable(name) { return Setting(value: value, source: .variable(name)) }
    return filed(configuration[keyPath: member], memberName)
  }

  /// `VISUAL` and `EDITOR` are what the user wants everywhere; what they say of this program alone comes before.
  func editor() -> Setting<String> {
    if let own = text("FIELDBOOK_EDITOR", \.editor, "editor") { return own }
    for name in ["VISUAL", "EDITOR"] {
      if let value = variable(name) { return Setting(value: value, source: .variable(name)) }
    }
    return Setting(value: "vi", source: .standard)
  }

  func background() -> Setting<Background> {
    if let filed = filed(configuration.background, "background") { return filed }
    let found = Background(variables: variable)
    if found == .unknown { return Setting(value: .unknown, source: .standard) }
    let source = variable("TERM") == "linux" ? "the Linux console" : "environment, COLORFGBG"
    return Setting(value: found, source: .found(source))
  }

  func colours() -> Setting<DisplayChoice.Colours> {
    if options.noColour { return Setting(value: .none, source: .option("--no-color")) }
    if let colours = options.colours { return Setting(value: colours, source: .option("--colours")) }
    if variable("NO_COLOR") != nil { return Setting(value: .none, source: .variable("NO_COLOR")) }
    return filed(configuration.colours, "colours") ?? Setting(value: .asTheTerminal, source: .standard)
  }

  mutating func ascii() -> Setting<Bool?> {
    if options.ascii { return Setting(value: true, source: .option("--ascii")) }
    if let flag = flag("FIELDBOOK_ASCII") {
      return Setting(value: flag, source: .variable("FIELDBOOK_ASCII"))
    }
    if let filed = filed(configuration.ascii, "ascii") {
      return Setting(value: filed.value, source: filed.source)
    }
    return Setting(value: nil, source: .found("the locale"))
  }

  mutating func plain() -> Setting<Bool> {
    if let flag = flag("FIELDBOOK_PLAIN") {
      return Setting(value: flag, source: .variable("FIELDBOOK_PLAIN"))
    }
    return filed(configuration.plain, "plain") ?? Setting(value: false, source: .standard)
  }

  private mutating func flag(_ name: String) -> Bool? {
    guard let value = variable(name) else { return nil }
    switch value.lowercased() {
    case "1", "true", "yes": return true
    case "0", "false", "no": return false
    default:
      add("\(name) is “\(value)”", mend: "Set it to 1 or 0, or unset it.")
      return nil
    }
  }

  /// The theme that is wanted, if there is one of that name; else the standard one.
  mutating func theme() -> (theme: Theme, source: SettingSource) {
    guard let wanted = wantedTheme() else { return (.standard, .standard) }
    if let own = ownTheme(wanted.value) { return (own, wanted.source) }
    if let builtIn = Theme.builtIn.first(where: { $0.name == wanted.value }) {
      return (builtIn, wanted.source)
    }
    let names = Theme.builtIn.map(\.name) + folder.themeNames
    let place = wanted.line.map { ($0, folder.configuration ?? "") }
    problems.append(
      ConfigurationProblem(
        file: place?.1 ?? "", line: place?.0, column: nil,
        what: "there is no theme “\(wanted.value)” (\(wanted.source.words))",
        mend: "Those there are: \(names.joined(separator: ", "))."))
    return (.standard, .standard)
  }

  private func wantedTheme() -> (value: String, source: SettingSource, line: Int?)? {
    if let name = options.theme { return (name, .option("--theme"), nil) }
    guard let setting = text("FIELDBOOK_THEME", \.theme, "theme") else { return nil }
    if case .file(let line) = setting.source { return (setting.value, setting.source, line) }
    return (setting.value, setting.source, nil)
  }

  /// The user's own theme of that name. A name with a slash would lead out of the folder.
  private mutating func ownTheme(_ name: String) -> Theme? {
    guard let themes = folder.themes, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    let file = "\(themes)/\(name).json"
    do throws(SettingProblem) {
      guard let bytes = try SettingsFolder.read(file) else { return nil }
      let read = Theme.read(bytes, name: name)
      add(read.problems, of: file)
      return read.theme ?? .standard
    } catch {
      add([error], of: file)
      return .standard
    }
  }
}
