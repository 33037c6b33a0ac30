import DiskFaults
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing

@Suite("Phrases on the disk")
struct PhraseTests {
  @Test("a phrase that was saved is there when the program is opened again")
  func saved() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    desk.go(":")
    desk.type("phrases.show")
    desk.go("Enter", "a")
    desk.type("Our own: …")
    desk.go("^S")
    desk.shows("Saved: phrase added")
    desk.isOn(.phrases)
    try desk.noProblems()
    desk.workspace.close()
    let next = try Desk(folder)
    #expect(next.session.picture.phrases.all.contains { $0.text == "Our own: …" && !$0.isBuiltIn })
    #expect(next.session.picture.drafts.isEmpty)
  }

  @Test("where phrases cannot be saved, the form stays and says why")
  func failing() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    desk.session.perform(id: "phrases.show")
    desk.go("a")
    desk.type("Our own: …")
    folder.disk.fail(call: 1, forGood: true, about: "phrases")
    desk.go("^S")
    desk.isOn(.form)
    desk.shows("NOT SAVED")
    folder.disk.heal()
    desk.go("^S")
    desk.isOn(.phrases)
    desk.go("G")
    desk.shows("Our own")
  }
}
