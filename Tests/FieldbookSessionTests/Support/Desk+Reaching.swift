import FieldbookScreens
import FieldbookSession

extension Desk {
  /// Goes to a screen by keys, from wherever it is; false where this workspace has no way to it.
  func reach(_ name: ScreenName) -> Bool {
    leaveText()
    go("1")
    switch name {
    case .schools: break
    case .school: go("Enter")
    case .visits: go("2")
    case .actions: go("3")
    case .review: go("2", "g", "Enter")
    case .ready: go("2", "g", "Enter", "R")
    case .form: go("2", "g", "Enter", "E")
    case .source: go("g", "=")
    case .preview: go("p")
    case .undo: go("U")
    case .frameworks: session.perform(id: "frameworks.show")
    case .framework:
      session.perform(id: "frameworks.show")
      go("Enter")
    case .help: go("?")
    }
    return session.screenName == name
  }

  /// Leaves the line or the form that takes the keys as text, and what was narrowed.
  private func leaveText() {
    if session.isBlank { go("Enter") }
    for _ in 1...3 { go("Esc") }
    if session.visited != nil { go("V") }
  }
}
