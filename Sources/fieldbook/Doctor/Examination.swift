import FieldbookStorage
import PlainText
import Terminal
import TextUI

/// What `doctor` found, made once and printed in two ways.
struct Examination {
  /// Something that was looked at: its name in JSON, its name for people, and what was found, in both.
  struct Finding {
    let name: String
    let title: String
    let words: String
    let value: JSONValue

    init(_ name: String, _ title: String, _ words: String, _ value: JSONValue? = nil) {
      self.name = name
      self.title = title
      self.words = words
      self.value = value ?? .orNull(words)
    }

    init(_ name: String, _ title: String, _ isSo: Bool) {
      self.init(name, title, isSo ? "yes" : "no", .bool(isSo))
    }
  }

  let terminal: [Finding]
  let places: [Finding]
  let problems: [ConfigurationProblem]

  init(settings: Settings, workspaceNamed name: String?) {
    let type = ProcessEnvironment.variable("TERM") ?? ""
    let description = TerminalDescription(type: type)
    let place = WorkspacePlace(named: name)
    terminal = Self.terminal(type, description, settings)
    places = Self.places(settings, place)
    problems =
      TerminalProblems.all(type, description) + place.problems + Self.editorProblems(settings)
      + settings.problems
  }

  // MARK: The terminal

  private static func terminal(
    _ type: String, _ description: TerminalDescription, _ settings: Settings
  ) -> [Finding] {
    let palette = settings.display.colours
    let used = ColourDepth(colours: min(description.colours, palette.most))?.rawValue ?? 0
    let isASCII = settings.ascii.value ?? !description.isUTF8
    return [
      Finding(
        "present", "terminal", description.isThere ? "yes" : "no: input or output is a file or a pipe",
        .bool(description.isThere)),
      Finding("type", "type (TERM)", type.isEmpty ? "not set" : type, .orNull(type)),
      Finding(
        "size", "size", description.size.map { "\($0.columns) columns, \($0.rows) rows" } ?? "not known",
        description.size.map { .object(["columns": .orNull($0.columns), "rows": .orNull($0.rows)]) } ?? .null),
      Finding("movesCursor", "moves its cursor", description.movesCursor),
      Finding(
        "colours", "colours", "\(description.colours) by its description", .orNull(description.colours)),
      Finding(
        "coloursUsed", "colours used", "\(used == 0 ? "none" : "\(used)") (\(settings.colours.source.words))",
        .orNull(used)),
      Finding(
        "background", "background",
        "\(settings.background.value.rawValue) (\(settings.background.source.words))",
        .orNull(settings.background.value.rawValue)),
      Finding(
        "theme", "theme", "\(settings.theme.value) (\(settings.theme.source.words))",
        .orNull(settings.theme.value)),
      Finding("locale", "locale", localeWords(description), .orNull(locale.name)),
      Finding("utf8", "UTF-8", description.isUTF8),
      Finding(
        "ascii", "drawn with", isASCII ? "ASCII (\(settings.ascii.source.words))" : "lines and arrows",
        .bool(isASCII)),
      Finding(
        "bracketedPaste", "bracketed paste",
        description.hasPasteMode ? "yes" : "not in its description; asked for",
        .bool(description.hasPasteMode)),
      Finding("alternateScreen", "gives the screen back", description.hasAlternateScreen),
      Finding("synchronisedOutput", "frames in one piece", description.hasSynchronisedOutput),
    ]
  }

  /// The variable that names the locale of characters, and what it says.
  static var locale: (variable: String, name: String) {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let name = ProcessEnvironment.variable(variable) { return (variable, name) }
    }
    return ("", "")
  }

  private static func localeWords(_ description: TerminalDescription) -> String {
    let (variable, name) = locale
    if name.isEmpty { return "not set" }
    return "\(name) (\(variable))\(description.isLocaleMissing ? ", which this computer does not have" : "")"
  }

  // MARK: Places

  private static func places(_ settings: Settings, _ place: WorkspacePlace) -> [Finding] {
    let file = settings.folder.configuration ?? ""
    let isThere = WorkspaceChoice.exists(file)
    let editor = settings.editor
    let program = EditorProgram.path(of: editor.value)
    return [
      Finding("program", "program", ProcessEnvironment.program),
      Finding(
        "settings", "settings",
        file.isEmpty ? "no place: HOME is not set" : file + (isThere ? "" : " (not there)"),
        .orNull(file)),
      Finding("themes", "own themes", themes(settings), .orNull(settings.folder.themes)),
      Finding(
        "state", "remembers in", WorkspaceChoice.stateFolder ?? "nothing: HOME is not set",
        .orNull(WorkspaceChoice.stateFolder)),
      Finding("workspace", "workspace", place.words, .orNull(place.path)),
      Finding("workspaceBecause", "", "", .orNull(place.because)),
      Finding(
        "writer", "writes to it", place.writer?.words ?? (place.path == nil ? "" : "nobody just now"),
        .orNull(place.writer?.words)),
      Finding(
        "editor", "editor", "\(editor.value) (\(editor.source.words)): \(program ?? "not found")",
        .orNull(editor.value)),
      Finding(
        "name", "your name", "\(settings.name.value) (\(settings.name.source.words))",
        .orNull(settings.name.value)),
    ]
  }

  private static func themes(_ settings: Settings) -> String {
    let names = settings.folder.themeNames
    return names.isEmpty ? "none in \(settings.folder.themes ?? "any folder")" : names.joined(separator: ", ")
  }

  /// An editor that the user named should be there; that the usual one is not shows above.
  private static func editorProblems(_ settings: Settings) -> [ConfigurationProblem] {
    guard settings.editor.source != .standard, EditorProgram.path(of: settings.editor.value) == nil else {
      return []
    }
    return [
      ConfigurationProblem(
        file: "", line: nil, column: nil,
        what:
          "the editor “\(settings.editor.value)” (\(settings.editor.source.words)) was not found on the PATH",
        mend: "Name another with \"editor\" in config.json, or install it.")
    ]
  }
}

extension DisplayChoice.Colours {
  /// No more than so many.
  var most: Int {
    switch self {
    case .asTheTerminal: .max
    case .none: 0
    case .atMost(let depth): depth.rawValue
    }
  }
}

// MARK: Printed

extension Examination {
  /// For people.
  var lines: [String] {
    var lines = ["Terminal"] + rows(terminal) + ["", "Places"] + rows(places) + [""]
    if problems.isEmpty { return lines + ["Nothing is wrong."] }
    lines.append(problems.count == 1 ? "1 problem" : "\(problems.count) problems")
    for problem in problems { lines.append("  " + problem.message) }
    return lines
  }

  private func rows(_ findings: [Finding]) -> [String] {
    let shown = findings.filter { !$0.title.isEmpty && !$0.words.isEmpty }
    let width = shown.map(\.title.count).max() ?? 0
    return shown.map { "  \($0.title)\(String(repeating: " ", count: width - $0.title.count))  \($0.words)" }
  }

  /// For scripts.
  var json: JSONValue {
    let object = { (findings: [Finding]) -> JSONValue in
      .object(Dictionary(findings.map { ($0.name, $0.value) }) { first, _ in first })
    }
    return .object([
      "kind": .string("doctor"), "version": .number(JSONNumber(1)), "ok": .bool(problems.isEmpty),
      "terminal": object(terminal), "places": object(places), "problems": .array(problems.map(\.json)),
    ])
  }
}
