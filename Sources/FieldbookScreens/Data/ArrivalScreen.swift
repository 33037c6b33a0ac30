import FieldbookModel
import PlainText
import TextUI

/// One thing that arrived: each of our schools, and what it returned or owes.
public struct ArrivalScreen: Screen {
  /// `arrival`.
  public let name = ScreenName.arrival
  /// What arrived.
  let arrival: Arrival
  private var choice = RowChoice<URN>()
  /// What is looked for.
  public var find: String? = ""

  /// What the schools returned of a half-term, or which of them published figures are of.
  public init(_ arrival: Arrival) {
    self.arrival = arrival
  }

  // MARK: Cursor

  private func schools(_ context: ScreenContext) -> [School] {
    let ledger = ArrivalLedger.of(context)
    switch arrival {
    case .collection(let halfTerm, let asks): return ledger.standing(of: halfTerm, asks).entries.map(\.school)
    case .published(let year, let family):
      let (expected, found) = ledger.covered(by: family, in: year)
      return expected.filter { !found.contains($0.urn) } + expected.filter { found.contains($0.urn) }
    }
  }

  private func standing(_ context: ScreenContext) -> CollectionStanding? {
    guard case .collection(let halfTerm, let asks) = arrival else { return nil }
    return ArrivalLedger.of(context).standing(of: halfTerm, asks)
  }

  func chosen(_ context: ScreenContext) -> URN? {
    let urns = schools(context).map(\.urn)
    return choice.index(in: urns).map { urns[$0] }
  }

  /// The school under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context) }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: schools(context).map(\.urn), height: height("arrival"))
  }

  /// To the first school whose name holds what was typed.
  public mutating func landOnMatch(_ context: ScreenContext) {
    if let urn = rowFind(context).first(from: chosen(context)) { choice.choose(urn) }
  }

  /// To the next school whose name holds it, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    if let urn = rowFind(context).next(movement, from: chosen(context)) { choice.choose(urn) }
  }

  private func rowFind(_ context: ScreenContext) -> RowFind<URN> {
    RowFind(find: JumpFind(find ?? "", in: names(context)), rows: schools(context).map(\.urn))
  }

  private func names(_ context: ScreenContext) -> [Line] { schools(context).map { Line($0.name) } }

  // MARK: Numbers

  private func entry(_ context: ScreenContext) -> CollectionStanding.Entry? {
    let urn = chosen(context)
    return standing(context)?.entries.first { $0.school.urn == urn }
  }

  /// The number that the row of the school under the cursor names: of a half-term that of the least covered subject, of
  /// published figures the first it has.
  func chosenObservation(_ context: ScreenContext) -> Observation? {
    guard let urn = chosen(context) else { return nil }
    switch arrival {
    case .collection(let halfTerm, _):
      guard let entry = entry(context) else { return nil }
      if let lowest = entry.lowest {
        return context.snapshot.facts.returned(lowest.measure, by: urn, in: halfTerm)
      }
      return entry.returns.lazy.compactMap {
        context.snapshot.facts.returned($0.measure.saying(.roll), by: urn, in: halfTerm)
      }.first
    case .published: return published(urn, context)
    }
  }

  /// The first figure of a school in the order in which such figures are shown.
  private func published(_ urn: URN, _ context: ScreenContext) -> Observation? {
    guard case .published(let year, let family) = arrival else { return nil }
    let facts = context.snapshot.facts
    let measures = ResultStage.allCases.first { $0.format == family }?.measures ?? []
    return measures.lazy.compactMap { facts.observation(of: .school(urn), $0, in: year) }.first
      ?? facts.observations(of: .school(urn)).first { $0.format == family && $0.period == year }
  }

  // MARK: Page

  /// A row a school, those that owe something first, and what is to be known of the one under the cursor.
  public func page(_ context: ScreenContext) -> Page {
    let schools = schools(context)
    let columns = standing(context) == nil ? ArrivalScreen.publishedColumns : ArrivalScreen.columns
    let rows = rows(schools, context)
    let table = TableBlock(
      columns: columns, rowCount: schools.count, cursor: choice.index(in: schools.map(\.urn)),
      emptyText: [
        "None of your schools is asked for this, and none is in the file.",
        Line(
          "Say whose schools are yours: fieldbook import REGISTER.csv --trust \"NAME OF YOUR TRUST\"", .quiet),
      ]
    ) { [find] index in
      TableRow([JumpFind.marked(rows[index][0], find)] + rows[index].dropFirst())
    }
    return Page(
      title: "\(ArrivalWords.title(of: arrival)) · \(ArrivalWords.when(arrival)) · \(count(context))",
      titleNote: context.todayText, tabs: Section.tabs(current: .data, on: name, context),
      blocks: [.lines(head(context)), .table(table, id: "arrival"), .lines(details(context))],
      status: JumpFind.status(find, in: names(context), on: name, context) ?? status(context))
  }

  private func count(_ context: ScreenContext) -> String {
    if let standing = standing(context) {
      return "\(standing.returned.count) of \(standing.asked.count) returned"
    }
    guard case .published(let year, let family) = arrival else { return "" }
    let (expected, found) = ArrivalLedger.of(context).covered(by: family, in: year)
    return "\(found.count) of \(expected.count) in the file"
  }

  private func head(_ context: ScreenContext) -> [Line] {
    wrapped(ArrivalWords.sources(of: arrival, context), .quiet, context)
  }

  private func wrapped(_ text: String, _ style: Style, _ context: ScreenContext) -> [Line] {
    TextWrap.lines(text, width: max(20, context.size.columns - 2)).map { Line(String($0), style) }
  }

  private func details(_ context: ScreenContext) -> [Line] {
    guard let entry = entry(context) else { return [] }
    return ArrivalWords.details(entry).flatMap { wrapped($0.0, $0.1, context) }
  }

  private func status(_ context: ScreenContext) -> Line {
    guard let urn = chosen(context) else { return Line() }
    let name = context.snapshot.schoolName(urn)
    if let entry = entry(context) { return Line("\(name): ", .quiet) + ArrivalWords.state(entry) }
    let has = published(urn, context) != nil
    return Line("\(name): \(has ? "in the file" : "no row in the file of that year")", .quiet)
  }

  private static let columns = [
    TableColumn("School", minWidth: 17, idealWidth: 34, priority: 9, grows: true),
    TableColumn("How it stands", minWidth: 23, idealWidth: 26, priority: 9),
    TableColumn("Here", minWidth: 11, idealWidth: 24, priority: 6),
    TableColumn("Assessed", minWidth: 10, idealWidth: 15, alignment: .right, priority: 8),
    TableColumn("Look", minWidth: 4, alignment: .right, priority: 7, spoken: "problems to look at"),
  ]

  private static let publishedColumns = [
    TableColumn("School", minWidth: 17, idealWidth: 34, priority: 9, grows: true),
    TableColumn("In the file", minWidth: 11, priority: 9),
    TableColumn("Figure", minWidth: 12, idealWidth: 24, priority: 7),
    TableColumn("Value", minWidth: 7, alignment: .right, priority: 8),
    TableColumn("n", minWidth: 5, alignment: .right, priority: 8, spoken: "pupils"),
  ]

  private func rows(_ schools: [School], _ context: ScreenContext) -> [[Line]] {
    if let standing = standing(context) {
      return standing.entries.map { entry in
        [
          Line(entry.school.name), ArrivalWords.state(entry), Line(ArrivalWords.here(entry), .quiet),
          ArrivalWords.coverage(entry.coverage, standing.asks),
          entry.problems.isEmpty ? Line("–", .quiet) : Line("\(entry.problems.count)!", .caution),
        ]
      }
    }
    return schools.map { school in
      guard let figure = published(school.urn, context) else {
        return [Line(school.name), Line("no row", .caution), Line("–", .quiet), Line(), Line()]
      }
      let measure = context.snapshot.facts.catalogue[figure.measure]
      return [
        Line(school.name), Line("yes", .good), Line(measure?.shortTitle ?? figure.measure, .quiet),
        FigureText.cell(figure, measure?.unit),
        FigureText.count(figure, rule: context.snapshot.smallGroups),
      ]
    }
  }
}
