import FieldbookModel

/// Reports cells of figures that are neither numbers nor codes that are known; each text is looked up once.
struct TokenCheck: Sendable {
  private var known: Set<String> = []

  mutating func check(_ text: String, line: Int, column: String, _ problems: inout ProblemLog) {
    if known.contains(text) { return }
    if text.isBlank || MissingReason(code: text) != nil {
      known.insert(text)
      return
    }
    problems.note(
      "unknown-token", line: line, column: column, found: text,
      "this is neither a number nor a code that is known; it is kept as it stands")
  }
}
