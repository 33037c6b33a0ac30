import FieldbookModel
import PlainText
import TextUI

/// What arrived, half-term by half-term and year by year: from whom, how much of it, who still owes.
public struct DataScreen: JumpingScreen {
  /// `data`.
  public let name = ScreenName.data
  /// What is looked for.
  public var find: String? = ""
  private var choice = RowChoice<Arrival>()

  /// Opens with the cursor on the latest half-term.
  public init() {}

  func chosen(_ context: ScreenContext) -> Arrival? {
    let all = ArrivalLedger.of(context).arrivals
    return index(in: all, context).map { all[$0] }
  }

  /// Until a row is chosen, the latest half-term that has begun: what is planned for later stands above it.
  private func index(in arrivals: [Arrival], _ context: ScreenContext) -> Int? {
    if choice.isSet(in: arrivals) { return choice.index(in: arrivals) }
    let now = Period(context.snapshot.calendar.halfTerm(of: context.today))
    return arrivals.isEmpty ? nil : arrivals.firstIndex { $0.when <= now } ?? 0
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let arrivals = ArrivalLedger.of(context).arrivals
    if let index = index(in: arrivals, context) { choice.choose(arrivals[index]) }
    choice.move(movement, among: arrivals, height: height("data"))
  }

  // MARK: Page

  /// A row for each collection of a half-term, and for each sort of published figures of a year.
  public func page(_ context: ScreenContext) -> Page {
    let ledger = ArrivalLedger.of(context)
    let arrivals = ledger.arrivals
    let table = TableBlock(
      columns: DataScreen.columns, rowCount: arrivals.count, cursor: index(in: arrivals, context),
      emptyText: DataScreen.emptyText(context)
    ) { DataScreen.row(arrivals[$0], ledger, context) }
    return Page(
      title: "Data · \(context.snapshot.name)", titleNote: context.todayText,
      tabs: Section.tabs(current: .data, on: name, context),
      blocks: [.lines([CollectionWords.count(context)]), .table(table, id: "data")],
      status: status(ledger, context))
  }

  private static let columns = [
    TableColumn("When", minWidth: 16, priority: 9),
    TableColumn("What", minWidth: 12, idealWidth: 24, priority: 8),
    TableColumn("Returned", minWidth: 8, idealWidth: 10, alignment: .right, priority: 9),
    TableColumn("Assessed", minWidth: 11, idealWidth: 15, alignment: .right, priority: 6),
    TableColumn("Look", minWidth: 4, alignment: .right, priority: 7, spoken: "problems to look at"),
    TableColumn("Still owing", minWidth: 14, idealWidth: 40, priority: 9, grows: true),
  ]

  private static func row(
    _ arrival: Arrival, _ ledger: ArrivalLedger, _ context: ScreenContext
  ) -> TableRow {
    let head = [Line(ArrivalWords.when(arrival)), Line(ArrivalWords.shortTitle(of: arrival))]
    switch arrival {
    case .collection(let halfTerm, let asks):
      let standing = ledger.standing(of: halfTerm, asks)
      let (here, asked) = (standing.returned.count, standing.asked.count)
      return TableRow(
        head + [
          Line("\(here) of \(asked)", here == asked ? .good : .plain),
          ArrivalWords.coverage(standing.coverage, asks),
          standing.problems == 0 ? Line("–", .quiet) : Line("\(standing.problems)!", .caution),
          ArrivalWords.owing(standing),
        ])
    case .published(let year, let family):
      let (expected, found) = ledger.covered(by: family, in: year)
      let missing = expected.filter { !found.contains($0.urn) }.map(\.name)
      return TableRow(
        head + [
          Line("\(found.count) of \(expected.count)", missing.isEmpty ? .good : .plain),
          Line(MissingReason.notApplicable.code, .quiet), Line("–", .quiet),
          missing.isEmpty
            ? Line("all in the file", .quiet) : Line("no row: \(missing.joined(separator: ", "))"),
        ])
    }
  }

  private static func emptyText(_ context: ScreenContext) -> [Line] {
    [
      "Nothing has arrived yet.", "",
      Line(
        "Leave with \(context.key("quit", on: .data)), and import what your schools sent or what is published:"
      ),
      "  fieldbook import FILE...", "",
      "The file to send to schools is written by:",
      "  fieldbook template half-term", "",
      Line("Plan what to ask for, and by when: \(context.key("collections.show", on: .data))."),
    ]
  }

  /// The names that the column has no room for; where nobody owes anything, where it came from.
  private func status(_ ledger: ArrivalLedger, _ context: ScreenContext) -> Line {
    guard let arrival = chosen(context) else { return Line() }
    let sources = ArrivalWords.sources(of: arrival, context)
    switch arrival {
    case .collection(let halfTerm, let asks):
      let standing = ledger.standing(of: halfTerm, asks)
      return standing.owing.isEmpty ? Line(sources, .quiet) : ArrivalWords.owing(standing)
    case .published: return Line(sources, .quiet)
    }
  }
}
