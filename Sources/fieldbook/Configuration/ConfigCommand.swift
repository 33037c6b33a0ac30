import ArgumentParser
import PlainText
import Terminal

/// Prints the settings that are in force, and who said so.
struct ConfigCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print your settings as they are in force, and where each comes from.",
    discussion: """
      They are read from config.json in the folder that --path prints; nothing is ever written there. An option comes \
      before the environment, the environment before the file.
      """)

  @Flag(help: "Print the path of the file of settings, whether or not it is there.")
  var path = false

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup(title: "Drawing") var display: DisplayOptions
  @ParentCommand var root: Fieldbook

  func run() throws {
    let settings = Settings.find(display.wishes(over: root.display))
    if path { return try printPath(settings) }
    switch format {
    case .json: StandardStreams.bytes(ConfigCommand.json(settings).encoded())
    case .text: printTable(settings)
    }
    for problem in settings.problems { StandardStreams.error("fieldbook: \(problem.message)") }
    if !settings.problems.isEmpty { throw ExitCode(CommandFailure.Status.refused.rawValue) }
  }

  private func printPath(_ settings: Settings) throws {
    guard let file = settings.folder.configuration else {
      throw CommandFailure(
        .notFound, "neither XDG_CONFIG_HOME nor HOME is set: there is no place for settings")
    }
    StandardStreams.line(file)
  }

  private func printTable(_ settings: Settings) {
    var table = TextTable(columns: ["Setting", "Value", "From"].map { TextTable.Column($0) })
    table.rows = settings.rows.map { [$0.name, $0.value, $0.source.words] }
    let themes = Theme.builtIn.map { "  \($0.name): \($0.title)" }
    let own = settings.folder.themeNames.map { "  \($0): your own" }
    let lines = table.lines() + ["", "Themes:"] + themes + own
    StandardStreams.text(lines.joined(separator: "\n"))
  }

  private static func json(_ settings: Settings) -> JSONValue {
    let rows = settings.rows.map { row -> JSONValue in
      .object(["name": .string(row.name), "value": .orNull(row.value), "source": .string(row.source.words)])
    }
    return .object([
      "kind": .string("config"), "version": .number(JSONNumber(1)),
      "file": .orNull(settings.folder.configuration),
      "rows": .array(rows), "problems": .array(settings.problems.map(\.json)),
    ])
  }
}

extension Settings {
  /// Every setting but the keys, of which `fieldbook keys` tells: name, value in words, and who said so.
  var rows: [(name: String, value: String, source: SettingSource)] {
    [
      ("ascii", ascii.value.map { $0 ? "true" : "false" } ?? "as the locale", ascii.source),
      ("background", background.value.rawValue, background.source),
      ("colours", colours.value.text, colours.source), ("editor", editor.value, editor.source),
      ("name", name.value, name.source), ("plain", plain.value ? "true" : "false", plain.source),
      ("role", role.value, role.source), ("theme", theme.value, theme.source),
    ]
  }
}

extension ConfigurationProblem {
  /// As `check` writes its problems.
  var json: JSONValue {
    .object([
      "file": .orNull(file), "line": .orNull(line), "column": .orNull(column), "code": .string("setting"),
      "what": .string(what), "mend": .string(mend),
    ])
  }
}
