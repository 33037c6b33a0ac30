/// What one typed line of quick capture means.
///
/// Whole words `#kind` and `@area` are marks, and so is a lone `+`, `-` or `!` that is the last word once those are
/// taken away; marks leave the text; `\` before a mark makes it text; anything unknown stays in the text with a
/// notice. Nothing typed is refused.
public struct QuickCapture: Hashable, Sendable {
  /// The note without its marks.
  public let text: String
  /// The activity named by `#…`, if one was.
  public let type: EvidenceType?
  /// The ids of the areas named by `@…`, in order, without repeats.
  public let areas: [String]
  /// What the sign at the end says, if there was one.
  public let strength: EvidenceStrength?
  /// What was not understood, in words; empty when all was.
  public let notices: [String]

  /// Reads a line against a framework's areas.
  public init(_ line: String, framework: Framework) {
    var words: [String] = []
    var type: EvidenceType?
    var areas: [String] = []
    var notices: [String] = []
    for word in line.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      if word.hasPrefix("#"), word.count > 1 {
        if type == nil, let known = QuickCapture.type(word.dropFirst()) {
          type = known
          continue
        }
        notices.append(type == nil ? "\(word) is not a kind" : "\(word): one kind only")
      } else if word.hasPrefix("@"), word.count > 1 {
        if let known = QuickCapture.area(word.dropFirst(), in: framework) {
          if !areas.contains(known) { areas.append(known) }
          continue
        }
        notices.append("\(word) is not an area")
      }
      words.append(word)
    }
    let strength = QuickCapture.takeSign(&words)
    let text = QuickCapture.joined(words)
    self.text = text.isEmpty ? line.trimmingSpaces() : text
    self.type = type
    self.areas = areas
    self.strength = strength
    self.notices = notices
  }

  /// The kind a mark names: its own word or the beginning of it (at least three letters), if only one begins so.
  static func type(_ mark: Substring) -> EvidenceType? {
    let mark = mark.lowercased()
    if let exact = EvidenceType.allCases.first(where: { $0.mark == mark || $0.rawValue.lowercased() == mark })
    {
      return exact
    }
    guard mark.count >= 3 else { return nil }
    let matches = EvidenceType.allCases.filter {
      $0.mark.hasPrefix(mark) || $0.rawValue.lowercased().hasPrefix(mark)
    }
    return matches.count == 1 ? matches.first : nil
  }

  /// The area a mark names: its id, or the beginning of its id or of a word in its title (at least three letters), if
  /// only one begins so.
  static func area(_ mark: Substring, in framework: Framework) -> String? {
    let mark = mark.lowercased()
    if let exact = framework.areas.first(where: { $0.id.lowercased() == mark }) { return exact.id }
    guard mark.count >= 3 else { return nil }
    let matches = framework.areas.filter { area in
      area.id.lowercased().hasPrefix(mark)
        || area.title.lowercased().split(whereSeparator: { !$0.isLetter }).contains { $0.hasPrefix(mark) }
    }
    return matches.count == 1 ? matches.first?.id : nil
  }

  private static func takeSign(_ words: inout [String]) -> EvidenceStrength? {
    guard let index = words.lastIndex(where: { !$0.isEmpty }),
      let strength = EvidenceStrength.allCases.first(where: { $0.sign == words[index] })
    else { return nil }
    words.removeSubrange(index...)
    return strength
  }

  /// The words with their escapes undone; runs of blanks that marks left behind become one.
  private static func joined(_ words: [String]) -> String {
    words.filter { !$0.isEmpty }.map { word in
      guard word.hasPrefix("\\"), let next = word.dropFirst().first, "#@+-!\\".contains(next) else {
        return word
      }
      return String(word.dropFirst())
    }.joined(separator: " ")
  }
}

extension String {
  /// The text without blanks at either end.
  func trimmingSpaces() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else {
      return ""
    }
    return String(self[first...last])
  }
}
