import DiskFaults
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// A workspace whose records come out of the cache is worked in like any other, from the first key on.
struct OutOfTheCacheTests {
  /// Somebody who has opened the workspace a second time since anything in it was changed.
  private func again(_ folder: TrustFolder) throws -> Desk {
    folder.disk.date { status, path in
      var status = status
      if !path.hasSuffix(".tmp") {
        status.modified -= 3_600_000_000_000
        status.changed -= 3_600_000_000_000
      }
      return status
    }
    _ = try Desk(folder)
    return try Desk(folder)
  }

  @Test func `Find finds the text of notes, findings, judgements and actions at once`() throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    try desk?.startReview()
    desk?.area(1)
    desk?.note("Routines are calm #book")
    desk?.finding(1, "Talk is well led")
    desk?.judge(1, "Stro", because: "Seen throughout")
    desk?.agree("Read aloud every day")
    desk = nil
    let later = try again(folder)
    for text in ["routines calm", "well led", "seen throughout", "read aloud"] {
      later.go("1", "*")
      later.type(text)
      later.shows("Find “\(text)” · 1 result")
      later.go("Esc", "Esc")
    }
  }

  @Test func `The first key may be a note, an undo or an unfinished text`() throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    let id = try desk?.startReview()
    desk?.note("Routines are calm")
    desk?.go("e")
    desk?.type("Half a thought")
    desk = nil
    let review = try #require(id)
    let later = try again(folder)
    later.shows("Half a thought")
    later.go("d", "Enter")
    #expect(try later.keptNotes(review) == ["Routines are calm", "Half a thought"])
    later.go("u")
    later.go("u")
    #expect(try later.keptNotes(review) == [])
    later.go("^R")
    #expect(try later.keptNotes(review) == ["Routines are calm"])
    try later.noProblems()
  }

  @Test func `Every section shows what it shows without a cache`() throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    try desk?.fullReview()
    desk = nil
    // There is no cache yet: when it was last opened there were no records.
    let fresh = try frames(Desk(folder))
    #expect(try frames(again(folder)) == fresh)
    #expect(try folder.names(".fieldbook/cache").contains { $0.hasPrefix("reviews-") })
  }

  /// Schools, visits, actions, a school's page and a review, one after the other.
  private func frames(_ desk: Desk) throws -> [String] {
    [["1", "g"], ["2", "g"], ["3", "g"], ["1", "g", "Enter"], ["2", "g", "Enter"]].map { keys in
      for key in keys { desk.go(key) }
      return desk.frame()
    }
  }
}
