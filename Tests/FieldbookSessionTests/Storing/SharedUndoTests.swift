import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing
import TextUI

/// What a team shares is taken back and done again like anything else: phrases and frameworks.
struct SharedUndoTests {
  private func phrases(_ desk: Desk) {
    desk.session.perform(id: "phrases.show")
    desk.isOn(.phrases)
  }

  private func has(_ desk: Desk, _ text: String) -> Bool {
    desk.session.picture.phrases.all.contains { $0.text == text }
  }

  private func add(_ desk: Desk, _ text: String) {
    desk.go("a")
    desk.type(text)
    desk.go("^S")
  }

  // MARK: Phrases

  @Test func `A phrase that was added is taken back and done again, after leaving too`() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    phrases(desk)
    add(desk, "Our own: …")
    desk.go("u")
    desk.shows("Undone and saved: phrase added")
    #expect(!has(desk, "Our own: …"))
    desk.workspace.close()
    let again = try Desk(folder)
    #expect(!has(again, "Our own: …"), "nor is it there when read from the disk")
    again.go("^R")
    again.shows("Done again and saved: phrase added")
    #expect(has(again, "Our own: …"))
    again.go("U")
    again.shows("Phrases · “Our own: …”")
    try again.noProblems()
  }

  @Test func `A built-in phrase that was changed is what it was again; so is their order`() throws {
    let desk = try Desk(TrustFolder())
    phrases(desk)
    let before = desk.session.picture.phrases.all
    desk.go("g", "Enter", "End")
    desk.type(" and more")
    desk.go("^S")
    desk.shows("Saved: phrase changed")
    desk.go("J")
    desk.shows("Saved: phrases put in order")
    #expect(desk.session.picture.phrases.all.map(\.id) != before.map(\.id))
    desk.go("u", "u")
    #expect(desk.session.picture.phrases.all == before)
    desk.go("^R")
    #expect(desk.session.picture.phrases.all[0].text == before[0].text + " and more")
    try desk.noProblems()
  }

  @Test func `An earlier change is taken back by itself where nothing came on top, and else refused`() throws
  {
    let desk = try Desk(TrustFolder())
    phrases(desk)
    add(desk, "One …")
    add(desk, "Two …")
    desk.go("U", "j", "Enter")
    #expect(!has(desk, "One …") && has(desk, "Two …"))
    desk.go("Esc", "G", "Enter", "End")
    desk.type(" indeed")
    desk.go("^S")
    desk.go("U", "j", "Enter")
    desk.shows("NOT UNDONE: “Phrase added” has been changed since")
    #expect(has(desk, "Two … indeed"))
    try desk.noProblems()
  }

  // MARK: Frameworks

  private func copied(_ desk: Desk) throws -> String {
    desk.session.perform(id: "frameworks.show")
    desk.go("g", "C", "^S")
    return try #require(desk.session.picture.ownFrameworks.first?.id, "\(desk.frame())")
  }

  private func own(_ desk: Desk) -> Framework? { desk.session.picture.ownFrameworks.first?.framework }

  @Test func `Every change of a framework is taken back and done again, its making too`() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    let id = try copied(desk)
    desk.session.perform(id: "frameworks.show")
    desk.go("G", "Enter")
    desk.isOn(.framework)
    let first = try #require(own(desk))
    desk.go("j", "]")
    let second = try #require(own(desk))
    #expect(second.areas.map(\.id) != first.areas.map(\.id))
    desk.go("W")
    let third = try #require(own(desk))
    desk.go("u")
    desk.shows("Undone and saved: area retired")
    #expect(own(desk) == second)
    desk.go("u")
    #expect(own(desk) == first)
    desk.go("u")
    #expect(own(desk) == nil && !desk.session.picture.frameworks.contains { $0.id == id })
    desk.workspace.close()
    let again = try Desk(folder)
    #expect(own(again) == nil)
    again.go("^R", "^R", "^R")
    #expect(own(again) == third, "\(again.frame())")
    again.go("U")
    again.shows("Framework · ")
    try again.noProblems()
  }

  @Test func `A framework whose making was taken back can be made anew under its name`() throws {
    let desk = try Desk(TrustFolder())
    let id = try copied(desk)
    desk.go("u")
    #expect(own(desk) == nil)
    #expect(try copied(desk) == id)
    try desk.noProblems()
  }

  @Test func `What was changed in the file since is not overwritten by undo`() throws {
    let desk = try Desk(TrustFolder())
    let id = try copied(desk)
    let file = "frameworks/\(id).json"
    let bytes = try LocalDisk().read("\(desk.folder.path)/\(file)")
    let title = try #require(own(desk)).title
    let changed = String(decoding: bytes, as: UTF8.self).replacing(
      "\"\(title)\"", with: "\"Changed by hand\"")
    try desk.folder.write(Array(changed.utf8), to: file)
    desk.go("u")
    desk.shows("NOT UNDONE: ")
    desk.shows("changed since")
    let after = String(decoding: try LocalDisk().read("\(desk.folder.path)/\(file)"), as: UTF8.self)
    #expect(after.contains("Changed by hand") && !after.contains("\"undone\""))
  }

  @Test func `An earlier change waits for the later ones, and is possible once they are taken back`() throws {
    let desk = try Desk(TrustFolder())
    _ = try copied(desk)
    desk.session.perform(id: "frameworks.show")
    desk.go("G", "Enter", "j", "]", "]")
    desk.go("U", "j", "Enter")
    desk.shows("was followed by other changes of this framework")
    desk.go("k", "Enter", "Esc", "u")
    #expect(
      own(desk)?.areas.map(\.id)
        == Frameworks.framework(desk.session.picture.frameworks[0].id)?.areas.map(\.id))
    try desk.noProblems()
  }

  @Test func `Which framework new reviews begin with is taken back and done again, after leaving too`() throws
  {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    let usual = desk.session.picture.usualFramework?.id
    desk.session.perform(id: "frameworks.show")
    desk.go("G", "D")
    desk.shows("Saved: new reviews begin with ")
    let chosen = try #require(desk.session.picture.chosenFramework)
    #expect(chosen != usual)
    desk.go("u")
    desk.shows("Undone and saved: new reviews begin with ")
    #expect(desk.session.picture.chosenFramework == nil && desk.session.picture.usualFramework?.id == usual)
    desk.workspace.close()
    let again = try Desk(folder)
    #expect(again.session.picture.chosenFramework == nil)
    again.go("^R")
    #expect(again.session.picture.chosenFramework == chosen)
    try again.noProblems()
  }

  @Test func `A review that began with a framework keeps it, whatever is taken back`() throws {
    let desk = try Desk(TrustFolder())
    let id = try copied(desk)
    desk.session.perform(id: "framework.use")
    desk.go("1", "g", "r", "^S")
    let review = try desk.review()
    desk.session.perform(id: "frameworks.show")
    desk.session.perform(id: "undo.list")
    desk.go("G", "Enter")
    #expect(try desk.keptReview(review.id).framework.id == review.framework.id)
    #expect(!review.framework.areas.isEmpty && (review.framework.id == id || own(desk) == nil))
    try desk.noProblems()
  }
}
