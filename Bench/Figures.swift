/// A list of measured times, and what is said of them.
struct Figures {
  private(set) var times: [Milliseconds] = []

  mutating func add(_ time: Milliseconds?) {
    if let time { times.append(time) }
  }

  /// The time below which so many hundredths of all lie; nil when nothing was measured.
  func percentile(_ hundredths: Int) -> Milliseconds? {
    guard !times.isEmpty else { return nil }
    let sorted = times.sorted()
    return sorted[min(sorted.count - 1, sorted.count * hundredths / 100)]
  }

  var median: Milliseconds? { percentile(50) }
  var most: Milliseconds? { times.max() }
}

/// One line of the table: what a user waits for, beside what it is held to.
struct Row {
  let what: String
  /// What fieldbook needs.
  let ours: Double?
  /// What the other needs.
  let theirs: Double?
  /// What the other is.
  let comparator: String
  /// How many times the other's figure ours may be.
  let limit: Double
  /// What may come on top of it.
  var allowance = 0.0
  var unit = "ms"

  private var most: Double? { theirs.map { $0 * limit + allowance } }

  /// Whether the goal is met; nil when one of the two was not measured.
  var isMet: Bool? {
    guard let ours, let most else { return nil }
    return ours <= most
  }

  /// The cells of the line.
  var cells: [String] {
    let allowed = allowance == 0 ? "" : " + \(Row.text(allowance))"
    let goal = limit == 1 ? "≤ \(comparator)" : "≤ \(Row.text(limit)) × \(comparator)"
    return [
      what, ours.map { Row.text($0) + " " + unit } ?? "not measured",
      theirs.map { Row.text($0) + " " + unit } ?? "not measured",
      ours.flatMap { ours in theirs.map { Row.text(ours / $0) } } ?? "–", goal + allowed,
      isMet.map { $0 ? "met" : "MISSED" } ?? "not measured",
    ]
  }

  /// Three digits that say something.
  static func text(_ number: Double) -> String {
    if number >= 100 { return String(Int(number.rounded())) }
    let scale = number >= 10 ? 10.0 : 100.0
    return "\((number * scale).rounded() / scale)"
  }

  static func table(_ rows: [Row]) -> String {
    let lines = [["what a user waits for", "fieldbook", "other", "ratio", "goal", ""]] + rows.map(\.cells)
    let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
