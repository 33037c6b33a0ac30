import FieldbookModel
import Synchronization

/// What schools are compared with, worked out once for a revision of the facts: a key must not sort England again.
final class Comparisons: Sendable {
  private struct Question: Hashable {
    let facts: Int
    /// A visit knows one school of the same facts.
    let schools: Int
    let measure: String
    let group: PupilGroup
    let year: AcademicYear
    let peers: Peers
  }

  private struct Known {
    var values: [Question: [URN: Double]] = [:]
    var spreads: [Question: FigureSpread] = [:]
    var intakes: [Question: Intakes] = [:]
    var similar: [SchoolQuestion: SimilarSchools] = [:]
    var coverage: [Question: PeerCoverage] = [:]
    var rows: [SchoolQuestion: [MeasureRows.Row]] = [:]
    var points: [PointsQuestion: [ScatterPoint]] = [:]
    var clouds: [CloudQuestion: ScatterCloud] = [:]
    var changes: (facts: Int, schools: Int, at: HalfTerm?, are: Changes)?

    var count: Int {
      values.count + spreads.count + intakes.count + similar.count + coverage.count + rows.count
        + points.count
        + clouds.count
    }
  }

  private struct SchoolQuestion: Hashable {
    let school: URN
    let asked: Question
  }

  private struct PointsQuestion: Hashable {
    let rows: SchoolQuestion
    let across: MeasuredFigure
  }

  private struct CloudQuestion: Hashable {
    let across: Question
    let up: Question
    let frame: ScatterFrame
  }

  private let known = Mutex(Known())

  /// The figures of the schools of a sort that have one.
  func values(_ figure: MeasuredFigure, of peers: Peers, _ snapshot: Snapshot) -> [URN: Double] {
    let question = question(figure, peers, snapshot)
    if let values = known.withLock({ $0.values[question] }) { return values }
    let facts = snapshot.facts
    let values = facts.values(of: figure.measure, figure.group, in: figure.year).filter {
      peers.holds(facts.school($0.key))
    }
    keep { $0.values[question] = values }
    return values
  }

  /// The same figures in order.
  func spread(_ figure: MeasuredFigure, of peers: Peers, _ snapshot: Snapshot) -> FigureSpread {
    let question = question(figure, peers, snapshot)
    if let spread = known.withLock({ $0.spreads[question] }) { return spread }
    let spread = FigureSpread(Array(values(figure, of: peers, snapshot).values))
    keep { $0.spreads[question] = spread }
    return spread
  }

  /// How many schools of a sort have a figure, and where they are.
  func coverage(_ figure: MeasuredFigure, of peers: Peers, _ snapshot: Snapshot) -> PeerCoverage {
    let question = question(figure, peers, snapshot)
    if let coverage = known.withLock({ $0.coverage[question] }) { return coverage }
    let facts = snapshot.facts
    let having = values(figure, of: peers, snapshot)
    let coverage = PeerCoverage(having: Array(having.keys), of: peers, in: facts)
    keep { $0.coverage[question] = coverage }
    return coverage
  }

  /// What the pupils of such schools are like, nearest a year.
  func intakes(of peers: Peers, near year: AcademicYear, _ snapshot: Snapshot) -> Intakes {
    let question = question(MeasuredFigure(measure: "", group: .all, year: year), peers, snapshot)
    if let intakes = known.withLock({ $0.intakes[question] }) { return intakes }
    let intakes = Intakes(of: peers, near: year, in: snapshot.facts)
    keep { $0.intakes[question] = intakes }
    return intakes
  }

  /// The schools whose pupils are most like a school’s own.
  func similar(
    to school: URN, of peers: Peers, near year: AcademicYear, _ snapshot: Snapshot
  ) -> SimilarSchools {
    let question = SchoolQuestion(
      school: school,
      asked: question(MeasuredFigure(measure: "", group: .all, year: year), peers, snapshot))
    if let similar = known.withLock({ $0.similar[question] }) { return similar }
    let similar = SimilarSchools(to: school, in: intakes(of: peers, near: year, snapshot))
    keep { $0.similar[question] = similar }
    return similar
  }

  /// A measure of our schools and of the one asked about, in their order.
  func rows(_ asked: MeasureRows) -> [MeasureRows.Row] {
    let question = rowsQuestion(asked)
    if let rows = known.withLock({ $0.rows[question] }) { return rows }
    let rows = asked.findRows()
    keep { $0.rows[question] = rows }
    return rows
  }

  /// Our schools that have a measure and a figure of their intake, by name.
  func points(_ asked: MeasureRows, across: MeasuredFigure) -> [ScatterPoint] {
    let question = PointsQuestion(rows: rowsQuestion(asked), across: across)
    if let points = known.withLock({ $0.points[question] }) { return points }
    let points = asked.points(across: across)
    keep { $0.points[question] = points }
    return points
  }

  private func rowsQuestion(_ asked: MeasureRows) -> SchoolQuestion {
    SchoolQuestion(school: asked.focus, asked: question(asked.figure, asked.peers, asked.context.snapshot))
  }

  /// Where the schools of a sort stand in a scatter, counted by the cell of the screen they fall in.
  func cloud(
    across: MeasuredFigure, up: MeasuredFigure, of peers: Peers, frame: ScatterFrame, _ snapshot: Snapshot
  ) -> ScatterCloud {
    let question = CloudQuestion(
      across: self.question(across, peers, snapshot), up: self.question(up, peers, snapshot), frame: frame)
    if let cloud = known.withLock({ $0.clouds[question] }) { return cloud }
    let cloud = ScatterCloud(
      across: values(across, of: peers, snapshot), up: values(up, of: peers, snapshot), frame: frame)
    keep { $0.clouds[question] = cloud }
    return cloud
  }

  /// What changed most in our schools, in the latest results or in a half-term.
  func changes(_ snapshot: Snapshot, at halfTerm: HalfTerm? = nil) -> Changes {
    let facts = snapshot.facts
    if let known = known.withLock({ $0.changes }), known.facts == snapshot.factsRevision,
      known.schools == facts.schools.count, known.at == halfTerm
    {
      return known.are
    }
    let groups: [PupilGroup] = [.all, .disadvantaged, .notDisadvantaged, .boys, .girls, .eal]
    let asked = ResultStage.allCases.filter { $0 != .census }.flatMap { stage in
      stage.measures.map { (measure: $0, groups: $0 == stage.headline ? groups : [.all]) }
    }
    let ours = facts.ours
    let changes =
      halfTerm.map { Changes(of: ours, at: $0, facts) } ?? Changes(of: ours, in: asked, facts)
    known.withLock { $0.changes = (snapshot.factsRevision, facts.schools.count, halfTerm, changes) }
    return changes
  }

  private func question(_ figure: MeasuredFigure, _ peers: Peers, _ snapshot: Snapshot) -> Question {
    Question(
      facts: snapshot.factsRevision, schools: snapshot.facts.schools.count, measure: figure.measure,
      group: figure.group, year: figure.year, peers: peers)
  }

  private func keep(_ change: (inout Known) -> Void) {
    known.withLock { known in
      if known.count > 96 { known = Known() }
      change(&known)
    }
  }
}

/// How much of the register the figures of a measure cover.
struct PeerCoverage: Sendable {
  /// Schools that have the figure.
  let having: Int
  /// Schools of the same sort that the register knows.
  let inRegister: Int
  /// The names of the authorities of those that have it, by code; empty where no file names one.
  let authorities: [String: String]

  /// Of the schools that have a figure. A list of England’s schools has the codes of authorities alone; a register has
  /// their names too.
  init(having: [URN], of peers: Peers, in facts: Facts) {
    self.having = having.count
    inRegister = facts.schools.values.count { $0.isInRegister && peers.holds($0) }
    authorities = having.reduce(into: [:]) { authorities, urn in
      guard let school = facts.school(urn), !school.laCode.isEmpty else { return }
      if authorities[school.laCode, default: ""].isEmpty { authorities[school.laCode] = school.laName }
    }
  }
}

/// One measure of one group in one year: what a whole trust can be asked for.
struct MeasuredFigure: Hashable, Sendable {
  var measure: String
  var group: PupilGroup
  var year: AcademicYear
}
