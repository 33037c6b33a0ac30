/// How one sort of collection stands in a half-term: which of our schools were asked, what each returned, what it owes.
public struct CollectionStanding: Hashable, Sendable {
  /// How one school stands.
  public enum State: Hashable, Sendable {
    /// Everything it was asked for is here.
    case returned
    /// Something is still owed; the day was agreed, and may have passed.
    case awaited(until: CalendarDate, isLate: Bool)
    /// Nothing is here, and nobody planned whether it was asked for.
    case nothingPlanned
    /// It was not asked, by plan.
    case notAsked
  }

  /// One school.
  public struct Entry: Hashable, Sendable {
    /// The school.
    public let school: School
    /// How it stands.
    public let state: State
    /// What it returned, by year group and subject; targets and predictions are not among it.
    public let returns: [Facts.Return]
    /// What it was asked for and has not returned, by a measure of that year group and subject.
    public let owed: [ReturnMeasure]
    /// Those assessed of those on roll, over every year group and subject; nil where nothing says both.
    public let coverage: Facts.Coverage?
    /// The year group and subject of which the smallest part was assessed.
    public let lowest: Lowest?
    /// What should be looked at before the figures are used.
    public let problems: [Problem]

    /// Whether anything is still to come.
    public var isOwing: Bool {
      switch state {
      case .awaited, .nothingPlanned: true
      case .returned, .notAsked: false
      }
    }

    /// Whether the day agreed has passed.
    public var isLate: Bool { if case .awaited(_, true) = state { true } else { false } }
  }

  /// The least covered year group and subject of a school.
  public struct Lowest: Hashable, Sendable {
    /// Its number of pupils assessed.
    public let measure: ReturnMeasure
    /// How many of how many.
    public let coverage: Facts.Coverage
  }

  /// What should be looked at before figures are used.
  public enum Problem: Hashable, Sendable {
    /// The scale is not that of the same point last year, so there is no trend.
    case otherScale(ReturnMeasure, now: String, before: String)
    /// Targets or predictions came for a year group and subject.
    case aims(ReturnMeasure)

    /// In words.
    public var words: String {
      switch self {
      case .otherScale(let measure, let now, let before):
        "\(measure.who): scale \(now), last year \(before), so no change is shown"
      case .aims(let measure): "\(measure.who): targets or predictions came too; they are no results"
      }
    }
  }

  /// The half-term.
  public let halfTerm: HalfTerm
  /// What is asked for.
  public let asks: CollectionPlan.Asks
  /// Each of our schools: those that are late first, then the others that owe something, then those that returned.
  public let entries: [Entry]

  /// How things stand today.
  public init(
    of halfTerm: HalfTerm, _ asks: CollectionPlan.Asks, in facts: Facts, plan: CollectionPlan,
    today: CalendarDate
  ) {
    self.halfTerm = halfTerm
    self.asks = asks
    let returns = Dictionary(
      grouping: facts.returns(of: halfTerm).filter { ($0.measure.subject != nil) == (asks == .attainment) },
      by: \.school)
    let asking = Asking(halfTerm, asks, plan, today)
    // A school that has left the register is asked for nothing any more.
    entries = facts.ours.filter { $0.isInRegister || returns[$0.urn] != nil }
      .map { Entry($0, returns[$0.urn] ?? [], asking, facts) }
      .enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)

    func rank(_ entry: Entry) -> Int {
      switch entry.state {
      case .awaited(_, let isLate): (isLate ? 0 : 2) + (entry.returns.isEmpty ? 0 : 1)
      case .nothingPlanned: 4
      case .returned: 5
      case .notAsked: 6
      }
    }
  }

  /// The schools that were asked; where nothing is planned, all of them.
  public var asked: [Entry] { entries.filter { $0.state != .notAsked } }
  /// Those of which everything is here.
  public var returned: [Entry] { entries.filter { $0.state == .returned } }
  /// Those that owe something.
  public var owing: [Entry] { entries.filter(\.isOwing) }
  /// Those assessed of those on roll, over all schools, year groups and subjects; nil where no return says both.
  public var coverage: Facts.Coverage? { Facts.Coverage(sum: entries.compactMap(\.coverage)) }
  /// How much there is to look at.
  public var problems: Int { entries.reduce(0) { $0 + $1.problems.count } }
}

extension Facts.Coverage {
  /// Several together; nil where there are none.
  init?(sum parts: [Facts.Coverage]) {
    guard !parts.isEmpty else { return nil }
    self.init(
      assessed: parts.reduce(0) { $0 + $1.assessed }, roll: parts.reduce(0) { $0 + $1.roll })
  }
}

/// What is asked for in a half-term, and by when.
private struct Asking {
  let collections: [CollectionPlan.Collection]
  let isPlanned: Bool
  let today: CalendarDate

  init(_ halfTerm: HalfTerm, _ asks: CollectionPlan.Asks, _ plan: CollectionPlan, _ today: CalendarDate) {
    let year = plan.collections.filter { $0.halfTerm.year == halfTerm.year && $0.asks == asks }
    collections = year.filter { $0.halfTerm == halfTerm }
    isPlanned = !year.isEmpty
    self.today = today
  }

  /// The collections that ask something of a school.
  func of(_ school: School) -> [CollectionPlan.Collection] {
    collections.filter { $0.asks(of: school) }
  }
}

extension CollectionPlan.Collection {
  /// What a school owes of it, by what it returned.
  fileprivate func owed(by school: School, _ returns: [Facts.Return]) -> [ReturnMeasure] {
    let years: [YearGroup?] = yearGroups.isEmpty ? [nil] : yearGroups.filter(school.teaches)
    let asked: [String?] = asks == .conduct || subjects.isEmpty ? [nil] : subjects
    return years.flatMap { year in
      asked.compactMap { subject in
        let isHere = returns.contains { given in
          // Attendance is mostly returned for the whole school at once.
          (year == nil || given.measure.yearGroup == year
            || asks == .conduct && given.measure.yearGroup == nil)
            && (subject == nil || given.measure.subject == subject)
        }
        return isHere ? nil : ReturnMeasure(yearGroup: year, subject: subject, .roll)
      }
    }
  }
}

extension CollectionStanding.Entry {
  fileprivate init(_ school: School, _ all: [Facts.Return], _ asking: Asking, _ facts: Facts) {
    let returns = all.filter { !$0.isAim }
    let collections = asking.of(school)
    let owing = collections.map { (due: $0.due, owed: $0.owed(by: school, returns)) }
      .filter { !$0.owed.isEmpty }
    var state = CollectionStanding.State.returned
    if let due = owing.map(\.due).min() {
      state = .awaited(until: due, isLate: asking.today > due)
    } else if returns.isEmpty, collections.isEmpty {
      state = asking.isPlanned ? .notAsked : .nothingPlanned
    }
    let covered = returns.compactMap { given in
      facts.coverage(of: given.measure, by: given.school, in: given.halfTerm).map {
        CollectionStanding.Lowest(measure: given.measure.saying(.assessed), coverage: $0)
      }
    }
    self.init(
      school: school, state: state, returns: returns, owed: owing.flatMap(\.owed),
      coverage: Facts.Coverage(sum: covered.map(\.coverage)),
      lowest: covered.filter { $0.coverage.percent != nil }.min {
        ($0.coverage.percent ?? 0) < ($1.coverage.percent ?? 0)
      },
      problems: all.compactMap { CollectionStanding.Problem($0, facts) })
  }
}

extension CollectionStanding.Problem {
  fileprivate init?(_ given: Facts.Return, _ facts: Facts) {
    if given.isAim {
      self = .aims(given.measure)
      return
    }
    guard let now = given.scale,
      let before = facts.scale(of: given.measure, by: given.school, in: given.halfTerm.yearBefore),
      now != before
    else { return nil }
    self = .otherScale(given.measure, now: now, before: before)
  }
}

extension School {
  /// Whether it has pupils of a year group, by its ages; a school whose ages are not known may have.
  public func teaches(_ yearGroup: YearGroup) -> Bool {
    guard let lowAge, let highAge else { return true }
    return (lowAge..<max(lowAge + 1, highAge)).contains(yearGroup.number + 4)
  }
}
