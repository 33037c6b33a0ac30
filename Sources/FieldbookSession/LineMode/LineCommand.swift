import FieldbookScreens
import TextUI

/// What a line means that was typed on a page.
enum LineCommand: Equatable {
  case readOn
  case readAll
  case readAgain
  case help
  /// Opens the row with that number.
  case open(Int)
  /// Takes the cursor to a row and leaves it there.
  case goTo(Int)
  /// Runs an action by its id, on each of the rows named or on the one under the cursor; the text goes into the line
  /// that the action opens.
  case run(id: String, rows: [Int], text: String)
  /// Runs what matches a name best, as the palette does.
  case palette(String)
  case unknown(String)

  /// Reads a line against the actions of the front screen.
  init(_ line: String, actions: [OfferedAction]) {
    let typed = line.trimmed()
    switch typed.lowercased() {
    case "", "more": self = .readOn
    case "all": self = .readAll
    case "again", "page": self = .readAgain
    case "?", "help": self = .help
    default: self = LineCommand.word(typed, actions)
    }
  }

  private static func word(_ typed: String, _ actions: [OfferedAction]) -> LineCommand {
    if let number = Int(typed) { return .open(number) }
    if typed.hasPrefix("/") { return .run(id: "find.start", rows: [], text: String(typed.dropFirst())) }
    if typed.hasPrefix(":") {
      let name = typed.dropFirst().description.trimmed()
      return name.isEmpty ? .help : .palette(name)
    }
    if let whole = action(typed, actions) { return .run(id: whole.id, rows: [], text: "") }
    return withRows(typed, actions)
  }

  /// An action and the rows it is to be done to, `W 3` or `not reviewed 2 4`; or a note with its text.
  private static func withRows(_ typed: String, _ actions: [OfferedAction]) -> LineCommand {
    var words = typed.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    var rows: [Int] = []
    while words.count > 1, let row = words.last.flatMap({ Int($0) }) {
      rows.insert(row, at: 0)
      words.removeLast()
    }
    let name = words.joined(separator: " ")
    if ["at", "go"].contains(name.lowercased()), rows.count == 1 { return .goTo(rows[0]) }
    // A note may end with a number: only its first word is the action.
    if let first = typed.split(separator: " ").first, action(String(first), actions)?.id == "evidence.add" {
      return .run(id: "evidence.add", rows: [], text: typed.dropFirst(first.count).description.trimmed())
    }
    guard !rows.isEmpty, let action = action(name, actions) else { return .unknown(typed) }
    return .run(id: action.id, rows: rows, text: "")
  }

  /// The action of that key, id or name.
  private static func action(_ word: String, _ actions: [OfferedAction]) -> Action? {
    let offered =
      actions.first { $0.keyNames.contains(word) } ?? actions.first { $0.action.id == word }
      ?? actions.first { $0.action.title.lowercased() == word.lowercased() }
    return offered?.action
  }
}
