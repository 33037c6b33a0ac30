import FieldbookModel
import FieldbookScreens
import SeededRandom
import Testing
import TextUI

/// Somebody leans on the keyboard. The driver itself looks after each key that the cursor is on the screen.
@Suite("Random keys")
struct RandomKeysTests {
  static let sizes = [
    TerminalSize(columns: 80, rows: 24), TerminalSize(columns: 160, rows: 50),
    TerminalSize(columns: 40, rows: 8),
    TerminalSize(columns: 1, rows: 1), TerminalSize(columns: 300, rows: 9),
  ]

  /// Keys that do something on some screen, keys of text, and some that mean nothing.
  static let keys: [Key] =
    Array(Set(ActionTable.all.flatMap(\.keys))).sorted { $0.name < $1.name }
    + "Ashgrove #book @ach + - ! 12 feb é 漢".map { .character($0) }
    + [
      .backspace, .delete, .wordLeft, .function(5), .alt("x"), .paste("two\nlines"), .control("k"), .enter,
      .enter,
    ]

  @Test("never end the program nor lose the cursor", arguments: sizes.indices)
  func survive(index: Int) {
    var random = SplitMix64(seed: UInt64(index) + 7)
    var driver = ScreenDriver(index % 2 == 0 ? Invented.full : Invented.unwritten, size: Self.sizes[index])
    for step in 0..<600 {
      if step % 97 == 96 { driver.resize(Self.sizes.randomElement(using: &random) ?? driver.size) }
      driver.press(Self.keys.randomElement(using: &random) ?? .escape)
    }
    #expect(driver.navigation.depth >= 1)
  }

  @Test("Esc leads home from wherever they led", arguments: 0..<4)
  func home(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 100)
    var driver = ScreenDriver()
    for _ in 0..<60 { driver.press(Self.keys.randomElement(using: &random) ?? .escape) }
    for _ in 0..<200
    where driver.navigation.depth > 1 || driver.navigation.isTyping || driver.screen != .schools {
      driver.press("Esc")
    }
    #expect(driver.screen == .schools && driver.navigation.depth == 1)
  }
}
