import FieldbookModel
import PlainText
import TextUI

/// The six half-terms of a year, of the whole group or of one school: to read and to change.
public struct CalendarScreen: JumpingScreen {
  /// What a row is about.
  enum Row: Hashable, Sendable {
    case halfTerm(HalfTerm.Part)
    case closed(CalendarDate)
  }

  /// `calendar`.
  public let name = ScreenName.calendar
  /// What is looked for.
  public var find: String? = ""
  /// The school whose dates are shown; nil for the whole group.
  public let urn: URN?
  /// The year shown; nil for that of today.
  var chosenYear: AcademicYear?
  private var choice = RowChoice<Row>()

  /// The calendar of a school, or of the whole group.
  public init(urn: URN? = nil) {
    self.urn = urn
  }

  /// About that school, if it is about one.
  public func school(_ context: ScreenContext) -> URN? { urn }

  /// The group's calendar names no school.
  public var showsOneSchool: Bool { true }

  func year(_ context: ScreenContext) -> AcademicYear {
    chosenYear ?? context.snapshot.calendar.halfTerm(of: context.today, at: urn).year
  }

  func rows(_ context: ScreenContext) -> [Row] {
    HalfTerm.Part.allCases.map { .halfTerm($0) } + closed(context).map { .closed($0.day) }
  }

  /// The days without school in the year shown that are this calendar's own, in order.
  func closed(_ context: ScreenContext) -> [(day: CalendarDate, name: String)] {
    let year = year(context)
    let calendar = context.snapshot.calendar
    let own = urn.map { calendar.schools[$0]?.closed ?? [:] } ?? calendar.dates.closed
    return own.filter { AcademicYear(containing: $0.key) == year }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  func chosen(_ context: ScreenContext) -> Row? {
    let rows = rows(context)
    return choice.index(in: rows).map { rows[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: rows(context), height: height("calendar"))
  }

  /// Goes a year back or forward.
  mutating func goTo(yearsFromHere step: Int, _ context: ScreenContext) -> [Effect] {
    let start = year(context).start + step
    guard (2000...2100).contains(start) else {
      return [.say("There are no half-terms beyond this year", .caution)]
    }
    chosenYear = AcademicYear(start: start)
    return []
  }

  /// Takes away what is set at the cursor: a closed day, or the year's own dates.
  func takenAway(_ context: ScreenContext) -> [Effect] {
    let calendar = context.snapshot.calendar
    if case .closed(let day)? = chosen(context) {
      return [
        .saveCalendar(
          CalendarChange("\(day.longText) has school again", school: urn, .closed([day], nil)), then: [])
      ]
    }
    let year = year(context)
    guard calendar.isOwn(year, at: urn) else {
      return [.say("\(year.text) has no dates of its own here: nothing to take away", .caution)]
    }
    let back = urn == nil ? "the published or reckoned dates" : "the dates of the whole group"
    return [
      .saveCalendar(CalendarChange("\(year.text) goes by \(back)", school: urn, .spans(year, nil)), then: [])
    ]
  }

  // MARK: Page

  /// A row a half-term with the holiday after it, then the days without school.
  public func page(_ context: ScreenContext) -> Page {
    let rows = rows(context)
    let year = year(context)
    let closed = Dictionary(uniqueKeysWithValues: closed(context).map { ($0.day, $0.name) })
    let table = TableBlock(
      columns: CalendarScreen.columns, rowCount: rows.count, cursor: choice.index(in: rows)
    ) { index in
      switch rows[index] {
      case .halfTerm(let part): row(HalfTerm(year: year, part: part), context)
      case .closed(let day): CalendarScreen.row(day, closed[day] ?? "")
      }
    }
    var blocks: [Block] = [.lines([origin(context), Line()]), .table(table, id: "calendar")]
    let notes = notes(context)
    if !notes.isEmpty { blocks += [.rule("To look at"), .lines(notes)] }
    let who = urn.map { " · \(context.snapshot.schoolName($0))" } ?? ""
    return Page(
      title: "Calendar · \(year.text)\(who)", titleNote: context.todayText, blocks: blocks,
      status: Line(status(context), .quiet))
  }

  private static let columns = [
    TableColumn("Half-term", minWidth: 10, idealWidth: 14, priority: 9),
    TableColumn("First day", minWidth: 11, idealWidth: 16, priority: 9),
    TableColumn("Last day", minWidth: 11, idealWidth: 16, priority: 9),
    TableColumn("Days", minWidth: 4, alignment: .right, priority: 7),
    TableColumn("Then", minWidth: 10, idealWidth: 44, priority: 6, grows: true),
  ]

  private func row(_ halfTerm: HalfTerm, _ context: ScreenContext) -> TableRow {
    let calendar = context.snapshot.calendar
    let span = calendar.span(of: halfTerm, at: urn)
    let holiday = calendar.holiday(after: halfTerm, at: urn)
    let isNow = calendar.halfTerm(of: context.today, at: urn) == halfTerm
    return TableRow([
      Line(halfTerm.part.title + (isNow ? " · now" : "")), Line(CalendarScreen.words(for: span.first)),
      Line(CalendarScreen.words(for: span.last)), Line("\(calendar.schoolDays(in: halfTerm, at: urn))"),
      Line("\(holiday.title), \(holiday.words)", .quiet),
    ])
  }

  private static func row(_ day: CalendarDate, _ name: String) -> TableRow {
    TableRow([
      Line("No school"), Line(words(for: day)), Line(), Line(),
      Line(name.isEmpty ? "school closed" : name, .quiet),
    ])
  }

  private static func words(for day: CalendarDate) -> String {
    "\(CalendarDate.weekdayNames[day.weekday - 1].prefix(3)) \(day.longText)"
  }

  /// Whose dates these are.
  private func origin(_ context: ScreenContext) -> Line {
    let calendar = context.snapshot.calendar
    let year = year(context)
    let text: String
    if calendar.isOwn(year, at: urn) {
      text =
        urn == nil
        ? "Dates set in this workspace, for all schools without their own." : "The school’s own dates."
    } else if urn != nil, calendar.isOwn(year) {
      text = "As for all schools, until this school’s own are set."
    } else if calendar.isEstimated(year, at: urn) {
      return Line(
        " Reckoned from 2026/27, good to within a fortnight: set them before you rely on them.", .caution)
    } else {
      text = "The usual dates, from published calendars: schools set their own."
    }
    return Line(" " + text, .quiet)
  }

  /// What is unusual with the dates shown, and whose schools differ.
  private func notes(_ context: ScreenContext) -> [Line] {
    let calendar = context.snapshot.calendar
    let year = year(context)
    let width = max(20, context.size.columns - 2)
    var notes = CalendarProblem.all(in: calendar.spans(of: year, at: urn), of: year).map {
      Line(" \($0.words)", $0.isWrong ? .bad : .caution)
    }
    if urn == nil, !context.isVisit {
      let own = calendar.schools.keys.filter { calendar.isOwn(year, at: $0) }.sorted()
      if !own.isEmpty {
        let names = own.map { context.snapshot.schoolName($0) }.joined(separator: ", ")
        notes += TextWrap.lines("Dates of their own: \(names)", width: width).map { Line(" " + $0, .plain) }
      }
    }
    return Array(notes.prefix(6))
  }

  private func status(_ context: ScreenContext) -> String {
    func key(_ id: String) -> String { context.key(id, on: .calendar) }
    switch chosen(context) {
    case .halfTerm:
      return
        "\(key("calendar.edit")) changes the dates, \(key("calendar.earlier")) and \(key("calendar.later")) show another year"
    case .closed: return "\(key("calendar.edit")) changes the day, \(key("calendar.remove")) takes it away"
    case nil: return ""
    }
  }
}
