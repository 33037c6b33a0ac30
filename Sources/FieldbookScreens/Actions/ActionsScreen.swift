import FieldbookModel
import TextUI

/// The open actions of all schools, the earliest due first.
public struct ActionsScreen: TableScreen {
  /// `actions`.
  public let name = ScreenName.actions
  /// What the rows are narrowed by.
  public var find: String? = ""
  var cursor = TableCursor()
  /// Whether actions that are done or withdrawn are shown too.
  var everything = false

  let table = RowTable.actions

  /// The open actions; at one of them, if it is named.
  public init(at action: String? = nil, everything: Bool = false) {
    cursor.id = action
    self.everything = everything
  }

  var scope: String { everything ? "everything" : "open" }

  func allIDs(_ context: ScreenContext) -> [String] {
    let actions = context.snapshot.actions
    return (everything ? actions : actions.filter(context.snapshot.isOpen)).map(\.id)
  }

  func rowMaker(_ context: ScreenContext) -> @Sendable (String) -> ActionRow? {
    let snapshot = context.snapshot
    let today = context.today
    let actions = Dictionary(snapshot.actions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let reviews = Dictionary(grouping: snapshot.reviews, by: \.school)
    return { id in
      actions[id].map { ActionRow($0, ofSchool: reviews[$0.school] ?? [], snapshot, today: today) }
    }
  }

  func isQuiet(_ row: ActionRow) -> Bool { !row.isOpen }

  func chosen(_ context: ScreenContext) -> AgreedAction? { chosenRow(context)?.action }

  /// The school of the action under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context)?.school }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    moveCursor(movement, height: height, context)
  }

  /// Gets ready what the rows are found by.
  public func prepareToFind(_ context: ScreenContext) { prepareSearch(context) }

  /// Takes the cursor to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) { landCursor(context) }

  /// The table of actions.
  public func page(_ context: ScreenContext) -> Page {
    let above = choiceLines(context)
    return Page(
      title: "Actions · \(title(context))", titleNote: context.todayText,
      tabs: Section.tabs(current: .actions, on: name, context),
      blocks: (above.isEmpty ? [] : [.lines(above)]) + [
        tableBlock(context, emptyText: emptyText(context))
      ],
      status: Line(chosen(context).map { ActionsScreen.words(for: $0) } ?? "", .quiet))
  }

  /// `4 open, 1 late`, or `2 of 4 open, 1 late` while they are narrowed.
  private func title(_ context: ScreenContext) -> String {
    let rows = rows(context)
    let late = context.orders.latest(question(state(context), context).finding(find ?? "")) {
      let row = rowMaker(context)
      return rows.count { row($0)?.daysLate != nil }
    }
    let all = isNarrowed(context) ? "\(rows.count) of \(count(context))" : "\(rows.count)"
    return "\(all) \(everything ? "in all" : "open"), \(late) late"
  }

  /// The whole of what a narrow row may have cut, and how anyone could tell that it worked.
  static func words(for action: AgreedAction) -> String {
    let test = action.success.isEmpty ? "no test of success yet" : "Test of success: \(action.success)"
    return "\(action.text) · \(test)"
  }

  private func emptyText(_ context: ScreenContext) -> [Line] {
    let visits = context.key("section.visits", on: name)
    let add = context.key("action.add", on: .review)
    return [
      "There are no open actions.", "",
      Line(
        "Actions are agreed in a review: press \(visits) for the reviews, open one, and \(add) adds an action."
      ),
    ]
  }
}

extension ActionRow {
  /// A row; only reviews of its school are looked through for what became of it.
  init(_ action: AgreedAction, ofSchool reviews: [Review], _ snapshot: Snapshot, today: CalendarDate) {
    self.action = action
    school = snapshot.facts.school(action.school)
    schoolName = snapshot.schoolName(action.school)
    status = action.status(in: reviews)
    let review = reviews.first { $0.id == action.review }
    let isOpen = action.record.counts && status.isOpen && review?.state != .cancelled
    self.isOpen = isOpen
    daysLate =
      status.isOpen
      ? action.due.flatMap { $0 < today ? today.dayNumber - $0.dayNumber : nil } : nil
    agreed = review?.date
    areaTitle = review?.framework.area(action.area)?.title ?? action.area
  }
}
