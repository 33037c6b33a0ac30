import TextUI

/// Finding in the text of the field that has the keys.
extension FormScreen {
  /// What is looked for; nil until something is.
  public var find: String? {
    get { search.text }
    set { search.text = newValue }
  }

  /// Where a search that is typed begins: it stays there while more of it is typed.
  mutating func beginFind() {
    search = TextSearch(text: "", start: form.cursor)
  }

  /// Whether anything has been looked for in this form.
  var isFindBegun: Bool { !(search.text ?? "").isEmpty }

  /// The first match from where the search began.
  public mutating func landOnMatch(_ context: ScreenContext) {
    search.outcome = form.find(search.text ?? "", from: search.start).map { TextSearch.Outcome($0) }
  }

  /// Goes to the match after the cursor, or to the one before it.
  mutating func goToMatch(backwards: Bool) {
    let place = form.cursor + (backwards ? 0 : 1)
    search.outcome = form.find(search.text ?? "", from: place, backwards: backwards).map {
      TextSearch.Outcome($0)
    }
  }

  /// Forms have no rows to move through; up and down lead from match to match while something is looked for.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    guard isFindBegun, movement == .up || movement == .down else { return }
    goToMatch(backwards: movement == .up)
  }

  /// Which match of how many the cursor is on.
  var findNote: String {
    guard let text = search.text, !text.isEmpty else { return "Type what to find in this text" }
    guard let outcome = search.outcome else { return "“\(text)” is not in this text" }
    return "“\(text)”: \(outcome.index + 1) of \(outcome.count) in this text"
  }
}

/// What is looked for in a text.
struct TextSearch: Sendable {
  /// Which match of how many.
  struct Outcome: Sendable {
    let index: Int
    let count: Int

    init(_ found: (index: Int, count: Int)) {
      (index, count) = found
    }
  }

  var text: String?
  var start = 0
  var outcome: Outcome?
}
