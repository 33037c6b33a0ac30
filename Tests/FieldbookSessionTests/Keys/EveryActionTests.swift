import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// Every action of the table once on every screen.
struct EveryActionTests {
  @Test(arguments: [Desk.small, Desk.large], [false, true])
  func `Every action answers with a frame on every screen`(size: TerminalSize, isEmpty: Bool) throws {
    let desk = try Desk(TrustFolder(isEmpty: isEmpty), size: size)
    if !isEmpty {
      try desk.signedReview()
      try desk.fullReview()
      desk.go("Esc", "Esc")
      try desk.fullVisit()
      desk.go("Esc", "Esc")
      try desk.fullMeeting()
    }
    var reached: Set<ScreenName> = []
    for name in ScreenName.allCases {
      for action in ActionTable.all where desk.reach(name) {
        reached.insert(name)
        desk.session.perform(id: action.id)
        desk.idle()
        let frame = desk.session.frame()
        #expect(frame.size == size)
        let cursor = try #require(frame.cursor, "no cursor after \(action.id) on \(name)")
        #expect(cursor.row < size.rows && cursor.column < size.columns)
        #expect(desk.session.isBlank || frame.row(0).contains { $0.text != " " })
        _ = desk.session.takeRequests()
      }
    }
    let all = Set(ScreenName.allCases)
    let whenEmpty: Set<ScreenName> = [
      .schools, .visits, .actions, .undo, .phrases, .help, .frameworks, .framework, .filter, .values,
      .columns, .views, .everything, .calendar, .collections, .changes,
      .data, .trustTable,
    ]
    #expect(reached == (isEmpty ? whenEmpty : all))
    try desk.noProblems()
  }

  @Test func `An action that does not work on a screen says where it does`() throws {
    let desk = try Desk(TrustFolder())
    desk.go(":")
    desk.type("review.sign-off")
    desk.go("Enter")
    desk.shows("review.sign-off works on: Review, Ready to sign?")
    desk.go(":")
    desk.type("no such thing at all")
    desk.go("Enter")
    desk.shows("No action is called “no such thing at all”")
  }

  @Test func `A screen is the same again after it was small, large and nothing`() throws {
    let desk = try Desk(TrustFolder())
    try desk.fullReview()
    let before = desk.frame()
    for (columns, rows) in [(1, 1), (20, 5), (200, 60), (0, 0), (80, 24)] {
      desk.session.resize(to: TerminalSize(columns: columns, rows: rows))
      _ = desk.session.frame()
    }
    #expect(desk.frame() == before)
  }
}
