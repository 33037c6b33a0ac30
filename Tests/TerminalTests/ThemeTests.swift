import PlainText
import Testing
import TextUI

@testable import Terminal

@Suite("Themes")
struct ThemeTests {
  private func read(_ text: String) -> (theme: Theme?, problems: [SettingProblem]) {
    Theme.read(Array(text.utf8), name: "mine")
  }

  @Test("Those that come with the program are read without a word", arguments: Theme.builtIn)
  func builtIn(theme: Theme) {
    #expect(!theme.looks.isEmpty && theme.title != theme.name)
    #expect(theme.looksByBackground.count == 2)
    for look in Array(theme.looks.values) + theme.looksByBackground.values.flatMap(\.values) {
      for (depth, colour) in look.colours where depth == .eight || depth == .sixteen {
        #expect((0..<8).contains(colour), "the bright half means nothing: some terminals make greys of it")
      }
    }
  }

  @Test("A theme may say a colour by name, number, or red, green and blue")
  func colours() throws {
    let theme = try #require(
      read(
        """
        {"title": "Mine", "roles": {"good": {"8": "cyan", "256": "#0087ff", "bold": true}, "bad": {"16": 9, "256": 202}},
         "light": {"good": {"8": "default", "256": 26, "underline": true}}}
        """
      ).theme)
    let good = theme.look(of: .good, on: .unknown)
    #expect(good.colours == [.eight: 6, .sixteen: 6, .eightyEight: 23, .full: 33])
    #expect(good.bold && !good.underline)
    #expect(theme.look(of: .bad, on: .dark).colours[.sixteen] == 9)
    #expect(theme.look(of: .good, on: .light).colours[.eight] == nil)
    #expect(theme.look(of: .good, on: .light).underline)
    #expect(theme.look(of: .plain, on: .dark) == Theme.Look())
  }

  @Test("What is wrong is said with its place, and the rest counts")
  func problems() throws {
    let (theme, problems) = read(
      """
      {
        "roles": {
          "good": {"8": "teal", "256": 300, "bold": "yes"},
          "fine": {},
          "bad": {"8": "#ff0000", "7": 1, "256": 166}
        },
        "colours": {}
      }
      """)
    #expect(theme?.look(of: .bad, on: .unknown).colours[.full] == 166)
    #expect(theme?.look(of: .good, on: .unknown) == Theme.Look())
    let said = problems.map { "\($0.place.line):\($0.place.column) \($0.what)" }
    #expect(
      said == [
        "3:19 “teal” is no colour of a terminal of 8 colours",
        "3:34 300 is no colour of a terminal of 256 colours", "3:47 a text stands here",
        "4:5 there is no role “fine”", "5:18 a terminal of 8 colours does not know #ff0000",
        "5:29 a role has no member “7”", "7:3 a theme has no member “colours”",
      ])
    #expect(problems.allSatisfy { !$0.mend.isEmpty })
  }

  @Test(
    "What is no JSON at all is no theme",
    arguments: ["", "{", "[]", "{\"roles\": {,}}", "\u{FEFF}{}", "null"])
  func broken(text: String) {
    let (theme, problems) = read(text)
    #expect(theme == nil && problems.count == 1)
  }
}
