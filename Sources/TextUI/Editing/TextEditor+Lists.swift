/// The mark that begins an item of a list, such as `- ` or `12. `.
struct ListMark: Equatable {
  /// The characters before the item’s text: blanks, the sign, a blank.
  let length: Int
  /// Its columns, in which every character is one.
  var width: Int { length }
  /// The number of the item, and the sign after it.
  let number: (value: Int, sign: Character)?
  let sign: Character

  static func == (one: ListMark, other: ListMark) -> Bool {
    one.length == other.length && one.sign == other.sign && one.number?.value == other.number?.value
  }

  /// The mark at the start of a line of glyphs.
  init?(_ glyphs: ArraySlice<Glyph>) {
    var place = glyphs.startIndex
    while place < glyphs.endIndex, glyphs[place].kind == .space { place += 1 }
    guard place < glyphs.endIndex else { return nil }
    let first = glyphs[place].character
    var value = 0
    var digits = 0
    while place < glyphs.endIndex, digits < 4, let digit = glyphs[place].digit {
      value = value * 10 + digit
      digits += 1
      place += 1
    }
    guard place + 1 < glyphs.endIndex, glyphs[place + 1].kind == .space else { return nil }
    let after = glyphs[place].character
    if digits > 0 {
      guard after == "." || after == ")" else { return nil }
      number = (value, after)
    } else {
      guard "-*•–".contains(after) else { return nil }
      number = nil
    }
    sign = first
    length = place + 2 - glyphs.startIndex
  }

  /// The mark of the line that begins at a place. Few lines have one, so most are told by their first character.
  init?(startingAt start: Int, of glyphs: [Glyph]) {
    guard start < glyphs.count, glyphs[start].kind == .space || !glyphs[start].isCommonLetter else {
      return nil
    }
    self.init(glyphs[start..<min(glyphs.count, start + ListMark.longest)])
  }

  /// No mark is longer than this, blanks before it included.
  private static let longest = 24

  /// What begins the next item of the same list.
  func next(indent: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    guard let number else { return "\(blanks)\(sign) " }
    return "\(blanks)\(number.value + 1)\(number.sign) "
  }
}

extension Glyph {
  /// Whether it is a letter of the English alphabet, with which no mark begins.
  fileprivate var isCommonLetter: Bool {
    guard let ascii = character.asciiValue else { return false }
    return (0x41...0x5A).contains(ascii & 0xDF)
  }

  fileprivate var digit: Int? {
    guard let ascii = character.asciiValue, (0x30...0x39).contains(ascii) else { return nil }
    return Int(ascii) - 0x30
  }
}

extension TextEditor {
  /// Breaks the line. In a list the next item begins; at the end of an empty item the list is over.
  mutating func breakLine() {
    let start = lineStart
    guard let mark = ListMark(glyphs[start..<lineEnd]), cursor >= start + mark.length else {
      return insert("\n")
    }
    let isBlank = glyphs[start + mark.length..<lineEnd].allSatisfy { $0.kind == .space }
    if isBlank {
      remove(start..<lineEnd)
    } else {
      let indent = glyphs[start...].prefix { $0.kind == .space }.count
      insert("\n" + mark.next(indent: indent))
    }
  }
}
