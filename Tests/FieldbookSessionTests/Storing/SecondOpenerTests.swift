import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// A workspace that another fieldbook has open.
struct SecondOpenerTests {
  @Test(arguments: [Desk.small, Desk.large])
  func `A second opener reads, is told who writes, and changes nothing`(size: TerminalSize) throws {
    let folder = try TrustFolder()
    let first = try Desk(folder, size: size)
    try first.fullReview()
    first.go("e")
    first.type("Being typed just now")
    let before = try folder.documents()
    let drafts = try folder.names(".fieldbook/local/drafts")
    let second = try Desk(folder, size: size)
    second.shows("Reading only: fieldbook ")
    second.shows("of user Anna Reed")
    second.hides("Unfinished")
    refuses(second, ["r", "u", "^R"])
    second.go("Enter")
    refuses(second, ["r"])
    second.go("2", "Enter")
    second.isOn(.review)
    refuses(second, ["e", "E", "F", "J", "X", "A", "S", "W"])
    second.enter(0)
    refuses(second, ["Enter", "W"])
    second.session.perform(id: "review.cancel")
    refuses(second, [])
    second.go("R")
    refuses(second, ["S"])
    second.go("3")
    refuses(second, ["Enter", "W"])
    second.go("1", "d")
    second.shows("There is no unfinished text")
    #expect(try folder.documents() == before)
    #expect(try folder.names(".fieldbook/local/drafts") == drafts)
  }

  private func refuses(_ desk: Desk, _ keys: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let screen = desk.session.screenName
    for key in keys {
      desk.go(key)
      desk.shows("fieldbook ", sourceLocation: sourceLocation)
      desk.shows("of user Anna Reed", sourceLocation: sourceLocation)
      desk.isOn(screen, sourceLocation: sourceLocation)
    }
    desk.shows("of user Anna Reed", sourceLocation: sourceLocation)
  }

  @Test func `Every action may be tried by a second opener, and the disk stays as it is`() throws {
    let folder = try TrustFolder()
    let first = try Desk(folder)
    try first.fullReview()
    let second = try Desk(folder)
    let before = try folder.documents()
    for name in ScreenName.allCases {
      for action in ActionTable.actions(on: name) where second.reach(name) {
        second.session.perform(id: action.id)
        second.idle()
        _ = second.frame()
      }
    }
    #expect(try folder.documents() == before)
    #expect(try folder.names(".fieldbook/local/drafts") == [])
  }

  @Test func `Once the first has left, the next opener writes`() throws {
    let folder = try TrustFolder()
    var first: Desk? = try Desk(folder)
    try first?.startReview()
    first = nil
    let second = try Desk(folder)
    second.go("2", "Enter")
    second.note("Calm")
    second.shows("Saved: note added")
  }
}
