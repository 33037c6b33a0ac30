import FieldbookModel
import TextUI

/// The columns of a table that no format knows: the user says what each is.
public struct MappingScreen: JumpingScreen {
  /// `mapping`.
  public let name = ScreenName.mapping
  /// What is looked for.
  public var find: String? = ""
  private var choice = RowChoice<String>()

  /// The table that is being looked at.
  public init() {}

  private func headers(_ context: ScreenContext) -> [String] {
    context.snapshot.arriving.table?.columns.map(\.header) ?? []
  }

  func chosen(_ context: ScreenContext) -> String? {
    let headers = headers(context)
    return choice.index(in: headers).map { headers[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: headers(context), height: height("mapping"))
  }

  /// A row a column: its header, what stands in it, what it is.
  public func page(_ context: ScreenContext) -> Page {
    let table = context.snapshot.arriving.table
    let columns = table?.columns ?? []
    let block = TableBlock(
      columns: MappingScreen.columns, rowCount: columns.count, cursor: choice.index(in: headers(context)),
      emptyText: ["No table is being looked at: Esc goes back to the files."]
    ) { index in
      let said = table?.said(of: columns[index].header)
      return TableRow(
        [
          Line(columns[index].header), Line(columns[index].samples.joined(separator: "  "), .quiet),
          said.map { Line(MappingScreen.words(for: $0)) } ?? Line("not read", .quiet),
        ])
    }
    let rows = table.map { "\($0.file), \($0.rows) row\($0.rows == 1 ? "" : "s")" } ?? "no table"
    return Page(
      title: "Import · what the columns are · \(rows)", titleNote: context.todayText,
      blocks: [.lines([given(table), Line()]), .table(block, id: "mapping")], status: status(table, context))
  }

  private static let columns = [
    TableColumn("Column", minWidth: 16, idealWidth: 30, priority: 9),
    TableColumn("Holds", minWidth: 16, idealWidth: 36, priority: 7, grows: true),
    TableColumn("Is", minWidth: 24, idealWidth: 50, priority: 8),
  ]

  /// `Per cent at expected or above: maths, Y4`.
  static func words(for column: TableMapping.Column) -> String {
    let of = TableMapping.sayable.compactMap { column.of[$0] }.joined(separator: ", ")
    return column.role.title + (of.isEmpty ? "" : ": \(of)")
  }

  /// What holds of every row.
  private func given(_ table: TablePicture?) -> Line {
    guard let mapping = table?.mapping else { return Line() }
    let given = TableMapping.sayable.compactMap { mapping.given[$0] }.joined(separator: ", ")
    return Line(
      " Kept as “\(mapping.name)”. "
        + (given.isEmpty ? "Of every row: what its columns say." : "Of every row: \(given)."),
      .quiet)
  }

  private func status(_ table: TablePicture?, _ context: ScreenContext) -> Line {
    guard let problems = table?.mapping.problems else { return Line() }
    let key = context.key("columns.try", on: .mapping)
    guard let first = problems.first else {
      return Line("\(key) shows what comes of it; nothing is written yet", .accent)
    }
    return Line(problems.count == 1 ? first : "\(first) · \(problems.count - 1) more", .caution)
  }
}
