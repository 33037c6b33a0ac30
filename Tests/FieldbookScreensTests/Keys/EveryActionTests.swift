import FieldbookModel
import FieldbookScreens
import Testing
import TextUI

/// Runs every action once in every screen, on workspaces and in windows of every kind.
@Suite("Every action")
struct EveryActionTests {
  static let sizes = ScreenDriver.sizes + [TerminalSize(columns: 1, rows: 1)]
  static let workspaces: [(name: String, snapshot: Snapshot, review: String)] = [
    ("full", Invented.full, "r-now"), ("empty", Invented.empty, "r-now"),
    ("unwritten", Invented.unwritten, "r-now"),
    ("signed", Invented.full, "r-signed"), ("cancelled", Invented.full, "r-cancelled"),
    ("reading only", Invented.readOnly, "r-now"),
  ]
  /// At the end of a list, of a form's fields or of a text, a cursor stays where it is and says nothing; nor is
  /// anything said where there is nothing to rub out or to cut.
  private static let maySayNothing = Set(
    ["form.next", "form.previous", "find.next", "find.previous"]
      + EditorCommand.all.filter { ![.undo, .redo, .paste, .pasteEarlier].contains($0.name) }.map(\.id))

  @Test("either does something or says why not", arguments: workspaces.indices, sizes)
  func doesSomethingOrSaysWhyNot(workspace: Int, size: TerminalSize) {
    let (name, snapshot, review) = Self.workspaces[workspace]
    for visited in AllScreens.of(snapshot, review: review, size: size) {
      for action in ActionTable.actions(on: visited.name) {
        var driver = visited.driver
        driver.run(action.id)
        guard !action.id.hasPrefix("cursor."), !Self.maySayNothing.contains(action.id) else { continue }
        let isAnswered = hasAnswered(driver, since: visited.driver)
        #expect(isAnswered, "\(action.id) on \(visited.name), \(name), \(size)")
      }
    }
  }

  @Test("is refused in the words of the reason, when there is one", arguments: workspaces.indices)
  func refusals(workspace: Int) {
    let (name, snapshot, review) = Self.workspaces[workspace]
    for visited in AllScreens.of(snapshot, review: review) {
      for action in ActionTable.actions(on: visited.name) {
        guard let reason = action.unavailable(visited.driver.navigation, visited.driver.context) else {
          continue
        }
        var driver = visited.driver
        driver.run(action.id)
        #expect(driver.message == reason && driver.saved.isEmpty, "\(action.id) on \(visited.name), \(name)")
        #expect(driver.screen == visited.name)
      }
    }
  }

  @Test("every key of every screen is answered by its action", arguments: sizes)
  func keys(size: TerminalSize) {
    for visited in AllScreens.of(Invented.full, size: size) {
      for action in ActionTable.actions(on: visited.name) {
        for key in action.keys {
          var pressed = visited.driver
          pressed.press(key)
          var run = visited.driver
          run.run(action.id)
          #expect(pressed.canvas == run.canvas, "\(key.name) on \(visited.name)")
        }
      }
    }
  }

  @Test("a key that means nothing says so and shows the way to the keys")
  func unknownKeys() {
    for visited in AllScreens.of(Invented.full) where visited.name != .form {
      var driver = visited.driver
      driver.press("F9")
      let way = visited.name == .help ? "? goes back" : "? shows the keys"
      #expect(driver.message == "F9 does nothing here: \(way)")
      driver.press(.paste("pasted"))
      #expect(driver.message.hasPrefix("Paste into text"))
    }
  }

  private func hasAnswered(_ driver: ScreenDriver, since before: ScreenDriver) -> Bool {
    if !driver.message.isEmpty || !driver.effects.isEmpty { return true }
    var (after, earlier) = (driver, before)
    after.resize(ScreenDriver.narrow)
    earlier.resize(ScreenDriver.narrow)
    return after.canvas != earlier.canvas
  }
}
