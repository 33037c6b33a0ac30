import PlainText

/// Breaks what is said into lines of a width.
enum LineBreaks {
  /// The lines, without blanks at their ends.
  static func lines(_ text: String, width: Int) -> [String] {
    let safe = SafeText.visible(text, keepingNewlines: true)
    return TextWrap.lines(safe, width: width).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }
}
