import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// What is typed and not yet accepted survives whatever ends the program.
struct DraftTests {
  /// 400 characters, as many as a careful finding has.
  private static let statement =
    String(repeating: "Low-level disruption at change of lesson. ", count: 9) + "It stops in the foyer."

  @Test(arguments: [Desk.small, Desk.large])
  func `A finding of 400 characters is offered back after a kill`(size: TerminalSize) throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder, size: size)
    try desk?.startReview()
    desk?.area(2)
    desk?.go("F")
    desk?.type(DraftTests.statement)
    desk?.press("Tab", "Tab")
    desk?.type("Attend")
    desk = nil
    let again = try Desk(folder, size: size)
    again.isOn(.schools)
    again.shows("Unfinished finding, 400 characters (d resumes)")
    again.shows("“" + DraftTests.statement.prefix(60))
    again.go("d")
    again.isOn(.form)
    again.shows("Your unfinished text is back")
    again.shows("Attendance")
    again.go("^S")
    again.shows("Saved: finding added")
    let finding = try #require(again.review().findings.first)
    #expect(finding.statement == DraftTests.statement)
    #expect(finding.area == "attendance")
    #expect(try again.kept().drafts.isEmpty)
  }

  @Test func `Every key is in the journal before the frame that shows it`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.go("e")
    var typed = ""
    for character in "Ünïcode 👩‍🏫 and = signs" {
      typed.append(character)
      desk.press(key: .character(character))
      let reader = try desk.folder.open(.read)
      #expect(try reader.contents().drafts.map(\.texts) == [["text": typed]])
      #expect(desk.session.needsFlush)
    }
    desk.session.flush()
    #expect(!desk.session.needsFlush)
  }

  @Test func `A captured line is offered back, filed where it was meant`() throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    try desk?.startReview()
    desk?.area(3)
    desk?.go("e")
    desk?.type("Register closes at nine")
    desk = nil
    let again = try Desk(folder)
    again.shows("Unfinished note, 23 characters")
    again.go("d")
    again.isOn(.review)
    again.shows("e› Register closes at nine")
    again.go("Enter")
    #expect(try again.review().evidence.map(\.areas) == [["attendance"]])
    #expect(try again.kept().drafts.isEmpty)
  }

  @Test func `Esc keeps a line, and it comes back once, wherever the cursor is`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.go("e")
    desk.type("Calm")
    desk.go("Esc")
    desk.shows("Kept as a draft")
    desk.area(4)
    desk.go("e")
    desk.shows("e› Calm")
    desk.type(" corridors")
    desk.go("Enter")
    #expect(try desk.review().evidence.map(\.text) == ["Calm corridors"])
    #expect(try desk.kept().drafts.isEmpty)
    #expect(desk.session.picture.drafts.isEmpty)
  }

  @Test func `Esc keeps a form, and saving it removes the draft`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.go("E")
    desk.type("Year 4 read aloud\nin pairs")
    desk.go("Esc")
    desk.isOn(.review)
    desk.shows("Kept as a draft")
    desk.go("E")
    desk.shows("in pairs")
    desk.go("^S")
    #expect(try desk.review().evidence.map(\.text) == ["Year 4 read aloud\nin pairs"])
    #expect(try desk.kept().drafts.isEmpty)
    desk.go("E")
    desk.hides("in pairs")
  }

  @Test(arguments: [false, true])
  func `A form is begun afresh, also when its draft came back`(comesBack: Bool) throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.go("E")
    desk.type("Year 4 read aloud")
    if comesBack { desk.go("Esc", "E") }
    desk.shows("Year 4 read aloud")
    desk.go("F8")
    desk.shows("Begun anew")
    desk.hides("Year 4")
    #expect(try desk.kept().drafts.isEmpty)
    desk.go("Esc")
    desk.hides("unfinished")
  }

  @Test func `Two unfinished texts are both kept, and each is offered`() throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    try desk?.startReview()
    desk?.go("E")
    desk?.type("A note")
    desk?.go("Esc", "F")
    desk?.type("A finding")
    desk = nil
    let again = try Desk(folder)
    again.shows("Unfinished finding, 9 characters (d resumes, 1 more)")
    again.go("d", "^S")
    again.shows("Saved: finding added")
    again.go("d")
    again.shows("A note")
    again.go("^S")
    #expect(try again.review().evidence.map(\.text) == ["A note"])
    #expect(try again.kept().drafts.isEmpty)
  }

  @Test func `Text that is cleared by hand and left is no draft`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.go("e")
    desk.type("ab")
    desk.press("Backspace", "Backspace")
    desk.go("Esc")
    #expect(try desk.kept().drafts.isEmpty)
    #expect(desk.session.picture.drafts.isEmpty)
  }

  @Test func `Text from the user's own editor is kept like typed text`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.go("E")
    desk.type("Calm")
    desk.go("^O")
    #expect(desk.session.takeRequests() == [.edit("Calm")])
    desk.session.finishEditing("Calm and quiet")
    #expect(try desk.kept().drafts.first?.texts["text"] == "Calm and quiet")
    desk.shows("Calm and quiet")
    desk.session.finishEditing("Calm and quiet")
    desk.shows("Nothing was changed in your editor")
  }

  @Test func `An unfinished text swallows no key of the first screen`() throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    try desk?.startReview()
    desk?.go("e")
    desk?.type("Calm")
    desk = nil
    let again = try Desk(folder)
    again.go("/")
    again.type("dunm")
    again.go("Enter", "Enter")
    again.isOn(.school)
    again.shows("Dunmore Junior School")
  }
}
