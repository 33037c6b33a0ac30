import FieldbookSession
import FieldbookStorage
import Testing

@Suite("The first run")
struct FirstRunTests {
  @Test("the first keys are shown once, and remembered on this laptop")
  func once() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    desk.shows("New here?")
    desk.session.flush()
    #expect(!desk.workspace.hasShownFirstKeys)
    desk.press("j")
    desk.hides("New here?")
    desk.session.flush()
    #expect(desk.workspace.hasShownFirstKeys)
    try desk.noProblems()
    desk.workspace.close()
    let next = try Desk(folder)
    next.hides("New here?")
    next.go(":")
    next.type("first-run")
    next.go("Enter")
    next.shows("New here?")
  }

  @Test("whoever only reads sees them too, and nothing is written")
  func readingOnly() throws {
    let folder = try TrustFolder()
    let writer = try Desk(folder)
    let reader = try Desk(folder, access: .read)
    reader.shows("New here?")
    reader.press("j")
    reader.session.flush()
    reader.hides("New here?")
    #expect(!writer.workspace.hasShownFirstKeys)
  }
}
