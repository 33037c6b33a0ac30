/// What a field holds while it is being filled in.
enum FieldState: Hashable, Sendable {
  case text(TextEditor)
  case choice(String?)
  /// The ids chosen, and the row of the offer on which the cursor is.
  case choices(Set<String>, cursor: Int)

  /// A value of another kind than the field's, or an id that is not on offer, counts as nothing.
  init(_ field: FormField, value: FormValue?) {
    switch (field.kind, value) {
    case (.text, .text(let text)): self = .text(TextEditor(text))
    case (.text, _): self = .text(TextEditor())
    case (.line, .text(let text)): self = .text(TextEditor(text, isSingleLine: true))
    case (.line, _): self = .text(TextEditor(isSingleLine: true))
    case (.choice(let offer), .choice(let id)):
      self = .choice(offer.contains { $0.id == id } ? id : nil)
    case (.choice, _): self = .choice(nil)
    case (.choices(let offer), .choices(let ids)):
      self = .choices(Set(offer.map(\.id)).intersection(ids), cursor: 0)
    case (.choices, _): self = .choices([], cursor: 0)
    }
  }

  /// The same field with another text, which can be taken back; `nil` where it holds no text.
  func taking(_ value: FormValue) -> FieldState? {
    guard case .text(var editor) = self, case .text(let text) = value else { return nil }
    editor.setText(text)
    return .text(editor)
  }

  mutating func keepLines(width: Int) {
    guard case .text(var editor) = self else { return }
    self = .choice(nil)
    editor.keepLines(width: width)
    self = .text(editor)
  }

  func value(_ field: FormField) -> FormValue {
    switch self {
    case .text(let editor): .text(editor.text)
    case .choice(let id): .choice(id)
    case .choices(let ids, _): .choices(field.offer.map(\.id).filter(ids.contains))
    }
  }
}

extension FormField {
  /// What there is to choose from.
  var offer: [Choice] {
    switch kind {
    case .text, .line: []
    case .choice(let offer), .choices(let offer): offer
    }
  }
}

extension FormValue {
  /// The value as one text: ids are joined by commas.
  var draft: String {
    switch self {
    case .text(let text): text
    case .choice(let id): id ?? ""
    case .choices(let ids): ids.joined(separator: ",")
    }
  }

  init(draft: String, for kind: FormField.Kind) {
    switch kind {
    case .text, .line: self = .text(draft)
    case .choice: self = .choice(draft.isEmpty ? nil : draft)
    case .choices: self = .choices(draft.split(separator: ",").map(String.init))
    }
  }
}
