/// Text for `man`, in ASCII alone, so that it is printed rightly whatever the locale.
enum Roff {
  /// Text as it stands in a line: nothing in it is taken for a request or an escape.
  static func text(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "“": out += "\\(lq"
      case "”": out += "\\(rq"
      case "‘": out += "\\(oq"
      case "’": out += "\\(cq"
      case "–": out += "\\(en"
      case "…": out += "..."
      case "→": out += "\\(->"
      case "^": out += "\\(ha"
      case "~": out += "\\(ti"
      case "`": out += "\\(ga"
      case "'": out += "\\(aq"
      case "\n": out += " "
      default:
        if scalar.isASCII {
          out.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          out += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        }
      }
    }
    // A dot or a quote that begins a line would make a request of it.
    return out.hasPrefix(".") || out.hasPrefix("\\(aq") ? "\\&" + out : out
  }

  /// A heading.
  static func section(_ title: String) -> String { ".SH \(text(title))" }

  /// A heading below it.
  static func part(_ title: String) -> String { ".SS \"\(text(title))\"" }

  /// A term, and what is said of it.
  static func item(_ term: String, _ words: String) -> String {
    ".TP\n.B \"\(text(quoted(term)))\"\n\(text(words))"
  }

  /// A paragraph.
  static func paragraph(_ words: String) -> String { ".PP\n\(text(words))" }

  /// A line as it is typed.
  static func command(_ line: String) -> String { ".PP\n.RS 4\n.nf\n\(text(line))\n.fi\n.RE" }

  private static func quoted(_ term: String) -> String { term.replacing("\"", with: "\u{201D}") }
}
