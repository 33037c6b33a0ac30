/// A change of one figure of one school between a year and the year before: two cohorts, not the same pupils twice.
public struct Change: Hashable, Sendable {
  /// The school.
  public let school: URN
  /// This year’s figure.
  public let now: Observation
  /// Last year’s.
  public let before: Observation
  /// The difference, in the measure’s own unit; percentages in percentage points.
  public let difference: Double
  /// Whether it went the way that is not better.
  public let isWorse: Bool
  /// How large it is against what chance alone brings from cohort to cohort, in standard errors; never negative.
  public let size: Double

  /// The measure.
  public var measure: String { now.measure }
  /// The group.
  public var group: PupilGroup { now.group }

  /// The difference said in children of this year’s cohort, of a percentage with a known number of pupils.
  public func children(_ unit: Measure.Unit?) -> Int? {
    guard unit == .percent, let n = now.n else { return nil }
    return Int((abs(difference) / 100 * Double(n)).rounded())
  }
}

/// The changes that matter most since the same point a year ago.
///
/// The rule, in order:
/// 1. Like with like: the same measure, group, school and format, of two consecutive years, both with a value, both of
///    the same status (a provisional figure is not set against a final one). A measure that was not produced in one
///    of the years has no change.
/// 2. Enough pupils: both cohorts of at least `fewestPupils`, and for a percentage a difference of at least
///    `fewestChildren` children.
/// 3. Size: for a percentage the difference over its standard error as of two independent samples, from the pooled
///    proportion (the two-proportion z of the textbooks); for a figure with a 95 % interval the difference over the
///    root of the sum of squares of both standard errors (interval ÷ 3.92, as DfE’s technical guide to progress
///    measures builds it); a figure with neither has none and is left out. Differences under `smallest` are what chance
///    often brings and are left out.
/// 4. The largest come first; of one school at most `mostOfASchool`, and of one measure its group only where all pupils
///    are not listed for it already: the same children are not counted twice.
public struct Changes: Sendable {
  /// The fewest pupils a cohort may have.
  public static let fewestPupils = 10
  /// The fewest children a change of a percentage must amount to.
  public static let fewestChildren = 2
  /// The smallest size that is listed, in standard errors.
  public static let smallest = 1.0
  /// How many are listed.
  public static let most = 10
  /// How many of one school.
  public static let mostOfASchool = 2

  /// The changes, the largest first.
  public let listed: [Change]
  /// How many figures could be compared.
  public let compared: Int
  /// How many could not, because a year, a number of pupils or the like was missing.
  public let notCompared: Int
  /// The latest year of each measure that was compared.
  public let years: Set<AcademicYear>

  /// The changes of some schools.
  /// - Parameters:
  ///   - schools: whose.
  ///   - measures: which figures, with their groups.
  ///   - facts: the facts.
  public init(of schools: [School], in measures: [(measure: String, groups: [PupilGroup])], _ facts: Facts) {
    var found: [Change] = []
    var compared = 0
    var notCompared = 0
    var years: Set<AcademicYear> = []
    for (measure, groups) in measures {
      for group in groups {
        guard let year = facts.years(with: measure, group).last else { continue }
        for school in schools {
          guard let now = facts.observation(of: .school(school.urn), measure, group, in: year) else {
            continue
          }
          let before = facts.observation(of: .school(school.urn), measure, group, in: year.previous)
          guard let change = Change(now, before, facts.catalogue[measure]) else {
            notCompared += 1
            continue
          }
          compared += 1
          years.insert(year)
          found.append(change)
        }
      }
    }
    self.compared = compared
    self.notCompared = notCompared
    self.years = years
    listed = Changes.chosen(found, facts)
  }

  /// The changes of what some schools returned of a half-term, since the same half-term a year before, by the same rule:
  /// of shares of pupils alone, and only where both were taken on the same scale.
  public init(of schools: [School], at halfTerm: HalfTerm, _ facts: Facts) {
    var found: [Change] = []
    var notCompared = 0
    let measures = facts.measures(returnedIn: halfTerm, by: Set(schools.map(\.urn))).map(\.measure)
    for measure in measures where measure.isShareOfPupils {
      for group in [PupilGroup.all, .disadvantaged, .notDisadvantaged] {
        for school in schools {
          let figure = facts.figure(
            measure.id, group, of: school, at: Period(halfTerm), plan: CollectionPlan(),
            today: CalendarDate(dayNumber: 0))
          guard figure?.now != nil else { continue }
          if let change = figure?.change { found.append(change) } else { notCompared += 1 }
        }
      }
    }
    compared = found.count
    self.notCompared = notCompared
    years = found.isEmpty ? [] : [halfTerm.year]
    listed = Changes.chosen(found, facts)
  }

  private static func chosen(_ found: [Change], _ facts: Facts) -> [Change] {
    var chosen: [Change] = []
    let large = found.filter { change in
      change.size >= smallest
        && (change.children(facts.catalogue[change.measure]?.unit) ?? fewestChildren) >= fewestChildren
    }
    for change in large.sorted(by: comesFirst) where chosen.count < most {
      let own = chosen.filter { $0.school == change.school }
      guard own.count < mostOfASchool, !own.contains(where: { $0.measure == change.measure }) else {
        continue
      }
      chosen.append(change)
    }
    return chosen
  }

  private static func comesFirst(_ a: Change, _ b: Change) -> Bool {
    if a.size != b.size { return a.size > b.size }
    return (a.school, a.measure, a.group.rawValue) < (b.school, b.measure, b.group.rawValue)
  }
}

extension Change {
  /// A change between two figures; nil where they cannot be compared.
  init?(_ now: Observation, _ before: Observation?, _ measure: Measure?) {
    guard let before, now.status == before.status, now.format == before.format,
      let value = now.reading.value, let former = before.reading.value, let measure,
      measure.isProduced(in: now.period), measure.isProduced(in: before.period),
      let size = Change.size(now, before, measure.unit)
    else { return nil }
    let difference = value - former
    self.init(
      school: Change.school(now), now: now, before: before, difference: difference,
      isWorse: measure.better == .up ? difference < 0 : measure.better == .down && difference > 0,
      size: size)
  }

  private static func school(_ observation: Observation) -> URN {
    if case .school(let urn) = observation.subject { urn } else { URN("") }
  }

  private static func size(_ now: Observation, _ before: Observation, _ unit: Measure.Unit) -> Double? {
    guard let value = now.reading.value, let former = before.reading.value else { return nil }
    if let n = now.n, n < Changes.fewestPupils { return nil }
    if let n = before.n, n < Changes.fewestPupils { return nil }
    let error: Double
    if let one = interval(now), let other = interval(before) {
      error = (one * one + other * other).squareRoot()
    } else if unit == .percent, let n = now.n, let m = before.n {
      let pooled = (value * Double(n) + former * Double(m)) / Double(n + m) / 100
      error = 100 * (pooled * (1 - pooled) * (1 / Double(n) + 1 / Double(m))).squareRoot()
    } else {
      return nil
    }
    return error > 0 ? abs(value - former) / error : value == former ? 0 : nil
  }

  /// The standard error that a 95 % interval was built from.
  private static func interval(_ observation: Observation) -> Double? {
    guard let lower = observation.lower, let upper = observation.upper, upper > lower else { return nil }
    return (upper - lower) / 3.92
  }
}
