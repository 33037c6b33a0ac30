/// A day as a person types it where the academic year is plain: `3 sep` of 2026/27 is in 2026, `12 feb` in 2027.
public enum SchoolYearDate {
  /// Reads `3 sep`, `sep 3`, `3/9`, `3 sep 2026`, `2026-09-03`; a day without a year is that of the academic year.
  /// - Returns: the day, or nil when the text is none, or is no day of the year's own.
  public static func read(_ typed: String, in year: AcademicYear) -> CalendarDate? {
    guard let first = CalendarDate(year: year.start, month: 9, day: 1),
      let date = DueDate.read(typed, today: first, calendar: SchoolCalendar()),
      typed.contains(where: \.isNumber), !typed.contains("+")
    else { return nil }
    return date
  }
}
