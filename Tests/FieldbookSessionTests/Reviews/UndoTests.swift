import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing
import TextUI

/// What `u` and `^R` do, on the screen and on the disk.
struct UndoTests {
  private let desk: Desk
  private let id: String

  init() throws {
    desk = try Desk(TrustFolder())
    id = try desk.startReview()
  }

  /// Presses a key that writes, and sees that it made new writes and lost none of their ids to reuse.
  private func presses(_ key: String, makesNewWritesAfter seen: inout Set<String>) throws {
    desk.go(key)
    let now = try desk.folder.writes()
    #expect(!now.isSubset(of: seen), "\n\(desk.frame())")
    seen.formUnion(now)
  }

  @Test func `A note is taken back and comes again, each time with a new write`() throws {
    var seen = try desk.folder.writes()
    desk.note("Corridors are calm")
    seen.formUnion(try desk.folder.writes())
    for _ in 1...2 {
      try presses("u", makesNewWritesAfter: &seen)
      desk.shows("Undone and saved: note added")
      desk.hides("Corridors")
      #expect(try desk.keptNotes(id) == [])
      try presses("^R", makesNewWritesAfter: &seen)
      desk.shows("Done again and saved: note added")
      desk.shows("Corridors are calm")
      #expect(try desk.keptNotes(id) == ["Corridors are calm"])
    }
  }

  @Test func `An edit of a note and then the note itself are taken back`() throws {
    desk.note("Calm")
    desk.enter(0)
    desk.go("Enter")
    desk.press("End")
    desk.fill(" corridors")
    #expect(try desk.keptNotes(id) == ["Calm corridors"])
    var seen = try desk.folder.writes()
    try presses("u", makesNewWritesAfter: &seen)
    #expect(try desk.keptNotes(id) == ["Calm"])
    try presses("u", makesNewWritesAfter: &seen)
    #expect(try desk.keptNotes(id) == [])
    try presses("^R", makesNewWritesAfter: &seen)
    try presses("^R", makesNewWritesAfter: &seen)
    #expect(try desk.keptNotes(id) == ["Calm corridors"])
  }

  @Test func `A withdrawal is taken back`() throws {
    desk.note("Calm")
    desk.enter(0)
    desk.go("W")
    desk.fill("Written of another school")
    desk.shows("withdrawn: Written of another school")
    #expect(try desk.keptReview(id).evidence.map(\.record.counts) == [false])
    desk.go("u")
    desk.hides("withdrawn:")
    #expect(try desk.keptReview(id).evidence.map(\.record.counts) == [true])
    desk.go("^R")
    #expect(try desk.keptReview(id).evidence.map(\.record.counts) == [false])
  }

  @Test func `A judgement is taken back, given again, and can be given anew`() throws {
    desk.judge(0, "Exp")
    #expect(try desk.keptReview(id).judgement(of: "inclusion").ours == "expected")
    desk.go("u")
    let isGraded = try desk.keptReview(id).judgement(of: "inclusion").isGraded
    desk.hides("Expected")
    #expect(!isGraded)
    #expect(try desk.keptReview(id).record.parts["judgements"]?["inclusion"]?.isUndone == true)
    desk.go("^R")
    desk.shows("Expected")
    desk.go("u", "J")
    desk.hides("The findings weigh so")
    desk.go("Esc")
    desk.judge(0, "Stro", because: "Seen again")
    #expect(try desk.keptReview(id).record.parts["judgements"]?["inclusion"]?.counts == true)
    desk.shows("Strong")
    #expect(try desk.keptReview(id).judgement(of: "inclusion").ours == "strong")
  }

  @Test func `A grade that was changed goes back to the grade before`() throws {
    desk.judge(0, "Exp")
    desk.area(0)
    desk.go("J")
    desk.press("Tab")
    desk.type("Stro")
    desk.go("^S")
    #expect(try desk.keptReview(id).judgement(of: "inclusion").ours == "strong")
    desk.go("u")
    #expect(try desk.keptReview(id).judgement(of: "inclusion").ours == "expected")
  }

  @Test func `A new edit ends what could be done again`() throws {
    desk.note("One")
    desk.go("u")
    desk.note("Two")
    desk.go("^R")
    desk.shows("Nothing to do again")
    #expect(try desk.keptNotes(id) == ["Two"])
  }

  @Test func `What was changed by somebody else since is not taken back, and the reason is given`() throws {
    desk.note("One")
    desk.note("Two")
    let file = "records/reviews/\(id).json"
    let text = String(decoding: try #require(try desk.folder.documents()[file]), as: UTF8.self)
    let changed = text.split(separator: "\"Two\"", omittingEmptySubsequences: false).joined(
      separator: "\"2\"")
    try desk.folder.write(Array(changed.utf8), to: file)
    desk.go("u")
    desk.shows("NOT UNDONE: “Note added” has been changed since")
    #expect(try desk.keptNotes(id) == ["One", "2"])
    desk.go("u")
    desk.shows("Undone and saved")
    #expect(try desk.keptNotes(id) == ["2"])
  }

  @Test func `Where there is nothing to take back, that is said`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("u")
    desk.shows("Nothing to undo")
    desk.go("^R")
    desk.shows("Nothing to do again")
  }
}
