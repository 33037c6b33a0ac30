import FieldbookModel
import TextUI

/// The open actions of all schools, the earliest due first.
public struct ActionsScreen: Screen {
  /// `actions`.
  public let name = ScreenName.actions
  /// What the rows are narrowed by.
  public var find: String? = ""
  /// Whether actions that are done or withdrawn are shown too.
  var everything = false
  private var choice = RowChoice<String>()

  /// The open actions.
  public init() {}

  private func rows(_ context: ScreenContext) -> [AgreedAction] {
    let words = (find ?? "").lowercased().split(separator: " ")
    return context.snapshot.actions.filter { action in
      guard everything || context.snapshot.isOpen(action) else { return false }
      let text = "\(context.snapshot.schoolName(action.school)) \(action.text) \(action.owner)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  func chosen(_ context: ScreenContext) -> AgreedAction? {
    let rows = rows(context)
    return choice.index(in: rows.map(\.id)).map { rows[$0] }
  }

  /// The school of the action under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context)?.school }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: rows(context).map(\.id), height: height("actions"))
  }

  /// Takes the cursor to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) {
    choice.goToFirst(of: rows(context).map(\.id))
  }

  /// The table of actions.
  public func page(_ context: ScreenContext) -> Page {
    let rows = rows(context)
    let table = TableBlock(
      columns: ActionsScreen.columns, rowCount: rows.count, cursor: choice.index(in: rows.map(\.id)),
      emptyText: emptyText
    ) { ActionsScreen.row(rows[$0], context) }
    let late = rows.filter { $0.isLate(on: context.today, in: context.snapshot.reviews) }.count
    return Page(
      title: "Actions · \(rows.count) \(everything ? "in all" : "open"), \(late) late",
      titleNote: context.todayText,
      tabs: Section.tabs(current: "3"), blocks: [.table(table, id: "actions")],
      status: Line(chosen(context).map { ActionsScreen.words(for: $0) } ?? "", .quiet))
  }

  /// The whole of what a narrow row may have cut, and how anyone could tell that it worked.
  static func words(for action: AgreedAction) -> String {
    let test = action.success.isEmpty ? "no test of success yet" : "Test of success: \(action.success)"
    return "\(action.text) · \(test)"
  }

  private var emptyText: [Line] {
    if let find, !find.isEmpty { return [Line("No action holds “\(find)”. Esc shows all again.")] }
    return ["There are no open actions.", "", "Actions are agreed in a review: A adds one."]
  }

  private static let columns = [
    TableColumn("Due", minWidth: 11, idealWidth: 12, priority: 9),
    TableColumn("", minWidth: 4, priority: 9),
    TableColumn("School", minWidth: 16, idealWidth: 28, priority: 7),
    TableColumn("Action", minWidth: 20, idealWidth: 40, priority: 8, grows: true),
    TableColumn("Owner", minWidth: 10, idealWidth: 18, priority: 5),
    TableColumn("Status", minWidth: 11, idealWidth: 12, priority: 6),
    TableColumn("Priority", minWidth: 8, priority: 2),
  ]

  private static func row(_ action: AgreedAction, _ context: ScreenContext) -> TableRow {
    let reviews = context.snapshot.reviews
    let isLate = action.isLate(on: context.today, in: reviews)
    let status = action.record.isWithdrawn ? "withdrawn" : action.status(in: reviews).title
    return TableRow(
      [
        Line(action.due?.longText ?? "no date"), Line(isLate ? "LATE" : "", .bad),
        Line(context.snapshot.schoolName(action.school)), Line(action.text), Line(action.owner), Line(status),
        Line(action.priority?.rawValue ?? ""),
      ], isQuiet: !context.snapshot.isOpen(action))
  }
}
