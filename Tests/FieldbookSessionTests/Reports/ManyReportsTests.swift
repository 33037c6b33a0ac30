import DiskFaults
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// Many reports are written while everything else goes on.
struct ManyReportsTests {
  /// Somebody who has just asked for the reports of three marked schools.
  private func desk(_ folder: TrustFolder) throws -> Desk {
    let desk = try Desk(folder, size: Desk.large)
    desk.go("g", "Space", "Space", "Space", "m")
    desk.type("write their")
    desk.go("Enter")
    desk.shows("Write 3 reports to files")
    return desk
  }

  private func names(_ desk: Desk) -> [String]? { try? desk.folder.names("reports") }

  @Test func `A bar shows how far they are, other screens stay alive, and all are put there together`() throws
  {
    let desk = try desk(TrustFolder())
    desk.press("^S")
    desk.isOn(.schools)
    desk.shows("Writing reports ░")
    desk.shows("0 of 3 · Esc stops it")
    desk.step()
    desk.step()
    desk.shows("█")
    desk.shows("1 of 3 · Esc stops it")
    desk.press("Enter")
    desk.isOn(.school)
    desk.step()
    desk.shows("2 of 3 · Esc stops it")
    #expect(names(desk)?.contains { !$0.hasPrefix(".") } == false, "nothing is in its place yet")
    desk.idle()
    desk.isOn(.school)
    desk.shows("Written: 3 reports into ")
    desk.go("Esc")
    desk.isOn(.schools)
    desk.hides("Writing reports")
    let written = try #require(names(desk))
    #expect(written.count == 3 && written.allSatisfy { $0.hasSuffix(".html") }, "\(written)")
    try desk.noProblems()
  }

  @Test(arguments: 0...5) func `Esc stops it and leaves everything as it was`(steps: Int) throws {
    let desk = try desk(TrustFolder())
    desk.press("^S")
    for _ in 0..<steps { desk.step() }
    desk.press("Esc")
    desk.isOn(.schools)
    desk.idle()
    if steps < 4 {
      desk.shows("Stopped: no report was written")
      #expect(names(desk) == nil, "the folder is gone too")
    } else {
      // The last step puts them in their places: it is too late then.
      #expect(names(desk)?.count == 3)
    }
    desk.hides("Writing reports")
    desk.shows("3 marked")
    try desk.noProblems()
  }

  @Test func `A save does not wait for all of them`() throws {
    let desk = try desk(TrustFolder())
    desk.press("^S", "r", "^S")
    desk.step()
    desk.step()
    desk.isOn(.review)
    #expect(try desk.kept().reviews.count == 1)
    desk.idle()
    #expect(names(desk)?.count == 3)
  }

  @Test func `When the disk fails at any call, all are there or none, and nothing lies beside them`() throws {
    for call in 1...40 {
      let desk = try desk(TrustFolder())
      desk.folder.disk.fail(call: call, about: "/reports")
      desk.go("^S")
      let hasFailed = desk.folder.disk.failures > 0
      desk.folder.disk.heal()
      let left = names(desk) ?? []
      #expect(
        left.isEmpty || left.count == 3 && left.allSatisfy { $0.hasSuffix(".html") }, "call \(call): \(left)")
      if left.isEmpty { desk.shows("NOT WRITTEN: ") }
      #expect(hasFailed || left.count == 3, "call \(call)")
    }
  }

  @Test func `Leaving asks once, then stops them and clears away`() throws {
    let desk = try desk(TrustFolder())
    desk.press("^S")
    desk.step()
    desk.step()
    desk.press("q")
    desk.shows("Reports are being written: q again stops them and leaves")
    desk.press("q")
    #expect(!desk.session.isFinished)
    desk.idle()
    #expect(desk.session.isFinished)
    #expect(names(desk) == nil)
  }

  @Test func `What a killed program left beside its place is swept when the workspace is next opened`() throws
  {
    let folder = try TrustFolder()
    do {
      let desk = try desk(folder)
      desk.press("^S")
      desk.step()
      desk.step()
      #expect(names(desk)?.count == 1)
      desk.workspace.close()
    }
    let again = try Desk(folder)
    #expect(names(again) == [])
  }

  @Test func `Line mode waits for them, and says where they are`() throws {
    let desk = try LineDesk(TrustFolder())
    desk.type("mark 1 2", "m", "write their")
    #expect(desk.type(".save").replacing("\n", with: " ").contains("Written: 2 reports into"))
    #expect(try desk.folder.names("reports").count == 2)
  }
}
