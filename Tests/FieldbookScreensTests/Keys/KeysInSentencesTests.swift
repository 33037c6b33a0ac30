import FieldbookModel
import Synchronization
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("Sentences name the keys that are in force")
struct KeysInSentencesTests {
  /// No action has a key but the fixed ones and that which saves a form: every sentence has to name the palette.
  private static let none: KeyBindings = {
    var chosen: [KeyBindings.Spot: [Key]] = [:]
    for action in ActionTable.all {
      for screen in action.screens { chosen[KeyBindings.Spot(screen: screen, id: action.id)] = [] }
    }
    chosen[KeyBindings.Spot(screen: .form, id: "form.accept")] = [.function(12)]
    return KeyBindings(chosen: chosen)
  }()

  /// Every screen of a workspace, drawn with those keys.
  private static func screens(_ snapshot: Snapshot, size: TerminalSize = ScreenDriver.wide) -> [Visited] {
    AllScreens.of(snapshot, size: size).map { visited in
      var driver = visited.driver
      driver.keys = none
      driver.resize(size)
      return Visited(name: visited.name, driver: driver)
    }
  }

  /// A key before a verb, or after “press”.
  nonisolated(unsafe) private static let patterns: [Regex<AnyRegexOutput>] = {
    let verb = """
      adds|saves|shows|opens|takes|makes|leaves|goes|looks|acts|changes|filters|turns|chooses|lists|starts|resumes|\
      signs|finds|answers|deletes|does|begin|begins|brings|cuts|again|types|marks|next|before|writes|walks|says|\
      agrees|pastes|replaces|keeps
      """
    let key = #"[A-Za-z]|[0-9]|[/?=*<>\[\]+-]|Enter|Space|Tab|F[0-9]+|\^[A-Z\]]"#
    return [
      #"(?:^|[\s(“·:;,])("# + key + #") (?:and [a-z<>] )?(?:"# + verb + #")\b"#,
      #"[Pp]ress ("# + key + #")\b"#, #"\(("# + key + #")\)"#, #"[Ww]ith (q)\b"#,
      #"(?:^|\s)([b-zB-HJ-Z]|F[0-9]+|\^[A-Z\]])[,:]? (?:to|then)\b"#, #"^([a-z])› "#,
    ].compactMap { try? Regex($0) }
  }()

  /// The keys of the table that a sentence names.
  static func keysNamed(in text: String) -> [String] {
    patterns.flatMap { pattern in
      text.matches(of: pattern).compactMap { $0.output[1].substring.map(String.init) }
    }
  }

  /// What always means the same: in a line that is being typed, and in a form.
  private static let fixedInText: Set<String> = ["Enter", "Tab", "Space", "F12"]

  /// Most rows stand on many frames: each is looked at once.
  private final class Looked: Sendable {
    private let texts = Mutex<Set<String>>([])
    func isNew(_ text: String) -> Bool { texts.withLock { $0.insert(text).inserted } }
  }
  private let looked = Looked()

  private func check(_ text: String, _ where: String, isText: Bool = false) {
    guard looked.isNew("\(isText)\(text)") else { return }
    let stale = KeysInSentencesTests.keysNamed(in: text).filter {
      !["^G", "^Z", ":"].contains($0) && !(isText && KeysInSentencesTests.fixedInText.contains($0))
    }
    #expect(stale.isEmpty, "\(`where`): \(stale) in “\(text)”")
  }

  /// The palette and the screen of keys quote the help of actions, `:x and Enter` being among it; and n is a number.
  private func check(_ driver: ScreenDriver, _ what: String) {
    let quoted = ["does nothing here", "and Enter", "Pupils (n)", "type what you see and press Enter"]
    for row in driver.rows where !quoted.contains(where: row.contains) {
      check(row, what, isText: driver.navigation.isTyping)
    }
  }

  @Test("The test would notice")
  func notices() {
    for text in [
      "None yet. r starts one.", "3 marked: m acts on them", "A hidden column has no place: Space shows it",
      "Press 1 for the schools", "left before signing (R)", "Leave with q, and", "^S again does it",
      "/ looks for something else", "“x” on 2 lines · n next, N before",
      "open the form again, or d, to go on",
      "e› a note", "Nothing yet. e takes a note", " > and < begin a range", "Nothing blocks: S signs",
    ] { #expect(!KeysInSentencesTests.keysNamed(in: text).isEmpty, "\(text)") }
    for text in ["A framework needs at least one area", ":review.start starts one", "R. Reviewer agreed it"] {
      #expect(KeysInSentencesTests.keysNamed(in: text).isEmpty, "\(text)")
    }
  }

  @Test("What screens show", arguments: [true, false])
  func frames(isFull: Bool) {
    for visited in KeysInSentencesTests.screens(isFull ? Invented.full : Invented.empty) {
      check(visited.driver, "\(visited.name)")
    }
  }

  @Test("What actions say, do and give as the reason why not", arguments: [true, false])
  func actions(isFull: Bool) {
    // Sentences fit, and there is little else to draw.
    let size = TerminalSize(columns: 110, rows: 16)
    for visited in KeysInSentencesTests.screens(isFull ? Invented.full : Invented.empty, size: size) {
      for action in ActionTable.actions(on: visited.name)
      where !["cursor.", "sort.", "text."].contains(where: action.id.hasPrefix) {
        var driver = visited.driver
        driver.run(action.id)
        check(driver.message, "\(visited.name), \(action.id)", isText: driver.navigation.isTyping)
        check(driver, "after \(action.id) on \(visited.name)")
        driver.press("Esc")
        check(driver.message, "Esc after \(action.id) on \(visited.name)")
      }
    }
  }

  @Test("What is said while something is found, filtered, marked, drafted or visited")
  func states() {
    for visited in KeysInSentencesTests.screens(Invented.full) {
      var driver = visited.driver
      driver.press("~")
      check(driver.message, "an unknown key on \(visited.name)")
      driver.run("find.start")
      driver.type("a")
      driver.press("Enter")
      check(driver, "\(visited.name), found")
      driver.run("find.next")
      check(driver.message, "\(visited.name), next")
      driver.run("mark.toggle")
      driver.run("visit.toggle")
      check(driver, "\(visited.name), visited")
    }
    var driver =
      KeysInSentencesTests.screens(Invented.full).first { $0.name == .review }?.driver
      ?? ScreenDriver()
    driver.run("evidence.form")
    driver.type("half a note")
    driver.press("Esc")
    check(driver.message, "a draft kept")
    check(driver, "a review with a draft")
    driver.run("section.schools")
    check(driver, "schools with a draft")
    for step in ["tour", "school.open", "review.start", "first-run"] {
      driver.run(step)
      check(driver, "taught: \(step)")
    }
  }

  @Test("A key of the user’s own stands in every place of the standard one")
  func own() {
    var driver = ScreenDriver(Invented.empty, size: ScreenDriver.wide)
    driver.keys = KeyBindings(chosen: [
      KeyBindings.Spot(screen: .visits, id: "section.schools"): [.function(5)],
      KeyBindings.Spot(screen: .schools, id: "review.start"): [.alt("r")],
    ])
    driver.press("2")
    #expect(driver.shows("Press F5 for the schools, choose one, and press Alt-r to start a review,"))
    #expect(driver.shows("F5 Schools"), "the sections are called by the keys they have")
  }
}
