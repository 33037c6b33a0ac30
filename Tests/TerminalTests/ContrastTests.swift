import Testing
import TextUI

@testable import Terminal

/// Held against the contrast that WCAG 2 computes, over the colours that terminals really show.
@Suite("Contrast of the themes")
struct ContrastTests {
  /// xterm's own eight; a terminal's user may have others, but then chose them.
  private static let eight: [[Int]] = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
    [229, 229, 229],
  ]

  private func components(
    _ theme: Theme, _ role: Role, _ depth: ColourDepth, _ background: Background
  ) -> [Int]? {
    theme.look(of: role, on: background).colours[depth].map {
      $0 < 16 ? Self.eight[$0] : ColourNumber.components(of: $0, depth: depth)
    }
  }

  /// The light of one part of a colour, 0 to 1, by the curve of sRGB.
  private func light(_ part: Int) -> Double {
    let value = Double(part) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let raised = (value + 0.055) / 1.055
    // To the power of 2.4: the square, times the fifth root of the square, found by Newton's method.
    let square = raised * raised
    var root = 1.0
    for _ in 0..<60 { root -= (root - square / (root * root * root * root)) / 5 }
    return square * root
  }

  private func luminance(_ colour: [Int]) -> Double {
    0.2126 * light(colour[0]) + 0.7152 * light(colour[1]) + 0.0722 * light(colour[2])
  }

  private func contrast(_ one: [Int], _ other: [Int]) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static let black = [0, 0, 0]
  private static let white = [255, 255, 255]

  @Test("The measure itself is right: black on white is 21, #767676 on white 4.54, #ff0000 on white 4.00")
  func measure() {
    #expect(abs(contrast(Self.black, Self.white) - 21) < 0.001)
    #expect(abs(contrast([118, 118, 118], Self.white) - 4.54) < 0.01)
    #expect(abs(contrast([255, 0, 0], Self.white) - 4.0) < 0.01)
  }

  @Test(
    "Where the background is not known, every colour is read on black and on white", arguments: Theme.builtIn)
  func unknown(theme: Theme) {
    for role in Role.allCases {
      for (depth, least) in [(ColourDepth.eight, 3.5), (.sixteen, 3.5), (.eightyEight, 3.4), (.full, 3.8)] {
        guard let colour = components(theme, role, depth, .unknown) else { continue }
        #expect(contrast(colour, Self.black) >= least, "\(theme.name) \(role) \(depth)")
        #expect(contrast(colour, Self.white) >= least, "\(theme.name) \(role) \(depth)")
      }
    }
  }

  @Test(
    "Where it is known, text has the contrast that WCAG asks for, and 7 in high contrast",
    arguments: Theme.builtIn)
  func known(theme: Theme) {
    let isHigh = theme.name == "high-contrast"
    for (background, ground) in [(Background.dark, Self.black), (.light, Self.white)] {
      for role in Role.allCases {
        for depth in ColourDepth.allCases {
          guard let colour = components(theme, role, depth, background) else { continue }
          // xterm's red on black is 3.6; it is bold wherever it is used.
          let least = isHigh ? 7 : depth == .full ? 4.5 : 3.5
          #expect(contrast(colour, ground) >= least, "\(theme.name) \(role) \(depth) \(background)")
        }
      }
    }
  }

  /// What people see whose eyes lack the cones for red or for green (Machado, Oliveira and Fernandes 2009).
  private static let blindness: [String: [[Double]]] = [
    "protanopia": [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ],
  ]

  @Test("Without red or green cones, good looks unlike caution and bad", arguments: blindness.keys.sorted())
  func colourBlind(kind: String) throws {
    let matrix = try #require(Self.blindness[kind])
    let seen = { (colour: [Int]) in
      matrix.map { row in zip(row, colour).reduce(0) { $0 + $1.0 * Double($1.1) } }
    }
    for background in Background.allCases {
      let good = try #require(components(.standard, .good, .full, background))
      for role in [Role.caution, .bad] {
        let other = try #require(components(.standard, role, .full, background))
        let distance = zip(seen(good), seen(other)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        #expect(distance.squareRoot() > 100, "\(role) on \(background)")
        #expect(abs(luminance(good) - luminance(other)) > 0.01, "\(role) on \(background)")
      }
    }
  }
}
