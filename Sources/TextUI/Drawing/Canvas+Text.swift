extension Canvas {
  /// The rows as text, joined by line breaks, without the spaces at their ends.
  public func text() -> String {
    (0..<size.rows).map { text(ofRow: $0) }.joined(separator: "\n")
  }

  /// One row as text without the spaces at its end; empty outside the canvas.
  public func text(ofRow row: Int) -> String {
    var text = ""
    var spaces = 0
    for cell in self.row(row) {
      if cell.text == " " {
        spaces += 1
      } else if !cell.text.isEmpty {
        text += String(repeating: " ", count: spaces) + cell.text
        spaces = 0
      }
    }
    return text
  }

  /// The styles as text, a letter a cell, rows joined by line breaks, without the plain cells at their ends: `.`
  /// plain, and the first letter of any other role; a capital (`#` for plain) where it is reversed. For tests.
  public func styles() -> String {
    (0..<size.rows).map { row in
      var letters = self.row(row).map { $0.style.letter }
      while letters.last == "." { letters.removeLast() }
      return String(letters)
    }.joined(separator: "\n")
  }
}

extension Style {
  fileprivate var letter: Character {
    switch role {
    case .plain: reverse ? "#" : "."
    case .heading: reverse ? "H" : "h"
    case .quiet: reverse ? "Q" : "q"
    case .key: reverse ? "K" : "k"
    case .accent: reverse ? "A" : "a"
    case .good: reverse ? "G" : "g"
    case .caution: reverse ? "C" : "c"
    case .bad: reverse ? "B" : "b"
    }
  }
}
