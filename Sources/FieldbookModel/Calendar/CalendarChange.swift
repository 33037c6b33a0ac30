/// A change of the calendar, of the whole group or of one school, as a value.
public struct CalendarChange: Hashable, Sendable {
  /// What is changed.
  public enum What: Hashable, Sendable {
    /// The six half-terms of a year, in order; nil goes back to the dates there were without.
    case spans(AcademicYear, [SchoolCalendar.Span]?)
    /// Days without school, with what they are; nil opens them again.
    case closed([CalendarDate], String?)
  }

  /// What was done, in words: `Autumn 1 changed`.
  public let title: String
  /// The school whose dates these are; nil for the whole group.
  public let school: URN?
  /// What is changed.
  public let what: What

  /// A change; see the properties.
  public init(_ title: String, school: URN?, _ what: What) {
    self.title = title
    self.school = school
    self.what = what
  }
}

/// What is wrong with the dates of a year's half-terms.
public struct CalendarProblem: Hashable, Sendable {
  /// The half-term it stands at.
  public let part: HalfTerm.Part
  /// Whether it is the first day that is to blame, rather than the last.
  public let isFirst: Bool
  /// What is wrong, in a sentence without its full stop.
  public let words: String
  /// Whether such dates cannot be kept; else they are only unusual.
  public let isWrong: Bool

  /// What is wrong and what is unusual with six half-terms of a year, in their order.
  public static func all(in spans: [SchoolCalendar.Span], of year: AcademicYear) -> [CalendarProblem] {
    var problems: [CalendarProblem] = []
    for (part, span) in zip(HalfTerm.Part.allCases, spans) {
      func note(isFirst: Bool = true, isWrong: Bool = true, _ words: String) {
        problems.append(CalendarProblem(part: part, isFirst: isFirst, words: words, isWrong: isWrong))
      }
      let name = part.title
      if span.last < span.first {
        note(
          isFirst: false, "\(name) ends on \(span.last.longText), before it begins on \(span.first.longText)")
      } else if span.last.dayNumber - span.first.dayNumber > 91 {
        note(isFirst: false, isWrong: false, "\(name) lasts more than 13 weeks")
      }
      for (day, isFirst) in [(span.first, true), (span.last, false)] {
        if AcademicYear(containing: day) != year {
          note(
            isFirst: isFirst,
            "\(day.longText) is not in \(year.text), which runs from 1 September to 31 August")
        } else if !day.isWeekday {
          note(isFirst: isFirst, isWrong: false, "\(day.weekdayText) is at a weekend")
        }
      }
      let index = part.rawValue - 1
      guard index > 0 else { continue }
      problems += between(spans[index - 1], span, HalfTerm.Part.allCases[index - 1], part)
    }
    return problems
  }

  /// How a half-term follows the one before.
  private static func between(
    _ before: SchoolCalendar.Span, _ span: SchoolCalendar.Span, _ former: HalfTerm.Part, _ part: HalfTerm.Part
  ) -> [CalendarProblem] {
    let days = span.first.dayNumber - before.last.dayNumber
    let words: String
    if span.first < before.first {
      words =
        "the first day of \(part.title), \(span.first.longText), is before that of \(former.title): "
        + "they are in the wrong order"
    } else if days <= 0 {
      words =
        "\(former.title) lasts until \(before.last.longText), but the first day of \(part.title) is "
        + "\(span.first.longText)"
    } else if days <= 3 {
      return [
        CalendarProblem(
          part: part, isFirst: true, words: "there is no holiday between \(former.title) and \(part.title)",
          isWrong: false)
      ]
    } else if days > 29 {
      return [
        CalendarProblem(
          part: part, isFirst: true,
          words: "there are \(days / 7) weeks between \(former.title) and \(part.title)", isWrong: false)
      ]
    } else {
      return []
    }
    return [CalendarProblem(part: part, isFirst: true, words: words, isWrong: true)]
  }
}
