import PlainText

/// A run of text in one style. Its text is safe to show: control and bidi characters have been made visible.
public struct Span: Hashable, Sendable {
  /// What is shown.
  public let text: String
  /// How it is shown.
  public var style: Style

  /// Makes a span; characters that a terminal would obey are made visible first.
  public init(_ text: String, _ style: Style = .plain) {
    self.text = SafeText.visible(text)
    self.style = style
  }

  /// For text that came out of another span, so that it need not be looked through again.
  init(safe text: String, _ style: Style) {
    self.text = text
    self.style = style
  }
}

/// One line of styled text. It never holds a line break.
public struct Line: Hashable, Sendable {
  /// The runs of the line, from the left.
  public var spans: [Span]

  /// Makes a line of one style.
  public init(_ text: String = "", _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text, style)]
  }

  /// Makes a line of several runs.
  public init(spans: [Span]) {
    self.spans = spans
  }

  /// The text without its styles.
  public var text: String {
    spans.count == 1 ? spans[0].text : spans.reduce(into: "") { $0 += $1.text }
  }

  /// Columns that the line takes on the screen.
  public var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  /// Both lines, one after the other.
  public static func + (left: Line, right: Line) -> Line {
    Line(spans: left.spans + right.spans)
  }

  /// Appends a line.
  public static func += (left: inout Line, right: Line) {
    left.spans += right.spans
  }
}

extension Line: ExpressibleByStringLiteral {
  /// A plain line.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Line: ExpressibleByStringInterpolation {}

extension Line {
  /// The line in at most `width` columns; where something is left out, its last character is `…`.
  public func clipped(to width: Int) -> Line {
    guard width > 0 else { return Line() }
    guard self.width > width else { return self }
    var kept: [Span] = []
    var room = width
    for (index, span) in spans.enumerated() {
      let spanWidth = DisplayWidth.of(span.text)
      // The line is too wide, so a span that fills the room exactly must still give its last column to the `…`.
      let isLast = index == spans.count - 1
      guard spanWidth < room || (spanWidth == room && isLast) else {
        kept.append(Span(safe: (span.text + "…").clipped(to: room), span.style))
        break
      }
      kept.append(span)
      room -= spanWidth
    }
    return Line(spans: kept)
  }

  /// The line in exactly `width` columns, clipped or filled with spaces.
  public func padded(to width: Int, alignment: TextAlignment = .left) -> Line {
    let line = clipped(to: width)
    let missing = max(0, width) - line.width
    guard missing > 0 else { return line }
    let spaces = { (count: Int) in Line(spans: [Span(safe: String(repeating: " ", count: count), .plain)]) }
    switch alignment {
    case .left: return line + spaces(missing)
    case .right: return spaces(missing) + line
    case .centre: return spaces(missing / 2) + line + spaces(missing - missing / 2)
    }
  }

  /// The same text with each run's style changed.
  public func styled(_ change: (Style) -> Style) -> Line {
    Line(spans: spans.map { Span(safe: $0.text, change($0.style)) })
  }
}
