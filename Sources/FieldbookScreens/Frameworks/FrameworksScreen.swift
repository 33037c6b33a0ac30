import FieldbookModel
import PlainText
import TextUI

/// The frameworks: built in, the workspace's own, and broken ones.
public struct FrameworksScreen: JumpingScreen {
  /// One row.
  struct Row: Sendable {
    let id: String
    /// Nil where the file cannot be used.
    let framework: Framework?
    let isBuiltIn: Bool
    let problems: [String]
  }

  /// `frameworks`.
  public let name = ScreenName.frameworks
  /// What is looked for.
  public var find: String? = ""
  private var choice = RowChoice<String>()

  /// All frameworks.
  public init() {}

  private func rows(_ context: ScreenContext) -> [Row] {
    let own = context.snapshot.ownFrameworks
    let names = Set(own.map(\.id))
    let builtIn = context.snapshot.frameworks.filter { !names.contains($0.id) }
    return builtIn.map { Row(id: $0.id, framework: $0, isBuiltIn: true, problems: []) }
      + own.map { Row(id: $0.id, framework: $0.framework, isBuiltIn: false, problems: $0.problems) }
  }

  func chosen(_ context: ScreenContext) -> Row? {
    let rows = rows(context)
    return choice.index(in: rows.map(\.id)).map { rows[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: rows(context).map(\.id), height: height("frameworks"))
  }

  /// A row a framework, and what is wrong with the chosen one.
  public func page(_ context: ScreenContext) -> Page {
    let rows = rows(context)
    let usual = context.snapshot.usualFramework?.id
    let table = TableBlock(
      columns: FrameworksScreen.columns, rowCount: rows.count, cursor: choice.index(in: rows.map(\.id))
    ) { FrameworksScreen.row(rows[$0], isUsual: rows[$0].id == usual) }
    var blocks: [Block] = [
      FrameworkWords.keeps(context), .table(table, id: "frameworks"),
    ]
    let problems = chosen(context)?.problems ?? []
    if !problems.isEmpty {
      blocks.append(.rule("What is wrong"))
      blocks.append(.lines(wrapped(problems, width: context.size.columns)))
    }
    return Page(
      title: "Frameworks", titleNote: context.todayText, blocks: blocks,
      status: Line(status(context), .quiet))
  }

  private func wrapped(_ problems: [String], width: Int) -> [Line] {
    problems.prefix(3).flatMap {
      TextWrap.lines($0, width: max(20, width - 2)).map { Line(" " + String($0), .caution) }
    }
  }

  private func status(_ context: ScreenContext) -> String {
    guard let row = chosen(context) else { return "" }
    if row.framework == nil { return "Mend the file by hand: fieldbook check names every place" }
    return row.isBuiltIn
      ? "Built in: \(context.key("framework.copy", on: name)) makes a copy that is yours to change"
      : "Yours: \(context.key("framework.open", on: name)) changes it"
  }

  private static let columns = [
    TableColumn("Framework", minWidth: 24, idealWidth: 32, priority: 9, grows: true),
    TableColumn("", minWidth: 8, priority: 8), TableColumn("New reviews", minWidth: 11, priority: 7),
    TableColumn("Areas", minWidth: 5, alignment: .right, priority: 6),
    TableColumn("Grades, best first", minWidth: 20, idealWidth: 60, priority: 5, grows: true),
  ]

  private static func row(_ row: Row, isUsual: Bool) -> TableRow {
    guard let framework = row.framework else {
      return TableRow([
        Line(row.id), Line("broken", .bad), Line(), Line("–", .quiet),
        Line(row.problems.first ?? "", .caution),
      ])
    }
    return TableRow([
      Line(framework.title), Line(row.isBuiltIn ? "built in" : "yours", row.isBuiltIn ? .quiet : .plain),
      Line(isUsual ? "start here" : ""), Line(String(framework.inUse.areas.count)),
      Line(FrameworkWords.grades(framework), .quiet),
    ])
  }
}
