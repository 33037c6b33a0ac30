import FieldbookModel
import Synchronization

/// What the trust table shows at one point: our schools of one part of the trust, the measures they can be set side by side
/// on, and every figure, worked out when it is first asked for.
final class TrustSheet: Sendable {
  private struct Key: Hashable {
    let school: URN
    let measure: String
  }

  let period: Period
  /// Our schools, by name.
  let schools: [School]
  /// The measures of which any of them has a figure then, the most telling first.
  let measures: [Measure]
  let smallGroups: SmallGroups
  private let snapshot: Snapshot
  private let today: CalendarDate
  private let figures = Mutex<[Key: SchoolFigure?]>([:])
  private let pools = Mutex<[String: PooledFigure?]>([:])
  private let gaps = Mutex<[Key: GroupGap?]>([:])
  private let answers = Mutex<TrustAnswers?>(nil)

  private init(_ period: Period, _ part: TrustPart, _ context: ScreenContext) {
    self.period = period
    snapshot = context.snapshot
    smallGroups = snapshot.smallGroups
    today = context.today
    let facts = snapshot.facts
    let schools = facts.ours.filter(part.holds)
    let measures = TrustSheet.measures(at: period, of: schools, facts).filter(part.hasMeasure)
    // A school that has left the register is there for as long as it had figures.
    self.schools = schools.filter { school in
      school.isInRegister
        || measures.contains { facts.observation(of: .school(school.urn), $0.id, at: period) != nil }
    }
    self.measures = measures
  }

  /// The sheet of a point and a part of the trust, as the workspace is now.
  static func of(_ period: Period, _ part: TrustPart, _ context: ScreenContext) -> TrustSheet {
    context.orders.latest(Question(period, part, context)) { TrustSheet(period, part, context) }
  }

  private struct Question: Hashable, Sendable {
    let period: Period
    let part: TrustPart
    let revision: Int
    let facts: Int
    let schools: Int
    let day: Int

    init(_ period: Period, _ part: TrustPart, _ context: ScreenContext) {
      (self.period, self.part) = (period, part)
      (revision, facts) = (context.snapshot.revision, context.snapshot.factsRevision)
      (schools, day) = (context.snapshot.facts.schools.count, context.today.dayNumber)
    }
  }

  private static func measures(at period: Period, of schools: [School], _ facts: Facts) -> [Measure] {
    if let halfTerm = period.halfTerm {
      return facts.measures(returnedIn: halfTerm, by: Set(schools.map(\.urn))).map(\.measure)
    }
    return outcomes.flatMap(\.measures).filter { measure in
      schools.contains { facts.observation(of: .school($0.urn), measure, in: period.year) != nil }
    }.compactMap { facts.catalogue[$0] }
  }

  /// What schools are set side by side on. Their intake is not: it is no result of theirs, and its number of pupils is of
  /// those who are of a group, not of those among whom they are.
  private static let outcomes = ResultStage.allCases.filter { $0 != .census && $0 != .pupilPremium }

  /// The points at which there is anything to set side by side, the earliest first.
  static func periods(_ facts: Facts) -> [Period] {
    let years = facts.files.filter { file in
      outcomes.contains { $0.format == file.family } && file.halfTerm == nil
    }.compactMap(\.period)
    return (Set(years.map { Period(year: $0) }).union(facts.returnedHalfTerms.map { Period($0) })).sorted()
  }

  /// A school's figure of a measure.
  func figure(_ measure: String, of school: School) -> SchoolFigure? {
    let key = Key(school: school.urn, measure: measure)
    if let known = figures.withLock({ $0[key] }) { return known }
    let figure = snapshot.facts.figure(
      measure, of: school, at: period, plan: snapshot.collections, today: today)
    figures.withLock { $0[key] = .some(figure) }
    return figure
  }

  /// All schools' figures of a measure as one.
  func pooled(_ measure: String) -> PooledFigure? {
    if let known = pools.withLock({ $0[measure] }) { return known }
    let pooled = PooledFigure(schools.compactMap { figure(measure, of: $0) })
    pools.withLock { $0[measure] = .some(pooled) }
    return pooled
  }

  /// The gap of disadvantaged pupils in a school.
  func gap(_ measure: String, of school: School) -> GroupGap? {
    let key = Key(school: school.urn, measure: measure)
    if let known = gaps.withLock({ $0[key] }) { return known }
    let gap = snapshot.facts.gaps(measure, of: school.urn, at: period).first {
      $0.pair.group == .disadvantaged
    }
    gaps.withLock { $0[key] = .some(gap) }
    return gap
  }

  /// What is said above the table: it asks every figure of every school, so it is worked out once.
  var said: TrustAnswers {
    if let known = answers.withLock({ $0 }) { return known }
    let said = TrustAnswers(
      falls: falls, compared: compared,
      widestGap: snapshot.facts.widestGap(
        in: measures.map(\.id), of: schools.map(\.urn), at: period, fewest: smallGroups.minimum))
    answers.withLock { $0 = said }
    return said
  }

  private var falls: [TrustAnswers.Fall] {
    falling.flatMap { measure in
      schools.compactMap { school in figure(measure.id, of: school).map { .init(school: school, figure: $0) }
      }
    }
    .filter { $0.figure.isLarge && $0.figure.isWorse }
    .sorted { ($0.figure.change?.size ?? 0) > ($1.figure.change?.size ?? 0) }
  }

  private var falling: [Measure] { measures.filter { $0.isShareOfPupils && $0.better == .up } }

  private var compared: Int {
    falling.reduce(0) { count, measure in
      count + schools.count { figure(measure.id, of: $0)?.change != nil }
    }
  }
}

/// The answers that a trust table begins with.
struct TrustAnswers: Sendable {
  /// A school and what fell there.
  struct Fall: Sendable {
    let school: School
    let figure: SchoolFigure
  }

  /// The falls that are larger than chance often brings, the largest first. Of measures of which less is better nothing
  /// falls: they are in their columns.
  let falls: [Fall]
  /// How many figures could be compared with the same point a year before.
  let compared: Int
  /// The widest gap of disadvantaged pupils where neither group is small.
  let widestGap: GroupGap?
}
