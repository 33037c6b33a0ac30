/// The bank holidays of England and Wales, by the rules that hold since 1978, with the days that take their place when
/// they fall on a weekend. Days that were proclaimed or moved for one year are not among them: a calendar may close
/// such days by name.
public enum BankHolidays {
  /// What a day is called, if it is a bank holiday.
  public static func name(of date: CalendarDate) -> String? {
    guard date.isWeekday else { return nil }
    switch (date.month, date.day) {
    case (1, 1): return "New Year’s Day"
    case (1, 2), (1, 3): return date.weekday == 1 ? "New Year’s Day, in lieu" : nil
    case (12, 25): return "Christmas Day"
    case (12, 26): return "Boxing Day"
    case (12, 27), (12, 28): return inLieuAfterChristmas(date)
    default: break
    }
    if date.weekday == 1, let name = monday(date) { return name }
    let easter = easter(of: date.year)
    if date == easter.adding(days: -2) { return "Good Friday" }
    return date == easter.adding(days: 1) ? "Easter Monday" : nil
  }

  /// The 27th and 28th stand in for a 25th and 26th on a weekend.
  private static func inLieuAfterChristmas(_ date: CalendarDate) -> String? {
    // A Saturday Christmas leaves Monday and Tuesday; a Sunday one leaves Tuesday, for Monday is Boxing Day itself.
    switch (date.day, date.weekday) {
    case (27, 1), (27, 2): "Christmas Day, in lieu"
    case (28, 1), (28, 2): "Boxing Day, in lieu"
    default: nil
    }
  }

  private static func monday(_ date: CalendarDate) -> String? {
    if date.month == 5, date.day <= 7 { return "Early May bank holiday" }
    if date.month == 5, date.day > 24 { return "Spring bank holiday" }
    return date.month == 8 && date.day > 24 ? "Summer bank holiday" : nil
  }

  /// Easter Sunday in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
  static func easter(of year: Int) -> CalendarDate {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let days = h + l - 7 * m + 114
    return CalendarDate(year: year, month: days / 31, day: days % 31 + 1) ?? CalendarDate(dayNumber: 0)
  }
}
