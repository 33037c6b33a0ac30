/// When a figure was taken: an academic year, or one half-term of it.
public struct Period: Hashable, Comparable, Sendable {
  /// The academic year.
  public let year: AcademicYear
  /// The half-term; nil where the figure speaks of the year.
  public let part: HalfTerm.Part?

  /// A year, or a half-term of it.
  public init(year: AcademicYear, part: HalfTerm.Part? = nil) {
    self.year = year
    self.part = part
  }

  /// A half-term.
  public init(_ halfTerm: HalfTerm) {
    self.init(year: halfTerm.year, part: halfTerm.part)
  }

  /// A period as files and people write it: `2026/27`, `2026-27 Autumn 1`, `Autumn 1 2026/27`, `2026/27 HT1`,
  /// `2026-27 term 1` (the first of six); else nil.
  public init?(text: String) {
    let words = text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "_" }).map(
      String.init)
    let years = words.compactMap(AcademicYear.init(text:))
    guard years.count == 1 else { return nil }
    let rest = words.filter { AcademicYear(text: $0) == nil }.joined()
    if rest.isEmpty {
      self.init(year: years[0])
    } else if let part = HalfTerm.Part(text: rest) {
      self.init(year: years[0], part: part)
    } else {
      return nil
    }
  }

  /// The half-term, where it is one.
  public var halfTerm: HalfTerm? { part.map { HalfTerm(year: year, part: $0) } }

  /// `2026/27`, or `2026/27 Autumn 1`.
  public var text: String { part.map { "\(year.text) \($0.title)" } ?? year.text }

  /// `2026-27`, or `2026-27-autumn-1`, for file names.
  public var fileText: String {
    part.map { "\(year.fileText)-\($0.title.lowercased().map { $0 == " " ? "-" : String($0) }.joined())" }
      ?? year.fileText
  }

  /// A year before its half-terms, earlier ones first.
  public static func < (a: Period, b: Period) -> Bool {
    (a.year, a.part?.rawValue ?? 0) < (b.year, b.part?.rawValue ?? 0)
  }
}

extension HalfTerm.Part {
  /// A half-term as people write it without its year: `Autumn 1`, `aut1`, `HT1`, `term 1`; else nil.
  public init?(text: String) {
    let word = text.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    guard let digit = word.last?.wholeNumberValue else { return nil }
    let name = word.dropLast()
    if ["ht", "halfterm", "term", "t"].contains(name) {
      self.init(rawValue: digit)
      return
    }
    let seasons = ["autumn", "spring", "summer"]
    guard (1...2).contains(digit), name.count >= 2 || name == "a",
      let season = seasons.firstIndex(where: { $0.hasPrefix(name) })
    else { return nil }
    self.init(rawValue: season * 2 + digit)
  }
}

extension HalfTerm {
  /// A half-term as people write it, `Autumn 1 2026/27`; without its year it is that of a year; else nil.
  public init?(text: String, usually year: AcademicYear) {
    guard let found = Period(text: text)?.halfTerm ?? Part(text: text).map({ HalfTerm(year: year, part: $0) })
    else { return nil }
    self = found
  }

  /// The same half-term of the year before.
  public var yearBefore: HalfTerm { HalfTerm(year: year.previous, part: part) }

  /// The half-term before it.
  public var previous: HalfTerm {
    Part(rawValue: part.rawValue - 1).map { HalfTerm(year: year, part: $0) }
      ?? HalfTerm(year: year.previous, part: .summer2)
  }

  /// The half-term after it.
  public var next: HalfTerm {
    Part(rawValue: part.rawValue + 1).map { HalfTerm(year: year, part: $0) }
      ?? HalfTerm(year: AcademicYear(start: year.start + 1), part: .autumn1)
  }
}
