import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("Finding in every list")
struct FindInEveryListTests {
  @Test("/ finds on every screen but a form, which has its own key for it")
  func everywhere() {
    let screens = ActionTable.actions(id: "find.start").reduce(into: Set<ScreenName>()) { names, action in
      names.formUnion(action.screens)
    }
    #expect(Set(ScreenName.allCases).subtracting(screens) == [.form])
  }

  @Test(
    "rows that keep their order are gone to: typed text takes the cursor there", arguments: ScreenDriver.sizes
  )
  func goesThere(size: TerminalSize) throws {
    var tried: Set<ScreenName> = []
    for visited in AllScreens.of(Invented.full, size: size) {
      var driver = visited.driver
      guard driver.navigation.front is any JumpingScreen else { continue }
      guard let rows = JumpRows(driver.navigation.front.page(driver.context)) else { continue }
      let texts = rows.texts.map { $0.text.split(separator: " ").prefix(2).joined(separator: " ") }
      guard let last = texts.lastIndex(where: { !$0.isEmpty }), last != rows.cursor else { continue }
      driver.press("/")
      for letter in texts[last] { driver.press(letter == " " ? "Space" : String(letter)) }
      let found = try #require(JumpRows(driver.navigation.front.page(driver.context)))
      #expect(found.cursor == rows.find(texts[last]).first(from: rows.cursor), "\(visited.name)")
      let shown = found.texts[found.cursor].text
      #expect(
        texts[last].split(separator: " ").allSatisfy { shown.contains($0) }, "\(visited.name): \(shown)")
      driver.press("Enter")
      #expect(driver.status.contains("next"), "\(visited.name): \(driver.status)")
      driver.press("Esc")
      #expect(driver.screen == visited.name && !driver.status.contains(" next,"), "Esc leaves what was found")
      tried.insert(visited.name)
    }
    #expect(tried.isSuperset(of: [.undo, .phrases, .frameworks, .framework, .columns, .calendar, .data]))
  }

  @Test("n goes round the matches and N back")
  func round() throws {
    var driver = try #require(AllScreens.of(Invented.full).first { $0.name == .calendar }).driver
    driver.press("/", "a", "u", "t", "u", "m", "n", "Enter")
    let first = driver.row("▸")
    #expect(first.contains("Autumn"))
    driver.press("n")
    let second = driver.row("▸")
    #expect(second.contains("Autumn") && second != first)
    driver.press("N")
    #expect(driver.row("▸") == first)
    driver.press("/", "z", "z", "z")
    #expect(driver.row("▸") == first, "nothing found moves nothing")
  }
}
