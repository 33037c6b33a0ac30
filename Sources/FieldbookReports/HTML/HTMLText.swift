import PlainText

/// Text as HTML holds it: nothing in it is markup, nothing acts, nothing is hidden.
enum HTMLText {
  /// Text of an element or of an attribute in double quotes. Line ends stay.
  static func escaped(_ text: String) -> String {
    var out = ""
    let visible = SafeText.visible(TextFlow.plainBreaks(text), keepingNewlines: true)
    for character in visible.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }

  /// Text of several lines: each line end a break.
  static func broken(_ text: String) -> String {
    escaped(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>\n")
  }

  /// Text whose links lead to anchors of the page.
  static func linked(_ text: ReportText) -> String {
    text.spans.map { span in
      span.target.isEmpty
        ? broken(span.text) : "<a href=\"#\(escaped(span.target))\">\(broken(span.text))</a>"
    }.joined()
  }

  /// A string of a style sheet, quotes and all: whatever is no letter, digit or blank is written by its number.
  static func styleString(_ text: String) -> String {
    let visible = SafeText.visible(TextFlow.plainBreaks(text))
    let parts = visible.unicodeScalars.map { scalar -> String in
      let isPlain = scalar == " " || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return "\"" + parts.joined() + "\""
  }
}
