extension Instant {
  /// When it was, as people say it: `14:02`, `14:02 yesterday`, `14:02 on Mon 23 Nov`, `14:02 on 23 Nov 2025`.
  public func words(now: Instant) -> String {
    switch now.date.dayNumber - date.dayNumber {
    case 0: timeText
    case 1: "\(timeText) yesterday"
    case 2...13: "\(timeText) on \(CalendarDate.weekdayNames[date.weekday - 1].prefix(3)) \(date.shortText)"
    default: "\(timeText) on \(date.longText)"
    }
  }
}
