import FieldbookModel
import PlainText
import TextUI

/// The reviews of all schools, the latest visit first.
public struct VisitsScreen: Screen {
  /// `visits`.
  public let name = ScreenName.visits
  /// What the rows are narrowed by.
  public var find: String? = ""
  private var choice = RowChoice<String>()

  /// All reviews.
  public init() {}

  private func rows(_ context: ScreenContext) -> [Review] {
    let words = (find ?? "").lowercased().split(separator: " ")
    return context.snapshot.reviews.reversed().filter { review in
      let text =
        "\(context.snapshot.schoolName(review.school)) \(review.kindTitle) \(review.state.title) "
        + review.reviewers.joined(separator: " ")
      return words.allSatisfy { text.lowercased().contains($0) }
    }
  }

  func chosen(_ context: ScreenContext) -> Review? {
    let rows = rows(context)
    return choice.index(in: rows.map(\.id)).map { rows[$0] }
  }

  /// The school of the review under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context)?.school }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: rows(context).map(\.id), height: height("visits"))
  }

  /// Takes the cursor to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) {
    choice.goToFirst(of: rows(context).map(\.id))
  }

  /// The table of reviews.
  public func page(_ context: ScreenContext) -> Page {
    let rows = rows(context)
    let table = TableBlock(
      columns: VisitsScreen.columns, rowCount: rows.count, cursor: choice.index(in: rows.map(\.id)),
      emptyText: emptyText
    ) { VisitsScreen.row(rows[$0], context) }
    return Page(
      title: "Visits · \(SchoolRecords.count(rows.count, "review"))", titleNote: context.todayText,
      tabs: Section.tabs(current: "2"), blocks: [.table(table, id: "visits")],
      status: Line(chosen(context).map { SchoolRecords.words(for: $0) } ?? "", .quiet))
  }

  private var emptyText: [Line] {
    if let find, !find.isEmpty { return [Line("No review holds “\(find)”. Esc shows all again.")] }
    return [
      "There are no reviews yet.", "", "Press 1 for the schools, choose one, and press r to start a review.",
    ]
  }

  private static let columns = [
    TableColumn("Date", minWidth: 11, idealWidth: 12, priority: 9),
    TableColumn("School", minWidth: 22, idealWidth: 34, priority: 8, grows: true),
    TableColumn("State", minWidth: 13, priority: 7),
    TableColumn("Kind", minWidth: 13, idealWidth: 14, priority: 3),
    TableColumn("Notes", minWidth: 5, alignment: .right, priority: 5),
    TableColumn("Findings", minWidth: 8, alignment: .right, priority: 4),
    TableColumn("Reviewers", minWidth: 16, idealWidth: 30, priority: 2),
  ]

  private static func row(_ review: Review, _ context: ScreenContext) -> TableRow {
    TableRow(
      [
        Line(review.date?.longText ?? "–"), Line(context.snapshot.schoolName(review.school)),
        Line(review.state.title, review.state.isEditable ? .accent : .plain), Line(review.kindTitle),
        Line(String(review.evidence.filter(\.record.counts).count)),
        Line(String(review.findings.filter(\.record.counts).count)),
        Line(review.reviewers.joined(separator: ", "), .quiet),
      ], isQuiet: review.state == .cancelled)
  }
}
