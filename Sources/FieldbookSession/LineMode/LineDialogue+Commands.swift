import FieldbookScreens
import TextUI

/// What is typed on a page.
extension LineDialogue {
  func takeCommand(_ line: String) {
    switch LineCommand(line, actions: session.offered) {
    case .readOn:
      let spoken = session.spokenPage().spoken
      if reading.next < spoken.count { readOn(spoken) } else { readAgain() }
    case .readAll:
      let spoken = session.spokenPage().spoken
      if reading.next >= spoken.count { reading.next = 0 }
      readOn(spoken, count: spoken.count)
    case .readAgain: readAgain()
    case .help: sayHelp()
    case .open(let number): open(number)
    case .goTo(let number): if goTo(number) { sayWhere(session.spokenPage().spoken) }
    case .run(let id, let rows, let text): run(id, rows, text)
    case .palette(let name):
      session.perform(id: "palette.show")
      if session.navigation.promptKind != nil { takePromptLine(name) }
    case .unknown(let typed): say("“\(typed)” means nothing here: ? lists what can be typed.")
    }
  }

  /// Takes the cursor to a numbered row, or says that there is none.
  private func goTo(_ number: Int) -> Bool {
    let spoken = session.spokenPage().spoken
    guard let place = spoken.place(number) else {
      say(
        spoken.choices == 0
          ? "There are no rows here to choose from."
          : "There is no row \(number): they go from 1 to \(spoken.choices).")
      return false
    }
    guard session.choose(place) else {
      say("Row \(number) cannot be chosen just now.")
      return false
    }
    reading.chosen = place
    return true
  }

  private func open(_ number: Int) {
    if goTo(number) { session.press(.enter) }
  }

  private func run(_ id: String, _ rows: [Int], _ text: String) {
    for row in rows.isEmpty ? [nil] : rows.map(Optional.some) {
      if let row, !goTo(row) { return }
      session.perform(id: id)
    }
    if !text.isEmpty, session.navigation.promptKind != nil { takePromptLine(text) }
  }

  /// Everything that can be typed on this page.
  private func sayHelp() {
    say("On every page:")
    for line in everywhere { say(line) }
    let offered = session.offered.filter { !LineDialogue.ofTheCursor.contains($0.action.id) }
    say("On this page, by key, by name or by id:")
    for offer in offered {
      let names = offer.keyNames + [offer.action.title, offer.action.id]
      let ways = names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] }
      let not = offer.reason.map { " Not now: \($0)." } ?? ""
      say("\(ways.joined(separator: ", ")): \(offer.action.help)\(not)")
    }
  }

  private var everywhere: [String] {
    [
      "a number: opens that row, as Enter does on a screen",
      "at 3: goes to row 3, for the actions that follow",
      "a key or a name and numbers, W 3 or mark 2 5: goes to each row and does it there",
      "Enter alone: reads on, or reads the page again; all: reads all that is left; again: from the start",
      "/text: finds; \(session.key("evidence.add", on: .review)) text: takes a note in one line, in a review; "
        + ":name runs any action",
      "back: one page back; \(session.key("quit")): leaves",
    ]
  }

  /// Actions that only move a cursor that can be seen.
  private static let ofTheCursor: Set<String> = [
    "cursor.up", "cursor.down", "cursor.page-up", "cursor.page-down", "cursor.first", "cursor.last",
    "screen.redraw", "screen.blank", "pane.switch", "screen.suspend", "palette.show", "help.show",
    "help.hide",
  ]
}
