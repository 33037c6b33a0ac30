import DiskFaults
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// Frameworks at the keyboard: chosen, copied, changed; and a review without grades from beginning to end.
struct FrameworkTests {
  private func frameworks(_ desk: Desk) {
    desk.session.perform(id: "frameworks.show")
    desk.isOn(.frameworks)
  }

  /// Starts a review of the first school with the framework whose title begins so.
  private func start(_ desk: Desk, _ framework: String) throws -> String {
    desk.go("1", "g", "r")
    desk.press("Tab", "Tab", "Tab")
    desk.type(framework)
    desk.go("^S")
    return try desk.review().id
  }

  @Test(arguments: [Desk.small, Desk.large])
  func `A review without grades is conducted, signed and reported`(size: TerminalSize) throws {
    let desk = try Desk(TrustFolder(), size: size)
    let id = try start(desk, "Narr")
    desk.isOn(.review)
    #expect(!desk.frame().split(separator: "\n").contains { $0.contains("Area   ") && $0.contains("School") })
    desk.note("Books are marked and pupils say what comes next #book +")
    desk.note("Pupils explain the last three lessons #pupils +")
    desk.finding(0, "Pupils know what they have been taught")
    desk.area(0)
    desk.go("J")
    desk.shows("In short")
    desk.hides("grade")
    desk.fill("Strong; next, the same in Year 3")
    desk.shows("In short: Strong; next, the same in Year 3")
    desk.shows("Told")
    for row in 1..<7 { desk.leaveOut(row) }
    desk.go("1", "2")
    desk.shows("1 of 7 areas told")
    desk.go("Enter")
    desk.shows("Ready to sign")
    desk.sign()
    desk.shows("Saved and signed")
    let kept = try desk.keptReview(id)
    #expect(kept.state == .final)
    #expect(kept.framework.id == "narrative")
    let report = try #require(try desk.kept().signedCopies[id]?.report)
    #expect(report.contains("Pupils know what they have been taught"))
    #expect(report.contains("Strong; next, the same in Year 3"))
    #expect(!report.lowercased().contains("not graded") && !report.contains("Judgements"))
    try desk.noProblems()
  }

  @Test func `An area without grades blocks the signature until it is told or left out`() throws {
    let desk = try Desk(TrustFolder())
    _ = try start(desk, "Narr")
    desk.go("R")
    desk.shows("Achievement: neither a finding nor marked as not reviewed")
    desk.hides("graded")
  }

  @Test func `Safeguarding that is not effective asks who was told, in the framework of 2019 too`() throws {
    let desk = try Desk(TrustFolder())
    _ = try start(desk, "Ofsted EIF")
    desk.area(6)
    desk.go("J")
    desk.press("Tab")
    desk.type("Not")
    desk.go("^S")
    desk.shows("say who was told")
  }

  @Test func `A copy is made, changed in every way, and used; the review keeps what it began with`() throws {
    let folder = try TrustFolder()
    let first = try Desk(folder, size: Desk.large)
    frameworks(first)
    first.go("j", "C")
    first.shows("Ofsted EIF 2019, ours")
    first.go("^S")
    first.isOn(.framework)
    first.shows("Saved: framework made")
    first.shows("Each review keeps its framework as it was")
    first.go("A")
    first.fill("Early reading")
    first.shows("Saved: area added")
    first.go("j", "]")
    first.shows("Saved: area moved")
    first.go("W")
    first.shows("Saved: area retired")
    first.go("Enter", "End")
    first.fill(" and more")
    first.shows("Saved: area changed")
    first.go("S")
    first.fill("Stars", "Gold\nSilver\nBronze")
    first.shows("Saved: scale added")
    first.go("G", "L")
    first.fill("Tin")
    first.shows("Saved: level added")
    first.go("G", "[")
    first.shows("Saved: level moved")
    first.go("W")
    first.shows("Saved: level taken out")
    first.go("g", "Enter")
    for _ in 0..<30 { first.press("Backspace") }
    first.fill("Our way")
    first.shows("Saved: framework renamed")
    first.go("Esc", "D")
    first.shows("Saved: new reviews begin with Ofsted EIF 2019")
    first.go("G", "D")
    first.shows("Saved: new reviews begin with Our way")
    try first.noProblems()
    first.workspace.close()

    let second = try Desk(folder, size: Desk.large)
    let id = try second.startReview()
    second.shows("Our way")
    let areas = [
      "Behaviour and attitudes", "Personal development", "Leadership and management",
      "Early years provision", "Sixth form provision", "Safeguarding", "Early reading",
    ]
    #expect(try second.keptReview(id).framework.areas.map(\.title) == areas)
    frameworks(second)
    second.go("G", "Enter", "j", "j", "W")
    second.shows("Saved: area")
    #expect(try second.keptReview(id).framework.areas.map(\.title) == areas)
    try second.noProblems()
  }

  @Test func `A built-in framework says that a copy can be changed`() throws {
    let desk = try Desk(TrustFolder())
    frameworks(desk)
    desk.go("Enter", "Enter")
    desk.shows("It is built in: C makes a copy that is yours to change")
    desk.go("A")
    desk.shows("It is built in")
  }

  @Test func `A new framework begins empty, without grades`() throws {
    let desk = try Desk(TrustFolder())
    frameworks(desk)
    desk.go("A")
    desk.fill("Reading walk")
    desk.shows("None: nothing is graded. S adds one.")
    let own = try desk.workspace.ownFrameworks()
    #expect(own.map(\.id) == ["reading-walk"])
    #expect(own.first?.framework?.isGraded == false)
    try desk.noProblems()
  }

  @Test func `A broken file is shown with its place, on its screen and where a review is started`() throws {
    let folder = try TrustFolder()
    let text =
      "{\"format\": \"framework\", \"version\": 1, \"id\": \"ours\", \"title\": \"Ours\", \"areas\": 3}"
    try folder.write(Array(text.utf8), to: "frameworks/ours.json")
    let desk = try Desk(folder)
    desk.shows("frameworks/ours.json")
    frameworks(desk)
    desk.go("G")
    desk.shows("broken")
    desk.shows("frameworks/ours.json:1:")
    desk.shows("“areas” is a number")
    desk.go("Enter")
    desk.shows("Its file is broken")
    desk.go("1", "r")
    desk.shows("A framework cannot be chosen: frameworks/ours.json:1:")
    desk.go("^S")
    desk.isOn(.review)
    desk.shows("Ofsted 2025")
  }

  @Test func `The framework used last is offered first`() throws {
    let desk = try Desk(TrustFolder())
    _ = try start(desk, "Red")
    desk.go("1", "j", "r")
    desk.shows("‹Red, amber, green›")
  }

  @Test func `What is wrong in a form is said at its field, and nothing typed is lost`() throws {
    let desk = try Desk(TrustFolder())
    frameworks(desk)
    desk.go("C", "^S", "S")
    desk.fill("Stars", "Gold\ngold")
    desk.shows("Two levels have the same name")
    desk.go("Esc", "d")
    desk.shows("Stars")
    desk.folder.disk.fail(call: 1, forGood: true)
    desk.press("Tab", "End")
    desk.type(" bar")
    desk.go("^S")
    desk.shows("NOT SAVED: the disk is full")
    desk.folder.disk.heal()
    desk.go("^S")
    desk.shows("Saved: scale added")
    try desk.noProblems()
  }
}
