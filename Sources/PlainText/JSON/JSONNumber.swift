/// A JSON number, kept as the text it was written with: `2.50` stays `2.50`.
///
/// Equality is of the text, so `1` and `1.0` differ; compare `double` to compare what they amount to.
public struct JSONNumber: Hashable, Sendable {
  /// The number as written; it always follows the grammar of RFC 8259.
  public let text: String

  /// A whole number.
  public init(_ value: Int) { text = String(value) }

  /// The shortest text that reads back as the same `Double`; `38`, not `38.0`.
  ///
  /// - Precondition: `value` is finite, for JSON can write nothing else.
  ///   Use `init(finite:)` where that is not known.
  public init(_ value: Double) {
    precondition(value.isFinite, "JSON has no way to write \(value)")
    text = Self.shortest(value)
  }

  /// The same, or `nil` for infinities and NaN.
  public init?(finite value: Double) {
    guard value.isFinite else { return nil }
    text = Self.shortest(value)
  }

  /// A number written by somebody else, or `nil` if JSON would not accept it.
  public init?(text: String) {
    var copy = text
    let isNumber = copy.withUTF8 { bytes in
      var grammar = JSONNumberGrammar(bytes, from: 0)
      return grammar.scan() == nil && grammar.end == bytes.count
    }
    guard isNumber else { return nil }
    self.text = text
  }

  /// For text that a reader has already held against the grammar.
  init(checked text: String) { self.text = text }

  /// The number if it is whole and fits; `2.0` and `2e3` are whole.
  public var int: Int? {
    if let plain = Int(text) { return plain }
    let value = double
    // Beyond 2^53 a Double no longer tells neighbouring whole numbers apart.
    guard value.magnitude <= 9_007_199_254_740_992 else { return nil }
    return Int(exactly: value)
  }

  /// The nearest `Double`; infinite where the number is too large for one.
  public var double: Double { Double(text) ?? .infinity }

  private static func shortest(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
