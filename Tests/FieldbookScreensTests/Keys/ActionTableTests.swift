import FieldbookScreens
import Testing
import TextUI

@Suite("The table of actions")
struct ActionTableTests {
  /// The ids that never change, with their default keys, and a screen each must work on.
  static let stable: [(id: String, key: String?, screen: ScreenName)] = [
    ("school.open", "Enter", .schools), ("review.start", "r", .schools), ("review.start", "r", .school),
    ("evidence.add", "e", .review), ("evidence.form", "E", .review), ("finding.add", "F", .review),
    ("judgement.set", "J", .review), ("area.not-reviewed", "X", .review), ("action.add", "A", .review),
    ("record.withdraw", "W", .review), ("review.ready", "R", .review), ("review.sign-off", "S", .review),
    ("review.cancel", nil, .review), ("report.preview", "p", .review), ("report.preview", "p", .schools),
    ("source.show", "=", .schools), ("source.show", "=", .school), ("undo", "u", .schools),
    ("undo", "u", .review),
    ("redo", "^R", .schools), ("redo", "^R", .review), ("quit", "q", .schools), ("quit", "q", .review),
  ]

  @Test("ids are unique on each screen", arguments: ScreenName.allCases)
  func uniqueIDs(screen: ScreenName) {
    let ids = ActionTable.actions(on: screen).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("no two actions of one screen share a key", arguments: ScreenName.allCases)
  func uniqueKeys(screen: ScreenName) {
    let names = ActionTable.actions(on: screen).flatMap(\.keyNames)
    #expect(Set(names).count == names.count)
  }

  @Test(
    "every action says what it does, in a sentence and in a word or two", arguments: ActionTable.all.indices)
  func words(index: Int) {
    let action = ActionTable.all[index]
    #expect(!action.title.isEmpty && action.title.count <= 30)
    #expect(action.help.hasSuffix(".") && action.help.count >= 8, "\(action.id)")
    #expect(!action.screens.isEmpty)
  }

  @Test(
    "every screen can be left, and every screen outside text has the palette", arguments: ScreenName.allCases)
  func wayOut(screen: ScreenName) {
    let ids = Set(ActionTable.actions(on: screen).map(\.id))
    if screen == .form {
      #expect(ids.isSuperset(of: ["form.leave", "form.accept", "help.show"]))
    } else {
      #expect(ids.isSuperset(of: ["back", "quit", "palette.show"]))
    }
  }

  @Test("the ids that scripts rely on have the keys that fingers rely on", arguments: stable.indices)
  func stableIDs(index: Int) throws {
    let (id, key, screen) = Self.stable[index]
    let action = try #require(ActionTable.actions(on: screen).first { $0.id == id }, "\(id) on \(screen)")
    guard let key else { return }
    #expect(action.keyNames.contains(key))
    #expect(Key(name: key).flatMap { ActionTable.action(for: $0, on: screen) }?.id == id)
  }

  @Test("the footer names only what can be done now")
  func footer() {
    for snapshot in [Invented.full, Invented.empty, Invented.readOnly] {
      for visited in AllScreens.of(snapshot) {
        let page = visited.driver.navigation.page(visited.driver.context)
        for hint in page.hints {
          let action = Key(name: hint.key).flatMap { ActionTable.action(for: $0, on: visited.name) }
          let reason = action?.unavailable(visited.driver.navigation, visited.driver.context)
          #expect(
            action != nil && reason == nil, "\(hint.key) on \(visited.name): \(reason ?? "no such key")")
        }
      }
    }
  }

  @Test("? lists exactly the actions of its screen, with their keys", arguments: ScreenName.allCases)
  func help(screen: ScreenName) {
    var driver = AllScreens.standing(on: screen)
    driver.resize(TerminalSize(columns: 160, rows: 200))
    driver.press("F1")
    guard screen != .help else {
      #expect(driver.screen == .schools)
      return
    }
    #expect(driver.screen == .help)
    let listed = Set(driver.rows.flatMap { $0.split(separator: " ").map(String.init) })
    let here = Set(ActionTable.actions(on: screen).map(\.id))
    let known = Set(ActionTable.all.map(\.id))
    #expect(here.isSubset(of: listed), "missing: \(here.subtracting(listed))")
    // Some ids are words of the language too.
    let strangers = known.subtracting(here).intersection(listed).filter { $0.contains(".") }
    #expect(strangers.isEmpty, "not of this screen: \(strangers)")
  }
}
