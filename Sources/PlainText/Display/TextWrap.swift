/// Breaks text into lines that fit a width.
public enum TextWrap {
  /// The lines of a text, none wider than `width` columns (taken as 1 if it is less).
  ///
  /// Lines break at a space, which is left out; a word that is longer than a line is broken where it must
  /// be. Newlines are kept as breaks, so that an empty line stays one; an empty text is one empty line. What
  /// lies between two lines in the text is nothing, one space or one newline: an editor can find its
  /// place by the indices. A character of two columns on a width of one stands alone on its line.
  public static func lines(_ text: String, width: Int) -> [Substring] {
    var lines: [Substring] = []
    var rest = text[...]
    while let newline = rest.firstIndex(where: isNewline) {
      append(rest[..<newline], width: max(1, width), to: &lines)
      rest = rest[rest.index(after: newline)...]
    }
    append(rest, width: max(1, width), to: &lines)
    return lines
  }

  private static func isNewline(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }

  private static func append(_ paragraph: Substring, width: Int, to lines: inout [Substring]) {
    var rest = paragraph
    while let (end, next) = firstBreak(in: rest, width: width) {
      lines.append(rest[..<end])
      rest = rest[next...]
    }
    lines.append(rest)
  }

  /// Where the first line ends and the next begins, or `nil` if everything fits on one.
  private static func firstBreak(
    in text: Substring, width: Int
  ) -> (end: Substring.Index, next: Substring.Index)? {
    if text.utf8.count <= width { return nil }
    var columns = 0
    var space: Substring.Index?
    for index in text.indices {
      columns += DisplayWidth.of(text[index])
      if columns > width, index > text.startIndex {
        if text[index] == " " { return (index, text.index(after: index)) }
        if let space { return (space, text.index(after: space)) }
        return (index, index)
      }
      // A space at the very start would make an empty line.
      if text[index] == " ", index > text.startIndex { space = index }
    }
    return nil
  }
}
