import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing
import TextUI

/// A note of visit that the school has stays as it is.
struct SharedNoteTests {
  @Test func `What is needed before it is shared is said, and what is not needed only mentioned`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startVisit()
    desk.go("S")
    desk.isOn(.readyToShare)
    desk.shows("needed   Nothing is told yet: a strength, a question or an action")
    desk.shows("perhaps  Purpose: not written down yet")
    desk.go("Esc")
    desk.point("+", "Calm corridors")
    desk.go("R")
    desk.shows("perhaps  Strength “Calm corridors”: rests on no note yet")
    desk.shows("Nothing blocks: S shares")
    desk.go("G", "Enter")
    desk.isOn(.noteOfVisit)
    desk.go("Enter")
    desk.shows("Calm corridors")
  }

  @Test func `Sharing freezes a copy with the report as the school gets it, and nothing changes after`()
    throws
  {
    let desk = try Desk(TrustFolder())
    let id = try desk.fullVisit()
    desk.share()
    desk.shows("Saved and shared: it stays as it is")
    let shared = try desk.keptReview(id)
    #expect(shared.state == .shared && shared.signedBy == "Anna Reed")
    let copy = try #require(desk.kept().signedCopies[id])
    #expect(copy.isIntact && copy.arrivedAfter.isEmpty && copy.sha256.count == 64)
    for part in [
      "NOTE OF VISIT", "+ Books are talked", "? Who reads at home", "Shared with the school by Anna Reed",
    ] {
      #expect(copy.report.contains(part), "\(part)")
    }
    #expect(!copy.report.contains("DRAFT"))
    let before = try desk.folder.documents()
    for key in ["e", "E", "+", "Q", "A", "S", "W", "K", "J", "R", "u"] { desk.go(key) }
    desk.isOn(.noteOfVisit)
    #expect(try desk.folder.documents() == before)
    #expect(desk.session.visited == nil, "the visit is over")
    for values in [["focus": "Other"], ["state": "open"], ["state": "cancelled"]] as [[String: String]] {
      let edit = RecordEdit("Slip", [.init(.review(id), values.mapValues { .text($0) })])
      let refused = #expect(throws: StorageProblem.self) { try desk.workspace.apply(edit) }
      #expect(refused?.what.contains("was shared by Anna Reed on 2 Dec 2026") == true)
    }
    #expect(try desk.folder.documents() == before)
    desk.go("p")
    desk.shows("NOTE OF VISIT")
    try desk.noProblems()
  }

  @Test func `It becomes shared by being shared, never by being called so`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.fullVisit()
    for state in ["shared", "closed", "final"] {
      let edit = RecordEdit("Slip", [.init(.review(id), ["state": .text(state)])])
      let refused = #expect(throws: StorageProblem.self) { try desk.workspace.apply(edit) }
      #expect(refused?.what.contains("note of visit becomes") == true, "\(state)")
    }
    #expect(try desk.keptReview(id).state == .open)
  }

  @Test func `An addendum stands after what was shared; it is withdrawn and never lost`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.fullVisit()
    desk.go("a")
    desk.shows("It can still be changed itself")
    desk.share()
    let issued = try #require(desk.kept().signedCopies[id]).report
    desk.go("a")
    desk.fill("The visit began at nine")
    desk.shows("Saved: addendum added")
    desk.go("u")
    #expect(try desk.keptReview(id).addenda.map(\.text) == ["The visit began at nine"], "undo leaves it")
    desk.go("G", "W")
    desk.fill("It began at ten")
    desk.shows("(withdrawn: It began at ten)")
    let copy = try #require(desk.kept().signedCopies[id])
    #expect(copy.report == issued && copy.arrivedAfter.isEmpty && copy.isIntact)
    let addendum = try #require(desk.keptReview(id).addenda.first)
    let edit = RecordEdit("Slip", [.init(.inReview(id, "addenda", addendum.id), ["text": .text("Other")])])
    #expect(throws: StorageProblem.self) { try desk.workspace.apply(edit) }
    try desk.noProblems()
  }

  @Test func `A shared note of visit is closed by hand, and undo opens it again`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.fullVisit()
    desk.go("C")
    desk.shows("Share it first (S)")
    desk.share()
    desk.go("C")
    desk.shows("Saved: closed, 1 action goes on: the next visit asks")
    #expect(try desk.keptReview(id).state == .closed)
    #expect(try desk.kept().signedCopies[id]?.arrivedAfter == [])
    desk.go("u")
    #expect(try desk.keptReview(id).state == .shared)
    desk.go("u")
    desk.shows("Nothing to undo")
    #expect(try desk.keptReview(id).state == .shared, "sharing is not undone")
    desk.go("^R")
    #expect(try desk.keptReview(id).state == .closed)
    try desk.noProblems()
  }
}
