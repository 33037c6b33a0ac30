import PlainText
import TextUI

/// The palette of every action, found by id or title.
enum Palette {
  /// What matches, best first: the id itself, ids and titles that begin so, then those that hold every word typed;
  /// actions of this screen before others, each id once.
  static func matches(_ typed: String, on screen: ScreenName) -> [Action] {
    let text = typed.lowercased()
    let words = FoldedText.words(typed)
    let ranked = (entries[screen] ?? []).enumerated().compactMap {
      place, entry -> (rank: Int, place: Int, action: Action)? in
      FoldedText.contains(entry.folded, all: words) ? (rank(entry, text), place, entry.action) : nil
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.action)
  }

  /// An action and what it is found by, folded once and not at each key.
  private struct Entry {
    let action: Action
    let title: String
    let folded: [UInt8]

    init(_ action: Action) {
      self.action = action
      title = action.title.lowercased()
      folded = FoldedText.bytes(action.id + " " + action.title + " " + action.help)
    }
  }

  private static let entries: [ScreenName: [Entry]] = {
    let all = ActionTable.all.map(Entry.init)
    return Dictionary(
      uniqueKeysWithValues: ScreenName.allCases.map { screen in
        var seen: Set<String> = []
        let here = all.filter { $0.action.screens.contains(screen) }
        return (screen, (here + all).filter { seen.insert($0.action.id).inserted })
      })
  }()

  private static func rank(_ entry: Entry, _ text: String) -> Int {
    if entry.action.id == text { return 0 }
    if entry.action.id.hasPrefix(text) || entry.title.hasPrefix(text) { return 1 }
    return 2
  }

  /// The matches with their keys, and why one cannot be done now.
  static func block(
    _ matches: [Action], chosen: Int, navigation: Navigation, _ context: ScreenContext
  ) -> Block {
    let columns = [
      TableColumn("Action", minWidth: 20, idealWidth: 22, priority: 3),
      TableColumn("Key", minWidth: 9, priority: 2),
      TableColumn("What it does", minWidth: 20, idealWidth: 60, priority: 1, grows: true),
    ]
    let table = TableBlock(
      columns: columns, rowCount: matches.count,
      cursor: matches.isEmpty ? nil : min(chosen, matches.count - 1),
      emptyText: [
        "No action is called so.", "", "Backspace takes letters away; with none, every action is listed.",
      ]
    ) { row(matches[$0], navigation, context) }
    return .table(table, id: "palette")
  }

  private static func row(_ action: Action, _ navigation: Navigation, _ context: ScreenContext) -> TableRow {
    let front = navigation.front.name
    let here = ActionTable.actions(id: action.id).first { $0.screens.contains(front) }
    let reason =
      here.map { $0.unavailable(navigation, context) } ?? "works on: \(KeysDocument.screens(action))"
    let note = reason.map { Line($0, .caution) } ?? Line(action.help, .quiet)
    let key =
      context.keys.keys(of: here ?? action, on: front).first?.name
      ?? context.keys.keyNames(of: action).first
    return TableRow([Line(action.id), Line(key ?? "", .key), note], isQuiet: reason != nil)
  }
}
