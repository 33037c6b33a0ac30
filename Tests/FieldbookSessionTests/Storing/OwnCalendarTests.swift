import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// A school with dates of its own has its actions due by them.
struct OwnCalendarTests {
  private func desk() throws -> Desk {
    let desk = try Desk(TrustFolder())
    let spring = AcademicYear(start: 2026)
    var spans = SchoolCalendar().spans(of: spring)
    let last = try #require(CalendarDate(text: "2027-03-19"))
    spans[3] = SchoolCalendar.Span(first: spans[3].first, last: last)
    desk.session.perform(id: "calendar.show")
    desk.go("O")
    desk.type("Ashgrove")
    desk.go("^S")
    desk.shows("Ashgrove")
    for _ in 0..<3 { desk.go("j") }
    desk.go("Enter", "Tab", "End")
    for _ in 0..<20 { desk.press("Backspace") }
    desk.type("19 mar")
    desk.go("^S")
    desk.shows("The school’s own dates")
    return desk
  }

  @Test
  func `spring 2 in a form is the last day of that school's spring, and the form says so while it is typed`()
    throws
  {
    let desk = try desk()
    try desk.startReview()
    desk.go("A")
    desk.type("Share the sequence with Year 3")
    desk.press("Tab", "Tab")
    desk.type("spring 2")
    desk.shows("Fri 19 Mar 2027 · Spring 2")
    desk.go("^S")
    #expect(try desk.kept().actions.first?.due?.text == "2027-03-19")
    // In the week after, this school is closed and others are not.
    desk.go("A")
    desk.type("Walk the corridors")
    desk.press("Tab", "Tab")
    desk.type("23 mar 2027")
    desk.shows("no school: Easter holiday")
  }

  @Test func `Of many actions each is due by its own school's calendar`() throws {
    let desk = try desk()
    for row in 0..<2 {
      desk.go("1", "g")
      for _ in 0..<row { desk.go("j") }
      desk.go("r", "^S")
      desk.go("A")
      desk.fill("The same at both", "Maths leader", "12 feb", nil, "Two book looks show it")
      desk.go("V")
    }
    desk.go("3", "g", "Space", "Space", "m")
    desk.type("change")
    desk.go("Enter")
    desk.press("Tab")
    desk.type("spring 2")
    desk.go("^S")
    desk.shows("own calendar")
    desk.go("^S")
    let due = try desk.kept().actions.compactMap { $0.due?.text }.sorted()
    #expect(due == ["2027-03-19", "2027-03-25"], "\n\(desk.frame())")
  }
}
