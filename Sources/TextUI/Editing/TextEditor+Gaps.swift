extension TextEditor {
  /// The sign of a gap in a phrase, to be filled in.
  static let gap: Character = "…"

  /// Writes a phrase, parted by a blank from the word before it, and puts the cursor on its first gap.
  /// Three dots, which are easier to type, are a gap too.
  public mutating func insert(phrase: String) {
    endKey()
    let isAfterWord = cursor > 0 && glyphs[cursor - 1].kind == .letter
    let start = cursor
    insert((isAfterWord ? " " : "") + TextEditor.gaps(phrase))
    behindPhrase = glyphs.count - cursor
    guard goToGap(from: start) else {
      behindPhrase = nil
      return
    }
  }

  private static func gaps(_ phrase: String) -> String {
    var text = ""
    var dots = 0
    for character in phrase + "\0" {
      if character == "." {
        dots += 1
        continue
      }
      text += dots == 3 ? String(gap) : String(repeating: ".", count: dots)
      dots = 0
      if character != "\0" { text.append(character) }
    }
    return text
  }

  /// Goes on to the next gap of the phrase that is being filled in; `false` where there is none left.
  public mutating func goToNextGap() -> Bool {
    let isLeft = goToGap(from: isAtGap ? cursor + 1 : cursor)
    if !isLeft { behindPhrase = nil }
    return isLeft
  }

  private mutating func goToGap(from start: Int) -> Bool {
    guard let behindPhrase, start < glyphs.count - behindPhrase else { return false }
    let rest = glyphs[start..<glyphs.count - behindPhrase]
    guard let gap = rest.firstIndex(where: { $0.character == TextEditor.gap }) else { return false }
    endKey()
    cursor = gap
    return true
  }

  /// Whether the cursor stands on a gap that the next letter fills.
  var isAtGap: Bool {
    guard let behindPhrase, cursor < glyphs.count - behindPhrase else { return false }
    return glyphs[cursor].character == TextEditor.gap
  }

  /// The sentence the cursor is in, without blanks at its ends.
  public var sentenceAtCursor: String {
    var range = sentence(at: cursor)
    while let last = range.last, glyphs[last].kind != .letter { range = range.lowerBound..<last }
    while let first = range.first, glyphs[first].kind != .letter { range = first + 1..<range.upperBound }
    if let mark = ListMark(glyphs[range]) { range = range.lowerBound + mark.length..<range.upperBound }
    return text(in: range)
  }
}
