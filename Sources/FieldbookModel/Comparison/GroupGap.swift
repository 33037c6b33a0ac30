/// A figure of a group of pupils beside that of the others in the same school, at one point. Both sides are always shown.
public struct GroupGap: Hashable, Sendable {
  /// Two groups that are set side by side.
  public struct Pair: Hashable, Sendable {
    /// The group that the gap is of.
    public let group: PupilGroup
    /// The pupils it is set against.
    public let others: PupilGroup
  }

  /// The pairs, in the order in which they are shown.
  public static let pairs: [Pair] = [
    Pair(group: .disadvantaged, others: .notDisadvantaged), Pair(group: .fsm6, others: .notFsm6),
    Pair(group: .fsm, others: .notFsm), Pair(group: .sen, others: .noSen),
    Pair(group: .senSupport, others: .noSen), Pair(group: .ehcp, others: .noSen),
    Pair(group: .eal, others: .englishFirst), Pair(group: .boys, others: .girls),
    Pair(group: .mobile, others: .nonMobile),
  ]

  /// The two groups.
  public let pair: Pair
  /// The measure.
  public let measure: Measure
  /// The school.
  public let school: URN
  /// The group's own figure.
  public let group: Observation
  /// That of the others.
  public let others: Observation
  /// The group's figure less that of the others, in the measure's unit or in percentage points; nil where one of them
  /// has no value.
  public let difference: Double?

  /// Whether the group is behind: lower where more is better, higher where less is.
  public var isBehind: Bool {
    guard let difference else { return false }
    return measure.better == .down ? difference > 0 : difference < 0
  }

  /// How wide it is for a group that is behind; 0 for one that is not.
  public var width: Double { isBehind ? abs(difference ?? 0) : 0 }
}

extension Facts {
  /// The gaps of a measure in a school at a point: one for each pair of groups of which files say both sides.
  public func gaps(_ id: String, of school: URN, at period: Period) -> [GroupGap] {
    guard let measure = catalogue[id] else { return [] }
    return GroupGap.pairs.compactMap { pair in
      let subject = ObservationSubject.school(school)
      guard let group = observation(of: subject, id, pair.group, at: period),
        let others = observation(of: subject, id, pair.others, at: period)
      else { return nil }
      let difference = group.reading.value.flatMap { own in others.reading.value.map { own - $0 } }
      return GroupGap(
        pair: pair, measure: measure, school: school, group: group, others: others, difference: difference)
    }
  }

  /// The widest gap of disadvantaged pupils among some schools and measures, where both groups have so many pupils; of
  /// equal ones the one that more pupils are in.
  public func widestGap(
    in measures: [String], of schools: [URN], at period: Period, fewest: Int
  ) -> GroupGap? {
    measures.flatMap { measure in schools.flatMap { gaps(measure, of: $0, at: period) } }
      .filter { gap in
        gap.pair.group == .disadvantaged && gap.isBehind && gap.measure.unit == .percent
          && (gap.group.n ?? 0) >= fewest && (gap.others.n ?? 0) >= fewest
      }
      .max { ($0.width, $0.group.n ?? 0) < ($1.width, $1.group.n ?? 0) }
  }
}
