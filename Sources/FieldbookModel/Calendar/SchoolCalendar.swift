/// When each half-term begins and ends for a group of schools, and on which days they are closed.
///
/// Schools set their own dates: these are defaults, taken from published calendars for 2025/26 and 2026/27 that agree;
/// other years are reckoned from them (see `isEstimated`). A workspace may hold its own, and a school its own besides.
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

  /// Dates that somebody set: of half-terms, and of days on which a school is closed.
  public struct Dates: Hashable, Sendable {
    /// First and last school day, by half-term.
    public var spans: [HalfTerm: Span]
    /// Days without school inside half-terms (training days, local closures), with what they are.
    public var closed: [CalendarDate: String]

    /// Dates; see the properties.
    public init(spans: [HalfTerm: Span] = [:], closed: [CalendarDate: String] = [:]) {
      self.spans = spans
      self.closed = closed
    }

    /// Whether nothing is set.
    public var isEmpty: Bool { spans.isEmpty && closed.isEmpty }
  }

  /// The dates of the whole group.
  public private(set) var dates: Dates
  /// Dates of single schools, where they differ.
  public private(set) var schools: [URN: Dates]

  /// A calendar with the dates given; half-terms left out are as published, or reckoned.
  public init(
    spans: [HalfTerm: Span] = [:], closed: [CalendarDate: String] = [:], schools: [URN: Dates] = [:]
  ) {
    dates = Dates(spans: spans, closed: closed)
    self.schools = schools.filter { !$0.value.isEmpty }
  }

  /// The dates of a half-term: the school's own, else the group's, else the published ones, else an estimate.
  public func span(of halfTerm: HalfTerm, at school: URN? = nil) -> Span {
    school.flatMap { schools[$0]?.spans[halfTerm] } ?? dates.spans[halfTerm]
      ?? SchoolCalendar.published[halfTerm] ?? SchoolCalendar.estimated(halfTerm)
  }

  /// The half-term a day falls in; a day in a holiday belongs to the half-term before it.
  public func halfTerm(of date: CalendarDate, at school: URN? = nil) -> HalfTerm {
    let year = AcademicYear(containing: date)
    for part in HalfTerm.Part.allCases.reversed() {
      let halfTerm = HalfTerm(year: year, part: part)
      if span(of: halfTerm, at: school).first <= date { return halfTerm }
    }
    return HalfTerm(year: year.previous, part: .summer2)
  }

  /// Whether there is school on a day: a weekday inside a half-term, no bank holiday, and not closed.
  public func isSchoolDay(_ date: CalendarDate, at school: URN? = nil) -> Bool {
    whyNoSchool(on: date, at: school) == nil
  }

  /// Why there is no school on a day, in a few words; nil when there is.
  public func whyNoSchool(on date: CalendarDate, at school: URN? = nil) -> String? {
    if let name = BankHolidays.name(of: date) { return name }
    if let name = school.flatMap({ schools[$0]?.closed[date] }) ?? dates.closed[date] {
      return name.isEmpty ? "school closed" : name
    }
    if let holiday = holiday(on: date, at: school) { return holiday.title }
    return date.isWeekday ? nil : "weekend"
  }

  /// The school holiday that a day falls in; nil inside a half-term, weekends there included.
  public func holiday(on date: CalendarDate, at school: URN? = nil) -> Holiday? {
    let before = halfTerm(of: date, at: school)
    let holiday = holiday(after: before, at: school)
    return holiday.first <= date && date <= holiday.last ? holiday : nil
  }

  /// The holiday that follows a half-term: from the day after its last school day to the day before the next begins.
  public func holiday(after halfTerm: HalfTerm, at school: URN? = nil) -> Holiday {
    Holiday(
      after: halfTerm, first: span(of: halfTerm, at: school).last.adding(days: 1),
      last: span(of: halfTerm.next, at: school).first.adding(days: -1))
  }

  /// The days with school in a half-term.
  public func schoolDays(in halfTerm: HalfTerm, at school: URN? = nil) -> Int {
    let span = span(of: halfTerm, at: school)
    guard span.first <= span.last else { return 0 }
    return (span.first.dayNumber...span.last.dayNumber).count { day in
      isSchoolDay(CalendarDate(dayNumber: day), at: school)
    }
  }

  /// Whether a year's dates are neither set nor published, but reckoned from 2026/27.
  public func isEstimated(_ year: AcademicYear, at school: URN? = nil) -> Bool {
    HalfTerm.Part.allCases.contains { part in
      let halfTerm = HalfTerm(year: year, part: part)
      return dates.spans[halfTerm] == nil && SchoolCalendar.published[halfTerm] == nil
        && school.flatMap { schools[$0]?.spans[halfTerm] } == nil
    }
  }

  /// Whether somebody set dates for a year: the group, or that school.
  public func isOwn(_ year: AcademicYear, at school: URN? = nil) -> Bool {
    (school.map { schools[$0]?.spans ?? [:] } ?? dates.spans).keys.contains { $0.year == year }
  }

  /// The six spans of a year, in order.
  public func spans(of year: AcademicYear, at school: URN? = nil) -> [Span] {
    HalfTerm.Part.allCases.map { span(of: HalfTerm(year: year, part: $0), at: school) }
  }

  /// Takes a change.
  public mutating func apply(_ change: CalendarChange) {
    var set = change.school.map { schools[$0] ?? Dates() } ?? dates
    switch change.what {
    case .spans(let year, let spans):
      for (index, part) in HalfTerm.Part.allCases.enumerated() {
        set.spans[HalfTerm(year: year, part: part)] = spans?[index]
      }
    case .closed(let days, let name): for day in days { set.closed[day] = name }
    }
    guard let school = change.school else {
      dates = set
      return
    }
    schools[school] = set.isEmpty ? nil : set
  }
}

// MARK: - Working days

extension SchoolCalendar {
  /// Whether people are at work on a day: a weekday that is no bank holiday; and, if school holidays are left out,
  /// one with school.
  public func isWorkingDay(
    _ date: CalendarDate, leavingOutHolidays: Bool = false, at school: URN? = nil
  ) -> Bool {
    date.isWeekday && BankHolidays.name(of: date) == nil
      && (!leavingOutHolidays || isSchoolDay(date, at: school))
  }

  /// The day that many working days after a day; the day itself is not counted.
  ///
  /// Deadlines of a few days are meant for people who are at work, so school holidays are left out unless told
  /// otherwise. A calendar without any school day within two years ends the search there.
  public func adding(
    workingDays count: Int, to date: CalendarDate, leavingOutHolidays: Bool = true, at school: URN? = nil
  ) -> CalendarDate {
    var day = date
    var left = count
    for _ in 0..<730 where left > 0 {
      day = day.adding(days: 1)
      if isWorkingDay(day, leavingOutHolidays: leavingOutHolidays, at: school) { left -= 1 }
    }
    return day
  }

  /// The working days after a day up to and with another; 0 when that is not later.
  public func workingDays(
    from date: CalendarDate, to end: CalendarDate, leavingOutHolidays: Bool = true, at school: URN? = nil
  ) -> Int {
    guard date < end, end.dayNumber - date.dayNumber < 36_600 else { return 0 }
    return ((date.dayNumber + 1)...end.dayNumber).count { day in
      isWorkingDay(CalendarDate(dayNumber: day), leavingOutHolidays: leavingOutHolidays, at: school)
    }
  }
}

// MARK: - Defaults

extension SchoolCalendar {
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
