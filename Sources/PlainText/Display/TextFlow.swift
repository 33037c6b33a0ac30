/// Text in paragraphs, tables and rules that can be laid out at any width.
///
/// All that goes in is made safe to show: text from files and people never acts on a terminal.
public struct TextFlow: Sendable {
  /// One line of it, as laid out.
  public struct Line: Hashable, Sendable {
    /// What stands there.
    public let text: String
    /// Which heading begins here: 1 the title, 2 a part, 3 a smaller part; nil where none does.
    public let level: Int?
  }

  private enum Piece: Sendable {
    case blank
    case rule(Character)
    case paragraph(String, mark: String, indent: Int, level: Int?)
    case table(TextTable, indent: Int, level: Int?)
  }

  private var pieces: [Piece] = []

  /// Nothing yet.
  public init() {}

  /// An empty line, unless the one above is empty or rules off a heading.
  public mutating func blank() { pieces.append(.blank) }

  /// A line across, of `-` under a heading.
  public mutating func rule(_ character: Character) { pieces.append(.rule(character)) }

  /// Text that is wrapped. The first line starts with `mark`, the others are set in as far.
  public mutating func paragraph(_ text: String, mark: String = "", indent: Int = 0, level: Int? = nil) {
    let visible = SafeText.visible(TextFlow.plainBreaks(text), keepingNewlines: true)
    pieces.append(.paragraph(visible, mark: mark, indent: indent, level: level))
  }

  /// A table, clipped to the width. The line of its titles can be a heading too.
  public mutating func table(_ table: TextTable, indent: Int = 0, level: Int? = nil) {
    pieces.append(.table(table, indent: indent, level: level))
  }

  /// The lines, none wider than `width` columns.
  public func lines(width: Int) -> [Line] {
    var lines: [Line] = []
    var isUnderHeading = false
    for piece in pieces {
      switch piece {
      case .blank:
        if let last = lines.last, !last.text.isEmpty, !isUnderHeading {
          lines.append(Line(text: "", level: nil))
        }
        continue
      case .rule(let character):
        lines.append(Line(text: String(repeating: character, count: width), level: nil))
      case .paragraph(let text, let mark, let indent, let level):
        lines += TextFlow.wrapped(text, mark: mark, indent: indent, level: level, width: width)
      case .table(let table, let indent, let level):
        let start = String(repeating: " ", count: indent)
        lines += table.lines(width: max(20, width - indent)).enumerated().map { index, line in
          Line(text: start + line, level: index == 0 ? level : nil)
        }
      }
      if case .rule("-") = piece { isUnderHeading = true } else { isUnderHeading = false }
    }
    return lines
  }

  private static func wrapped(_ text: String, mark: String, indent: Int, level: Int?, width: Int) -> [Line] {
    let setIn = String(repeating: " ", count: indent + DisplayWidth.of(mark))
    let start = String(repeating: " ", count: indent) + mark
    let lines = TextWrap.lines(text, width: max(20, width - DisplayWidth.of(setIn)))
    return lines.enumerated().map { index, line in
      Line(text: trimmingEnd((index == 0 ? start : setIn) + line), level: index == 0 ? level : nil)
    }
  }

  /// Line ends of every kind as one, tabs as spaces.
  public static func plainBreaks(_ text: String) -> String {
    String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 == "\t" ? " " : $0 })
  }

  private static func trimmingEnd(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
