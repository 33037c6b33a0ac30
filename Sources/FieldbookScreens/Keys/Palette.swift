import TextUI

/// The palette of every action, found by id or title.
enum Palette {
  /// What matches, best first: the id itself, ids and titles that begin so, then those that hold every word typed;
  /// actions of this screen before others, each id once.
  static func matches(_ typed: String, on screen: ScreenName) -> [Action] {
    let text = typed.lowercased()
    let words = text.split(separator: " ")
    var seen: Set<String> = []
    let unique = (ActionTable.actions(on: screen) + ActionTable.all).filter { seen.insert($0.id).inserted }
    let ranked = unique.enumerated().compactMap { place, action -> (rank: Int, place: Int, action: Action)? in
      let haystack = (action.id + " " + action.title + " " + action.help).lowercased()
      guard words.allSatisfy({ haystack.contains($0) }) else { return nil }
      return (rank(action, text), place, action)
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.action)
  }

  private static func rank(_ action: Action, _ text: String) -> Int {
    if action.id == text { return 0 }
    if action.id.hasPrefix(text) || action.title.lowercased().hasPrefix(text) { return 1 }
    return 2
  }

  /// The matches with their keys, and why one cannot be done now.
  static func block(
    _ matches: [Action], chosen: Int, navigation: Navigation, _ context: ScreenContext
  ) -> Block {
    let rows = matches.map { action -> TableRow in
      let here = ActionTable.actions(id: action.id).first { $0.screens.contains(navigation.front.name) }
      let reason =
        here.map { $0.unavailable(navigation, context) } ?? "works on: \(KeysDocument.screens(action))"
      let note = reason.map { Line($0, .caution) } ?? Line(action.help, .quiet)
      let key =
        context.keys.keys(of: here ?? action, on: navigation.front.name).first?.name
        ?? context.keys.keyNames(of: action).first
      return TableRow(
        [Line(action.id), Line(key ?? "", .key), note], isQuiet: reason != nil)
    }
    let columns = [
      TableColumn("Action", minWidth: 20, idealWidth: 22, priority: 3),
      TableColumn("Key", minWidth: 9, priority: 2),
      TableColumn("What it does", minWidth: 20, idealWidth: 60, priority: 1, grows: true),
    ]
    let table = TableBlock(
      columns: columns, rowCount: rows.count, cursor: rows.isEmpty ? nil : min(chosen, rows.count - 1),
      emptyText: ["No action is called so."]
    ) { rows[$0] }
    return .table(table, id: "palette")
  }
}
