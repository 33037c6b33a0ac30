import PlainText

/// A report being written: plain text in lines of at most 80 columns.
///
/// All that goes in is made safe to show: text from files and people never acts on a terminal.
struct ReportPage {
  /// The width that no line exceeds.
  static let width = 80

  private static let rule = String(repeating: "-", count: width)
  private var lines: [String] = []

  /// The whole text, every line ended.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// The report's own name, underlined.
  mutating func title(_ text: String) {
    paragraph(text.uppercased())
    lines.append(String(repeating: "=", count: ReportPage.width))
  }

  /// The beginning of a part.
  mutating func heading(_ text: String) {
    blank()
    paragraph(text)
    lines.append(ReportPage.rule)
  }

  /// The beginning of a smaller part.
  mutating func subheading(_ text: String) {
    blank()
    paragraph(text)
  }

  /// An empty line, unless the one above is empty or rules off a heading.
  mutating func blank() {
    if let last = lines.last, !last.isEmpty, last != ReportPage.rule { lines.append("") }
  }

  /// Text wrapped to the width. The first line starts with `mark`, the others are set in as far.
  mutating func paragraph(_ text: String, mark: String = "", indent: Int = 0) {
    let visible = SafeText.visible(ReportPage.plainBreaks(text), keepingNewlines: true)
    let setIn = String(repeating: " ", count: indent + DisplayWidth.of(mark))
    var first = true
    for line in TextWrap.lines(visible, width: max(20, ReportPage.width - DisplayWidth.of(setIn))) {
      let start = first ? String(repeating: " ", count: indent) + mark : setIn
      lines.append(ReportPage.trimmingEnd(start + line))
      first = false
    }
  }

  /// A name and what it is, the names in a column of their own.
  mutating func field(_ name: String, _ value: String, nameWidth: Int = 16) {
    guard !value.isEmpty else { return }
    paragraph(value, mark: name.padded(to: nameWidth))
  }

  /// A table, clipped to the width.
  mutating func table(_ table: TextTable) {
    lines += table.lines(width: ReportPage.width)
  }

  private static func plainBreaks(_ text: String) -> String {
    String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 == "\t" ? " " : $0 })
  }

  private static func trimmingEnd(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}

/// How many of something, in words: `1 note`, `3 notes`.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  number == 1 ? "1 \(one)" : "\(number) \(many)"
}

/// Words of a sentence: the first letter a capital.
func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
