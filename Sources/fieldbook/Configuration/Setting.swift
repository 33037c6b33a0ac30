/// A value that is in force, and who said so.
struct Setting<Value> {
  let value: Value
  let source: SettingSource
}

/// Who said what a setting is, the strongest first.
enum SettingSource: Hashable {
  /// An option of this run.
  case option(String)
  /// A variable of the environment.
  case variable(String)
  /// The user's file of settings, on a line of it.
  case file(line: Int)
  /// What the surroundings tell: the locale, the terminal, git.
  case found(String)
  /// Nobody: the program's own choice.
  case standard

  /// In words.
  var words: String {
    switch self {
    case .option(let name): "option \(name)"
    case .variable(let name): "environment, \(name)"
    case .file(let line): "config.json, line \(line)"
    case .found(let place): place
    case .standard: "default"
    }
  }
}

/// Something in the user's settings that was not understood, in a file or elsewhere.
struct ConfigurationProblem: Hashable {
  /// The file; empty where it is not one.
  let file: String
  let line: Int?
  let column: Int?
  let what: String
  let mend: String

  /// `config.json:3:12: what. What to do.`
  var message: String {
    let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(file)\(place)\(file.isEmpty ? "" : ": ")\(what). \(mend)"
  }
}
