import DiskFaults
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// A disk that is full, at each call in turn: once, or until it is emptied.
struct FullDiskTests {
  @Test(arguments: [false, true], [Desk.small, Desk.large])
  func `A note that cannot be saved stays in its line until it can`(forGood: Bool, size: TerminalSize) throws
  {
    let desk = try Desk(TrustFolder(), size: size)
    let id = try desk.startReview()
    var failed = 0
    for call in 1... {
      let before = try desk.keptNotes(id)
      desk.go("e")
      desk.type("Note \(call)")
      desk.folder.disk.fail(call: call, forGood: forGood, about: "records")
      desk.go("Enter")
      let failures = desk.folder.disk.failures
      desk.folder.disk.heal()
      if desk.frame().contains("NOT SAVED") {
        failed += 1
        desk.shows("NOT SAVED: the disk is full (")
        desk.shows(".json)")
        desk.shows("e› Note \(call)")
        #expect(try [before, before + ["Note \(call)"]].contains(desk.keptNotes(id)))
        desk.go("Enter")
      }
      desk.shows("Saved: note added")
      desk.hides("e›")
      #expect(try desk.keptNotes(id) == before + ["Note \(call)"])
      if failures == 0 { break }
    }
    #expect(failed > 4)
    try desk.noProblems()
  }

  @Test(arguments: [false, true])
  func `A note is saved though what can be undone cannot be written, and can be undone all the same`(
    forGood: Bool
  ) throws {
    let folder = try TrustFolder()
    for call in 1... {
      var desk: Desk? = try Desk(folder)
      try desk?.startReview()
      desk?.folder.disk.fail(call: call, forGood: forGood, about: "undo")
      desk?.note("Note \(call)")
      desk?.shows("Saved: note added")
      desk?.session.flush()
      if forGood, call == 1 { desk?.shows("Undo will not outlast leaving: the disk is full") }
      let failures = folder.disk.failures
      folder.disk.heal()
      desk?.go("q")
      desk = nil
      let again = try Desk(folder)
      again.go("u")
      again.shows("Undone and saved: note added")
      again.go("u")
      again.shows("Undone and saved: review started")
      again.workspace.close()
      if failures == 0 { break }
    }
  }

  @Test(arguments: [false, true])
  func `A form that cannot be saved stays with its text, and leaving keeps it as a draft`(
    forGood: Bool
  ) throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.fullReview()
    for call in 1... {
      desk.enter(0)
      desk.go("Enter")
      desk.isOn(.form)
      desk.press("End")
      desk.type(" \(call)")
      desk.folder.disk.fail(call: call, forGood: forGood)
      desk.go("^S")
      let failures = desk.folder.disk.failures
      desk.folder.disk.heal()
      if desk.session.screenName == .form {
        desk.shows("NOT SAVED: the disk is full")
        desk.shows(" \(call)")
        desk.go("Esc")
        #expect(try desk.kept().drafts.count == 1)
        desk.go("d", "^S")
      }
      desk.shows("Saved: judgement changed")
      let because = try desk.keptReview(id).judgement(of: "inclusion").rationale
      #expect(because.hasSuffix(" \(call)"))
      if failures == 0 { break }
    }
    try desk.noProblems()
  }

  @Test(arguments: [false, true])
  func `A signature that fails can be given again, and there is one signed copy`(forGood: Bool) throws {
    for call in 1... {
      let desk = try Desk(TrustFolder(seed: UInt64(call), isEmpty: false))
      let id = try desk.startReview()
      for row in 0..<Desk.areas { desk.leaveOut(row) }
      desk.go("S")
      desk.folder.disk.fail(call: call, forGood: forGood)
      desk.go("^S")
      let failures = desk.folder.disk.failures
      desk.folder.disk.heal()
      if desk.session.screenName == .form {
        desk.shows("NOT SAVED, not signed: ")
        desk.go("^S")
      }
      desk.isOn(.review)
      desk.shows("Saved and signed")
      #expect(try desk.keptReview(id).state == .final)
      #expect(try desk.folder.names("records/reviews").filter { $0.hasPrefix("\(id).signed-") }.count == 1)
      try desk.noProblems()
      if failures == 0 { break }
    }
  }

  @Test func `Taking back can be tried again after a fault of the disk`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.startReview()
    desk.note("One")
    desk.folder.disk.fail(call: 1, forGood: true)
    desk.go("u")
    desk.shows("NOT UNDONE: ")
    desk.shows("the disk is full")
    desk.folder.disk.heal()
    desk.go("u")
    desk.shows("Undone and saved")
    #expect(try desk.keptNotes(id) == [])
  }

  @Test func `Keys typed ahead do not wipe away that a save failed`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.go("e")
    desk.type("One")
    desk.press("Enter")
    desk.type(" and two")
    desk.folder.disk.fail(call: 1, forGood: true)
    desk.idle()
    desk.shows("NOT SAVED: the disk is full")
    desk.shows("e› One and two")
  }

  @Test func `Text that the disk refuses is kept in sight, and written once the disk takes it`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.folder.disk.fail(call: 1, forGood: true)
    desk.go("e")
    desk.type("Corridors")
    desk.shows("NOT KEPT as a draft: ")
    desk.shows("the disk is full")
    desk.go("Esc", "q")
    #expect(!desk.session.isFinished)
    desk.shows("q again leaves and loses it")
    desk.go("d")
    desk.shows("e› Corridors")
    desk.go("Esc")
    desk.folder.disk.heal()
    desk.go("q")
    #expect(desk.session.isFinished)
    #expect(try desk.kept().drafts.map(\.texts) == [["text": "Corridors"]])
  }

  @Test func `Text can be left behind on a full disk, when asked twice`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.folder.disk.fail(call: 1, forGood: true)
    desk.go("e")
    desk.type("Corridors")
    desk.go("Esc", "q", "q")
    #expect(desk.session.isFinished)
  }

  @Test(arguments: [false, true])
  func `Text typed while calls for its draft fail is kept by the next key`(forGood: Bool) throws {
    for call in 1... {
      let desk = try Desk(TrustFolder(seed: UInt64(call)))
      try desk.startReview()
      desk.folder.disk.fail(call: call, forGood: forGood, about: "drafts")
      desk.go("e")
      desk.type("Corrid")
      desk.session.flush()
      desk.type("o")
      let failures = desk.folder.disk.failures
      desk.folder.disk.heal()
      desk.type("rs")
      #expect(try desk.kept().drafts.map(\.texts) == [["text": "Corridors"]], "call \(call)")
      // Where not even removing works, an empty journal may be left behind.
      if !forGood { #expect(try desk.kept().problems == []) }
      if failures == 0 { break }
    }
  }

  @Test func `A draft that cannot be removed is no reason to doubt the save`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.startReview()
    desk.go("e")
    desk.type("Corridors")
    desk.folder.disk.fail(call: 1, forGood: true, about: "drafts")
    desk.go("Enter")
    desk.shows("Saved: note added under Inclusion · The draft stays")
    desk.folder.disk.heal()
    #expect(try desk.keptNotes(id) == ["Corridors"])
  }
}
