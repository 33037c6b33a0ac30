import DiskFaults
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// What is done with marked schools: one form, one record each.
struct ManySchoolsTests {
  /// Somebody who has marked the first few schools.
  private func desk(marking count: Int, _ folder: TrustFolder) throws -> Desk {
    let desk = try Desk(folder, size: Desk.large)
    desk.go("g")
    for _ in 0..<count { desk.go("Space") }
    return desk
  }

  private func act(_ desk: Desk, _ words: String) {
    desk.go("m")
    desk.type(words)
    desk.go("Enter")
  }

  @Test func `One form starts a review at every marked school, and u takes back one at a time`() throws {
    let desk = try desk(marking: 3, TrustFolder())
    act(desk, "start formal")
    desk.isOn(.form)
    desk.shows("Start formal reviews at 3 schools")
    desk.shows("Ashgrove Primary School, ")
    desk.go("^S")
    #expect(try desk.kept().reviews.isEmpty, "it is asked for twice")
    desk.shows("This starts formal reviews at 3 schools. ^S again does it, Esc leaves")
    desk.go("^S")
    desk.isOn(.schools)
    desk.shows("Saved: formal reviews started at 3 schools · u takes back one at a time")
    desk.shows("3 marked")
    let reviews = try desk.kept().reviews
    #expect(Set(reviews.map(\.school)).count == 3 && Set(reviews.map(\.id)).count == 3)
    #expect(reviews.allSatisfy { $0.state == .fieldwork })
    desk.go("u")
    #expect(try desk.kept().reviews.count { !$0.record.isUndone } == 2)
    desk.go("u", "u", "^R")
    #expect(try desk.kept().reviews.count { !$0.record.isUndone } == 1)
    try desk.noProblems()
  }

  @Test func `Notes of visit are started in the same way, and an action comes from them`() throws {
    let desk = try desk(marking: 2, TrustFolder())
    act(desk, "start notes")
    desk.shows("Start notes of visit at 2 schools")
    desk.type("How the new timetable works")
    desk.go("^S", "^S")
    desk.shows("Saved: notes of visit started at 2 schools")
    let notes = try desk.kept().reviews
    #expect(notes.count == 2 && notes.allSatisfy { !$0.isFormal && $0.state == .open })
    #expect(notes.map(\.focus) == ["How the new timetable works", "How the new timetable works"])
    act(desk, "add one action")
    desk.shows("Add one action to each of 2 schools")
    try desk.noProblems()
  }

  @Test(arguments: [1, 6, 9, 12, 15, 18, 21])
  func `What could not be saved is named, and trying again makes nothing twice`(call: Int) throws {
    let desk = try desk(marking: 3, TrustFolder())
    act(desk, "start formal")
    desk.go("^S")
    desk.folder.disk.fail(call: call, about: "records/reviews")
    desk.go("^S")
    let hasFailed = desk.folder.disk.failures > 0
    desk.folder.disk.heal()
    if hasFailed, desk.session.screenName == .form {
      desk.shows("NOT SAVED: ")
      desk.shows(" (the disk is full). ")
      desk.shows("of 3 are saved; ^S tries the rest again")
      desk.go("^S", "^S")
    }
    desk.isOn(.schools)
    let reviews = try desk.kept().reviews
    #expect(reviews.count == 3 && Set(reviews.map(\.school)).count == 3, "call \(call)")
    try desk.noProblems()
  }

  @Test func `One action is added to each school with a review under way; the others are named`() throws {
    let desk = try desk(marking: 2, TrustFolder())
    act(desk, "start formal")
    desk.go("^S", "^S", "Space")
    act(desk, "add one action")
    desk.shows("Add one action to each of 2 schools")
    desk.shows("Left out, as no review or note is under way")
    desk.fill("Share the sequence with Year 3", "Maths leader", "spring 2", nil, "Two book looks show it")
    desk.go("^S")
    desk.shows("Saved: action added to 2 schools")
    let actions = try desk.kept().actions
    #expect(actions.count == 2 && Set(actions.map(\.school)).count == 2)
    #expect(Set(actions.map(\.review)) == Set(try desk.kept().reviews.map(\.id)))
    #expect(actions.allSatisfy { $0.owner == "Maths leader" && $0.due != nil })
    act(desk, "see their actions")
    desk.isOn(.actions)
    desk.shows("The actions of 3 marked schools: Esc shows all")
    desk.shows("school is Ashgrove Primary School or ")
    try desk.noProblems()
  }

  @Test func `Without any review under way nothing is added, and the form says why`() throws {
    let desk = try desk(marking: 2, TrustFolder())
    act(desk, "add one action")
    desk.fill("Share the sequence with Year 3")
    desk.isOn(.form)
    desk.shows("None of these schools has a review or note under way: start one first")
    #expect(try desk.kept().actions.isEmpty)
  }

  @Test func `Marks are there again after the program was left, and those out of sight are counted`() throws {
    let folder = try TrustFolder()
    let desk = try desk(marking: 2, folder)
    desk.shows("2 marked: m acts on them")
    desk.go("q")
    desk.workspace.close()
    let again = try Desk(folder, size: Desk.large)
    again.shows("2 marked: m acts on them")
    again.go("/")
    again.type("fernhill")
    again.go("Enter")
    again.shows("2 marked (2 not shown)")
    again.go("Esc")
    again.session.perform(id: "marks.clear")
    again.idle()
    again.hides("marked: m acts")
    let kept = try LocalDisk().read("\(folder.path)/.fieldbook/local/views.json")
    #expect(!String(decoding: kept, as: UTF8.self).contains("marks"))
    try again.noProblems()
  }

  @Test func `Text typed into such a form is kept as a draft, and goes on with the same schools`() throws {
    let desk = try desk(marking: 2, TrustFolder())
    act(desk, "start formal")
    desk.type("Reading in Year 3")
    desk.go("Esc", "d")
    desk.shows("Start formal reviews at 2 schools")
    desk.shows("Reading in Year 3")
    desk.go("^S", "^S")
    #expect(try desk.kept().reviews.map(\.focus) == ["Reading in Year 3", "Reading in Year 3"])
  }
}
