import PlainText
import TextUI

/// Text with the words that were looked for marked in it.
enum MatchedText {
  /// How a match is drawn: bold and underlined, so that it shows without colour and on the chosen row.
  static let style = Style.accent.underlined

  /// A text with its matches marked.
  static func line(_ text: String, _ words: [[UInt8]], _ plain: Style = .plain) -> Line {
    var line = Line()
    var start = text.startIndex
    for range in FoldedText.ranges(of: words, in: text) {
      line += Line(String(text[start..<range.lowerBound]), plain) + Line(String(text[range]), style)
      start = range.upperBound
    }
    return line + Line(String(text[start...]), plain)
  }

  /// A line that is styled already, with its matches marked; styles elsewhere stay.
  static func line(_ line: Line, _ words: [[UInt8]]) -> Line {
    guard !words.isEmpty else { return line }
    return line.spans.reduce(Line()) { $0 + MatchedText.line($1.text, words, $1.style) }
  }

  /// The part of a text around its first match, so that the match is in sight within so many columns.
  static func excerpt(_ text: String, _ words: [[UInt8]], width: Int, _ plain: Style = .plain) -> Line {
    guard DisplayWidth.of(text) > width, let first = FoldedText.ranges(of: words, in: text).first else {
      return line(text, words, plain)
    }
    let before = text[..<first.lowerBound]
    let room = max(4, width / 3)
    guard before.count > room else { return line(text, words, plain) }
    // From the beginning of a word, where there is one near.
    let cut = text.index(first.lowerBound, offsetBy: -room)
    let word = text[cut..<first.lowerBound].firstIndex(of: " ").map { text.index(after: $0) } ?? cut
    return Line("…", plain) + line(String(text[word...]), words, plain)
  }
}
