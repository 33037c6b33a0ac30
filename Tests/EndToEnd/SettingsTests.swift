import PlainText
import Testing

@Suite("The user's settings")
struct SettingsTests {
  /// A trial whose user has settings.
  private func trial(_ settings: String) throws -> Trial {
    let trial = try Trial()
    try trial.write(settings)
    return trial
  }

  private func rows(_ outcome: Program.Outcome) throws -> [String: (value: String?, source: String?)] {
    let root = try JSONValue.parse(Array(outcome.output.utf8))
    var rows: [String: (value: String?, source: String?)] = [:]
    for row in root["rows"]?.array ?? [] {
      rows[row["name"]?.string ?? ""] = (row["value"]?.string, row["source"]?.string)
    }
    return rows
  }

  @Test("Without any, the program's own choices hold, and every setting is listed")
  func standard() throws {
    let trial = try Trial()
    let outcome = trial.run(["config", "--format", "json"], inWorkspace: false)
    let rows = try rows(outcome)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(
      rows.keys.sorted() == ["ascii", "background", "colours", "editor", "name", "plain", "role", "theme"])
    #expect(rows["theme"]?.value == "blue-orange" && rows["theme"]?.source == "default")
    #expect(rows["name"]?.value == "r.reviewer" && rows["editor"]?.value == "vi")
  }

  @Test(
    "An option comes before the environment, the environment before the file, the file before the default")
  func precedence() throws {
    let trial = try trial(
      """
      {"name": "R. Reviewer", "theme": "traffic-light", "colours": 16, "ascii": false,
       "background": "light", "editor": "nano -w"}
      """)
    let file = try rows(trial.run(["config", "--format", "json"], inWorkspace: false))
    #expect(file["name"]?.value == "R. Reviewer" && file["name"]?.source == "config.json, line 1")
    #expect(file["colours"]?.value == "16" && file["background"]?.value == "light")
    #expect(file["background"]?.source == "config.json, line 2")
    let variables = [
      "NO_COLOR": "1", "FIELDBOOK_THEME": "high-contrast", "FIELDBOOK_NAME": "A. Other", "EDITOR": "ed",
      "COLORFGBG": "15;0",
    ]
    let environment = try rows(
      trial.run(["config", "--format", "json"], inWorkspace: false, environment: variables))
    #expect(
      environment["colours"]?.value == "none" && environment["colours"]?.source == "environment, NO_COLOR")
    #expect(environment["theme"]?.value == "high-contrast" && environment["name"]?.value == "A. Other")
    // EDITOR is for every program: what is said of this one alone comes before it.
    #expect(environment["editor"]?.value == "nano -w" && environment["background"]?.value == "light")
    let options = try rows(
      trial.run(
        ["--colours", "8", "--ascii", "config", "--theme", "blue-orange", "--format", "json"],
        inWorkspace: false, environment: variables))
    #expect(options["colours"]?.value == "8" && options["colours"]?.source == "option --colours")
    #expect(options["theme"]?.value == "blue-orange" && options["ascii"]?.value == "true")
  }

  @Test("NO_COLOR counts only when it says something")
  func emptyNoColour() throws {
    let trial = try Trial()
    let outcome = trial.run(
      ["config", "--format", "json"], inWorkspace: false, environment: ["NO_COLOR": ""])
    #expect(try rows(outcome)["colours"]?.value == "auto")
  }

  @Test("Every bad value is said with its place and a way to mend it, and the rest counts")
  func problems() throws {
    let trial = try trial(
      """
      {
        "name": "  ",
        "theme": "nightfall",
        "background": "grey",
        "colours": 12,
        "ascii": "yes",
        "plane": true,
        "editor": "nano",
        "keys": {"quit": ["Ctrl-Q"]}
      }
      """)
    let outcome = trial.run(["config", "--format", "json"], inWorkspace: false)
    #expect(outcome.status == 65)
    #expect(try rows(outcome)["editor"]?.value == "nano")
    #expect(try rows(outcome)["theme"]?.value == "blue-orange")
    for place in [
      "config.json:2:11: this text is empty", "config.json:3: there is no theme “nightfall”",
      "config.json:4:17: “grey” is no background", "config.json:5:14: 12 is no number of colours",
      "config.json:6:12: a text stands here", "config.json:7:3: there is no setting “plane”",
      "config.json:9:21: there is no key “Ctrl-Q”",
    ] {
      #expect(outcome.errors.contains(place), "\(place) in\n\(outcome.errors)")
    }
  }

  @Test(
    "A file that is no settings at all is said, and the program goes on",
    arguments: ["", "{\"theme\": }", "[]", "{\"theme\": \"a\", \"theme\": \"b\"}", "\u{0}"])
  func broken(text: String) throws {
    let trial = try trial(text)
    let outcome = trial.run(["config"], inWorkspace: false)
    #expect(outcome.status == 65 && outcome.errors.contains("config.json:1:"))
    #expect(outcome.output.contains("blue-orange"))
    try trial.make()
    #expect(trial.run(["check"]).status == 0)
  }

  @Test("A theme of one's own is used, and one that is broken is said and replaced")
  func ownTheme() throws {
    let trial = try trial(#"{"theme": "mine"}"#)
    try trial.write(#"{"title": "Mine", "roles": {"bad": {"8": "teal"}}}"#, toSettings: "themes/mine.json")
    let outcome = trial.run(["config"], inWorkspace: false)
    #expect(outcome.status == 65 && outcome.output.contains("mine: your own"))
    #expect(outcome.errors.contains("themes/mine.json:1:42: “teal” is no colour of a terminal of 8 colours"))
  }

  @Test("keys prints the user's own")
  func keys() throws {
    let trial = try trial(#"{"keys": {"evidence.add": ["F2"]}}"#)
    let listed = trial.run(["keys", "--format", "json"], inWorkspace: false).output
    let rows = try JSONValue.parse(Array(listed.utf8))["rows"]?.array ?? []
    #expect(rows.first { $0["id"]?.string == "evidence.add" }?["keys"] == .array([.string("F2")]))
    #expect(rows.first { $0["id"]?.string == "quit" }?["keys"] == .array([.string("q")]))
  }

  @Test("The path is printed whether or not the file is there")
  func path() throws {
    let trial = try Trial()
    let outcome = trial.run(["config", "--path"], inWorkspace: false)
    #expect(outcome.output == trial.folder + "/.config/fieldbook/config.json\n")
    let elsewhere = trial.run(
      ["config", "--path"], inWorkspace: false, environment: ["XDG_CONFIG_HOME": trial.folder + "/xdg"])
    #expect(elsewhere.output == trial.folder + "/xdg/fieldbook/config.json\n")
  }

  @Test("On opening, one line says that something was not understood; keys of one's own work")
  func opening() throws {
    let trial = try Trial.imported()
    try trial.write(#"{"theme": "nightfall", "keys": {"quit": ["F9"]}}"#)
    let terminal = try trial.open()
    try terminal.waitFor("Your settings: config.json, line 1 not understood; fieldbook doctor says more")
    try terminal.send("\u{1B}[20~")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.isLeftAsFound)
  }
}

extension Trial {
  /// Writes the user's settings, or another file in their folder.
  func write(_ text: String, toSettings name: String = "config.json") throws {
    let file = folder + "/.config/fieldbook/" + name
    let parent = file.split(separator: "/").dropLast().joined(separator: "/")
    _ = Program.run(Program.path(named: "mkdir"), ["-p", "/" + parent])
    _ = try write(text, to: ".config/fieldbook/" + name)
  }
}
