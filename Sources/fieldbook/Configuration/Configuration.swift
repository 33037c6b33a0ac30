import FieldbookScreens
import PlainText
import Terminal

/// What the user has written into `config.json`, as far as it can be understood. `docs/configuration.md` says what each
/// member is for.
struct Configuration {
  /// Who the user is: the name that records carry.
  var name: String?
  /// What the user is: the role that stands after the name where a person signs.
  var role: String?
  /// The command that opens a text.
  var editor: String?
  /// The name of a theme.
  var theme: String?
  /// What the terminal's background is like.
  var background: Background?
  /// How many colours may be used.
  var colours: DisplayChoice.Colours?
  /// Whether nothing but ASCII is drawn.
  var ascii: Bool?
  /// Whether the program speaks line by line.
  var plain: Bool?
  /// The user's own keys, over those of the program.
  var keys = KeyBindings.standard
  /// The line on which each member stands, by its name.
  var lines: [String: Int] = [:]

  /// Every member there may be.
  static let members = [
    "ascii", "background", "colours", "editor", "keys", "name", "plain", "role", "theme",
  ]
}

extension Configuration {
  /// Reads the file; a member that is not understood is left out and said, the rest counts.
  static func read(_ bytes: [UInt8]) -> (configuration: Configuration, problems: [SettingProblem]) {
    do throws(JSONProblem) {
      var reading = ConfigurationReading(SettingsReader(try JSONDocument.parse(bytes)))
      reading.read()
      return (reading.configuration, reading.reader.problems)
    } catch {
      return (Configuration(), [SettingProblem(error)])
    }
  }
}

private struct ConfigurationReading {
  var configuration = Configuration()
  var reader: SettingsReader

  init(_ reader: SettingsReader) {
    self.reader = reader
  }

  mutating func read() {
    let members = reader.members(
      of: reader.document.root, at: "", expecting: "an object such as {\"theme\": \"high-contrast\"}")
    for member in members {
      configuration.lines[member.name] = reader.document.place(of: member.pointer).line
      take(member.name, member.value, member.pointer)
    }
  }

  private mutating func take(_ name: String, _ value: JSONValue, _ pointer: String) {
    switch name {
    case "name": configuration.name = words(value, pointer, "your name in quotes")
    case "role": configuration.role = words(value, pointer, "your role in quotes")
    case "editor": configuration.editor = words(value, pointer, "a command in quotes, such as “nano”")
    case "theme": configuration.theme = words(value, pointer, "the name of a theme in quotes")
    case "background": configuration.background = background(value, pointer)
    case "colours": configuration.colours = colours(value, pointer)
    case "ascii": configuration.ascii = reader.flag(value, at: pointer)
    case "plain": configuration.plain = reader.flag(value, at: pointer)
    case "keys": configuration.keys = KeyBindings.read(value, at: pointer, with: &reader)
    default:
      reader.note(
        name: pointer, "there is no setting “\(name)”",
        mend: "The settings are \(Configuration.members.joined(separator: ", ")).")
    }
  }

  /// A text of one line that says something.
  private mutating func words(_ value: JSONValue, _ pointer: String, _ expected: String) -> String? {
    guard let text = reader.text(value, at: pointer, expecting: expected) else { return nil }
    let isUsable = text.contains { !$0.isWhitespace } && !text.unicodeScalars.contains { $0.value < 0x20 }
    if isUsable { return text }
    reader.note("this text is empty or has more than one line", at: pointer, mend: "Write \(expected).")
    return nil
  }

  private mutating func background(_ value: JSONValue, _ pointer: String) -> Background? {
    if let background = value.string.flatMap(Background.init(rawValue:)) { return background }
    reader.note(
      "\(shown(value)) is no background", at: pointer,
      mend: "Write “dark”, “light”, or “unknown” for colours that can be read on both.")
    return nil
  }

  private mutating func colours(_ value: JSONValue, _ pointer: String) -> DisplayChoice.Colours? {
    let text = value.string ?? value.int.map(String.init) ?? ""
    if let colours = DisplayChoice.Colours(text) { return colours }
    reader.note(
      "\(shown(value)) is no number of colours", at: pointer, mend: "Write “auto”, “none”, 8, 16, 88 or 256.")
    return nil
  }

  private func shown(_ value: JSONValue) -> String {
    value.string.map { "“\($0)”" } ?? value.int.map(String.init) ?? value.kind
  }
}

extension DisplayChoice.Colours {
  /// `auto`, `none`, or a number of colours that themes know.
  init?(_ text: String) {
    switch text {
    case "auto": self = .asTheTerminal
    case "none", "0", "1", "2": self = .none
    default:
      guard let depth = Int(text).flatMap(ColourDepth.init(rawValue:)) else { return nil }
      self = .atMost(depth)
    }
  }

  /// The same, as the settings write it.
  var text: String {
    switch self {
    case .asTheTerminal: "auto"
    case .none: "none"
    case .atMost(let depth): "\(depth.rawValue)"
    }
  }
}
