import FieldbookModel

/// What the user says beside the files.
public struct ImportOptions: Hashable, Sendable {
  /// The academic year of the results, when their names do not tell it.
  public var period: AcademicYear?
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
}
