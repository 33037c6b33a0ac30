import Testing
import TextUI

@testable import Terminal

@Suite("Colours of roles")
struct PaletteTests {
  @Test(
    "The palette follows the number of colours", arguments: [(0, Palette.mono), (8, .basic), (16, .basic)])
  func depth(colours: Int, palette: Palette) {
    #expect(Palette(colours: colours) == palette)
    #expect(Palette(colours: 256) == .full)
    #expect(Palette(colours: 16_777_216) == .full)
  }

  @Test("Without colours, no role has one")
  func mono() {
    for role in Role.allCases { #expect(Palette.mono.foreground(of: role) == nil) }
  }

  @Test("With few colours only the eight that no theme repurposes are used")
  func basic() {
    for role in Role.allCases { #expect((0..<8).contains(Palette.basic.foreground(of: role) ?? 0)) }
  }

  @Test("Good and bad differ in every palette that has colours, and never as green against red")
  func goodAndBad() {
    for palette in [Palette.basic, .full] {
      #expect(palette.foreground(of: .good) != palette.foreground(of: .bad))
      #expect(palette.foreground(of: .caution) != palette.foreground(of: .bad))
    }
    #expect(Palette.full.foreground(of: .good) == 33)
    #expect(Palette.full.foreground(of: .bad) == 202)
  }

  @Test("Each role has a pair of its own, and none takes the terminal's")
  func pairs() {
    let pairs = Role.allCases.map(Palette.pair)
    #expect(Set(pairs).count == pairs.count)
    #expect(!pairs.contains(0))
  }

  @Test("Bold, underline and reverse reach every terminal")
  func attributes() {
    let style = Style(.plain, bold: true, underline: true, reverse: true)
    for palette in [Palette.mono, .basic, .full] { #expect(palette.attributes(of: style) == 7) }
    #expect(Palette.mono.attributes(of: .quiet) == 8)
    #expect(Palette.full.attributes(of: .quiet) == 0)
  }
}
