import FieldbookModel
import PlainText
import TextUI

/// What is chosen from a list by its first letters, at the foot of the screen.
public enum Chooser: Hashable, Sendable {
  /// The column a table is sorted by.
  case sort
  /// What is done with the marked rows.
  case marked

  /// One thing to choose.
  struct Option: Hashable, Sendable {
    let id: String
    let title: String
    let detail: String
    var isQuiet = false
  }

  var label: String {
    switch self {
    case .sort: "sort by:"
    case .marked: "with the marked:"
    }
  }

  /// What matches what was typed: titles that begin so come first.
  func matches(_ typed: String, _ navigation: Navigation, _ context: ScreenContext) -> [Option] {
    let words = FoldedText.words(typed)
    let beginning = FoldedText.bytes(typed)
    let all = options(navigation, context).filter {
      FoldedText.contains(FoldedText.bytes("\($0.title) \($0.detail)"), all: words)
    }
    let first = all.filter { FoldedText.bytes($0.title).starts(with: beginning) }
    return first + all.filter { !first.contains($0) }
  }

  private func options(_ navigation: Navigation, _ context: ScreenContext) -> [Option] {
    switch self {
    case .sort: Chooser.columns(navigation.front as? any TableScreen, context)
    case .marked:
      Chooser.withMarked.compactMap { id in
        guard
          let action = ActionTable.actions(id: id).first(where: { $0.screens.contains(navigation.front.name) }
          )
        else { return nil }
        let reason = action.unavailable(navigation, context)
        return Option(
          id: id, title: action.title.capitalisedFirst, detail: reason ?? action.help, isQuiet: reason != nil)
      }
    }
  }

  /// What only reads comes first: it is what Enter alone takes.
  private static let withMarked =
    ["marks.reports", "marks.write"] + StartedKind.allCases.map { "marks.\($0.rawValue)" } + [
      "marks.action", "marks.change", "marks.see-reviews", "marks.see-actions", "marks.only", "marks.all",
      "marks.clear",
    ]

  private static func columns(_ table: (any TableScreen)?, _ context: ScreenContext) -> [Option] {
    guard let table else { return [] }
    let sort = table.effectiveSort(context)
    return table.columnDescriptions.map { column in
      let place = sort.firstIndex { $0.column == column.id }
      let now = place.map { $0 == 0 ? "now, again turns it round" : "now the second" } ?? ""
      return Option(id: column.id, title: column.words.capitalisedFirst, detail: now)
    }
  }
}

extension Navigation {
  /// Takes what was chosen.
  mutating func accept(_ chooser: Chooser, _ open: OpenPrompt, _ context: ScreenContext) -> [Effect] {
    let matches = chooser.matches(open.editor.text, self, context)
    guard matches.indices.contains(open.chosen) else {
      return [.say("Nothing is called “\(open.editor.text)”: Esc leaves", .caution)]
    }
    prompt = nil
    switch chooser {
    case .sort: return (front as? any TableScreen)?.sorted(by: matches[open.chosen].id, context) ?? []
    case .marked: return perform(id: matches[open.chosen].id, context)
    }
  }

  mutating func choose(_ key: Key, _ chooser: Chooser, _ open: inout OpenPrompt, _ context: ScreenContext) {
    let count = chooser.matches(open.editor.text, self, context).count
    open.chosen = max(0, min(open.chosen + (key == .up ? -1 : 1), count - 1))
    prompt = open
  }

  func describe(_ chooser: Chooser, _ open: OpenPrompt, on page: inout Page, _ context: ScreenContext) {
    let matches = chooser.matches(open.editor.text, self, context)
    let block = TableBlock(
      columns: [
        TableColumn("", minWidth: 24, idealWidth: 30, priority: 2),
        TableColumn("", minWidth: 20, idealWidth: 50, priority: 1, grows: true),
      ], rowCount: matches.count, cursor: matches.isEmpty ? nil : min(open.chosen, matches.count - 1),
      emptyText: ["Nothing is called so."]
    ) { index in
      TableRow(
        [Line(matches[index].title), Line(matches[index].detail, .quiet)], isQuiet: matches[index].isQuiet)
    }
    page.blocks = [.table(block, id: "chooser")]
    page.prompt = Prompt(
      label: chooser.label, editor: open.editor,
      preview: Line("Letters narrow · arrows choose · Enter takes · Esc leaves", .quiet))
  }
}

extension TableScreen {
  /// Sorts by a column, and says so.
  func sorted(by column: String, _ context: ScreenContext) -> [Effect] {
    guard let known = table[column] else { return [] }
    var state = state(context)
    // What was in force before, chosen or not, comes second.
    if state.choices.sort.isEmpty { state.choices.sort = table.usualSort }
    state.choices.sortBy(column, isDescending: known.isMostFirst)
    let words = state.choices.sort.compactMap { table[$0.column]?.words }.joined(separator: ", then ")
    let turn = context.key("sort.reverse", on: name)
    return [.table(tableID, state), .say("Sorted by \(words): \(turn) turns the order round", .plain)]
  }

  /// Turns the order round.
  func turnedRound(_ context: ScreenContext) -> [Effect] {
    [
      change(context) { state in
        if state.choices.sort.isEmpty { state.choices.sort = table.usualSort }
        if !state.choices.sort.isEmpty { state.choices.sort[0].isDescending.toggle() }
      }
    ]
  }
}
