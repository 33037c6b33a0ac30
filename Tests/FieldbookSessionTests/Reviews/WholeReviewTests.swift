import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// A review from its start to its signature, by keys alone.
struct WholeReviewTests {
  @Test(arguments: [Desk.small, Desk.large])
  func `A review is conducted, answers what was agreed before, and is signed`(size: TerminalSize) throws {
    let desk = try Desk(TrustFolder(), size: size)
    try desk.signedReview()
    let id = try desk.startReview()
    desk.shows("Formal review · fieldwork · Ashgrove Primary School")
    takeNotes(desk)
    #expect(try desk.keptNotes(id).count == 10)
    desk.finding(0, "Routines are calm in every class seen")
    desk.finding(2, "Place value is taught precisely")
    desk.judge(0, "Exp")
    desk.judge(2, "Stro")
    for row in 0..<Desk.areas where row != 0 && row != 2 { desk.leaveOut(row) }
    desk.area(2)
    desk.agree("Share the place value sequence")
    desk.go("S")
    desk.shows("Not ready: 2 things to mend first")
    try answerEarlierActions(desk)
    desk.go("R")
    desk.shows("Nothing blocks: S signs")
    desk.sign()
    desk.shows("Saved and signed")
    try check(desk, id)
  }

  private func takeNotes(_ desk: Desk) {
    for number in 1...10 {
      let area = number.isMultiple(of: 2) ? "@achievement" : "@inclusion"
      let kind = number.isMultiple(of: 3) ? "#book" : "#lesson"
      desk.note("Observation \(number) \(kind) \(area) +")
      desk.shows("Saved: note added")
    }
  }

  private func answerEarlierActions(_ desk: Desk) throws {
    desk.go("Esc")
    desk.enter(Desk.areas)
    desk.go("Enter")
    desk.shows("Since last time")
    desk.fill("Seen in both classes", "done")
    desk.go("Down", "Enter")
    desk.fill("The day was too short", "not looked")
    desk.shows("2 of 2")
  }

  private func check(_ desk: Desk, _ id: String) throws {
    let review = try desk.keptReview(id)
    #expect(review.state == .final)
    #expect(review.signedBy == "Anna Reed")
    #expect(review.evidence.filter { $0.strength == .strength }.count == 10)
    #expect(review.findings.map { review.evidence(behind: $0).count } == [2, 2])
    #expect(review.judgement(of: "inclusion").ours == "expected")
    #expect(review.judgement(of: "achievement").ours == "strong")
    #expect(review.judgement(of: "curriculum").notReviewed == "Outside the focus agreed")
    #expect(Set(review.answers.values.map(\.outcome)) == [.verified, .notLookedAt])
    let contents = try desk.kept()
    #expect(contents.actions.count == 3)
    #expect(contents.signedCopies[id]?.isIntact == true)
    #expect(contents.drafts.isEmpty)
    #expect(Set(desk.session.picture.reviews) == Set(contents.reviews))
    #expect(Set(desk.session.picture.actions) == Set(contents.actions))
    try desk.noProblems()
  }

  @Test(arguments: [Desk.small, Desk.large])
  func `Saved is said only once it is durable`(size: TerminalSize) throws {
    let desk = try Desk(TrustFolder(), size: size)
    desk.go("r")
    desk.press("^S")
    desk.shows("Saving…")
    desk.hides("Saved")
    #expect(try desk.kept().reviews.isEmpty)
    desk.step()
    desk.shows("Saved: review started")
    #expect(try desk.kept().reviews.count == 1)
    desk.go("e")
    desk.type("Corridors are calm")
    desk.press("Enter")
    desk.shows("Saving…")
    desk.shows("e› Corridors are calm")
    desk.hides("Saved")
    desk.step()
    desk.shows("Saved: note added")
    desk.hides("e›")
  }

  @Test func `Keys pressed while a save is under way are answered after it, in order`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.startReview()
    desk.press("e")
    desk.type("First")
    desk.press("Enter", "e")
    desk.type("Second")
    desk.press("Enter", "e")
    desk.type("Third")
    desk.shows("e› First")
    desk.step()
    desk.shows("e› Second")
    desk.shows("Saving…")
    #expect(try desk.keptNotes(id) == ["First"])
    desk.step()
    desk.shows("e› Third")
    #expect(try desk.keptNotes(id) == ["First", "Second"])
    #expect(try desk.kept().drafts.map(\.texts) == [["text": "Third"]])
  }

  @Test func `Leaving waits for the save under way`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.press("e")
    desk.type("Last words")
    desk.press("Enter", "q")
    #expect(!desk.session.isFinished)
    desk.step()
    #expect(desk.session.isFinished)
    #expect(try desk.keptNotes(desk.review().id) == ["Last words"])
  }

  @Test func `Only what is ready is signed, however the form is reached`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.startReview()
    for row in 0..<Desk.areas { desk.leaveOut(row) }
    desk.go("S")
    desk.type(" MA")
    desk.go("Esc")
    desk.hides("left before signing")
    desk.go("F")
    desk.fill("A finding without evidence")
    desk.go("d", "^S")
    desk.shows("Not ready: 1 thing to mend first")
    #expect(try desk.keptReview(id).state == .fieldwork)
  }
}
