import FieldbookModel
import PlainText
import TextUI

/// Our schools side by side at one half-term or in one year: values, changes since the same point a year before, and all
/// of them together.
public struct TrustTableScreen: TableScreen {
  /// `trustTable`.
  public let name = ScreenName.trustTable
  /// What the rows are narrowed by.
  public var find: String? = ""
  var cursor = TableCursor()
  private(set) var table: RowTable<TrustRow>
  private(set) var period: Period
  private(set) var part: TrustPart
  /// The measure in front, of which status and source speak.
  private(set) var measure: String?

  /// The table of a point; without one, of the latest that there is.
  init(at period: Period? = nil, _ context: ScreenContext) {
    let facts = context.snapshot.facts
    let now = Period(context.snapshot.calendar.halfTerm(of: context.today))
    let periods = TrustSheet.periods(facts)
    self.period = period ?? periods.last { $0.part != nil } ?? periods.last ?? now
    part = TrustPart.all(in: facts).first ?? .primary
    let sheet = TrustSheet.of(self.period, part, context)
    measure = sheet.measures.first?.id
    table = TrustColumns.table(sheet, part: part, front: measure)
  }

  // Rows of another point, part or leading measure are other rows.
  var scope: String { "\(period.text) \(part.rawValue) \(measure ?? "")" }

  func sheet(_ context: ScreenContext) -> TrustSheet { .of(period, part, context) }

  func allIDs(_ context: ScreenContext) -> [String] { sheet(context).schools.map(\.urn.text) }

  func rowMaker(_ context: ScreenContext) -> @Sendable (String) -> TrustRow? {
    let sheet = sheet(context)
    let schools = Dictionary(sheet.schools.map { ($0.urn.text, $0) }, uniquingKeysWith: { first, _ in first })
    return { id in schools[id].map { TrustRow(school: $0, sheet: sheet) } }
  }

  /// The measure in front is marked, where columns were chosen that do not begin with it.
  func headings(_ context: ScreenContext) -> [String: String] {
    guard let measure, let title = table[measure]?.title else { return [:] }
    return [measure: "[\(title)]"]
  }

  /// The school under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosenID(context).map { URN($0) } }

  func chosenFigure(_ context: ScreenContext) -> SchoolFigure? {
    guard let row = chosenRow(context), let measure else { return nil }
    return row.figure(measure)
  }

  // MARK: Moving

  /// Moves the cursor; left and right choose the measure in front.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    switch movement {
    case .left: step(-1, context)
    case .right: step(1, context)
    default: moveCursor(movement, height: height, context)
    }
  }

  private mutating func step(_ step: Int, _ context: ScreenContext) {
    let ids = sheet(context).measures.map(\.id)
    guard !ids.isEmpty else { return }
    let index = measure.flatMap { ids.firstIndex(of: $0) } ?? 0
    measure = ids[(index + step + ids.count) % ids.count]
    remake(context)
  }

  /// Shows the schools of the next part of the trust.
  mutating func goToNextPart(_ context: ScreenContext) {
    let parts = TrustPart.all(in: context.snapshot.facts)
    guard !parts.isEmpty else { return }
    part = parts[((parts.firstIndex(of: part) ?? -1) + 1) % parts.count]
    remake(context)
  }

  /// Shows an earlier or a later point; false where there is none.
  mutating func goToPeriod(_ step: Int, _ context: ScreenContext) -> Bool {
    let periods = TrustSheet.periods(context.snapshot.facts)
    let next = step < 0 ? periods.last { $0 < period } : periods.first { $0 > period }
    guard let next else { return false }
    period = next
    remake(context)
    return true
  }

  private mutating func remake(_ context: ScreenContext) {
    let sheet = sheet(context)
    if !sheet.measures.contains(where: { $0.id == measure }) { measure = sheet.measures.first?.id }
    table = TrustColumns.table(sheet, part: part, front: measure)
  }

  /// Gets ready what the rows are found by.
  public func prepareToFind(_ context: ScreenContext) { prepareSearch(context) }

  /// Takes the cursor to the first school whose name begins with what was typed.
  public mutating func landOnMatch(_ context: ScreenContext) { landCursor(context) }

  // MARK: Page

  /// The answers, the table, all schools together, and what the signs mean.
  public func page(_ context: ScreenContext) -> Page {
    let words = TrustWords(screen: self, sheet: sheet(context), context: context)
    return Page(
      title: "Trust table · \(period.halfTerm?.title ?? period.text) · \(part.title), \(countText(context))",
      titleNote: context.todayText, tabs: Section.tabs(current: .data, on: name, context),
      blocks: [
        .lines(words.answers + choiceLines(context)), tableBlock(context, emptyText: words.empty),
        .lines(words.foot),
      ], status: words.status)
  }
}
