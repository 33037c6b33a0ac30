import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// All meetings of all schools, to look through.
struct MeetingListTests {
  @Test(arguments: [Desk.small, Desk.large])
  func `H among the visits shows meetings alone, with half-term and decision, and all again`(
    size: TerminalSize
  ) throws {
    let desk = try Desk(TrustFolder(), size: size)
    desk.go("2", "H")
    desk.shows("There is no progress meeting yet: H on a school begins one")
    try desk.fullMeeting()
    desk.go("V", "1", "G", "v", "^S", "V", "2")
    desk.shows("2 reviews")
    desk.go("H")
    desk.shows("kind is Meeting")
    desk.shows("Half-term")
    desk.shows("Autumn 2 2026/27")
    desk.shows("Decision")
    desk.hides("Note of visit")
    if size == Desk.large { desk.shows("One action, and we look again") }
    desk.go("f")
    desk.shows("Half-term")
    desk.go("Esc", "H")
    desk.hides("kind is Meeting")
    desk.shows("Notes")
    desk.go("H", "c")
    desk.shows("Half-term")
    desk.go("Esc", "Enter")
    desk.isOn(.meeting)
  }
}
