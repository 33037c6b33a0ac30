extension FormRows {
  /// The choice made and, while it has the focus, what else there is to choose from and more about it.
  func choiceRows(_ offer: [Choice], _ id: String?, isFocused: Bool) -> [Row] {
    let choice = offer.first { $0.id == id }
    let title = choice.map { Line($0.title, isFocused ? .accent : .plain) } ?? Line("none", .quiet)
    var first = Row(content: .line(Line("‹") + title + Line("›")))
    guard isFocused else { return [first] }
    first.cursor = 0
    let others = offer.count > 1 ? alternatives(offer, id) : []
    let detail = choice.map {
      $0.detail.isEmpty ? [] : Self.wrap($0.detail, .quiet, width: columns.valueWidth)
    }
    return [first] + (others + (detail ?? [])).map { Row(content: .line($0)) }
  }

  /// All titles in a row, as many rows as it takes but never more than five, the chosen one among them.
  private func alternatives(_ offer: [Choice], _ id: String?) -> [Line] {
    var lines = [Line()]
    var chosenLine = 0
    for (index, choice) in offer.enumerated() {
      let isChosen = choice.id == id
      let title = Line(choice.title, isChosen ? Style.accent.reversed : .quiet)
      let separator = Line(index == offer.count - 1 ? "" : " · ", .quiet)
      let current = lines[lines.count - 1]
      if !current.isEmpty, current.width + title.width + separator.width > columns.valueWidth {
        lines.append(Line())
      }
      lines[lines.count - 1] += title + separator
      if isChosen { chosenLine = lines.count - 1 }
    }
    let height = 5
    let first = min(max(0, chosenLine - height / 2), max(0, lines.count - height))
    return Array(lines[first..<min(lines.count, first + height)])
  }

  /// What was chosen, in one line or a few.
  func closedRows(_ offer: [Choice], _ ids: Set<String>) -> [Row] {
    let titles = offer.filter { ids.contains($0.id) }.map(\.title)
    guard !titles.isEmpty else { return [Row(content: .line(Line("none", .quiet)))] }
    return Self.wrap(titles.joined(separator: ", "), .plain, width: columns.valueWidth).map {
      Row(content: .line($0))
    }
  }

  /// What there is to choose from, a row each; of many, the rows around the cursor.
  func openRows(_ offer: [Choice], _ ids: Set<String>, _ cursor: Int) -> [Row] {
    guard !offer.isEmpty else { return [Row(content: .line(Line("nothing to choose from", .quiet)))] }
    let height = 8
    let first = min(max(0, cursor - height / 2), max(0, offer.count - height))
    let rows = offer.indices[first..<min(offer.count, first + height)].map { index in
      let isChosen = ids.contains(offer[index].id)
      let detail = offer[index].detail.isEmpty ? "" : "  " + offer[index].detail
      var line = Line(isChosen ? "[x] " : "[ ] ") + Line(offer[index].title, isChosen ? .accent : .plain)
      if index == cursor { line = line.styled(\.reversed) }
      return Row(content: .line(line + Line(detail, .quiet)), cursor: index == cursor ? 0 : nil)
    }
    guard offer.count > height else { return rows }
    let words = "\((cursor + 1).grouped) of \(offer.count.grouped) · \(ids.count.grouped) chosen"
    return rows + [Row(content: .line(Line(words, .quiet)))]
  }
}
