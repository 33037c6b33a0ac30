import FieldbookModel
import PlainText
import TextUI

/// What changed most in our schools since the same point a year ago: ten rows at most, each with both cohorts.
public struct ChangesScreen: Screen {
  /// `changes`.
  public let name = ScreenName.changes
  /// The half-term whose returns are compared; nil for the latest published results.
  let halfTerm: HalfTerm?
  private var cursor = 0
  /// What is looked for.
  public var find: String? = ""

  /// The changes of all our schools: of a half-term’s returns, or of the latest results.
  public init(at halfTerm: HalfTerm? = nil) {
    self.halfTerm = halfTerm
  }

  /// The school under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context)?.school }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let count = changes(context).listed.count
    cursor = RowCursor.moved(from: cursor, movement, count: count, height: height("changes")) ?? 0
  }

  /// To the first row that holds what was typed.
  public mutating func landOnMatch(_ context: ScreenContext) {
    cursor = rowFind(context).first(from: cursor) ?? cursor
  }

  /// To the next row that holds it, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    cursor = rowFind(context).next(movement, from: cursor) ?? cursor
  }

  private func rowFind(_ context: ScreenContext) -> RowFind<Int> {
    let lines = found(context)
    return RowFind(find: JumpFind(find ?? "", in: lines), rows: Array(lines.indices))
  }

  private func found(_ context: ScreenContext) -> [Line] {
    changes(context).listed.map { Line(context.snapshot.schoolName($0.school)) }
  }

  func chosen(_ context: ScreenContext) -> Change? {
    let listed = changes(context).listed
    return listed.indices.contains(cursor) ? listed[cursor] : listed.first
  }

  private func changes(_ context: ScreenContext) -> Changes {
    context.orders.comparisons.changes(context.snapshot, at: halfTerm)
  }

  // MARK: Page

  /// The changes, and the rule by which they were chosen.
  public func page(_ context: ScreenContext) -> Page {
    let changes = changes(context)
    let rows = changes.listed.map { ChangeRow($0, context) }
    let find = find
    let table = TableBlock(
      columns: ChangeRow.columns, rowCount: rows.count,
      cursor: rows.isEmpty ? nil : min(cursor, rows.count - 1),
      emptyText: ChangeWords.none(changes, at: halfTerm, columns: context.size.columns)
    ) { index in
      let cells = rows[index].cells
      return TableRow([JumpFind.marked(cells[0], find)] + cells.dropFirst())
    }
    let width = max(20, context.size.columns - 2)
    let rule = ChangeWords.rule(changes).flatMap { TextWrap.lines($0, width: width) }
    return Page(
      title: "What changed · \(halfTerm?.title ?? context.snapshot.name)", titleNote: context.todayText,
      tabs: Section.tabs(current: .schools, on: name, context),
      blocks: [.table(table, id: "changes"), .lines(rule.map { Line(String($0), .quiet) })],
      status: JumpFind.status(find, in: found(context), on: name, context)
        ?? Line(chosen(context).map { ChangeWords.comparison($0, context) } ?? "", .quiet))
  }
}

/// One change as a row: the figure, both cohorts, the difference in its own unit and in children.
struct ChangeRow {
  private let change: Change
  private let context: ScreenContext

  init(_ change: Change, _ context: ScreenContext) {
    self.change = change
    self.context = context
  }

  static let columns = [
    TableColumn("School", minWidth: 16, idealWidth: 34, priority: 90, grows: true),
    TableColumn("Figure", minWidth: 14, idealWidth: 30, priority: 90, grows: true),
    TableColumn("Now", minWidth: 7, alignment: .right, priority: 90),
    TableColumn("n", minWidth: 4, alignment: .right, priority: 80, spoken: "pupils now"),
    TableColumn("Before", minWidth: 7, alignment: .right, priority: 90),
    TableColumn("n", minWidth: 4, alignment: .right, priority: 80, spoken: "pupils before"),
    TableColumn("Change", minWidth: 13, alignment: .right, priority: 100),
  ]

  var cells: [Line] {
    let measure = context.snapshot.facts.catalogue[change.measure]
    let unit = measure?.unit
    let group = change.group == .all ? "" : " · " + change.group.title
    var difference = Line(FigureText.change(change.difference), change.isWorse ? .caution : .plain)
    if let children = change.children(unit) { difference += Line(" (\(children) ch)", .quiet) }
    let rule = context.snapshot.smallGroups
    return [
      Line(context.snapshot.schoolName(change.school)), Line((measure?.shortTitle ?? change.measure) + group),
      ChangeWords.cell(change.now, measure), FigureText.count(change.now, rule: rule),
      ChangeWords.cell(change.before, measure), FigureText.count(change.before, rule: rule), difference,
    ]
  }
}

/// What is said of changes in sentences.
enum ChangeWords {
  /// A figure as its file says it; what a school returned itself, which are counts, in whole per cents.
  static func cell(_ observation: Observation, _ measure: Measure?) -> Line {
    guard observation.halfTerm != nil, let measure, let value = observation.reading.value else {
      return FigureText.cell(observation, measure?.unit)
    }
    return Line(DataText.value(value, measure))
  }

  /// What was set against what.
  static func comparison(_ change: Change, _ context: ScreenContext) -> String {
    let measure = context.snapshot.facts.catalogue[change.measure]
    let unit = measure?.unit
    func cohort(_ observation: Observation) -> String {
      let value = cell(observation, measure).text
      let n = observation.n.map { " of \($0)" } ?? ""
      return "\(value)\(n) in \(observation.when.halfTerm?.title ?? observation.period.text)"
    }
    let children = change.children(unit).map { ": \($0) \($0 == 1 ? "child" : "children")" } ?? ""
    return "\(cohort(change.now)), \(cohort(change.before))\(children); other pupils each year"
  }

  /// The rule by which they were chosen.
  static func rule(_ changes: Changes) -> [String] {
    guard !changes.listed.isEmpty else { return [] }
    return [
      "The largest of \(changes.compared) changes, measured against what chance brings between two cohorts; "
        + "\(changes.notCompared) could not be compared. A change in one year is a question, not a finding. "
        + "ch: children. Two of a school at most."
    ]
  }

  /// What stands there when nothing changed, or nothing can be compared.
  static func none(_ changes: Changes, at halfTerm: HalfTerm?, columns: Int) -> [Line] {
    let before = halfTerm?.yearBefore.title ?? ""
    let words =
      changes.compared == 0
      ? halfTerm != nil
        ? "Nothing that was returned can be set against \(before): neither the same scale nor enough pupils."
        : "There are no two consecutive years of one figure yet. Import the results of two years: "
          + "fieldbook import 2022-2023_england_ks2final.csv 2023-2024_england_ks2final.csv"
      : "None of \(changes.compared) changes is larger than chance often brings between two cohorts."
    return TextWrap.lines(words, width: max(20, columns - 4)).map { Line(String($0), .quiet) }
  }
}
