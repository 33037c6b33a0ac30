import Synchronization

/// What of the facts may leave the program: small groups hidden, and whatever would let a reader subtract their way
/// back to one.
///
/// The groups of a subject, year and format are judged by the counts of every row about them (a school's own and its
/// predecessors', and those of every edition that is kept), so that a group hidden in one row is hidden in all. Formats
/// speak of different pupils (Year 6,
/// Year 11, the roll), between which there is nothing to subtract. Within one, a measure that rests on other pupils
/// than the cohort is judged by its own counts too, and one that says how many of all are of a group, with that
/// group. A local authority's or England's group is hidden where the schools or authorities under it that are shown would
/// leave a single hidden one. Hidden observations all look alike: telling a small group
/// from one hidden beside it would give the small one away. The whole rule is in `docs/small-groups.md`.
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
  public func shown(_ observation: Observation) -> Observation { shown(observation, isPrinted: true) }

  /// The same.
  /// - Parameter isPrinted: whether it will stand on the page itself, not only in a mean of several schools.
  public func shown(_ observation: Observation, isPrinted: Bool) -> Observation {
    guard isHidden(observation) else {
      if isPrinted { judged.note(observation) }
      return observation
    }
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
    if isSmallCount(observation) { return true }
    guard let count = observation.count else { return isUncounted(observation, judgement) }
    return count.value.map { rule.isSmall(Int($0)) } ?? Disclosure.isWithheld(count)
  }

  /// What has been shown of schools and authorities since `beginPage`, each once: the cells that a page gives away.
  public var printed: [PrintedCell] { judged.cells.withLock { $0?.sorted() ?? [] } }

  /// From here on it is noted what is shown: a page begins.
  public func beginPage() { judged.cells.withLock { $0 = [] } }

  /// Whether a cell that stands on a page may not be shown as the facts are now.
  public func isHidden(_ cell: PrintedCell) -> Bool {
    let key = Key(
      subject: cell.subject, period: cell.period, format: cell.format,
      stem: ReturnMeasure(id: cell.measure)?.stem)
    let judgement = judgement(of: key)
    if judgement.groups.contains(cell.group) { return true }
    if judgement.byMeasure[cell.measure]?.contains(cell.group) == true { return true }
    return facts.observation(of: cell.subject, cell.measure, cell.group, at: cell.period).map(isHidden)
      ?? false
  }

  /// A value that is itself a number of pupils, such as those on roll.
  private func isSmallCount(_ observation: Observation) -> Bool {
    guard facts.catalogue[observation.measure]?.unit == .pupils, let value = observation.reading.value else {
      return false
    }
    return rule.isSmall(Int(value))
  }

  /// Part of a school's pupils with a number and nobody saying how many they are: taken for few.
  private func isUncounted(_ observation: Observation, _ judgement: Judgement) -> Bool {
    guard case .school = observation.subject, observation.group != .all else { return false }
    if case .missing = observation.reading { return false }
    return !judgement.counted.contains(observation.group)
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
  struct Judgement: Sendable {
    /// By how many pupils the groups have.
    var groups: Set<PupilGroup>
    /// Of single measures, besides those.
    var byMeasure: [String: Set<PupilGroup>]
    /// The groups of whose pupils any row says how many there are.
    var counted: Set<PupilGroup>
  }

  /// What is decided together.
  struct Key: Hashable, Sendable {
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
    let groups = Mutex<[Key: Set<PupilGroup>]>([:])
    /// What a page shows; nil where nobody asks.
    let cells = Mutex<Set<PrintedCell>?>(nil)

    func note(_ observation: Observation) {
      cells.withLock { cells in
        guard cells != nil, let cell = PrintedCell(observation) else { return }
        cells?.insert(cell)
      }
    }
  }

  private func judgement(of key: Key) -> Judgement {
    if let known = judged.known.withLock({ $0[key] }) { return known }
    let fresh = judge(key)
    judged.known.withLock { $0[key] = fresh }
    return fresh
  }

  /// The groups that are hidden by how many pupils they have, and nothing else of the judgement.
  func groups(of key: Key) -> Set<PupilGroup> {
    if let known = judged.groups.withLock({ $0[key] }) { return known }
    let fresh = judgeGroups(
      key, facts.counts(of: key.subject, at: key.period, format: key.format, stem: key.stem, isOfCohort: true)
    )
    judged.groups.withLock { $0[key] = fresh }
    return fresh
  }
}
