import FieldbookModel
import PlainText
import TextUI

/// Intake across, outcome up: our schools by letter, all its peers as a cloud behind them.
///
/// It shows that schools with like pupils have unlike results; it draws no line through them, because a line would be
/// read as what a school should have reached.
public struct ScatterScreen: Screen {
  /// `scatter`.
  public let name = ScreenName.scatter
  private let focus: URN
  private let figure: MeasuredFigure
  private var feature = IntakeFeature.fsm6
  private var cursor: URN?
  /// What is looked for.
  public var find: String? = ""

  /// A scatter of a figure, asked of a school.
  init(_ figure: MeasuredFigure, of school: URN) {
    self.figure = figure
    focus = school
    cursor = school
  }

  /// The school under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context) }

  // MARK: Cursor

  /// Moves the cursor among our schools; left and right choose the feature of the intake.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    switch movement {
    case .left: goToFeature(by: -1, context)
    case .right: goToFeature(by: 1, context)
    default:
      let points = points(context)
      let from = points.firstIndex { $0.school.urn == cursor }
      let index = RowCursor.moved(from: from, movement, count: points.count, height: height("scatter"))
      cursor = index.map { points[$0].school.urn }
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
    let schools = points(context).map(\.school)
    return RowFind(find: JumpFind(find ?? "", in: schools.map { Line($0.name) }), rows: schools.map(\.urn))
  }

  private mutating func goToFeature(by step: Int, _ context: ScreenContext) {
    let features = features(context).map(\.feature)
    guard let here = features.firstIndex(of: feature) else {
      feature = features.first ?? feature
      return
    }
    feature = features[min(features.count - 1, max(0, here + step))]
  }

  func chosen(_ context: ScreenContext) -> URN? {
    let points = points(context)
    return (points.first { $0.school.urn == cursor } ?? points.first)?.school.urn
  }

  // MARK: What is asked

  private func asked(_ context: ScreenContext) -> MeasureRows {
    MeasureRows(figure: figure, focus: focus, context: context)
  }

  private func features(_ context: ScreenContext) -> [SimilarSchools.UsedFeature] {
    let asked = asked(context)
    return context.orders.comparisons.intakes(of: asked.peers, near: figure.year, context.snapshot).features
  }

  private func used(_ context: ScreenContext) -> SimilarSchools.UsedFeature? {
    let features = features(context)
    return features.first { $0.feature == feature } ?? features.first
  }

  /// Our schools among the peers that have both figures, by name.
  private func points(_ context: ScreenContext) -> [ScatterPoint] {
    guard let used = used(context) else { return [] }
    return context.orders.comparisons.points(asked(context), across: used.figure)
  }

  // MARK: Page

  /// The scatter at the left, our schools at the right.
  public func page(_ context: ScreenContext) -> Page {
    let asked = asked(context)
    let title = "Intake and outcome · \(asked.measure?.shortTitle ?? figure.measure)"
    guard let used = used(context) else {
      let words =
        "There is no figure of any school’s intake yet. Import the school census: fieldbook import england_census.csv"
      return Page(
        title: title, titleNote: figure.year.text, tabs: Section.tabs(current: .schools, on: name, context),
        blocks: [.lines(TextWrap.lines(words, width: context.size.columns - 2).map { Line(String($0)) })],
        status: Line("\(context.key("back", on: name)) goes back", .quiet))
    }
    let points = points(context)
    let chosen = chosen(context)
    let plot = ScatterPlot(asked: asked, used: used, points: points, chosen: chosen)
    let list = ListBlock(
      rowCount: points.count, cursor: points.firstIndex { $0.school.urn == chosen },
      emptyText: [Line("None of your schools has both figures.", .quiet)]
    ) { [find] in JumpFind.marked(plot.row(points[$0], at: $0), find) }
    return Page(
      title: title, titleNote: figure.year.text, tabs: Section.tabs(current: .schools, on: name, context),
      blocks: context.isSpoken
        ? [.lines(plot.foot), .list(list, id: "scatter")]
        : [
          .beside([.lines(plot.lines)], [.list(list, id: "scatter")], leftWidth: plot.leftWidth),
          .lines(plot.foot),
        ],
      status: JumpFind.status(find, in: points.map { Line($0.school.name) }, on: name, context)
        ?? plot.status(points.first { $0.school.urn == chosen }))
  }
}

extension MeasureRows {
  /// Our schools among the peers that have both figures, by name, worked out anew.
  func points(across: MeasuredFigure) -> [ScatterPoint] {
    rows.filter { peers.holds($0.school) }
      .sorted { $0.school.name < $1.school.name }
      .compactMap { row in
        let intake = facts.observation(
          of: .school(row.school.urn), across.measure, across.group, in: across.year)
        guard let x = intake?.reading.value, let y = row.value else { return nil }
        return ScatterPoint(school: row.school, across: x, up: y, n: row.observation?.n)
      }
  }
}

extension SimilarSchools.UsedFeature {
  /// What the feature is read from.
  var figure: MeasuredFigure { MeasuredFigure(measure: measure, group: group, year: year) }
}

/// One of our schools in a scatter.
struct ScatterPoint: Sendable {
  let school: School
  let across: Double
  let up: Double
  let n: Int?
}
