import FieldbookModel
import TextUI

/// Something of the calendar that is asked for in a form.
public enum CalendarPart: Hashable, Sendable {
  /// The first and last day of a half-term.
  case span(HalfTerm, school: URN?)
  /// Days without school: new ones of a year, or one to change.
  case closed(AcademicYear, day: CalendarDate?, school: URN?)
  /// The school whose own dates are wanted.
  case school

  /// What tells its draft from others.
  var context: [String: String] {
    switch self {
    case .span(let halfTerm, let school):
      var context = ["form": "calendar.span", "period": Period(halfTerm).text]
      context["school"] = school?.text
      return context
    case .closed(let year, let day, let school):
      var context = ["form": "calendar.closed", "period": year.text]
      context["day"] = day?.text
      context["school"] = school?.text
      return context
    case .school: return ["form": "calendar.school"]
    }
  }

  /// What a draft was typed for; nil when it was for nothing of the calendar.
  init?(context: [String: String]) {
    let school = context["school"].map { URN($0) }
    let period = context["period"].flatMap(Period.init(text:))
    switch context["form"] {
    case "calendar.span":
      guard let halfTerm = period?.halfTerm else { return nil }
      self = .span(halfTerm, school: school)
    case "calendar.closed":
      guard let year = period?.year else { return nil }
      self = .closed(year, day: context["day"].flatMap(CalendarDate.init(text:)), school: school)
    case "calendar.school": self = .school
    default: return nil
    }
  }
}

/// The forms in which the calendar is changed.
enum CalendarForm {
  static func content(_ part: CalendarPart, _ context: ScreenContext) -> FormContent {
    let calendar = context.snapshot.calendar
    switch part {
    case .span(let halfTerm, let school):
      let span = calendar.span(of: halfTerm, at: school)
      return FormContent(
        title: halfTerm.title + of(school, context), preface: preface(halfTerm, school, context),
        fields: [
          day("first", "First day", "The first day with pupils: 3 sep."),
          day("last", "Last day", "The last day with pupils: 23 oct."),
        ],
        values: ["first": .text(span.first.longText), "last": .text(span.last.longText)])
    case .closed(let year, let day, let school):
      let own = school.map { calendar.schools[$0]?.closed ?? [:] } ?? calendar.dates.closed
      return FormContent(
        title: (day == nil ? "Days without school · \(year.text)" : "A day without school")
          + of(school, context),
        fields: [
          self.day(
            "days", day == nil ? "Days" : "Day", "A day in that year: 27 nov. More than one: 27 nov, 30 nov."),
          FormField(
            id: "name", label: "What it is", help: "Training day, polling day: what people call it.",
            kind: .line,
            isRequired: true),
        ],
        values: [
          "days": .text(day?.longText ?? ""), "name": .text(day.flatMap { own[$0] } ?? "Training day"),
        ])
    case .school:
      let ours = context.snapshot.facts.schoolsByName.filter(\.isOurs)
      return FormContent(
        title: "Dates of one school",
        fields: [
          FormField(
            id: "school", label: "School", help: "The school whose own dates you want to see or set.",
            kind: .choice(ours.map { Choice(id: $0.urn.text, title: $0.name) }), isRequired: true)
        ], values: [:])
    }
  }

  static func accept(
    _ part: CalendarPart, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    switch part {
    case .span(let halfTerm, let school): return accept(halfTerm, school, entry, context)
    case .closed(let year, let day, let school): return accept(year, day, school, entry)
    case .school:
      guard case .text(let urn)? = entry.choice("school") else {
        return .problems(["school": "Choose a school"])
      }
      return .calendar([], then: [.open(CalendarScreen(urn: URN(urn)))])
    }
  }

  // MARK: A half-term

  private static func accept(
    _ halfTerm: HalfTerm, _ school: URN?, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    var problems: [String: String] = [:]
    func read(_ field: String) -> CalendarDate? {
      let day = SchoolYearDate.read(entry.text(field), in: halfTerm.year)
      if day == nil { problems[field] = "Not a day: type 3 sep, or 3 sep \(halfTerm.year.start)" }
      return day
    }
    let (first, last) = (read("first"), read("last"))
    guard let first, let last else { return .problems(problems) }
    var spans = context.snapshot.calendar.spans(of: halfTerm.year, at: school)
    spans[halfTerm.part.rawValue - 1] = SchoolCalendar.Span(first: first, last: last)
    let found = CalendarProblem.all(in: spans, of: halfTerm.year)
    // What stands at another half-term is told where the cursor is: it is this one that was just typed.
    for problem in found where problem.isWrong {
      let field = problem.part == halfTerm.part && problem.isFirst ? "first" : "last"
      if problems[field] == nil {
        problems[field] = problem.words.prefix(1).uppercased() + problem.words.dropFirst()
      }
    }
    guard problems.isEmpty else { return .problems(problems) }
    let change = CalendarChange(
      "\(halfTerm.title) is \(first.longText) to \(last.longText)", school: school,
      .spans(halfTerm.year, spans))
    return .calendar([change], then: [])
  }

  private static func preface(_ halfTerm: HalfTerm, _ school: URN?, _ context: ScreenContext) -> [Line] {
    let calendar = context.snapshot.calendar
    let before = calendar.span(of: halfTerm.previous, at: school)
    let after = calendar.span(of: halfTerm.next, at: school)
    return [
      Line(
        " \(halfTerm.previous.part.title) ends on \(before.last.weekdayText); the first day of "
          + "\(halfTerm.next.part.title) is \(after.first.weekdayText).", .quiet)
    ]
  }

  // MARK: Days without school

  private static func accept(
    _ year: AcademicYear, _ day: CalendarDate?, _ school: URN?, _ entry: FormEntry
  ) -> FormContent.Accepted {
    let typed = entry.text("days").split(separator: ",").map { String($0).trimmed() }.filter { !$0.isEmpty }
    let days = typed.map { ($0, SchoolYearDate.read($0, in: year)) }
    let name = entry.text("name").trimmed()
    if name.isEmpty { return .problems(["name": "Say what it is"]) }
    if typed.isEmpty { return .problems(["days": "Type a day: 27 nov"]) }
    if let wrong = days.first(where: { $0.1 == nil }) {
      return .problems(["days": "“\(wrong.0)” is not a day of \(year.text): type 27 nov"])
    }
    let found = days.compactMap(\.1)
    let words = "No school on \(found.map(\.shortText).joined(separator: ", ")): \(name)"
    var changes: [CalendarChange] = []
    if let day, !found.contains(day) {
      changes.append(CalendarChange("\(day.longText) has school again", school: school, .closed([day], nil)))
    }
    return .calendar(changes + [CalendarChange(words, school: school, .closed(found, name))], then: [])
  }

  private static func day(_ id: String, _ label: String, _ help: String) -> FormField {
    FormField(id: id, label: label, help: help, kind: .line, isRequired: true)
  }

  private static func of(_ school: URN?, _ context: ScreenContext) -> String {
    school.map { " · \(context.snapshot.schoolName($0))" } ?? ""
  }
}
