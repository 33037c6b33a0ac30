import FieldbookModel
import TextUI

/// Choosing a phrase while a text is being typed: the list stands in front of the form or the page, and is narrowed by
/// what is typed.
extension Navigation {
  /// Opens the list of phrases, if there is a text in front to write one into.
  mutating func beginPhrases() {
    heldPrompt = prompt
    prompt = OpenPrompt(kind: .phrase, editor: LineEditor(), before: nil)
  }

  /// Whether a key asks for phrases in the line being typed.
  func asksForPhrases(_ key: Key, _ context: ScreenContext) -> Bool {
    guard case .capture? = prompt?.kind else { return false }
    return context.keys.action(for: key, on: .form)?.id == "phrase.insert"
  }

  /// Closes the list; the line that was being typed is back.
  mutating func endPhrases() {
    prompt = heldPrompt
    heldPrompt = nil
  }

  /// Writes the chosen phrase where the cursor was.
  mutating func insertPhrase(_ open: OpenPrompt, _ context: ScreenContext) -> [Effect] {
    let offered = phrases(open, context)
    guard offered.indices.contains(open.chosen) else {
      return [.say("No phrase holds that: Esc leaves, Backspace widens", .caution)]
    }
    endPhrases()
    let text = offered[open.chosen].text
    if prompt != nil {
      prompt?.editor.insert(phrase: text)
    } else if var form = front as? FormScreen {
      form.form.insert(phrase: text)
      front = form
    }
    return text.contains("…") || text.contains("...") ? [.say("Tab goes from gap to gap", .plain)] : []
  }

  /// The phrases on offer, those of the place first.
  func phrases(_ open: OpenPrompt, _ context: ScreenContext) -> [Phrase] {
    let place = phrasePlace
    return context.snapshot.phrases.offered(area: place.area, use: place.use, find: open.editor.text)
  }

  /// The area of the text being typed, and what it is to say.
  private var phrasePlace: (area: String, use: Phrase.Use?) {
    if case .capture(_, let area)? = heldPrompt?.kind { return (area, nil) }
    guard let form = front as? FormScreen else { return ("", nil) }
    return (form.areaInHand, form.useInHand)
  }

  /// The list, in the place of the page.
  func describePhrases(_ open: OpenPrompt, on page: inout Page, _ context: ScreenContext) {
    let offered = phrases(open, context)
    let rows = offered.map { phrase in
      TableRow([
        Line(phrase.use?.sign ?? " "), Line(phrase.text),
        Line(PhrasesScreen.areas(of: phrase, context), .quiet),
      ])
    }
    let columns = [
      TableColumn("", minWidth: 1, priority: 8),
      TableColumn("Phrase", minWidth: 24, idealWidth: 70, priority: 9, grows: true),
      TableColumn("Areas", minWidth: 12, idealWidth: 24, priority: 5),
    ]
    let table = TableBlock(
      columns: columns, rowCount: rows.count, cursor: rows.isEmpty ? nil : min(open.chosen, rows.count - 1),
      emptyText: [
        "No phrase holds that.", "", "Backspace widens the list; Esc goes back to your text.",
        ":phrases, outside text, adds and changes phrases.",
      ]
    ) { rows[$0] }
    page.blocks = [.table(table, id: "phrases")]
    page.status = Line(offered.indices.contains(open.chosen) ? offered[open.chosen].text : "", .quiet)
    page.prompt = Prompt(
      label: "phrase:", editor: open.editor, preview: Line("Enter writes it · Esc leaves", .quiet))
  }
}

extension FormScreen {
  /// The area that the form is about, as it is chosen now.
  var areaInHand: String {
    if case .choice(let id?) = form.values["area"] { return id }
    if case .choices(let ids) = form.values["areas"], let first = ids.first { return first }
    switch purpose {
    case .note(_, _, let area), .finding(_, _, let area), .judgement(_, let area), .notReviewed(_, let area),
      .newAction(_, _, let area):
      return area
    default: return ""
    }
  }

  /// What the text in hand is to say: that of an action a next step, else what is chosen beside it.
  var useInHand: Phrase.Use? {
    switch purpose {
    case .newAction, .action: return .next
    case .point(_, let kind): return kind == .strength ? .strength : .improve
    default: break
    }
    for field in ["strength", "kind"] {
      guard case .choice(let id?) = form.values[field] else { continue }
      return id == EvidenceStrength.strength.rawValue ? .strength : .improve
    }
    return nil
  }
}
