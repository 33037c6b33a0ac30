import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// A review, a visit and a meeting each carry the hours that they take the school's staff.
struct HoursTests {
  @Test func `A formal review takes them from the beginning, and i changes what it says of itself`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("g", "r")
    desk.fill(nil, nil, nil, nil, "2.5")
    let id = try desk.review().id
    desk.isOn(.review)
    #expect(try desk.keptReview(id).hours == 2.5)
    desk.go("i")
    desk.shows("The review")
    desk.fill("Reading in key stage 2", nil, nil, "0")  // typed behind what stands there: 2.50
    let kept = try desk.keptReview(id)
    #expect(kept.hours == 2.5 && kept.record.text("hours") == "2.5")
    #expect(kept.focus == "Reading in key stage 2")
    desk.go("u")
    #expect(try desk.keptReview(id).focus.isEmpty)
    try desk.noProblems()
  }

  @Test func `What is no number of hours is refused, and nothing is lost`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("g", "r")
    desk.fill("Attendance", nil, nil, nil, "a morning")
    desk.isOn(.form)
    desk.shows("Not a number of hours")
    desk.shows("a morning")
    #expect(try desk.kept().reviews.isEmpty)
  }

  @Test func `A note of visit and a meeting take them too, from the beginning or later`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("g", "v")
    desk.fill(nil, nil, nil, nil, nil, "90 min")
    let visit = try desk.review().id
    #expect(try desk.keptReview(visit).hours == 1.5)
    let meeting = try desk.beginMeeting()
    #expect(try desk.keptReview(meeting).hours == nil)
    desk.go("i")
    desk.shows("The meeting")
    desk.fill(nil, nil, nil, "3")
    #expect(try desk.keptReview(meeting).hours == 3)
    desk.go("1", "g", "P")
    desk.go("/")
    desk.type("asked 20")
    desk.go("Enter")
    let page = desk.frame().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(page.contains("0 formal reviews, 1 note of visit, 1 progress meeting."), "\(page)")
    #expect(page.contains("Staff hours: 4.5, as people typed them"), "\(page)")
    try desk.noProblems()
  }

  @Test func `What was signed carries them for good`() throws {
    let desk = try Desk(TrustFolder())
    try desk.signedReview()
    desk.go("i")
    desk.isOn(.review)
    desk.shows("Signed by")
  }
}
