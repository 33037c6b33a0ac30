import FieldbookModel
import PlainText
import TextUI

extension Navigation {
  // MARK: Lines typed at the foot of the screen

  /// Takes a range that was typed for a column.
  mutating func acceptRange(_ open: OpenPrompt, _ context: ScreenContext) -> [Effect] {
    guard let values = front as? ValuesScreen, let kind = values.column.kind.range else {
      prompt = nil
      return []
    }
    guard
      let range = ValueRange(
        typed: open.editor.text, kind: kind, today: context.today, calendar: context.snapshot.calendar)
    else { return [.say(Navigation.rangeHelp(kind), .caution)] }
    prompt = nil
    return values.adding(range, context)
  }

  /// Keeps a view under the name that was typed.
  mutating func acceptViewName(_ open: OpenPrompt, _ context: ScreenContext) -> [Effect] {
    let name = open.editor.text.trimmed()
    guard !name.isEmpty else { return [.say("Type a name; Esc leaves", .caution)] }
    prompt = nil
    return (front as? ViewsScreen)?.saved(as: name, context) ?? []
  }

  func describeRange(_ open: OpenPrompt, on page: inout Page, _ context: ScreenContext) {
    guard let values = front as? ValuesScreen, let kind = values.column.kind.range else { return }
    let range = ValueRange(
      typed: open.editor.text, kind: kind, today: context.today, calendar: context.snapshot.calendar)
    let meaning =
      range.map { Line("\(values.column.words) \($0.words) · Enter takes it", .good) }
      ?? Line(Navigation.rangeHelp(kind), .quiet)
    page.prompt = Prompt(label: "\(values.column.words):", editor: open.editor, preview: meaning)
  }

  func describeViewName(_ open: OpenPrompt, on page: inout Page, _ context: ScreenContext) {
    let names = (front as? ViewsScreen).map { screen in
      RememberedTables(views: context.snapshot.views).views(of: screen.table.tableID).map(\.name)
    }
    let isKnown = names?.contains(open.editor.text.trimmed()) ?? false
    let words =
      isKnown ? "Enter replaces the view of that name" : "Enter keeps the table as it is under that name"
    page.prompt = Prompt(label: "name of the view:", editor: open.editor, preview: Line(words, .quiet))
  }

  private static func rangeHelp(_ kind: ValueRange.Kind) -> String {
    switch kind {
    case .numbers: "Type a range: >10, <60 or 10-20"
    case .days: "Type a range: > 1 sep 2026, < 12/2/2027, > -6m"
    }
  }

  // MARK: Back

  /// Shows all rows of a table again; nil where nothing is filtered.
  func widened(_ context: ScreenContext) -> [Effect]? {
    guard let table = front as? any TableScreen else { return nil }
    let state = table.state(context)
    guard !state.choices.filters.isEmpty || state.showsOnlyMarked else { return nil }
    let change = table.change(context) { state in
      if !state.choices.filters.isEmpty { state.filtersBefore = state.choices.filters }
      state.choices.filters = []
      state.showsOnlyMarked = false
    }
    return [
      change,
      .say(
        "All \(table.noun)s again"
          + (state.choices.filters.isEmpty
            ? "" : ": \(context.key("filter.again", on: table.name)) filters as before"),
        .plain),
    ]
  }
}
