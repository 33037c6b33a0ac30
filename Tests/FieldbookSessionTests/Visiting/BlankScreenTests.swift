import FieldbookModel
import FieldbookScreens
import FieldbookSession
import Testing
import TextUI

/// The key that shows nothing at once.
struct BlankScreenTests {
  private static let blank = " Enter comes back"

  private static func expectBlank(_ desk: Desk, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = desk.frame().filter { $0 != "\n" }
    #expect(text == blank, sourceLocation: sourceLocation)
  }

  @Test(arguments: ["Enter", "^G"]) func `It hides every screen and comes back to the same frame`(
    key: String
  ) throws {
    let desk = try Desk(TrustFolder())
    try desk.fullReview()
    desk.go("Esc", "Esc")
    try desk.fullVisit()
    desk.go("Esc", "Esc")
    _ = try desk.fullMeeting()
    for name in ScreenName.allCases {
      #expect(desk.reach(name), "\(name)")
      desk.idle()
      let before = desk.frame()
      desk.go("^G")
      BlankScreenTests.expectBlank(desk)
      for swallowed in ["q", "u", "Esc", "S", "^S", "x", "Tab", "^L", "^Z", "d", "1"] { desk.go(swallowed) }
      BlankScreenTests.expectBlank(desk)
      desk.go(key)
      #expect(desk.frame() == before)
      #expect(!desk.session.isFinished)
      #expect(desk.session.takeRequests() == [])
    }
  }

  @Test func `In a line of text nothing is typed while it is blank`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.startReview()
    desk.go("e")
    desk.type("Routines are")
    desk.press("^G")
    desk.type("secret")
    desk.press(key: .paste("pasted"))
    BlankScreenTests.expectBlank(desk)
    desk.press("Enter")
    desk.type(" calm")
    desk.go("Enter")
    #expect(try desk.keptNotes(id) == ["Routines are calm"])
  }

  @Test func `Keys typed before it during a save are answered, keys after it are not`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.startReview()
    desk.press("e")
    desk.type("First")
    desk.press("Enter", "e")
    desk.type("Second")
    desk.press("^G")
    BlankScreenTests.expectBlank(desk)
    desk.type("Third")
    desk.idle()
    BlankScreenTests.expectBlank(desk)
    desk.go("Enter", "Enter")
    #expect(try desk.keptNotes(id) == ["First", "Second"])
  }

  @Test func `It is found by its name, and fits any size`() throws {
    let desk = try Desk(TrustFolder())
    desk.session.perform(id: "screen.blank")
    for columns in [1, 3, 40, 200] {
      desk.session.resize(to: TerminalSize(columns: columns, rows: 2))
      #expect(!desk.frame().contains("Schools"))
    }
  }
}
