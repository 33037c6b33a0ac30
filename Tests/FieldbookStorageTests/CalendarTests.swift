import FieldbookModel
import PlainText
import Testing

@testable import FieldbookStorage

struct CalendarTests {
  private let year = AcademicYear(start: 2027)

  private var spans: [SchoolCalendar.Span] {
    (0..<6).map { part in
      let first = CalendarDate(dayNumber: 21_065 + part * 49)
      return SchoolCalendar.Span(first: first, last: first.adding(days: 35))
    }
  }

  private var third: HalfTerm { HalfTerm(year: year, part: .spring1) }

  @Test func `Dates of the group and of a school are kept, and only what is changed`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let own = spans.map { SchoolCalendar.Span(first: $0.first.adding(days: 1), last: $0.last) }
    let training = CalendarDate(dayNumber: 21_095)
    _ = try workspace.change(CalendarChange("Dates set", school: nil, .spans(year, spans)))
    _ = try workspace.change(CalendarChange("Dates set", school: Invented.school, .spans(year, own)))
    let now = try workspace.change(
      CalendarChange("No school", school: Invented.school, .closed([training], "Training day")))
    let kept = try workspace.contents().calendar
    #expect(kept == now)
    #expect(kept.span(of: third) == spans[2] && kept.span(of: third, at: Invented.school) == own[2])
    #expect(kept.whyNoSchool(on: training, at: Invented.school) == "Training day")
    #expect(kept.whyNoSchool(on: training) == nil)
    #expect(try workspace.check().problems == [])
    let text = String(decoding: try place.bytes("fieldbook.json"), as: UTF8.self)
    #expect(text.contains("\"schools\": {\n      \"138764\": {"))
  }

  @Test func `What is taken away leaves nothing behind`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let day = CalendarDate(dayNumber: 21_100)
    for school in [nil, Invented.school] {
      _ = try workspace.change(CalendarChange("", school: school, .spans(year, spans)))
      _ = try workspace.change(CalendarChange("", school: school, .closed([day], "Polling day")))
      _ = try workspace.change(CalendarChange("", school: school, .closed([day], nil)))
      _ = try workspace.change(CalendarChange("", school: school, .spans(year, nil)))
    }
    #expect(try workspace.contents().calendar == SchoolCalendar())
    #expect(try JSONValue.parse(place.bytes("fieldbook.json"))["calendar"] == .object([:]))
  }

  @Test func `Dates that are not in order are refused, with the reason`() throws {
    let workspace = try TestPlace().workspace()
    do {
      _ = try workspace.change(CalendarChange("", school: nil, .spans(year, spans.reversed())))
      Issue.record("taken")
    } catch {
      #expect(error.kind == .refused && error.what.contains("wrong order"))
    }
    #expect(try workspace.contents().calendar == SchoolCalendar())
  }

  @Test(arguments: [
    (#"{"2026/28": []}"#, "2026/28"), (#"{"2026/27": [["2026-09-03", "2026-10-23"]]}"#, "2026/27"),
    (#"{"closed": ["2026-11-27"]}"#, "closed"), (#"{"closed": {"27 Nov": "Training"}}"#, "27 Nov"),
    (#"{"closed": {"2026-11-27": 1}}"#, "2026-11-27"), (#"{"schools": {"x": {}}}"#, "“x”"),
    (#"{"schools": {"138764": {"schools": {}}}}"#, "schools"), ("[]", "calendar"),
  ])
  func `What is wrong with a calendar is named and the rest is used`(calendar: String, named: String) throws {
    let problems = CalendarRules.problems(in: try JSONValue.parse(Array(calendar.utf8)))
    #expect(problems.count == 1 && problems[0].what.contains(named) && !problems[0].mend.isEmpty)
    #expect(CalendarCodec.calendar(try JSONValue.parse(Array(calendar.utf8))) == SchoolCalendar())
  }
}
