import FieldbookModel
import TextUI

/// The views of a table that were saved by name.
public struct ViewsScreen: JumpingScreen {
  /// `views`.
  public let name = ScreenName.views
  /// What is looked for.
  public var find: String? = ""
  let table: any TableScreen
  private var choice = RowChoice<String>()
  /// The view that a second press takes away.
  var doomed: String?

  init(_ table: any TableScreen) {
    self.table = table
  }

  private func views(_ context: ScreenContext) -> [SavedView] {
    RememberedTables(views: context.snapshot.views).views(of: table.tableID)
  }

  func chosen(_ context: ScreenContext) -> SavedView? {
    let views = views(context)
    return choice.index(in: views.map(\.name)).map { views[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    doomed = nil
    choice.move(movement, among: views(context).map(\.name), height: height("views"))
  }

  /// Shows the table as the chosen view has it.
  func opened(_ context: ScreenContext) -> [Effect] {
    guard let view = chosen(context) else { return [] }
    let words = table.filterWords(view.choices)
    return [
      table.change(context) {
        $0.choices = view.choices
        $0.showsOnlyMarked = false
      }, .back, .say("“\(view.name)”" + (words.isEmpty ? "" : ": \(words)"), .good),
    ]
  }

  /// Takes the chosen view away, when asked twice.
  mutating func deleted(_ context: ScreenContext) -> [Effect] {
    guard let view = chosen(context) else { return [] }
    guard doomed == view.name else {
      doomed = view.name
      return [.say("\(context.key("view.delete", on: name)) again deletes the view “\(view.name)”", .caution)]
    }
    doomed = nil
    var kept = RememberedTables(views: context.snapshot.views)
    kept.delete(view.name, of: view.table)
    return [.views(kept.views), .say("The view “\(view.name)” is gone; the table stays as it is", .plain)]
  }

  /// Saves the table as it is under a name.
  func saved(as name: String, _ context: ScreenContext) -> [Effect] {
    var kept = RememberedTables(views: context.snapshot.views)
    let isReplaced = kept.views(of: table.tableID).contains { $0.name == name }
    kept.save(SavedView(name: name, table: table.tableID, choices: table.state(context).choices))
    return [.views(kept.views), .say("The view “\(name)” is \(isReplaced ? "replaced" : "saved")", .good)]
  }

  /// A line a view.
  public func page(_ context: ScreenContext) -> Page {
    let views = views(context)
    let table = table
    let block = TableBlock(
      columns: [
        TableColumn("View", minWidth: 16, idealWidth: 28, priority: 3),
        TableColumn("Filter", minWidth: 20, idealWidth: 60, priority: 2, grows: true),
        TableColumn("Sorted by", minWidth: 12, idealWidth: 24, priority: 1),
      ], rowCount: views.count, cursor: choice.index(in: views.map(\.name)),
      emptyText: [
        "No view is saved yet.", "",
        Line(
          "Filter, sort and choose columns in the table, then press "
            + "\(context.key("views.show", on: table.name)) and \(context.key("view.save", on: name)) "
            + "to keep it under a name."),
      ]
    ) { index in
      let choices = views[index].choices
      let filters = table.filterWords(choices)
      let columns = table.columnDescriptions
      let sort = choices.sort.compactMap { sort in columns.first { $0.id == sort.column }?.words }
      return TableRow([
        Line(views[index].name), Line(filters.isEmpty ? "all" : filters, .quiet),
        Line(sort.joined(separator: ", then "), .quiet),
      ])
    }
    return Page(
      title: "Saved views · \(table.noun)s", titleNote: "Esc goes back", blocks: [.table(block, id: "views")],
      status: Line("They are kept on this laptop, for this workspace", .quiet))
  }
}
