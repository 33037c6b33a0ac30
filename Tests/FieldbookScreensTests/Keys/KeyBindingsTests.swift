import PlainText
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("The user's own keys")
struct KeyBindingsTests {
  private func read(_ text: String) throws -> (keys: KeyBindings, problems: [SettingProblem]) {
    var reader = SettingsReader(try JSONDocument.parse(Array(text.utf8)))
    let keys = KeyBindings.read(reader.document.root, at: "", with: &reader)
    return (keys, reader.problems)
  }

  @Test("Without any, every key is the table's", arguments: ScreenName.allCases)
  func standard(screen: ScreenName) {
    for action in ActionTable.actions(on: screen) {
      #expect(KeyBindings.standard.keys(of: action, on: screen) == action.keys)
      for key in action.keys { #expect(KeyBindings.standard.action(for: key, on: screen)?.id == action.id) }
    }
  }

  @Test("A key of one's own does the action, and is what footer, help and palette show")
  func chosen() throws {
    let (keys, problems) = try read(#"{"evidence.add": ["F2", "b"], "report.preview": {"review": "F3"}}"#)
    #expect(problems.isEmpty)
    var driver = ScreenDriver.inReview()
    driver.keys = keys
    driver.press("F2")
    #expect(driver.shows("e›") || driver.shows("note"), "the capture line is open")
    driver.press("Esc")
    driver.press("e")
    #expect(driver.message == "e does nothing here: ? shows the keys")
    driver.press("Up")
    #expect(driver.shows("F2 note"))
    driver.press("?")
    #expect(driver.row("evidence.add").contains("F2 b"))
    driver.press("Esc", ":")
    driver.type("evidence.add")
    #expect(driver.row("▸ evidence.add").contains("F2"))
    #expect(keys.name(of: "report.preview", on: .review) == "F3")
    #expect(keys.name(of: "report.preview", on: .schools) == "p")
  }

  @Test("An action may have no key at all; `:` still finds it")
  func none() throws {
    let (keys, problems) = try read(#"{"quit": []}"#)
    #expect(problems.isEmpty && keys.action(for: .character("q"), on: .schools) == nil)
    #expect(keys.name(of: "quit", on: .schools) == ":quit")
    #expect(keys.action(for: .character(":"), on: .schools)?.id == "palette.show")
  }

  @Test(
    "What cannot be is refused with its place, and the rest counts",
    arguments: [
      (#"{"dance": ["d"]}"#, "1:2 there is no action “dance”"),
      (#"{"quit": ["Ctrl-Q"]}"#, "1:11 there is no key “Ctrl-Q”"),
      (#"{"quit": 3}"#, "1:10 a number stands here"), (#"{"quit": [3]}"#, "1:11 a number stands here"),
      (#"{"quit": {"kitchen": ["k"]}}"#, "1:11 there is no screen “kitchen”"),
      (#"{"evidence.add": {"schools": ["k"]}}"#, "1:19 the action does not work on schools"),
      (#"{"quit": ["^Z"]}"#, "1:11 ^Z cannot be given to an action: it always means the same"),
      (#"{"quit": [":"]}"#, "1:11 : cannot be given to an action: it always means the same"),
      (#"{"quit": ["Esc"]}"#, "1:11 Esc cannot be given to an action: it always means the same"),
      (
        #"{"quit": ["^I"]}"#,
        "1:11 ^I cannot be given to an action: a terminal sends the same for it as for Tab"
      ),
      (#"{"form.accept": []}"#, "1:17 form.accept needs a key: no form could be saved"),
      (#"{"form.accept": ["x"]}"#, "1:18 x cannot be given to an action: it edits text"),
      (#"{"form.accept": ["^K"]}"#, "1:18 ^K cannot be given to an action: it edits text"),
      (#"{"form.accept": ["Enter"]}"#, "1:18 Enter cannot be given to an action: it edits text"),
      (#"{"quit": ["Z"], "undo": ["Z"]}"#, "1:26 Z is already given to quit"),
      (#"{"finding.add": ["J"]}"#, "1:18 this was the only key of judgement.set"),
      ("[]", "1:1 a list stands here"),
    ])
  func refused(text: String, said: String) throws {
    let (keys, problems) = try read(text)
    #expect(problems.map { "\($0.place.line):\($0.place.column) \($0.what)" } == [said])
    #expect(problems.allSatisfy { !$0.mend.isEmpty })
    #expect(keys.action(for: .control("z"), on: .schools)?.id == "screen.suspend")
    #expect(keys.action(for: .escape, on: .form)?.id == "form.leave")
  }

  @Test("Everybody can always get out: the fixed keys stay, whatever is taken away")
  func waysOut() throws {
    let (keys, _) = try read(
      #"{"back": [], "palette.show": ["F4"], "form.leave": ["F5"], "screen.suspend": []}"#)
    for screen in ScreenName.allCases {
      #expect(keys.action(for: .escape, on: screen) != nil, "\(screen)")
      #expect(keys.action(for: .control("z"), on: screen)?.id == "screen.suspend")
    }
    #expect(keys.action(for: .function(4), on: .schools)?.id == "palette.show")
    #expect(keys.action(for: .character(":"), on: .schools)?.id == "palette.show")
  }
}
