import FieldbookScreens
import FieldbookSession

extension Desk {
  /// Goes to a screen by keys, from wherever it is; false where this workspace has no way to it.
  func reach(_ name: ScreenName) -> Bool {
    leaveText()
    // Where a table was filtered, Esc shows all its rows again.
    go("1", "Esc")
    switch name {
    case .schools: break
    case .school: go("Enter")
    case .visits: go("2")
    case .actions: go("3")
    case .review: open("formal")
    case .ready: open("formal", "R")
    case .noteOfVisit: open("note of visit")
    case .readyToShare: open("note of visit", "R")
    case .meeting: open("progress meeting")
    case .readyToHold: open("progress meeting", "R")
    case .form: open("formal", "E")
    case .source: findSource()
    case .preview: go("p")
    case .undo: go("U")
    case .phrases: session.perform(id: "phrases.show")
    case .frameworks: session.perform(id: "frameworks.show")
    case .framework:
      session.perform(id: "frameworks.show")
      go("Enter")
    case .help: go("?")
    case .filter: go("f")
    case .values: go("f", "Enter")
    case .columns: go("c")
    case .views: go("w")
    case .everything: findEverything()
    case .calendar: session.perform(id: "calendar.show")
    case .collections: session.perform(id: "collections.show")
    case .changes: go("C")
    case .data: go("4")
    case .trustTable: go("T")
    case .schoolData: go("Enter", "D")
    case .arrival: go("4", "Enter")
    case .measure: compare()
    case .similar:
      compare()
      go("i")
    case .scatter:
      compare()
      go("t")
    }
    return session.screenName == name
  }

  /// Opens the first visit that holds a text.
  private func open(_ text: String, _ keys: String...) {
    go("2", "/")
    type(text)
    go("Enter", "Enter")
    for key in keys { go(key) }
  }

  /// Goes down to the first school that has a result, whatever the order.
  private func findSource() {
    go("g")
    for _ in 0..<12 where session.screenName != .source {
      go("=")
      if session.screenName != .source { go("Down") }
    }
  }

  /// Goes down to the first school that has a result, and compares it.
  private func compare() {
    go("g")
    for _ in 0..<12 where session.screenName != .measure {
      go("x")
      if session.screenName != .measure { go("Down") }
    }
  }

  /// Looks for something, and comes back from it when it was found.
  private func findEverything() {
    go("*")
    type("a")
    go("Enter")
    if session.screenName != .everything { go("Esc") }
  }

  /// Leaves the line or the form that takes the keys as text, and what was narrowed.
  private func leaveText() {
    if session.isBlank { go("Enter") }
    for _ in 1...3 { go("Esc") }
    if session.visited != nil { go("V") }
  }
}
