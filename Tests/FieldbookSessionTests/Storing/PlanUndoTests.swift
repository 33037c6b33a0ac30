import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// Changes of the calendar and of the plan of collections are taken back and done again like any other.
struct PlanUndoTests {
  private let day = CalendarDate(year: 2026, month: 11, day: 27) ?? CalendarDate(dayNumber: 0)

  private func isClosed(_ desk: Desk) -> Bool {
    desk.session.picture.calendar.whyNoSchool(on: day) == "Training day"
  }

  private func close(_ desk: Desk) {
    desk.session.perform(id: "calendar.show")
    desk.go("A")
    desk.fill("27 nov")
    #expect(isClosed(desk), "\n\(desk.frame())")
  }

  private func plan(_ desk: Desk) {
    desk.session.perform(id: "collections.show")
    desk.go("A", "^S")
    #expect(desk.session.picture.collections.collections.count == 1, "\n\(desk.frame())")
  }

  @Test func `A training day is taken back and done again, after leaving too`() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    close(desk)
    desk.go("u")
    desk.shows("Undone and saved: no school on")
    #expect(!isClosed(desk) && desk.session.screenName == .calendar)
    #expect(try desk.kept().calendar == SchoolCalendar(), "nothing is left behind")
    desk.workspace.close()
    let again = try Desk(folder)
    #expect(!isClosed(again), "nor is it there when read from the disk")
    again.go("^R")
    again.shows("Done again and saved: no school on")
    #expect(isClosed(again))
    again.go("U")
    again.shows("Calendar")
    try again.noProblems()
  }

  @Test func `Half-terms of a year go back to what they were, and the half-term of today with them`() throws {
    let desk = try Desk(TrustFolder())
    let before = desk.session.picture.calendar
    desk.session.perform(id: "calendar.show")
    desk.go("j", "Enter", "End")
    for _ in 0..<20 { desk.press("Backspace") }
    desk.type("7 dec")
    desk.go("^S")
    let today = desk.folder.now.date
    #expect(desk.session.picture.calendar.halfTerm(of: today).part == .autumn1, "\n\(desk.frame())")
    desk.go("u")
    #expect(desk.session.picture.calendar == before)
    #expect(desk.session.picture.calendar.halfTerm(of: today).part == .autumn2)
    try desk.noProblems()
  }

  @Test func `A collection that was planned, and one that was taken out, are taken back`() throws {
    let desk = try Desk(TrustFolder())
    plan(desk)
    let planned = desk.session.picture.collections
    desk.go("W")
    #expect(desk.session.picture.collections.collections.isEmpty, "\n\(desk.frame())")
    desk.go("u")
    #expect(desk.session.picture.collections == planned, "as it was, under its own id")
    desk.go("u")
    #expect(desk.session.picture.collections.collections.isEmpty)
    desk.go("^R")
    #expect(desk.session.picture.collections == planned)
    #expect(try desk.kept().collections == planned)
    desk.go("U")
    desk.shows("Plan of collections")
    try desk.noProblems()
  }

  @Test func `What somebody else changed elsewhere stays, and what they changed here is not overwritten`()
    throws
  {
    let desk = try Desk(TrustFolder())
    close(desk)
    let other = CalendarChange(
      "Polling day", school: nil, .closed([day.adding(days: 3)], "Polling day"))
    _ = try desk.workspace.change(other)
    let first = try #require(desk.workspace.editsToUndo.first)
    _ = try desk.workspace.undo(first)
    #expect(try desk.kept().calendar.whyNoSchool(on: day.adding(days: 3)) == "Polling day")
    #expect(try desk.kept().calendar.whyNoSchool(on: day) == nil)

    let own = CalendarChange("No school", school: nil, .closed([day], "Training day"))
    _ = try desk.workspace.change(own)
    let edit = try #require(desk.workspace.editsToUndo.last)
    _ = try desk.workspace.change(CalendarChange("Renamed", school: nil, .closed([day], "Snow")))
    do {
      _ = try desk.workspace.undo(edit)
      Issue.record("taken back over somebody's head")
    } catch {
      #expect(error.kind == .movedOn && error.what.contains("changed since"))
    }
    #expect(try desk.kept().calendar.whyNoSchool(on: day) == "Snow")
  }
}
