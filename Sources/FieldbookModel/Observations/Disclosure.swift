import Synchronization

/// What of the facts may leave the program: small groups hidden, and whatever would let a reader subtract their way
/// back to one.
///
/// The groups of a subject, year and format are judged by the counts of every row about them (a school's own and its
/// predecessors'), so that a group hidden in one row is hidden in all. Formats speak of different pupils (Year 6,
/// Year 11, the roll), between which there is nothing to subtract. Within one, a measure that rests on other pupils
/// than the cohort is judged by its own counts too, and one that says how many of all are of a group, with that
/// group. Hidden observations all look alike: telling a small group
/// from one hidden beside it would give the small one away.
public struct Disclosure: Sendable {
  /// What is asked.
  public let facts: Facts
  /// The rule that hides.
  public let rule: SmallGroups
  private let judged = Judged()

  /// The facts as that rule lets them be seen.
  public init(facts: Facts, rule: SmallGroups) {
    self.facts = facts
    self.rule = rule
  }

  /// The groups of a subject that are hidden in a year, by how many pupils were in each.
  public func hiddenGroups(
    _ subject: ObservationSubject, _ period: AcademicYear, format: String = "ks2"
  ) -> Set<PupilGroup> {
    judgement(of: Key(subject: subject, period: Period(year: period), format: format)).groups
  }

  /// The observation as it may be shown: as it is, or without value, raw text, count and interval, for the reason
  /// `hidden`.
  public func shown(_ observation: Observation) -> Observation {
    guard isHidden(observation) else { return observation }
    var hidden = observation
    hidden.reading = .missing(.hidden)
    hidden.count = observation.count == nil ? nil : .missing(.hidden)
    hidden.roll = nil
    hidden.raw = nil
    hidden.lower = nil
    hidden.upper = nil
    return hidden
  }

  /// Whether an observation may not be shown.
  public func isHidden(_ observation: Observation) -> Bool {
    let judgement = judgement(of: Key(observation))
    if judgement.groups.contains(observation.group) { return true }
    if judgement.byMeasure[observation.measure]?.contains(observation.group) == true { return true }
    if judgement.parts[observation.measure]?.contains(observation.group) == true { return true }
    if isSmallCount(observation) { return true }
    guard let count = observation.count else { return isUncounted(observation) }
    return count.value.map { rule.isSmall(Int($0)) } ?? Disclosure.isWithheld(count)
  }

  /// A value that is itself a number of pupils, such as those on roll.
  private func isSmallCount(_ observation: Observation) -> Bool {
    guard facts.catalogue[observation.measure]?.unit == .pupils, let value = observation.reading.value else {
      return false
    }
    return rule.isSmall(Int(value))
  }

  /// Part of a school's pupils with a number and nobody saying how many they are: taken for few.
  private func isUncounted(_ observation: Observation) -> Bool {
    guard case .school = observation.subject, observation.group != .all else { return false }
    if case .missing = observation.reading { return false }
    return facts.counts(
      of: observation.subject, at: observation.when, format: observation.format,
      stem: ReturnMeasure(id: observation.measure)?.stem
    )
    .allSatisfy { row in row.pupils[observation.group]?.value == nil }
  }

  /// Whether a count is kept back by the publisher, rather than there being none.
  static func isWithheld(_ count: Reading) -> Bool {
    switch count.reason {
    case .suppressed, .hidden, .redacted, .smallPercentage, .roundsToZero, .notPublished, .unrecognised: true
    default: false
    }
  }
}

extension Disclosure {
  /// What was decided of one subject, year and format.
  private struct Judgement: Sendable {
    var groups: Set<PupilGroup>
    var byMeasure: [String: Set<PupilGroup>]
    /// Of the parts of groups that a return counts.
    var parts: [String: Set<PupilGroup>]
  }

  private struct Key: Hashable {
    let subject: ObservationSubject
    let period: Period
    let format: String
    /// Year group and subject of a return; nil elsewhere.
    let stem: String?

    init(subject: ObservationSubject, period: Period, format: String, stem: String? = nil) {
      self.subject = subject
      self.period = period
      self.format = format
      self.stem = stem
    }

    init(_ observation: Observation) {
      self.init(
        subject: observation.subject, period: observation.when, format: observation.format,
        stem: ReturnMeasure(id: observation.measure)?.stem)
    }
  }

  /// Decisions already made: a list asks the same question for each of a school's hundreds of observations.
  private final class Judged: Sendable {
    let known = Mutex<[Key: Judgement]>([:])
  }

  private func judgement(of key: Key) -> Judgement {
    if let known = judged.known.withLock({ $0[key] }) { return known }
    let fresh = judge(key)
    judged.known.withLock { $0[key] = fresh }
    return fresh
  }

  private func judge(_ key: Key) -> Judgement {
    let rows = facts.counts(of: key.subject, at: key.period, format: key.format, stem: key.stem)
    let groups = closure(rows.map { plain($0.pupils) }, already: [])
    var byMeasure: [String: Set<PupilGroup>] = [:]
    for measure in Set(rows.flatMap(\.byMeasure.keys)) {
      let own = rows.compactMap { row in
        row.byMeasure[measure].flatMap { Disclosure.rest($0, onCohort: row.pupils) ? nil : plain($0) }
      }
      var hidden = closure(own, already: groups)
      if rows.contains(where: { $0.characteristics[measure].map(groups.contains) ?? false }) {
        hidden.insert(.all)
      }
      if hidden != groups { byMeasure[measure] = hidden }
    }
    return Judgement(groups: groups, byMeasure: byMeasure, parts: HiddenParts(rows, rule).byMeasure)
  }

  /// Whether a measure's counts are those of the cohort, which are judged already.
  private static func rest(_ counts: [PupilGroup: Reading], onCohort pupils: [PupilGroup: Reading]) -> Bool {
    counts.allSatisfy { pupils[$0.key] == $0.value }
  }

  /// Hides in every row what is hidden in any, until no row asks for more.
  private func closure(_ rows: [[PupilGroup: Int?]], already: Set<PupilGroup>) -> Set<PupilGroup> {
    var hidden = already
    var before: Set<PupilGroup>
    repeat {
      before = hidden
      for counts in rows { hidden.formUnion(rule.hidden(counts: counts, already: hidden)) }
    } while hidden != before
    return hidden
  }

  /// Counts as the rule takes them; a group without a count (a blank, not applicable) is as good as not there.
  private func plain(_ counts: [PupilGroup: Reading]) -> [PupilGroup: Int?] {
    var plain: [PupilGroup: Int?] = [:]
    for (group, count) in counts {
      if let value = count.value {
        plain[group] = .some(Int(value))
      } else if Disclosure.isWithheld(count) {
        plain[group] = .some(nil)
      }
    }
    return plain
  }
}
