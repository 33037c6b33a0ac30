import FieldbookScreens
import Testing
import TextUI

@Suite("The palette")
struct PaletteTests {
  @Test("an id and Enter does on every screen what running the action does")
  func runsByID() {
    let all = Set(ActionTable.all.map(\.id)).sorted()
    for visited in AllScreens.of(Invented.full) where visited.name != .form {
      // What works elsewhere is refused alike everywhere: one screen is enough for that.
      let own = ActionTable.actions(on: visited.name).map(\.id)
      for id in visited.name == .schools ? all : own {
        var typed = visited.driver
        typed.press(":")
        typed.press(.paste(id))
        typed.press("Enter")
        var run = visited.driver
        run.run(id)
        #expect(typed.canvas == run.canvas && typed.screen == run.screen, "\(id) on \(visited.name)")
      }
    }
  }

  @Test("an action of another screen says where it works")
  func elsewhere() {
    var driver = ScreenDriver()
    driver.press(":")
    driver.type("evidence.add")
    driver.press("Enter")
    #expect(driver.message == "evidence.add works on: Review, Note of visit")
  }

  @Test("what is typed narrows the actions, by id, title and help")
  func narrows() {
    var driver = ScreenDriver.inReview()
    driver.press(":")
    driver.type("grade")
    #expect(driver.shows("judgement.set") && !driver.shows("evidence.add"))
    driver.press("Tab")
    #expect(driver.shows(": judgement.set"))
    driver.press("Enter")
    #expect(driver.screen == .form && driver.shows("Judgement · Curriculum and teaching"))
  }

  @Test("arrows choose, and what cannot be done says why before it is tried")
  func choosesAndSaysWhy() {
    var driver = ScreenDriver.inReview(Invented.full, "r-signed")
    driver.press(":")
    driver.type("evidence.")
    #expect(driver.row("evidence.add").contains("Signed by R. Reviewer"))
    driver.press("Down")
    #expect(driver.shows("▸ evidence.form"))
    driver.press("Enter")
    #expect(driver.screen == .review && driver.message.hasPrefix("Signed by R. Reviewer"))
  }

  @Test("a word that is no action is said back, and Esc leaves without doing anything")
  func unknown() {
    var driver = ScreenDriver()
    driver.press(":")
    driver.type("dance")
    #expect(driver.shows("No action is called so."))
    driver.press("Enter")
    #expect(driver.message == "No action is called “dance”")
    driver.press(":")
    driver.type("quit")
    driver.press("Esc")
    #expect(driver.screen == .schools && driver.effects.isEmpty)
  }
}
