import FieldbookModel

/// What the user says beside the files.
public struct ImportOptions: Hashable, Sendable {
  /// The academic year of the results, when their names do not tell it.
  public var period: AcademicYear?
  /// The day the figures stand for: the register's, or the results' when no register is among the files.
  public var asAt: CalendarDate?
  /// The trust whose schools are ours, as the register writes it but for case and blanks.
  public var trust: String?
  /// The time that is written as the time of import.
  public var now: Instant

  /// Options; see the properties.
  public init(period: AcademicYear? = nil, asAt: CalendarDate? = nil, trust: String? = nil, now: Instant) {
    self.period = period
    self.asAt = asAt
    self.trust = trust
    self.now = now
  }
}
