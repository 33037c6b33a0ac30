/// Text of a report, parts of which may lead to other places in it.
public struct ReportText: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// A piece of it.
  public struct Span: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// The anchor it leads to; empty where it leads nowhere.
    public var target: String
  }

  /// Its pieces, in order.
  public var spans: [Span]

  /// Text that leads nowhere.
  public init(_ text: String) {
    spans = [Span(text: text, target: "")]
  }

  /// Text that leads nowhere.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// A word that leads to an anchor.
  public init(_ text: String, to target: String) {
    spans = [Span(text: text, target: target)]
  }

  /// The text without its links.
  public var plain: String { spans.map(\.text).joined() }

  /// One text after another.
  public static func + (one: ReportText, other: ReportText) -> ReportText {
    var sum = one
    sum.spans += other.spans
    return sum
  }
}
