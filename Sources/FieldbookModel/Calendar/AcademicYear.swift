/// An academic year in England: 1 September to 31 August, written `2026/27`.
public struct AcademicYear: Hashable, Comparable, Sendable {
  /// The calendar year in which it starts.
  public let start: Int

  /// The academic year that starts in that calendar year.
  public init(start: Int) {
    self.start = start
  }

  /// The academic year a day falls in.
  public init(containing date: CalendarDate) {
    start = date.month >= 9 ? date.year : date.year - 1
  }

  /// A year as files and people write it: `2026/27`, `2026-27`, `2026-2027`, `2026/2027` or `202627`; the two
  /// halves must be consecutive years, else nil.
  public init?(text: String) {
    let characters = Array(text.utf8)
    let digits = characters.filter { (48...57).contains($0) }.map { Int($0 - 48) }
    let separators = characters.count - digits.count
    guard separators <= 1, digits.count == 6 || digits.count == 8 else { return nil }
    if separators == 1 {
      guard characters[4] == UInt8(ascii: "/") || characters[4] == UInt8(ascii: "-") else { return nil }
    } else {
      guard digits.count == 6 else { return nil }
    }
    let first = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
    let second = digits.dropFirst(4).reduce(0) { $0 * 10 + $1 }
    guard (1900...2200).contains(first), second == (digits.count == 6 ? (first + 1) % 100 : first + 1) else {
      return nil
    }
    start = first
  }

  /// `2026/27`.
  public var text: String { "\(start)/\(padded((start + 1) % 100, to: 2))" }

  /// `2026-27`, for file names.
  public var fileText: String { "\(start)-\(padded((start + 1) % 100, to: 2))" }

  /// The year before.
  public var previous: AcademicYear { AcademicYear(start: start - 1) }

  /// Earlier years come first.
  public static func < (a: AcademicYear, b: AcademicYear) -> Bool { a.start < b.start }
}
