import FieldbookModel
import TextUI

/// One measure of our schools that can be set beside one another, in one year.
struct MeasureRows {
  let figure: MeasuredFigure
  /// The school from which the question was asked: it says who the peers are.
  let focus: URN
  let context: ScreenContext
  /// The schools that it can be set among.
  let peers: Peers

  init(figure: MeasuredFigure, focus: URN, context: ScreenContext) {
    (self.figure, self.focus, self.context) = (figure, focus, context)
    peers = Peers(of: context.snapshot.facts.school(focus))
  }

  /// A school and its figure.
  struct Row: Sendable {
    let school: School
    let observation: Observation?
    var value: Double? { observation?.reading.value }
  }

  var facts: Facts { context.snapshot.facts }
  var measure: Measure? { facts.catalogue[figure.measure] }
  var unit: Measure.Unit? { measure?.unit }
  var better: Measure.Direction { measure?.better ?? .up }

  /// Our schools, the best figure first, then those without one by name.
  ///
  /// Of the census only peers stand beside one another; results of a key stage belong to those who
  /// sat it. The school asked about is there even when it is not ours.
  var rows: [Row] { context.orders.comparisons.rows(self) }

  /// The same, worked out anew: it walks through all schools.
  func findRows() -> [Row] {
    facts.schoolsByName.filter { belongs($0) }
      .map { Row(school: $0, observation: observation($0.urn)) }
      .filter { $0.observation != nil || $0.school.urn == focus || isExpected($0.school) }
      .sorted(by: comesFirst)
  }

  func observation(_ urn: URN) -> Observation? {
    facts.observation(of: .school(urn), figure.measure, figure.group, in: figure.year)
  }

  /// England’s figure: of the census, absence and behaviour that of the kind of school.
  var england: Observation? {
    let subject = facts.england(beside: facts.school(focus), in: section)
    return facts.observation(of: subject, figure.measure, figure.group, in: figure.year)
  }

  /// All peers that have the figure.
  var spread: FigureSpread { context.orders.comparisons.spread(figure, of: peers, context.snapshot) }

  /// How many peers have the figure, of how many in the register, and the authorities of those that have it.
  var coverage: PeerCoverage { context.orders.comparisons.coverage(figure, of: peers, context.snapshot) }

  /// Where a school stands among its peers; nil where it has no figure or is not one of them.
  func standing(_ row: Row) -> Standing? {
    guard let value = row.value, peers.holds(row.school) else { return nil }
    return spread.standing(of: value, better: better)
  }

  /// The schools whose pupils are most like those of the school asked about.
  var similar: SimilarSchools {
    context.orders.comparisons.similar(to: focus, of: peers, near: figure.year, context.snapshot)
  }

  /// Where the school asked about stands among the similar ones that have the figure.
  func standingAmongSimilar(_ similar: SimilarSchools) -> Standing? {
    guard let own = observation(focus)?.reading.value else { return nil }
    let values = context.orders.comparisons.values(figure, of: peers, context.snapshot)
    let theirs = similar.neighbours.compactMap { values[$0.urn] }
    return theirs.isEmpty ? nil : FigureSpread(theirs + [own]).standing(of: own, better: better)
  }

  private var section: ResultStage { .of(figure.measure) }

  private func belongs(_ school: School) -> Bool {
    guard school.isOurs || school.urn == focus else { return false }
    return section != .census || peers.holds(school)
  }

  private func isExpected(_ school: School) -> Bool { section.isExpected(in: school.phase) }

  private func comesFirst(_ a: Row, _ b: Row) -> Bool {
    switch (a.value, b.value) {
    case (let x?, let y?) where x != y: better == .down ? x < y : x > y
    case (.some, nil): true
    case (nil, .some): false
    default: false
    }
  }
}

extension Standing {
  /// `better than 188 of 298`, or `higher than` where more is neither better nor worse.
  func words(_ better: Measure.Direction, level isLevelSaid: Bool = true) -> String {
    let than = better == .neither ? "higher than" : "better than"
    let same = isLevelSaid && level > 0 ? ", level with \(level)," : ""
    return "\(than) \(below)\(same) of \(others) \(others == 1 ? "other" : "others")"
  }
}
