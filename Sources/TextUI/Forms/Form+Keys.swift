extension Form {
  /// Carries out a key in a form drawn in so many columns and rows.
  public mutating func handle(_ key: Key, width: Int, height: Int) -> FormOutcome {
    switch key {
    case .control("s"): return .accept
    case .escape: return .leave
    case .tab: return goToNextGap() ? .moved : moveFocus(by: 1, wrapping: true)
    case .backTab: return moveFocus(by: -1, wrapping: true)
    default: break
    }
    guard let field = focusedField else { return .ignored }
    keepLines(width: valueWidth(width))
    let outcome =
      switch field.kind {
      case .text: handleText(key, width: valueWidth(width), height: height)
      case .line: handleLine(key)
      case .choice(let offer): handleChoice(key, offer)
      case .choices(let offer): handleChoices(key, offer)
      }
    if outcome == .edited { shownProblems[field.id] = nil }
    return outcome
  }

  private mutating func moveFocus(by step: Int, wrapping: Bool = false) -> FormOutcome {
    guard let index = fields.firstIndex(where: { $0.id == focus }) else { return .ignored }
    let next = wrapping ? (index + step + fields.count) % fields.count : index + step
    guard fields.indices.contains(next) else { return .ignored }
    moveFocus(to: fields[next].id)
    return .moved
  }

  /// In a form of one line there is no next field, so Enter accepts.
  private mutating func enter() -> FormOutcome {
    if fields.count == 1, case .line = fields[0].kind { return .accept }
    return moveFocus(by: 1)
  }

  private mutating func handleText(_ key: Key, width: Int, height: Int) -> FormOutcome {
    key == .control("o") ? .external : edit(key, width: width, height: height)
  }

  private mutating func handleLine(_ key: Key) -> FormOutcome {
    switch key {
    case .enter: enter()
    case .up: moveFocus(by: -1)
    case .down: moveFocus(by: 1)
    default: edit(key, width: .max, height: 1)
    }
  }

  /// The editor is taken out of the form while it works, so that its text is not copied at each key.
  private mutating func edit(_ key: Key, width: Int, height: Int) -> FormOutcome {
    withEditor { editor in
      let revision = editor.revision
      guard editor.handle(key, width: width, height: height) else { return .ignored }
      return editor.revision == revision ? .moved : .edited
    } ?? .ignored
  }
}

extension Form {
  private mutating func handleChoice(_ key: Key, _ offer: [Choice]) -> FormOutcome {
    guard case .choice(let id) = states[focus] else { return .ignored }
    if case .character(let character) = key { return typeAhead(character, offer, id) }
    typedAhead = ""
    let index = offer.firstIndex { $0.id == id }
    switch key {
    case .enter: return moveFocus(by: 1)
    case .left, .up: return choose(offer, index.map { $0 - 1 } ?? -1, id)
    case .right, .down: return choose(offer, index.map { $0 + 1 } ?? 0, id)
    case .home: return choose(offer, 0, id)
    case .end: return choose(offer, -1, id)
    case .backspace, .delete: return choose(nil, id)
    default: return .ignored
    }
  }

  /// Goes round at both ends.
  private mutating func choose(_ offer: [Choice], _ index: Int, _ old: String?) -> FormOutcome {
    offer.isEmpty ? .ignored : choose(offer[(index + offer.count) % offer.count].id, old)
  }

  private mutating func choose(_ id: String?, _ old: String?) -> FormOutcome {
    states[focus] = .choice(id)
    return id == old ? .moved : .edited
  }

  /// The letters typed in a row are the beginning of a title, else of a word in one; when they fit none, the last
  /// letter begins a new search.
  private mutating func typeAhead(_ character: Character, _ offer: [Choice], _ id: String?) -> FormOutcome {
    for typed in [typedAhead + String(character), String(character)] where typed != " " {
      guard let choice = Self.choice(in: offer, beginning: typed) else { continue }
      typedAhead = typed
      return choose(choice.id, id)
    }
    return .ignored
  }

  private static func choice(in offer: [Choice], beginning typed: String) -> Choice? {
    let typed = typed.lowercased()
    return offer.first { $0.title.lowercased().hasPrefix(typed) }
      ?? offer.first { choice in
        choice.title.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(typed) }
      }
  }

  private mutating func handleChoices(_ key: Key, _ offer: [Choice]) -> FormOutcome {
    guard case .choices(let ids, let cursor) = states[focus] else { return .ignored }
    guard !offer.isEmpty else { return key == .enter ? moveFocus(by: 1) : .ignored }
    let last = offer.count - 1
    switch key {
    case .enter: return moveFocus(by: 1)
    case .character(" "):
      states[focus] = .choices(ids.symmetricDifference([offer[min(cursor, last)].id]), cursor: cursor)
      return .edited
    case .up: states[focus] = .choices(ids, cursor: max(0, cursor - 1))
    case .down: states[focus] = .choices(ids, cursor: min(last, cursor + 1))
    case .home, .pageUp: states[focus] = .choices(ids, cursor: 0)
    case .end, .pageDown: states[focus] = .choices(ids, cursor: last)
    default: return .ignored
    }
    return .moved
  }

  /// Columns that a value has in a form so wide: what is left beside the labels.
  func valueWidth(_ width: Int) -> Int { FormColumns(self, width: width).valueWidth }
}
