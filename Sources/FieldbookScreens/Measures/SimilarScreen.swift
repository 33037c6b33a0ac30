import FieldbookModel
import PlainText
import TextUI

/// The schools whose pupils are most like a school’s own: how far each is, on which features, and the figure asked for.
public struct SimilarScreen: Screen {
  /// `similar`.
  public let name = ScreenName.similar
  /// The school that they are like.
  let focus: URN
  private let figure: MeasuredFigure
  private var cursor: URN?
  /// What is looked for.
  public var find: String? = ""

  /// The similar schools of a school, with a figure of each.
  init(to school: URN, figure: MeasuredFigure) {
    focus = school
    self.figure = figure
    cursor = school
  }

  /// The school under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context) }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let urns = urns(context)
    let from = cursor.flatMap { urns.firstIndex(of: $0) }
    let index = RowCursor.moved(from: from, movement, count: urns.count, height: height("similar"))
    cursor = index.map { urns[$0] }
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
    let urns = urns(context)
    return RowFind(find: JumpFind(find ?? "", in: urns.map { Line(name(of: $0, context)) }), rows: urns)
  }

  /// The school itself, then the similar ones, nearest first.
  private func urns(_ context: ScreenContext) -> [URN] {
    [focus] + similar(context).neighbours.map(\.urn)
  }

  func chosen(_ context: ScreenContext) -> URN? { cursor ?? focus }

  /// The figure of the school under the cursor.
  func chosenObservation(_ context: ScreenContext) -> Observation? {
    chosen(context).flatMap { asked(context).observation($0) }
  }

  private func similar(_ context: ScreenContext) -> SimilarSchools { asked(context).similar }

  private func asked(_ context: ScreenContext) -> MeasureRows {
    MeasureRows(figure: figure, focus: focus, context: context)
  }

  private func name(of urn: URN, _ context: ScreenContext) -> String {
    context.snapshot.facts.school(urn)?.name ?? urn.text
  }

  // MARK: Page

  /// The schools and their features.
  public func page(_ context: ScreenContext) -> Page {
    let similar = similar(context)
    let urns = urns(context)
    let asked = asked(context)
    let rows = urns.map { row($0, similar, asked) }
    let columns = columns(similar, asked)
    let find = find
    let table = TableBlock(
      columns: columns, rowCount: rows.count, cursor: cursor.flatMap { urns.firstIndex(of: $0) } ?? 0
    ) { index in
      TableRow([JumpFind.marked(rows[index][0], find)] + rows[index].dropFirst())
    }
    let width = max(20, context.size.columns - 2)
    let foot = MeasureWords(asked: asked).similarRule(similar).flatMap { TextWrap.lines($0, width: width) }
    return Page(
      title: "Similar schools · \(name(of: focus, context))", titleNote: figure.year.text,
      tabs: Section.tabs(current: .schools, on: name, context),
      blocks: [.table(table, id: "similar"), .lines(foot.map { Line(String($0), .quiet) })],
      status: JumpFind.status(find, in: urns.map { Line(name(of: $0, context)) }, on: name, context)
        ?? status(similar, asked))
  }

  private func columns(_ similar: SimilarSchools, _ asked: MeasureRows) -> [TableColumn] {
    let features = similar.features.enumerated().map { place, used in
      TableColumn(
        used.feature.shortTitle, minWidth: 6, alignment: .right, priority: 20 - place,
        spoken: used.feature.title)
    }
    return [
      TableColumn("School", minWidth: 16, idealWidth: 34, priority: 100, grows: true),
      TableColumn("Far", minWidth: 5, alignment: .right, priority: 90, spoken: "distance"),
      TableColumn(
        asked.measure?.shortTitle ?? figure.measure, minWidth: 7,
        idealWidth: max(7, min(16, asked.measure?.shortTitle.count ?? 7)), alignment: .right, priority: 95),
      TableColumn("n", minWidth: 4, alignment: .right, priority: 80, spoken: "pupils"),
    ] + features + [TableColumn("LA", minWidth: 10, idealWidth: 18, priority: 5)]
  }

  private func row(_ urn: URN, _ similar: SimilarSchools, _ asked: MeasureRows) -> [Line] {
    let observation = asked.observation(urn)
    let distance = similar.neighbours.first { $0.urn == urn }?.distance
    let features = similar.features.map { used in
      let value = asked.facts.observation(of: .school(urn), used.measure, used.group, in: used.year)
      return FigureText.cell(value, asked.facts.catalogue[used.measure]?.unit)
    }
    let hasCount = observation?.reading.value != nil || observation?.n != nil
    return [
      Line(name(of: urn, asked.context), urn == focus ? .accent : .plain),
      distance.map { Line(NumberText.plain(($0 * 100).rounded() / 100)) } ?? Line("–", .quiet),
      FigureText.cell(observation, asked.unit),
      hasCount ? FigureText.count(observation, rule: asked.context.snapshot.smallGroups) : Line(),
    ] + features + [Line(authority(of: asked.facts.school(urn)), .quiet)]
  }

  /// By name; by code where the files have no name of it.
  private func authority(of school: School?) -> String {
    school.map { $0.laName.isEmpty ? $0.laCode : $0.laName } ?? ""
  }

  private func status(_ similar: SimilarSchools, _ asked: MeasureRows) -> Line {
    guard let value = asked.observation(focus)?.reading.value else {
      return Line("This school has no such figure that year", .quiet)
    }
    let among =
      asked.standingAmongSimilar(similar).map { "\($0.words(asked.better)) similar to it" }
      ?? "no school similar to it has this figure in the files"
    return Line("\(FigureText.value(value, asked.unit)): \(among)", .quiet)
  }
}

extension MeasureWords {
  /// How the similar schools were found, in words that can be checked.
  func similarRule(_ similar: SimilarSchools) -> [String] {
    if let refusal { return [refusal] }
    let years = Set(similar.features.map(\.year)).sorted().map(\.text).joined(separator: " and ")
    let names = similar.features.map(\.feature.words)
    return [
      "The nearest \(similar.neighbours.count) of \(similar.candidates) \(asked.peers.words), by intake in \(years): "
        + names.joined(separator: ", ") + ". Results play no part. Far: how unlike, in standard deviations."
    ]
  }
}
