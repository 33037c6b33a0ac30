/// The characters of a text being edited, and what is asked of them at every key: the text itself, how many words it
/// has, how it is wrapped. All of it is brought up to date where the text changes, so that a key in a long text costs
/// as little as one in a short one.
struct EditedText: Sendable {
  private(set) var glyphs: [Glyph]
  /// The glyphs as one text.
  private(set) var text: String
  /// How many words there are; signs that stand alone, such as the mark of a list, are none.
  private(set) var wordCount = 0
  /// How the text is wrapped in as many columns as it was shown in last.
  private var wrapped: WrappedText?
  /// A place of which both counts are known: the one where the text was changed last.
  private var known = (glyph: 0, byte: 0)

  init(_ text: String) {
    self.text = text
    glyphs = text.map(Glyph.init)
    wordCount = words(in: 0..<glyphs.count)
  }

  /// Puts other glyphs in the place of some.
  mutating func replace(_ range: Range<Int>, with new: [Glyph]) {
    let around = run(around: range)
    wordCount -= words(in: around)
    replaceBytes(of: range, with: new)
    glyphs.replaceSubrange(range, with: new)
    wordCount += words(in: around.lowerBound..<around.upperBound + new.count - range.count)
    wrapped?.update(glyphs, replaced: range, by: new.count)
  }

  private mutating func replaceBytes(of range: Range<Int>, with new: [Glyph]) {
    let start = text.utf8.index(text.startIndex, offsetBy: byte(of: range.lowerBound))
    let end = text.utf8.index(start, offsetBy: bytes(in: range))
    text.replaceSubrange(start..<end, with: new.reduce(into: "") { $0.append($1.character) })
  }

  /// How many bytes stand before a glyph. Changes follow one another closely, so it is not far from the last.
  private mutating func byte(of glyph: Int) -> Int {
    if glyph >= known.glyph {
      known.byte += bytes(in: known.glyph..<glyph)
    } else {
      known.byte -= bytes(in: glyph..<known.glyph)
    }
    known.glyph = glyph
    return known.byte
  }

  private func bytes(in range: Range<Int>) -> Int {
    glyphs[range].reduce(0) { $0 + Int($1.bytes) }
  }
}

// MARK: Words

extension EditedText {
  /// A range and what touches it without a blank between.
  private func run(around range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low > 0, glyphs[low - 1].kind == .letter { low -= 1 }
    while high < glyphs.count, glyphs[high].kind == .letter { high += 1 }
    return low..<high
  }

  private func words(in range: Range<Int>) -> Int {
    var count = 0
    var isInWord = false
    for glyph in glyphs[range] {
      if glyph.kind != .letter {
        isInWord = false
      } else if !isInWord, glyph.isWordly {
        isInWord = true
        count += 1
      }
    }
    return count
  }
}

// MARK: Lines

extension EditedText {
  /// Keeps the lines of that width from now on.
  mutating func keepLines(width: Int) {
    if wrapped?.width != width { wrapped = WrappedText(glyphs, width: width) }
  }

  /// The lines as they are shown in so many columns.
  func lines(width: Int) -> [VisualLine] {
    if let wrapped, wrapped.width == width { return wrapped.lines }
    return VisualLine.wrap(glyphs, width: width)
  }
}
