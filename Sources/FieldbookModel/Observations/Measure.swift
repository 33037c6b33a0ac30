/// Something that is measured of a group of pupils, as the catalogue describes it.
public struct Measure: Hashable, Sendable {
  /// What its numbers are counted in.
  public enum Unit: String, Sendable, CaseIterable {
    /// Per cent of the group, 0 to 100.
    case percent
    /// Percentage points between two percentages.
    case points
    /// A scaled score, 80 to 120.
    case scaledScore
    /// A progress score, around 0.
    case progress
    /// A band from 1 (well above average) to 5 (well below).
    case band
    /// Pupils.
    case pupils
    /// An average of points, on a scale of its own.
    case average
    /// Events for every 100 pupils, such as suspensions; may be over 100.
    case rate
    /// Pounds.
    case pounds
    /// Events or sessions, counted.
    case times
    /// A grade, by its place on its own framework's scale, 1 the best. Never converted to another framework's, nor
    /// subtracted or averaged.
    case grade
  }

  /// Which way is better.
  public enum Direction: String, Sendable, CaseIterable {
    case up
    case down
    /// It describes; more is neither better nor worse.
    case neither
  }

  /// Its id in documents and lists, `rwmExp`.
  public let id: String
  /// Its name in full.
  public let title: String
  /// A name for a narrow column.
  public let shortTitle: String
  /// What it counts, in a sentence, with its source.
  public let definition: String
  /// What its numbers are counted in.
  public let unit: Unit
  /// Which way is better.
  public let better: Direction
  /// The stage or sort of figures it belongs to: `EYFS`, `KS1`, `KS2`, `KS4`, `KS5`, `Census`, `Absence`, `Behaviour`,
  /// `Half-term`.
  public let stage: String
  /// The kinds of schools that have it; empty where any may.
  public let phases: [SchoolKind]
  /// The year group it is taken in; nil where it speaks of the whole school.
  public let yearGroup: YearGroup?
  /// The first academic year in which it exists.
  public let validFrom: AcademicYear?
  /// The last academic year in which it exists.
  public let validTo: AcademicYear?
  /// Academic years between in which it was not produced.
  public let notProducedIn: [AcademicYear]

  /// A measure; see the properties.
  public init(
    id: String, title: String, shortTitle: String, definition: String, unit: Unit, better: Direction,
    stage: String, phases: [SchoolKind] = [], yearGroup: YearGroup? = nil,
    validFrom: AcademicYear? = nil, validTo: AcademicYear? = nil, notProducedIn: [AcademicYear] = []
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.definition = definition
    self.unit = unit
    self.better = better
    self.stage = stage
    self.phases = phases
    self.yearGroup = yearGroup
    self.validFrom = validFrom
    self.validTo = validTo
    self.notProducedIn = notProducedIn
  }

  /// Whether it was produced in a year.
  public func isProduced(in year: AcademicYear) -> Bool {
    if let validFrom, year < validFrom { return false }
    if let validTo, validTo < year { return false }
    return !notProducedIn.contains(year)
  }
}

/// All measures the program knows, by id and in the order in which they are shown.
public struct Catalogue: Hashable, Sendable {
  /// The measures, in order.
  public let measures: [Measure]
  private let places: [String: Int]

  /// A catalogue of these measures, in this order; of two with one id the first counts.
  public init(measures: [Measure]) {
    self.measures = measures
    places = Dictionary(
      measures.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The measure with that id: one of the list, or one of a half-term's own returns, which tells itself.
  public subscript(id: String) -> Measure? {
    places[id].map { measures[$0] } ?? ReturnMeasure(id: id).map(\.measure)
  }

  /// Whether a measure was produced in a year; one that is not known may have been.
  public func isProduced(_ id: String, in year: AcademicYear) -> Bool {
    self[id]?.isProduced(in: year) ?? true
  }

  /// Where the measure with that id stands in the order; last when it is not known.
  public func place(of id: String) -> Int { places[id] ?? .max }
}
