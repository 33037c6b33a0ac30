import FieldbookModel
import TextUI

/// Everything that can be taken back or done again, the latest first.
public struct UndoScreen: JumpingScreen {
  /// A row that can be chosen.
  enum Row: Hashable, Sendable {
    /// An edit to take back, by its id.
    case done(String)
    /// What was taken back, to be done again.
    case undone(String)
  }

  /// `undo`.
  public let name = ScreenName.undo
  /// What is looked for.
  public var find: String? = ""
  private var choice = RowChoice<Row>()

  /// The latest first.
  public init() {}

  private func rows(_ context: ScreenContext) -> [(row: Row, edit: RememberedEdit)] {
    context.snapshot.editsToRedo.reversed().map { (.undone($0.id), $0) }
      + context.snapshot.editsToUndo.map { (.done($0.id), $0) }
  }

  /// The row under the cursor; at first the latest edit.
  func chosen(_ context: ScreenContext) -> Row? {
    let rows = rows(context).map(\.row)
    return index(in: rows, context).map { rows[$0] }
  }

  private func index(in rows: [Row], _ context: ScreenContext) -> Int? {
    guard !choice.isSet(in: rows) else { return choice.index(in: rows) }
    return rows.isEmpty ? nil : min(context.snapshot.editsToRedo.count, rows.count - 1)
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let rows = rows(context).map(\.row)
    if !choice.isSet(in: rows), let index = index(in: rows, context) { choice.choose(rows[index]) }
    choice.move(movement, among: rows, height: height("undo"))
  }

  /// Takes back, or does again, what is under the cursor.
  func act(_ context: ScreenContext) -> [Effect] {
    switch chosen(context) {
    case .done(let id)?: [.undo(id)]
    case .undone(let id)?: [.redo(id)]
    case nil: []
    }
  }

  /// A row an edit: what it was, when, and on which record.
  public func page(_ context: ScreenContext) -> Page {
    let rows = rows(context)
    let undone = context.snapshot.editsToRedo.count
    let table = TableBlock(
      columns: UndoScreen.columns, rowCount: rows.count, cursor: index(in: rows.map(\.row), context),
      emptyText: [
        "Nothing can be undone yet.", "",
        "Every note, finding, judgement, answer and action you save is listed here, and every change of",
        "phrases, frameworks, calendar and collections. All can be taken back even after leaving. Esc goes back.",
      ]
    ) { UndoScreen.row(rows[$0].edit, isUndone: $0 < undone, context) }
    return Page(
      title: "What can be undone", titleNote: context.todayText, blocks: [.table(table, id: "undo")],
      status: Line(status(context), .quiet))
  }

  private func status(_ context: ScreenContext) -> String {
    switch chosen(context) {
    case .done?:
      "\(context.key("undo.chosen", on: name)) takes this edit back, unless it has been changed since"
    case .undone?: "It was taken back: \(context.key("undo.chosen", on: name)) does it again"
    case nil: ""
    }
  }

  private static let columns = [
    TableColumn("When", minWidth: 15, idealWidth: 22, priority: 8),
    TableColumn("What was done", minWidth: 18, idealWidth: 28, priority: 9),
    TableColumn("Where", minWidth: 20, idealWidth: 60, priority: 7, grows: true),
  ]

  private static func row(
    _ edit: RememberedEdit, isUndone: Bool, _ context: ScreenContext
  ) -> TableRow {
    let title = isUndone ? "\(edit.title) (undone)" : edit.title
    return TableRow(
      [Line(edit.at.words(now: context.now)), Line(title), Line(place(edit, context), .quiet)],
      isQuiet: isUndone)
  }

  /// The school and the beginning of what the record says.
  private static func place(_ edit: RememberedEdit, _ context: ScreenContext) -> String {
    let snapshot = context.snapshot
    switch edit.address.folder {
    case "phrases":
      let text = edit.address.part.flatMap { snapshot.phrases.phrase($0.id)?.text }
      return ["Phrases", text.map { "“\($0)”" }].compactMap { $0 }.joined(separator: " · ")
    case "frameworks":
      let title = snapshot.frameworks.first { $0.id == edit.address.document }?.title
      return "Framework · \(title ?? edit.address.document)"
    case "calendar": return "Calendar"
    case "collections": return "Plan of collections"
    default: break
    }
    let action = edit.address.folder == "actions" ? snapshot.action(edit.address.document) : nil
    let review = snapshot.review(action?.review ?? edit.address.document)
    let record = action?.record ?? edit.address.part.flatMap { review?.record.part($0.plural, $0.id) }
    let text = ["text", "statement", "rationale", "notReviewed"].lazy
      .compactMap { record?.text($0) }.first { !$0.isEmpty }
    let words = text.map { "“\($0.split(whereSeparator: \.isNewline).joined(separator: " "))”" }
    let school = (review?.school ?? action?.school).map(snapshot.schoolName)
    return [school, words].compactMap { $0 }.joined(separator: " · ")
  }
}

extension ActionTable {
  static let undoing: [Action] = [
    Action.of(
      UndoScreen.self, "undo.chosen", "undo this", keys: ["Enter"], on: .undo,
      help: "Take back the edit under the cursor, or do it again where it was taken back.", hint: 10,
      unless: { screen, context in
        context.snapshot.readOnlyReason
          ?? (screen.chosen(context) == nil ? "There is nothing to undo" : nil)
      }
    ) { screen, context in screen.act(context) }
  ]
}
