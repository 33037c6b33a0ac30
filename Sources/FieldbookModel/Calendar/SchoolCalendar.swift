/// When each half-term begins and ends for a group of schools.
///
/// Schools set their own dates: these are defaults, taken from published calendars for 2025/26 and 2026/27 that
/// agree; other years are reckoned from them (see `estimated`). A workspace may hold its own.
public struct SchoolCalendar: Hashable, Sendable {
  /// The first and last school day of one half-term.
  public struct Span: Hashable, Sendable {
    /// The first school day.
    public let first: CalendarDate
    /// The last school day.
    public let last: CalendarDate

    /// A span from its first to its last school day.
    public init(first: CalendarDate, last: CalendarDate) {
      self.first = first
      self.last = last
    }
  }

  private var spans: [HalfTerm: Span]

  /// A calendar with the dates given; half-terms left out are reckoned.
  public init(spans: [HalfTerm: Span] = SchoolCalendar.published) {
    self.spans = spans
  }

  /// The dates of a half-term: those given, else an estimate.
  public func span(of halfTerm: HalfTerm) -> Span {
    spans[halfTerm] ?? SchoolCalendar.estimated(halfTerm)
  }

  /// The half-term a day falls in; a day in a holiday belongs to the half-term before it.
  public func halfTerm(of date: CalendarDate) -> HalfTerm {
    let year = AcademicYear(containing: date)
    for part in HalfTerm.Part.allCases.reversed() {
      let halfTerm = HalfTerm(year: year, part: part)
      if span(of: halfTerm).first <= date { return halfTerm }
    }
    return HalfTerm(year: year.previous, part: .summer2)
  }

  /// Whether a day is a weekday inside a half-term. Bank holidays are not known to it.
  public func isSchoolDay(_ date: CalendarDate) -> Bool {
    date.isWeekday && date <= span(of: halfTerm(of: date)).last
  }

  /// The default dates, from calendars published for 2025/26 and 2026/27.
  public static let published: [HalfTerm: Span] = {
    var spans: [HalfTerm: Span] = [:]
    let table: [(Int, [(String, String)])] = [
      (
        2025,
        [
          ("2025-09-02", "2025-10-24"), ("2025-11-03", "2025-12-19"), ("2026-01-05", "2026-02-13"),
          ("2026-02-23", "2026-03-27"), ("2026-04-13", "2026-05-22"), ("2026-06-01", "2026-07-21"),
        ]
      ),
      (
        2026,
        [
          ("2026-09-03", "2026-10-23"), ("2026-11-02", "2026-12-18"), ("2027-01-04", "2027-02-12"),
          ("2027-02-22", "2027-03-25"), ("2027-04-12", "2027-05-28"), ("2027-06-07", "2027-07-21"),
        ]
      ),
    ]
    for (start, dates) in table {
      for (part, (first, last)) in zip(HalfTerm.Part.allCases, dates) {
        guard let first = CalendarDate(text: first), let last = CalendarDate(text: last) else { continue }
        spans[HalfTerm(year: AcademicYear(start: start), part: part)] = Span(first: first, last: last)
      }
    }
    return spans
  }()

  /// Dates for a year that nobody has published here: those of 2026/27 moved by whole weeks, so that weekdays
  /// stay weekdays. Good to within a fortnight; Easter is not reckoned.
  private static func estimated(_ halfTerm: HalfTerm) -> Span {
    let model = HalfTerm(year: AcademicYear(start: 2026), part: halfTerm.part)
    guard let span = published[model] else {
      let day = CalendarDate(dayNumber: 0)
      return Span(first: day, last: day)
    }
    let days = (halfTerm.year.start - 2026) * 365 + leapDays(before: halfTerm.year.start + 1)
    let weeks = Int((Double(days) / 7).rounded())
    let first = span.first.adding(days: weeks * 7)
    // Rounding to weeks may lead into August, which belongs to the year before.
    let isEarly = AcademicYear(containing: first) < halfTerm.year
    return Span(first: isEarly ? first.adding(days: 7) : first, last: span.last.adding(days: weeks * 7))
  }

  /// Leap days between 1 January 2027 and 1 January of a year.
  private static func leapDays(before year: Int) -> Int {
    func count(_ year: Int) -> Int { (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 }
    return count(year) - count(2027)
  }
}
