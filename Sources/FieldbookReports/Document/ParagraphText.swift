import PlainText

/// Text that people wrote, taken apart into its paragraphs.
enum ParagraphText {
  /// The paragraphs of a text: blank lines part them; at least one.
  static func parts(_ text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for line in TextFlow.plainBreaks(text).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == " " }) {
        if parts.last?.isEmpty == false { parts.append([]) }
      } else {
        parts[parts.count - 1].append(line)
      }
    }
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    return parts.map { $0.joined(separator: "\n") }
  }
}
