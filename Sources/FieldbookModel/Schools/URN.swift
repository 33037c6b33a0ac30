/// A school's unique reference number, as a number but kept as text; it changes when a school becomes an academy.
public struct URN: Hashable, Comparable, Sendable {
  /// The digits, `138764`.
  public let text: String

  /// A reference as it stands in a document. Not checked: see `isValid`.
  public init(_ text: String) {
    self.text = text
  }

  /// A reference as it stands in somebody's file: five to seven digits, not all zero; else nil (a blank, `NAT`, `0`).
  public init?(cell: String) {
    let trimmed = cell.trimmingSpaces()
    guard URN.isNumber(trimmed) else { return nil }
    text = trimmed
  }

  /// Whether it is written as a URN is.
  public var isValid: Bool { URN.isNumber(text) }

  /// By number.
  public static func < (a: URN, b: URN) -> Bool {
    (a.text.utf8.count, a.text) < (b.text.utf8.count, b.text)
  }

  private static func isNumber(_ text: String) -> Bool {
    (5...7).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } && Int(text) != 0
  }
}
