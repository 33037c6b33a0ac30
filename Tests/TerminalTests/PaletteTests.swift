import Testing
import TextUI

@testable import Terminal

@Suite("Colours of roles")
struct PaletteTests {
  private func palette(
    _ colours: Int, _ choice: DisplayChoice.Colours = .asTheTerminal, _ background: Background = .unknown
  ) -> Palette {
    Palette(DisplayChoice(colours: choice, background: background), colours: colours)
  }

  @Test(
    "The depth follows the number of colours",
    arguments: [(0, nil), (2, nil), (8, 8), (15, 8), (16, 16), (88, 88), (256, 256), (16_777_216, 256)])
  func depth(colours: Int, depth: Int?) {
    #expect(palette(colours).depth?.rawValue == depth)
  }

  @Test("The user may want fewer colours than there are, and never gets more")
  func choice() {
    #expect(palette(256, .none).depth == nil)
    #expect(palette(256, .atMost(.sixteen)).depth == .sixteen)
    #expect(palette(8, .atMost(.full)).depth == .eight)
    #expect(palette(0, .atMost(.full)).depth == nil)
  }

  @Test("Without colours, no role has one, and bold, underline and reverse reach the terminal all the same")
  func mono() {
    for role in Role.allCases { #expect(palette(0).foreground(of: role) == nil) }
    let style = Style(.plain, bold: true, underline: true, reverse: true)
    for colours in [0, 8, 256] { #expect(palette(colours).attributes(of: style) == 7) }
    #expect(palette(0).attributes(of: .quiet) == 0)
  }

  @Test("With few colours only the eight that no theme of a terminal repurposes are used")
  func basic() {
    for colours in [8, 16] {
      for background in Background.allCases {
        for role in Role.allCases {
          let colour = palette(colours, .asTheTerminal, background).foreground(of: role)
          #expect((0..<8).contains(colour ?? 0))
        }
      }
    }
  }

  @Test("Each role has a pair of its own, and none takes the terminal's")
  func pairs() {
    let pairs = Role.allCases.map(Palette.pair)
    #expect(Set(pairs).count == pairs.count)
    #expect(!pairs.contains(0))
  }

  @Test(
    "The surroundings say whether the background is dark or light, where they say anything",
    arguments: [
      ("xterm", "15;0", Background.dark), ("xterm", "0;15", .light), ("xterm", "12;default;7", .light),
      ("xterm", "0;default", .unknown), ("xterm", "nonsense", .unknown), ("xterm", "", .unknown),
      ("xterm", "0;99", .unknown), ("xterm", "15;8", .dark), ("linux", "", .dark),
    ])
  func background(type: String, colours: String, background: Background) {
    #expect(
      Background { $0 == "TERM" ? type : $0 == "COLORFGBG" ? (colours.isEmpty ? nil : colours) : nil }
        == background)
  }
}
