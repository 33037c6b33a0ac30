import FieldbookScreens
import Testing
import TextUI

/// Screen readers and magnifiers follow the terminal's own cursor.
@Suite("The cursor")
struct CursorTests {
  static let sizes = [
    (80, 24), (160, 50), (40, 10), (40, 8), (300, 90), (60, 12), (1, 1), (39, 24), (80, 7), (2, 3),
  ].map { TerminalSize(columns: $0.0, rows: $0.1) }
  static let workspaces: [(name: String, snapshot: Snapshot)] = [
    ("full", Invented.full), ("empty", Invented.empty), ("unwritten", Invented.unwritten),
  ]

  @Test("is inside the screen, and on the chosen item where one is in sight", arguments: sizes)
  func onTheItem(size: TerminalSize) throws {
    for (name, snapshot) in Self.workspaces {
      for visited in AllScreens.of(snapshot, size: size) {
        let canvas = visited.driver.canvas
        let cursor = try #require(canvas.cursor, "\(visited.name), \(name), \(size)")
        #expect(
          cursor.row >= 0 && cursor.row < size.rows && cursor.column >= 0 && cursor.column < size.columns)
        let reversed = (0..<size.rows).filter { row in
          canvas[row, 0].text == "▸" && canvas[row, 0].style.reverse
        }
        if !reversed.isEmpty {
          #expect(reversed.contains(cursor.row), "\(visited.name), \(name), \(size)")
        } else {
          #expect(cursor.row > 0 || size.rows < PageLayout.minimumSize.rows || size.columns < 40)
        }
      }
    }
  }

  @Test("follows every movement, and is in the text where text is typed", arguments: sizes.prefix(6))
  func moving(size: TerminalSize) throws {
    for visited in AllScreens.of(Invented.full, size: size) {
      var driver = visited.driver
      for key in ["Down", "Down", "PgDn", "End", "Up", "Home", "Tab", "Right", "Left"] {
        driver.press(key)
        let cursor = try #require(driver.canvas.cursor, "\(key) on \(visited.name)")
        let marks = (0..<size.rows).filter {
          driver.canvas[$0, 0].text == "▸" && driver.canvas[$0, 0].style.reverse
        }
        #expect(marks.isEmpty || marks.contains(cursor.row), "\(key) on \(visited.name), \(size)")
      }
      guard visited.name != .form else { continue }
      driver.press(":")
      #expect(
        driver.canvas.cursorIsText && driver.canvas.cursor?.row ?? 0 >= size.rows - 2, "\(visited.name)")
    }
  }

  @Test(
    "Wherever rows can be chosen, the status line says which of how many",
    arguments: [ScreenName.schools, .visits, .actions, .review, .school])
  func position(name: ScreenName) {
    var driver = AllScreens.standing(on: name)
    driver.resize(ScreenDriver.wide)
    #expect(driver.rows.contains { $0.contains("Row 1 of ") }, "\(driver.rows.joined(separator: "\n"))")
    driver.press("Down")
    #expect(driver.rows.contains { $0.contains("Row 2 of ") }, "\(driver.rows.joined(separator: "\n"))")
  }

  @Test("and in a form, which field of how many")
  func field() {
    var driver = AllScreens.standing(on: .form)
    #expect(driver.rows.contains { $0.hasSuffix("Field 1 of 6") || $0.contains("Field 1 of ") })
    driver.press("Tab")
    #expect(driver.rows.contains { $0.contains("Field 2 of ") })
  }
}
