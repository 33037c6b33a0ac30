/// A fact about a school that speaks for going there. It is no grade, and reasons are never added up to one.
public enum VisitReason: Hashable, Sendable {
  /// The latest review that judged safeguarding found that it is not met.
  case safeguardingNotMet(on: CalendarDate?)
  /// Actions are still open after they were due.
  case lateActions(count: Int, oldestDue: CalendarDate, days: Int)
  /// The headline result fell.
  case fall(HeadlineFall)
  /// A review was begun long ago and is not finished.
  case unfinished(kind: String, state: ReviewState, since: CalendarDate, days: Int)
  /// The school is new under its number, and no formal review of it was begun.
  case noBaseline(openedOn: CalendarDate, next: CalendarDate?)
  /// No visit is on record.
  case neverVisited(next: CalendarDate?)
  /// The last visit was long ago.
  case notVisited(since: CalendarDate, months: Int, next: CalendarDate?)
  /// The school had results the year before; those of the latest year are not here.
  case resultsAwaited(title: String, year: AcademicYear)

  /// The fact in words, to be read after the school's name.
  public var words: String {
    switch self {
    case .safeguardingNotMet(let date):
      "safeguarding not met" + (date.map { " on \($0.longText)" } ?? "")
    case .lateActions(let count, let due, let days):
      count == 1
        ? "1 action late, \(VisitReason.days(days)), due \(due.longText)"
        : "\(count) actions late, the oldest \(VisitReason.days(days)), due \(due.longText)"
    case .fall(let fall): fall.words
    case .unfinished(let kind, let state, let since, let days):
      "\(kind) of \(since.longText) still \(state.title) after \(VisitReason.days(days))"
    case .noBaseline(let opened, let next):
      "open under this number since \(opened.longText), no formal review yet" + VisitReason.planned(next)
    case .neverVisited(let next): "no visit on record" + VisitReason.planned(next)
    case .notVisited(let since, let months, let next):
      "no visit for \(months) months, since \(since.longText)" + VisitReason.planned(next)
    case .resultsAwaited(let title, let year): "\(title) of \(year.text) not here yet"
    }
  }

  /// Two or three words, for a filter and a narrow column.
  public var kindWords: String {
    switch self {
    case .safeguardingNotMet: "safeguarding"
    case .lateActions: "late actions"
    case .fall: "results fell"
    case .unfinished: "unfinished review"
    case .noBaseline: "no first review"
    case .neverVisited: "never visited"
    case .notVisited: "long not visited"
    case .resultsAwaited: "results awaited"
    }
  }

  private static func days(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }

  private static func planned(_ date: CalendarDate?) -> String {
    date.map { ", planned for \($0.longText)" } ?? ""
  }
}

/// A fall of a headline since the year before, with what it rests on.
public struct HeadlineFall: Hashable, Sendable {
  /// The measure's short name.
  public let title: String
  /// What the measure is counted in.
  public let unit: Measure.Unit
  /// The points it fell by, above zero.
  public let points: Double
  /// The year before, since which it fell.
  public let since: AcademicYear
  /// The pupils that the later figure rests on, where known.
  public let pupils: Int?
  /// Whether it had fallen the year before too.
  public let isSecondRunning: Bool
  /// Whether so few pupils stand behind it that a child or two make the difference.
  public let isSmallGroup: Bool

  /// The fall in children of the later group; nil where the measure is no percentage or its pupils are not known.
  public var children: Int? {
    guard unit == .percent, let pupils else { return nil }
    return Int((points / 100 * Double(pupils)).rounded())
  }

  /// The fall in words: in points, in children, and whether it is the second running.
  public var words: String {
    let points = NumberText.plain((self.points * 10).rounded() / 10)
    let amount = "\(points) \(points == "1" ? "point" : "points")"
    var basis: [String] = []
    if let pupils {
      basis.append(children.map { "\($0) of \(pupils) children" } ?? "\(pupils) pupils")
    }
    if isSmallGroup { basis.append("small group") }
    let behind = basis.isEmpty ? "" : " (\(basis.joined(separator: ", ")))"
    return "\(title) fell \(amount)\(behind) since \(since.text)"
      + (isSecondRunning ? ", the second fall running" : "")
  }
}
