extension Phase {
  /// The measures that a school of this phase may be headed by, the best first; none where no pupil sits any of them.
  ///
  /// Schools are set side by side only where their headline is the same measure: a primary and a secondary school
  /// have nothing to be compared on.
  public var headlines: [String] {
    switch self {
    case .junior, .primary, .middle: ["rwmExp"]
    case .secondary: ["att8"]
    case .allThrough: ["att8", "rwmExp"]
    case .other: ["rwmExp", "att8"]
    case .nursery, .infant, .sixteenPlus: []
    }
  }
}

/// The latest year of each headline measure for which results were imported, worked out once for many schools.
public struct HeadlineYears: Hashable, Sendable {
  private let years: [String: AcademicYear]

  /// The years of a workspace's results.
  public init(_ facts: Facts) {
    let measures = Set(Phase.allCases.flatMap(\.headlines))
    var years: [String: AcademicYear] = [:]
    for file in facts.files where !Register.isRegister(file.format) {
      for column in file.columns where column.part == .value && measures.contains(column.measure) {
        guard let period = column.period ?? file.period else { continue }
        years[column.measure] = max(years[column.measure] ?? period, period)
      }
    }
    self.years = years
  }

  /// The latest year of a measure; nil when none of its results were imported.
  public subscript(measure: String) -> AcademicYear? { years[measure] }

  /// The headline measures that results were imported of.
  public var measures: Set<String> { Set(years.keys) }
}

/// The one figure that stands for a school's results, by its phase, beside the same figure of the years before.
public struct Headline: Hashable, Sendable {
  /// The measure's id.
  public let measure: String
  /// The latest year for which results of the measure were imported.
  public let year: AcademicYear
  /// That year's figure; nil when no file has a row for the school.
  public let now: Observation?
  /// The figure of the year before.
  public let before: Observation?
  /// The figure two years before.
  public let earlier: Observation?

  /// The headline of a school; nil where its phase has none, or where no results of it were imported.
  ///
  /// A school whose phase has two possible headlines is headed by the first of which there is any figure.
  public init?(of school: School, in facts: Facts, years: HeadlineYears) {
    let measures = school.phase.headlines.filter { years[$0] != nil }
    let found = measures.lazy.compactMap { Headline($0, school.urn, facts, years) }
    guard let headline = found.first(where: { $0.hasRows }) ?? found.first else { return nil }
    self = headline
  }

  private init?(_ measure: String, _ urn: URN, _ facts: Facts, _ years: HeadlineYears) {
    guard let year = years[measure] else { return nil }
    self.measure = measure
    self.year = year
    now = facts.observation(of: .school(urn), measure, in: year)
    before = facts.observation(of: .school(urn), measure, in: year.previous)
    earlier = facts.observation(of: .school(urn), measure, in: year.previous.previous)
  }

  private var hasRows: Bool { now != nil || before != nil }

  /// The change since the year before, in the measure's own points; only where both years have a value and
  /// are equally final: provisional figures and final ones are not the same measure.
  public var change: Double? { Headline.difference(now, before) }

  /// The change a year earlier.
  public var changeBefore: Double? { Headline.difference(before, earlier) }

  private static func difference(_ later: Observation?, _ former: Observation?) -> Double? {
    guard let later, let former, later.status == former.status, let now = later.reading.value,
      let before = former.reading.value
    else { return nil }
    return now - before
  }
}
