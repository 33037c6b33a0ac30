/// What can be done to the text of the field that has the focus, besides typing.
extension Form {
  /// Whether the field that has the focus takes text.
  public var isInText: Bool { editor != nil }

  /// Whether there is a change to the focused text to take back.
  public var canUndo: Bool { editor?.canUndo ?? false }

  /// Whether there is a change to the focused text to do again.
  public var canRedo: Bool { editor?.canRedo ?? false }

  /// The sentence that the cursor is in, empty outside text.
  public var sentenceAtCursor: String { editor?.sentenceAtCursor ?? "" }

  /// How many words the focused text has, and of how many where there is advice: `142 of 500–1,000 words`.
  public var wordsInFocus: String? {
    guard let editor, let field = focusedField else { return nil }
    let count = editor.wordCount
    guard let advice = field.words else {
      guard case .text = field.kind, count > 0 else { return nil }
      return count == 1 ? "1 word" : "\(count.grouped) words"
    }
    return "\(count.grouped) of \(advice.lowerBound.grouped)–\(advice.upperBound.grouped) words"
  }

  /// Writes a phrase into the focused text and goes to its first gap.
  public mutating func insert(phrase: String) {
    withEditor { $0.insert(phrase: phrase) }
    shownProblems[focus] = nil
  }

  /// Takes the cursor to where a text stands in the focused field: at or after the cursor, or before it. Says which of
  /// how many it is, `nil` where there is none.
  public mutating func find(
    _ text: String, from place: Int, backwards: Bool = false
  ) -> (index: Int, count: Int)? {
    withEditor { $0.find(text, from: place, backwards: backwards) } ?? nil
  }

  /// How many characters stand before the cursor of the focused text.
  public var cursor: Int { editor?.cursor ?? 0 }

  mutating func goToNextGap() -> Bool {
    withEditor { $0.goToNextGap() } ?? false
  }

  /// Keeps the lines of every text, those without the focus too, for each is drawn after each key.
  mutating func keepLines(width: Int) {
    for field in fields {
      guard case .text = field.kind, let index = states.index(forKey: field.id) else { continue }
      states.values[index].keepLines(width: width)
    }
  }

  private var editor: TextEditor? {
    guard case .text(let editor) = states[focus] else { return nil }
    return editor
  }

  /// Lets the editor of the focused text work on what was cut anywhere in the form; `nil` where there is none.
  @discardableResult
  mutating func withEditor<Outcome>(_ work: (inout TextEditor) -> Outcome) -> Outcome? {
    guard let index = states.index(forKey: focus), case .text(var editor) = states.values[index] else {
      return nil
    }
    states.values[index] = .choice(nil)
    editor.clippings = clippings
    let outcome = work(&editor)
    clippings = editor.clippings
    states.values[index] = .text(editor)
    return outcome
  }
}
