/// What a row holds in a column, for filter and sort.
public enum ColumnValue: Hashable, Sendable {
  /// Nothing: such rows come last, whichever way the order goes.
  case none
  /// A number.
  case number(Double)
  /// Words, sorted by their letters.
  case text(String)
  /// Words of an order of their own, such as the ratings of inspections: the lowest rank comes first.
  case ranked(String, rank: Int)
  /// A day.
  case date(CalendarDate)

  /// A number, or nothing.
  public init(_ number: Double?) {
    self = number.map(ColumnValue.number) ?? .none
  }

  /// A number, or nothing.
  public init(_ number: Int?) {
    self.init(number.map(Double.init))
  }

  /// A day, or nothing.
  public init(_ date: CalendarDate?) {
    self = date.map(ColumnValue.date) ?? .none
  }

  /// Words, or nothing where they are empty.
  public init(_ text: String) {
    self = text.isEmpty ? .none : .text(text)
  }

  /// The value as a list of values names it; empty where there is none.
  public var label: String {
    switch self {
    case .none: ""
    case .number(let number): NumberText.plain(number)
    case .text(let text), .ranked(let text, _): text
    case .date(let date): date.longText
    }
  }
}

/// A range of numbers or days that a column is filtered by.
public enum ValueRange: Hashable, Sendable {
  /// Over a number.
  case over(Double)
  /// Under a number.
  case under(Double)
  /// From one number to another, both included.
  case between(Double, Double)
  /// After a day.
  case after(CalendarDate)
  /// Before a day.
  case before(CalendarDate)

  /// What a column holds, which decides how a range is read.
  public enum Kind: Hashable, Sendable {
    case numbers
    case days
  }

  /// Reads `>10`, `<60`, `10-20`, `over 10`, `under 60`; of days `before 1 sep 2026`, `> 1/9/2026`, `after -6m` (six
  /// months ago); nil for anything else.
  public init?(typed: String, kind: Kind, today: CalendarDate, calendar: SchoolCalendar) {
    let text = typed.lowercased().trimmingSpaces()
    switch kind {
    case .numbers:
      guard let range = ValueRange.numbers(text) else { return nil }
      self = range
    case .days:
      guard let (isAfter, rest) = ValueRange.direction(text),
        let day = ValueRange.day(rest, today: today, calendar: calendar)
      else { return nil }
      self = isAfter ? .after(day) : .before(day)
    }
  }

  /// Reads what `text` writes.
  public init?(text: String) {
    guard let (isOver, rest) = ValueRange.direction(text) else {
      guard let range = ValueRange.pair(text) else { return nil }
      self = range
      return
    }
    if let day = CalendarDate(text: rest) {
      self = isOver ? .after(day) : .before(day)
    } else if let number = Double(rest), number.isFinite {
      self = isOver ? .over(number) : .under(number)
    } else {
      return nil
    }
  }

  /// `>10`, `<60`, `10..20`, `>2026-09-01`: as documents hold it.
  public var text: String {
    switch self {
    case .over(let number): ">\(NumberText.plain(number))"
    case .under(let number): "<\(NumberText.plain(number))"
    case .between(let low, let high): "\(NumberText.plain(low))..\(NumberText.plain(high))"
    case .after(let day): ">\(day.text)"
    case .before(let day): "<\(day.text)"
    }
  }

  /// `over 10`, `from 10 to 20`, `before 1 Sep 2026`.
  public var words: String {
    switch self {
    case .over(let number): "over \(NumberText.plain(number))"
    case .under(let number): "under \(NumberText.plain(number))"
    case .between(let low, let high): "from \(NumberText.plain(low)) to \(NumberText.plain(high))"
    case .after(let day): "after \(day.longText)"
    case .before(let day): "before \(day.longText)"
    }
  }

  /// Whether a value lies in it.
  public func contains(_ value: ColumnValue) -> Bool {
    switch (self, value) {
    case (.over(let limit), .number(let number)): number > limit
    case (.under(let limit), .number(let number)): number < limit
    case (.between(let low, let high), .number(let number)): low <= number && number <= high
    case (.after(let limit), .date(let day)): day > limit
    case (.before(let limit), .date(let day)): day < limit
    default: false
    }
  }

  // MARK: Reading

  private static func numbers(_ text: String) -> ValueRange? {
    guard let (isOver, rest) = direction(text) else { return pair(text) }
    let number = rest.hasSuffix("%") ? String(rest.dropLast()) : rest
    guard let value = Double(number), value.isFinite else { return nil }
    return isOver ? .over(value) : .under(value)
  }

  /// `10..20`, `10-20`, `10 to 20`.
  private static func pair(_ text: String) -> ValueRange? {
    for separator in ["..", " to ", "-", "–"] {
      // A minus before the first number is no separator.
      guard let first = text.first, let place = text.dropFirst().range(of: separator) else { continue }
      let low = String(first) + text[text.index(after: text.startIndex)..<place.lowerBound]
      let high = String(text[place.upperBound...])
      guard let low = Double(low.trimmingSpaces()), let high = Double(high.trimmingSpaces()), low.isFinite,
        high.isFinite
      else { continue }
      return .between(min(low, high), max(low, high))
    }
    return nil
  }

  private static func direction(_ text: String) -> (isOver: Bool, rest: String)? {
    let words: [(String, Bool)] = [
      (">", true), ("<", false), ("over ", true), ("under ", false), ("after ", true), ("before ", false),
      ("more than ", true), ("less than ", false), ("since ", true),
    ]
    guard let word = words.first(where: { text.hasPrefix($0.0) }) else { return nil }
    return (word.1, String(text.dropFirst(word.0.count)).trimmingSpaces())
  }

  /// A day as a due date is typed, or so long ago: `-6m`, `-30d`.
  private static func day(_ text: String, today: CalendarDate, calendar: SchoolCalendar) -> CalendarDate? {
    guard text.hasPrefix("-"), let unit = text.last, let count = Int(text.dropFirst().dropLast()),
      (0...1200).contains(count)
    else { return DueDate.read(text, today: today, calendar: calendar) }
    switch unit {
    case "d": return today.adding(days: -count)
    case "w": return today.adding(days: -count * 7)
    case "m": return today.adding(months: -count)
    default: return nil
    }
  }
}

extension Substring {
  /// Where another text first stands in this one.
  fileprivate func range(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
