import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// A signed review stays as it is.
struct SignedReviewTests {
  @Test(arguments: [Desk.small, Desk.large])
  func `Every editing action on a signed review is refused with the reason`(size: TerminalSize) throws {
    let desk = try Desk(TrustFolder(), size: size)
    try desk.signedReview()
    let before = try desk.folder.documents()
    let editing = [
      "evidence.add", "evidence.form", "finding.add", "judgement.set", "area.not-reviewed", "action.add",
      "record.withdraw", "review.sign-off", "review.cancel",
    ]
    for id in editing {
      desk.go(":")
      desk.type(id)
      desk.go("Enter")
      desk.shows("Signed by Anna Reed on 2 Dec 2026")
      desk.isOn(.review)
    }
    for key in ["e", "E", "F", "J", "X", "A", "S"] {
      desk.go(key)
      desk.shows("Signed by Anna Reed on 2 Dec 2026")
      desk.isOn(.review)
    }
    #expect(try desk.folder.documents() == before)
  }

  @Test func `What is in a signed review can be read and not opened for editing`() throws {
    let desk = try Desk(TrustFolder())
    try desk.signedReview()
    let before = try desk.folder.documents()
    desk.enter(0)
    desk.shows("Not reviewed: Outside the focus agreed")
    for key in ["Enter", "W"] {
      desk.go(key)
      desk.shows("Signed by Anna Reed on 2 Dec 2026")
      desk.isOn(.review)
    }
    for action in ActionTable.actions(on: .review) where action.id != "quit" {
      desk.session.perform(id: action.id)
      desk.idle()
      while desk.session.screenName != .review { desk.go("Esc", "2", "Enter") }
    }
    #expect(try desk.folder.documents() == before)
  }

  @Test func `A signature is not undone`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.signedReview()
    desk.go("u")
    desk.shows("Nothing to undo")
    #expect(try desk.keptReview(id).state == .final)
  }

  @Test func `Actions live on after the review is signed`() throws {
    let desk = try Desk(TrustFolder())
    try desk.signedReview()
    desk.go("3", "Enter")
    desk.press("Tab")
    desk.type(" and deputy")
    desk.go("^S")
    desk.shows("Saved: action changed")
    #expect(try desk.kept().actions.contains { $0.owner == "Maths leader and deputy" })
  }

  @Test func `A cancelled review says why nothing in it changes, and undo reopens it`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.startReview()
    desk.session.perform(id: "review.cancel")
    desk.fill("The school is closed by snow")
    desk.go("e")
    desk.shows("Cancelled: The school is closed by snow")
    #expect(try desk.keptReview(id).state == .cancelled)
    desk.go("u")
    desk.shows("Undone and saved: review cancelled")
    #expect(try desk.keptReview(id).state == .fieldwork)
  }
}
