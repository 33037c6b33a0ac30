import PlainText

/// Turns what stands in columns and signs into words that can be read out.
enum SpokenText {
  /// A text without what only helps the eye: runs of blanks that make columns become commas, arrows become words.
  static func words(_ text: String) -> String {
    let pieces = columns(of: text).map(sentence).filter { !$0.isEmpty }
    var spoken = ""
    for piece in pieces {
      // A comma after a colon or a sign that opens something would be read as a stumble.
      let joins = spoken.last.map { ":,(".contains($0) } ?? true
      spoken += spoken.isEmpty ? piece : (joins ? " " : ", ") + piece
    }
    return spoken
  }

  /// What is said of a cell of a table; nothing where it only fills the column.
  static func cell(_ text: String) -> String {
    let words = words(text)
    return ["–", "-", "—"].contains(words) ? "" : words
  }

  /// The parts of a text between two blanks or more.
  private static func columns(of text: String) -> [String] {
    var parts = [""]
    var blanks = 0
    for character in text {
      guard character != " " else {
        blanks += 1
        continue
      }
      if blanks > 1 { parts.append("") }
      if blanks == 1 { parts[parts.count - 1] += " " }
      blanks = 0
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  private static func sentence(_ part: String) -> String {
    var spoken = ""
    for character in part {
      switch character {
      case "▲": spoken += "up "
      case "▼": spoken += "down "
      case "▸", "│", "─": break
      case "·": spoken = spoken.last == " " ? String(spoken.dropLast()) + "," : spoken + ","
      case "…": spoken += "..."
      default: spoken.append(character)
      }
    }
    return spoken.trimmed(of: " ,")
  }
}

extension String {
  /// The text without some characters at its ends.
  func trimmed(of characters: String) -> String {
    guard let first = firstIndex(where: { !characters.contains($0) }),
      let last = lastIndex(where: { !characters.contains($0) })
    else { return "" }
    return String(self[first...last])
  }
}
