/// A due date as a person types it, read against today and the school calendar.
public enum DueDate {
  /// Reads `12 feb`, `12 feb 2027`, `12/2`, `12/02/2027`, `2027-02-12`, `tomorrow`, `fri`, `+6w`, `+10d`, `+2m`,
  /// `spring 2` (that half-term's last school day) or `spring 2 2026/27`.
  ///
  /// A day and month without a year, and a half-term without a year, mean the next one from today on.
  /// - Parameter school: whose half-terms count, where they differ from those of the whole group.
  /// - Returns: the day, or nil when the text is none of these.
  public static func read(
    _ typed: String, today: CalendarDate, calendar: SchoolCalendar, at school: URN? = nil
  ) -> CalendarDate? {
    let text = typed.lowercased()
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    guard !words.isEmpty else { return nil }
    return named(words, today: today) ?? relative(words.joined(), today: today)
      ?? halfTermEnd(words, today: today, calendar: calendar, school) ?? CalendarDate(text: text)
      ?? numeric(words, today: today) ?? dayAndMonth(words, today: today)
  }

  private static func named(_ words: [String], today: CalendarDate) -> CalendarDate? {
    guard words.count == 1 else { return nil }
    if words[0] == "today" { return today }
    if words[0] == "tomorrow" { return today.adding(days: 1) }
    guard words[0].count >= 3,
      let index = CalendarDate.weekdayNames.firstIndex(where: { $0.lowercased().hasPrefix(words[0]) })
    else { return nil }
    let ahead = (index + 1 - today.weekday + 7) % 7
    return today.adding(days: ahead == 0 ? 7 : ahead)
  }

  /// `+6w`, `+10d`, `+2m`: from today.
  private static func relative(_ word: String, today: CalendarDate) -> CalendarDate? {
    guard word.hasPrefix("+"), let unit = word.last, let count = Int(word.dropFirst().dropLast()),
      (0...1000).contains(count)
    else { return nil }
    switch unit {
    case "d": return today.adding(days: count)
    case "w": return today.adding(days: count * 7)
    case "m": return today.adding(months: count)
    default: return nil
    }
  }

  private static func halfTermEnd(
    _ words: [String], today: CalendarDate, calendar: SchoolCalendar, _ school: URN?
  ) -> CalendarDate? {
    guard let part = halfTermPart(words) else { return nil }
    if words.count == 3 {
      guard let year = AcademicYear(text: words[2]) else { return nil }
      return calendar.span(of: HalfTerm(year: year, part: part), at: school).last
    }
    let year = AcademicYear(containing: today)
    for candidate in [year, AcademicYear(start: year.start + 1)] {
      let last = calendar.span(of: HalfTerm(year: candidate, part: part), at: school).last
      if last >= today { return last }
    }
    return nil
  }

  private static func halfTermPart(_ words: [String]) -> HalfTerm.Part? {
    guard words.count == 2 || words.count == 3, words[0].count >= 2, words[1] == "1" || words[1] == "2" else {
      return nil
    }
    return HalfTerm.Part.allCases.first { part in
      let name = part.title.lowercased().split(separator: " ")
      return name[0].hasPrefix(words[0]) && name[1] == words[1]
    }
  }

  /// `12/2`, `12/02/2027`, `12-2-27`: day first, as in Britain.
  private static func numeric(_ words: [String], today: CalendarDate) -> CalendarDate? {
    guard words.count == 1 else { return nil }
    let parts = words[0].split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." })
    guard parts.count == 2 || parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]) else {
      return nil
    }
    return date(day: day, month: month, year: parts.count == 3 ? String(parts[2]) : nil, today: today)
  }

  /// `12 feb`, `feb 12`, `12 february 2027`, `12th feb`.
  private static func dayAndMonth(_ words: [String], today: CalendarDate) -> CalendarDate? {
    let words = words.filter { $0 != "of" }
    guard words.count == 2 || words.count == 3 else { return nil }
    let year = words.count == 3 ? words[2] : nil
    if let day = ordinal(words[0]), let month = month(words[1]) {
      return date(day: day, month: month, year: year, today: today)
    }
    guard let month = month(words[0]), let day = ordinal(words[1]) else { return nil }
    return date(day: day, month: month, year: year, today: today)
  }

  private static func ordinal(_ word: String) -> Int? {
    for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) { return Int(word.dropLast(2)) }
    return Int(word)
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let index = CalendarDate.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }
    return index.map { $0 + 1 }
  }

  private static func date(day: Int, month: Int, year: String?, today: CalendarDate) -> CalendarDate? {
    if let year {
      guard let number = Int(year) else { return nil }
      return CalendarDate(year: number < 100 ? 2000 + number : number, month: month, day: day)
    }
    let years = today.year...(today.year + 4)
    return years.lazy.compactMap { CalendarDate(year: $0, month: month, day: day) }.first { $0 >= today }
  }
}
