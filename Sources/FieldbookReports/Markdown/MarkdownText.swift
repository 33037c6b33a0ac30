import PlainText

/// Text as Markdown holds it (CommonMark with GitHub's tables): nothing in it is markup, nothing is HTML.
enum MarkdownText {
  private static let special: Set<Character> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "$", "#", "&",
  ]

  /// Text within a line; line ends become blanks.
  static func inline(_ text: String) -> String {
    escaped(TextFlow.plainBreaks(text).split(separator: "\n").joined(separator: " "))
  }

  /// The lines of a paragraph; all but the last end in a break. None of them can begin a list, heading or rule.
  static func lines(_ text: String) -> [String] {
    let lines = TextFlow.plainBreaks(text).split(separator: "\n").map { startSafe(escaped(String($0))) }
    return lines.enumerated().map { $0 + 1 < lines.count ? $1 + "\\" : $1 }
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    let visible = SafeText.visible(text)
    var rest = visible.drop { $0 == " " }
    while let character = rest.popFirst() {
      if special.contains(character) || beginsLink(character, rest) { out.append("\\") }
      out.append(character)
    }
    while out.last == " " { out.removeLast() }
    return out
  }

  /// Whether a bare address begins here, which GitHub would make a link of: `://` and `www.`.
  private static func beginsLink(_ character: Character, _ rest: Substring) -> Bool {
    (character == ":" && rest.hasPrefix("//")) || character == "@"
  }

  /// A line whose beginning is text, not the mark of a list, a rule or an underlined heading.
  private static func startSafe(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "-+=:".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else {
      return line.lowercased().hasPrefix("www.") ? line.prefix(3) + "\\" + line.dropFirst(3) : line
    }
    return digits + "\\" + rest
  }
}
