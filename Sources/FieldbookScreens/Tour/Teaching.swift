import TextUI

/// What teaches the program, at the foot of the real screens: it swallows no key and writes nothing.
public enum Teaching: Hashable, Sendable {
  /// The keys that matter, until the next key.
  case firstRun
  /// A visit, step by step.
  case tour(Tour)
}

extension Navigation {
  /// Shows the keys that matter, until the next key.
  public mutating func teachFirstRun() {
    teaching = .firstRun
  }

  /// The key that is about to be answered ends the first lesson, and may follow a step of the tour.
  mutating func learn(_ context: ScreenContext) {
    switch teaching {
    case .firstRun: teaching = nil
    case .tour(let tour): teaching = .tour(tour.advanced(self, context))
    case nil: break
    }
  }

  /// Shows what is taught at the foot of the page; not under a list to choose from, which needs the room.
  func describeTeaching(on page: inout Page, _ context: ScreenContext) {
    if let prompt, [.palette, .phrase].contains(prompt.kind) { return }
    switch teaching {
    // Line mode says at its beginning what can be typed, and some of these keys are none there.
    case .firstRun: page.strip = context.isSpoken ? nil : FirstRun.strip(context)
    case .tour(let tour): page.strip = tour.advanced(self, context).strip(self, context)
    case nil: break
    }
  }
}

/// What is shown the first time a workspace is opened.
enum FirstRun {
  static func strip(_ context: ScreenContext) -> Strip {
    func row(_ id: String, _ screen: ScreenName, _ words: String) -> Hint {
      Hint(key: context.key(id, on: screen), title: words)
    }
    return Strip(
      title: "New here? Five keys do nearly everything",
      rows: [
        row("school.open", .schools, "opens what the cursor is on; Esc goes back; arrows move"),
        row("find.start", .schools, "finds a school as you type its name"),
        row("evidence.add", .review, "takes a note in a review: one line, Enter, and it is saved"),
        row("palette.show", .schools, "does anything by its name: :tour and Enter walks you through a visit"),
        row("help.show", .schools, "shows every key of the screen in front"),
        Hint(key: "", title: "Any key does what it always does, and this goes. :first-run brings it back."),
      ])
  }
}

extension ActionTable {
  private static let outsideText = Set(ScreenName.allCases).subtracting([.form])

  static let teaching: [Action] = [
    Action(
      "first-run", "first keys", keys: [], on: outsideText, help: "The five keys that matter, on this screen."
    ) { navigation, _ in
      navigation.teachFirstRun()
      return []
    },
    Action(
      "tour", "tour", keys: [], on: outsideText,
      help: "Walk through one visit, step by step, on your own screens. It writes nothing by itself."
    ) { navigation, context in
      navigation.teaching = .tour(Tour(context))
      return [.section(SchoolsScreen()), .say("The tour begins: its next step stands below", .good)]
    },
    Action(
      "tour.leave", "leave tour", keys: [], on: outsideText, help: "End the tour where it is.",
      unless: { navigation, _ in
        if case .tour = navigation.teaching { return nil }
        return "No tour is under way: :tour begins one"
      }
    ) { navigation, _ in
      navigation.teaching = nil
      return [.say("The tour is over: :tour begins it again", .plain)]
    },
  ]
}
