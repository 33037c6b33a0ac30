import FieldbookModel

/// What the user says beside the files.
public struct ImportOptions: Hashable, Sendable {
  /// Something the user can say, of which a file may be in want.
  public enum Answer: String, Hashable, Sendable {
    case period
    case asAt
    case school
    case scale
    case aimsBecause
    case ours
    case mapping
  }

  /// The academic year of the results, when their names do not tell it.
  public var period: AcademicYear?
  /// The half-term of that year, for a school's own return that does not say it.
  public var halfTerm: HalfTerm.Part?
  /// The school whose pupils a list holds that does not say it.
  public var school: URN?
  /// The scale of a list of pupils that does not say it, by its id.
  public var scale: String?
  /// The scales on which schools assess.
  public var scales: [AssessmentScale] = []
  /// How tables of the trust's own are read, as kept with the workspace.
  public var mappings: [TableMapping] = []
  /// Why targets, predictions or flight paths are read; empty to refuse them.
  public var aimsBecause = ""
  /// The day the figures stand for: the register's, or the results' when no register is among the files.
  public var asAt: CalendarDate?
  /// Which schools are ours; without it what was chosen earlier holds.
  public var ours: OursChoice?
  /// The time that is written as the time of import.
  public var now: Instant

  /// Options; see the properties.
  public init(
    period: AcademicYear? = nil, asAt: CalendarDate? = nil, ours: OursChoice? = nil, now: Instant
  ) {
    self.period = period
    self.asAt = asAt
    self.ours = ours
    self.now = now
  }

  /// The year or half-term that is given, if one is.
  var when: Period? { period.map { Period(year: $0, part: halfTerm) } }
}
