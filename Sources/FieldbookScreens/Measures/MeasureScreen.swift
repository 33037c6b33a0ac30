import FieldbookModel
import PlainText
import TextUI

/// One measure: all our schools as dots on a line, and where one of them stands among England's and among similar ones.
public struct MeasureScreen: Screen {
  /// `measure`.
  public let name = ScreenName.measure
  /// The school from which the question was asked.
  let focus: URN
  let measure: String
  let group: PupilGroup
  private var year: AcademicYear
  private var cursor: URN?
  /// What is looked for.
  public var find: String? = ""

  /// A measure of a group in a year, asked of a school.
  public init(_ measure: String, _ group: PupilGroup, in year: AcademicYear, of school: URN) {
    self.measure = measure
    self.group = group
    self.year = year
    focus = school
    cursor = school
  }

  var figure: MeasuredFigure { MeasuredFigure(measure: measure, group: group, year: year) }

  /// The school under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context) }

  // MARK: Cursor

  /// Moves the cursor; left and right choose the year.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    switch movement {
    case .left: goToYear(context) { years, year in years.last { $0 < year } }
    case .right: goToYear(context) { years, year in years.first { $0 > year } }
    default:
      let rows = asked(context).rows
      let index = RowCursor.moved(
        from: index(in: rows), movement, count: rows.count, height: height("measure"))
      cursor = index.map { rows[$0].school.urn }
    }
  }

  /// To the first school whose name holds what was typed.
  public mutating func landOnMatch(_ context: ScreenContext) {
    cursor = rowFind(context).first(from: chosen(context)) ?? cursor
  }

  /// To the next school whose name holds it, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    cursor = rowFind(context).next(movement, from: chosen(context)) ?? cursor
  }

  private func rowFind(_ context: ScreenContext) -> RowFind<URN> {
    let rows = asked(context).rows
    return RowFind(
      find: JumpFind(find ?? "", in: rows.map { Line($0.school.name) }), rows: rows.map(\.school.urn))
  }

  private mutating func goToYear(
    _ context: ScreenContext, _ next: ([AcademicYear], AcademicYear) -> AcademicYear?
  ) {
    year = next(context.snapshot.facts.years(with: measure, group), year) ?? year
  }

  func chosen(_ context: ScreenContext) -> URN? {
    let rows = asked(context).rows
    return index(in: rows).map { rows[$0].school.urn }
  }

  private func index(in rows: [MeasureRows.Row]) -> Int? {
    if let cursor, let index = rows.firstIndex(where: { $0.school.urn == cursor }) { return index }
    return rows.isEmpty ? nil : 0
  }

  /// The figure under the cursor.
  func chosenObservation(_ context: ScreenContext) -> Observation? {
    chosen(context).flatMap { asked(context).observation($0) }
  }

  private func asked(_ context: ScreenContext) -> MeasureRows {
    MeasureRows(figure: figure, focus: cursor ?? focus, context: context)
  }

  // MARK: Page

  /// The dots, with what they mean above and where the chosen school stands below.
  public func page(_ context: ScreenContext) -> Page {
    let asked = asked(context)
    let rows = asked.rows
    let layout = MeasureLayout(asked, rows, columns: context.size.columns, isSpoken: context.isSpoken)
    let list = ListBlock(
      rowCount: rows.count, cursor: index(in: rows),
      emptyText: [
        Line(
          "None of your schools has this figure. \(context.key("cursor.left", on: name)) and \(context.key("cursor.right", on: name)) choose another year.",
          .quiet)
      ]
    ) { [find] in JumpFind.marked(layout.line(rows[$0]), find) }
    let title = asked.measure?.shortTitle ?? measure
    return Page(
      title: "Measure · \(title)\(group == .all ? "" : " · " + group.title)", titleNote: year.text,
      tabs: Section.tabs(current: .schools, on: name, context),
      blocks: [.lines(heading(asked, layout)), .list(list, id: "measure"), .lines(foot(asked, rows))],
      status: JumpFind.status(find, in: rows.map { Line($0.school.name) }, on: name, context)
        ?? status(asked, rows))
  }

  private func heading(_ asked: MeasureRows, _ layout: MeasureLayout) -> [Line] {
    let width = max(20, asked.context.size.columns - 2)
    let definition = asked.measure.map { $0.title } ?? measure
    return TextWrap.lines(definition, width: width).prefix(2).map { Line(String($0)) } + layout.heads
  }

  /// What the signs mean, and the schools that the chosen one is set among.
  private func foot(_ asked: MeasureRows, _ rows: [MeasureRows.Row]) -> [Line] {
    let width = max(20, asked.context.size.columns - 2)
    return MeasureWords(asked: asked).foot.flatMap { TextWrap.lines($0, width: width) }.map {
      Line(String($0), .quiet)
    }
  }

  private func status(_ asked: MeasureRows, _ rows: [MeasureRows.Row]) -> Line {
    guard let index = index(in: rows) else { return Line() }
    return MeasureWords(asked: asked).standing(rows[index])
  }
}
