import FieldbookModel
import PlainText

/// The calendar as JSON: academic year to six pairs of days, `closed` day to what it is, `schools` URN to the same.
enum CalendarCodec {
  private static let closed = "closed"
  private static let schools = "schools"

  /// What a document says, as far as it can be understood.
  static func calendar(_ tree: JSONValue?) -> SchoolCalendar {
    let group = dates(tree)
    var own: [URN: SchoolCalendar.Dates] = [:]
    for (urn, dates) in tree?[schools]?.object ?? [:] where URN(urn).isValid {
      own[URN(urn)] = self.dates(dates)
    }
    return SchoolCalendar(spans: group.spans, closed: group.closed, schools: own)
  }

  private static func dates(_ tree: JSONValue?) -> SchoolCalendar.Dates {
    var dates = SchoolCalendar.Dates()
    for (name, value) in tree?.object ?? [:] {
      guard let year = AcademicYear(text: name), let spans = spans(value) else { continue }
      for (part, span) in zip(HalfTerm.Part.allCases, spans) {
        dates.spans[HalfTerm(year: year, part: part)] = span
      }
    }
    for (day, name) in tree?[closed]?.object ?? [:] {
      guard let day = CalendarDate(text: day), let name = name.string else { continue }
      dates.closed[day] = name
    }
    return dates
  }

  /// Six pairs of days in order; nil for anything else.
  static func spans(_ tree: JSONValue) -> [SchoolCalendar.Span]? {
    guard let list = tree.array, list.count == HalfTerm.Part.allCases.count else { return nil }
    let spans = list.compactMap(span)
    guard spans.count == list.count else { return nil }
    let days = spans.flatMap { [$0.first, $0.last] }
    return zip(days, days.dropFirst()).allSatisfy(<=) ? spans : nil
  }

  private static func tree(_ spans: [SchoolCalendar.Span]) -> JSONValue {
    .array(spans.map { [.string($0.first.text), .string($0.last.text)] })
  }

  private static func span(_ tree: JSONValue) -> SchoolCalendar.Span? {
    guard let pair = tree.array, pair.count == 2,
      let first = pair[0].string.flatMap(CalendarDate.init(text:)),
      let last = pair[1].string.flatMap(CalendarDate.init(text:))
    else { return nil }
    return SchoolCalendar.Span(first: first, last: last)
  }

  /// Puts a change into a calendar; what else is in it stays.
  static func apply(_ change: CalendarChange, to tree: JSONValue) -> JSONValue {
    var calendar = tree.object == nil ? .object([:]) : tree
    guard let school = change.school else {
      put(change.what, into: &calendar)
      return calendar
    }
    var all = calendar[schools]?.object ?? [:]
    var own = all[school.text] ?? .object([:])
    put(change.what, into: &own)
    all[school.text] = own.object?.isEmpty == true ? .none : .some(own)
    var members = calendar.object ?? [:]
    members[schools] = all.isEmpty ? .none : .some(.object(all))
    return .object(members)
  }

  private static func put(_ what: CalendarChange.What, into tree: inout JSONValue) {
    var members = tree.object ?? [:]
    switch what {
    case .spans(let year, let spans):
      // A year may be written otherwise by hand.
      for name in members.keys where AcademicYear(text: name) == year { members[name] = nil }
      if let spans { members[year.text] = self.tree(spans) }
    case .closed(let days, let name):
      var closedDays = members[closed]?.object ?? [:]
      for day in days { closedDays[day.text] = name.map { JSONValue.string($0) } }
      members[closed] = closedDays.isEmpty ? .none : .some(.object(closedDays))
    }
    tree = .object(members)
  }
}

/// What the calendar of `fieldbook.json` must hold.
enum CalendarRules {
  static func problems(in calendar: JSONValue?) -> [DocumentProblem] {
    guard let calendar else { return [] }
    return problems(in: calendar, at: "/calendar", ofSchool: false)
  }

  private static func problems(
    in tree: JSONValue, at pointer: String, ofSchool: Bool
  ) -> [DocumentProblem] {
    guard let members = tree.object else {
      return [
        problem(pointer, "the calendar is not what it should be", "Write {} or years with their half-terms.")
      ]
    }
    return members.sorted { $0.key < $1.key }.flatMap { name, value -> [DocumentProblem] in
      let place = JSONPointer.member(name, of: pointer)
      switch name {
      case "closed": return days(value, at: place)
      case "schools" where !ofSchool: return schools(value, at: place)
      default: return AcademicYear(text: name).map { year($0, value, at: place) } ?? [unknown(name, place)]
      }
    }
  }

  private static func unknown(_ name: String, _ place: String) -> DocumentProblem {
    problem(
      place, "“\(name)” is not a year with six half-terms in order",
      "Write “2026/27” and six pairs of days, the first and last school day of each.")
  }

  private static func year(_ year: AcademicYear, _ value: JSONValue, at place: String) -> [DocumentProblem] {
    guard let spans = CalendarCodec.spans(value) else { return [unknown(year.text, place)] }
    return CalendarProblem.all(in: spans, of: year).filter(\.isWrong).map { found in
      problem(place, found.words, "Correct the day, or set the dates in the program: :calendar.")
    }
  }

  private static func days(_ value: JSONValue, at place: String) -> [DocumentProblem] {
    guard let days = value.object else {
      return [problem(place, "“closed” is not days with names", "Write {\"2026-11-27\": \"Training day\"}.")]
    }
    return days.sorted { $0.key < $1.key }.compactMap { day, name in
      guard CalendarDate(text: day) == nil || name.string == nil else { return nil }
      return problem(
        JSONPointer.member(day, of: place), "“\(day)” is not a day with its name",
        "Write {\"2026-11-27\": \"Training day\"}.")
    }
  }

  private static func schools(_ value: JSONValue, at place: String) -> [DocumentProblem] {
    guard let schools = value.object else {
      return [
        problem(place, "“schools” is not schools with dates", "Write {\"138764\": {…}}, a URN and its dates.")
      ]
    }
    return schools.sorted { $0.key < $1.key }.flatMap { urn, dates -> [DocumentProblem] in
      let pointer = JSONPointer.member(urn, of: place)
      guard URN(urn).isValid else {
        return [problem(pointer, "“\(urn)” is not a URN", "Write a URN: five to seven digits.")]
      }
      return problems(in: dates, at: pointer, ofSchool: true)
    }
  }

  private static func problem(_ pointer: String, _ what: String, _ mend: String) -> DocumentProblem {
    DocumentProblem(pointer: pointer, code: "calendar", what: what, mend: mend)
  }
}
