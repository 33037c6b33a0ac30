import FieldbookModel
import PlainText
import TextUI

/// The reviews of all schools, the latest visit first.
public struct VisitsScreen: TableScreen {
  /// `visits`.
  public let name = ScreenName.visits
  /// What the rows are narrowed by.
  public var find: String? = ""
  var cursor = TableCursor()

  let table = RowTable.visits

  /// All reviews.
  public init() {}

  var scope: String { "all" }

  // MARK: Meetings alone

  /// What lets progress meetings through and nothing else.
  private static let meetingsAlone = ColumnFilter(column: "kind", values: [ReviewKind.meeting.shortTitle])

  /// Whether only progress meetings are shown.
  func showsMeetings(_ context: ScreenContext) -> Bool {
    state(context).choices.filter(of: "kind") == VisitsScreen.meetingsAlone
  }

  /// Shows progress meetings alone, or all again.
  func meetingsOnOrOff(_ context: ScreenContext) -> Effect {
    let isOn = showsMeetings(context)
    return change(context) {
      $0.choices.setFilter(isOn ? ColumnFilter(column: "kind") : VisitsScreen.meetingsAlone)
    }
  }

  /// Of meetings alone, what only meetings have.
  func usualColumns(_ context: ScreenContext) -> [String] {
    guard showsMeetings(context) else { return table.columns.filter(\.isUsual).map(\.id) }
    return ["date", "school", "halfTerm", "state", "decision", "used", "decided", "reviewers"]
  }

  func allIDs(_ context: ScreenContext) -> [String] { context.snapshot.reviews.map(\.id) }

  func rowMaker(_ context: ScreenContext) -> @Sendable (String) -> VisitRow? {
    let reviews = Dictionary(
      context.snapshot.reviews.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let snapshot = context.snapshot
    return { id in
      reviews[id].map { review in
        VisitRow(
          review: review, school: snapshot.facts.school(review.school),
          schoolName: snapshot.schoolName(review.school))
      }
    }
  }

  func isQuiet(_ row: VisitRow) -> Bool { row.review.state == .cancelled }

  func chosen(_ context: ScreenContext) -> Review? { chosenRow(context)?.review }

  /// The school of the review under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context)?.school }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    moveCursor(movement, height: height, context)
  }

  /// Gets ready what the rows are found by.
  public func prepareToFind(_ context: ScreenContext) { prepareSearch(context) }

  /// Takes the cursor to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) { landCursor(context) }

  /// The table of reviews.
  public func page(_ context: ScreenContext) -> Page {
    let above = choiceLines(context)
    return Page(
      title: "Visits · \(countText(context))", titleNote: context.todayText,
      tabs: Section.tabs(current: .visits, on: name, context),
      blocks: (above.isEmpty ? [] : [.lines(above)]) + [
        tableBlock(context, emptyText: emptyText(context))
      ],
      status: Line(chosen(context).map { SchoolRecords.words(for: $0) } ?? "", .quiet))
  }

  private func emptyText(_ context: ScreenContext) -> [Line] {
    let schools = context.key("section.schools", on: name)
    let review = context.key("review.start", on: .schools)
    let visit = context.key("visit.start", on: .schools)
    return [
      "There are no reviews yet.", "",
      Line("Press \(schools) for the schools, choose one, and press \(review) to start a review,"),
      Line("or \(visit) to start a note of visit."), "", ":tour and Enter walks you through one visit.",
    ]
  }
}
