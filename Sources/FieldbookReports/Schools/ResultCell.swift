import FieldbookModel

/// One result as a report says it.
enum ResultCell {
  /// A value with the pupils it rests on, `62% of 47` or, for what is no share of them, `104 (47)`; or the code of the reason why there is none.
  static func text(_ observation: Observation?, _ measure: Measure) -> String {
    guard let observation else { return "–" }
    guard let value = observation.reading.value else { return observation.absenceCode ?? "–" }
    let number = number(value, measure)
    guard measure.unit != .pupils, let n = observation.n else { return number }
    // The census counts the pupils of the group itself, not those it is a part of.
    return measure.unit == .percent && measure.stage != "Census" ? "\(number) of \(n)" : "\(number) (\(n))"
  }

  /// A value alone: what stands beside it for comparison needs no count.
  static func comparison(_ observation: Observation?, _ measure: Measure) -> String {
    guard let observation else { return "–" }
    return observation.reading.value.map { number($0, measure) } ?? observation.absenceCode ?? "–"
  }

  /// How a value changed, `+6`; for a change of few pupils also how many they are, `-6 (2 ch)`.
  ///
  /// Hidden where either side is; nothing where either side has no value, or where one is provisional and the other
  /// not.
  static func change(from old: Observation?, to new: Observation?, _ measure: Measure) -> String {
    guard let old, let new else { return "–" }
    if isHidden(old) || isHidden(new) { return MissingReason.hidden.code }
    guard let before = old.reading.value, let after = new.reading.value, old.status == new.status else {
      return "–"
    }
    let change = signed(after - before, decimals: decimals(measure))
    guard measure.isShareOfPupils, let n = new.n, let children = children(after - before, of: n) else {
      return change
    }
    return "\(change) (\(children) ch)"
  }

  /// The difference between two groups in points; hidden where either group is.
  static func gap(_ one: Observation?, _ other: Observation?) -> String {
    guard let one, let other else { return "–" }
    if isHidden(one) || isHidden(other) { return MissingReason.hidden.code }
    guard let a = one.reading.value, let b = other.reading.value else { return "–" }
    return signed(a - b)
  }

  /// Whether the observation is kept back by the rule for small groups.
  static func isHidden(_ observation: Observation) -> Bool { observation.reading == .missing(.hidden) }

  /// Progress at key stage 4 and value added after it are given in hundredths, everything else in tenths.
  private static func decimals(_ measure: Measure) -> Int {
    measure.unit == .progress && (measure.stage == "KS4" || measure.stage == "KS5") ? 2 : 1
  }

  static func number(_ value: Double, _ measure: Measure) -> String {
    switch measure.unit {
    case .percent: plain(value, decimals: 1) + "%"
    case .points, .progress: signed(value, decimals: decimals(measure))
    case .scaledScore, .band, .pupils, .average, .rate, .pounds, .times, .grade: plain(value, decimals: 1)
    }
  }

  private static func plain(_ value: Double, decimals: Int) -> String {
    value == value.rounded() ? NumberText.plain(value) : NumberText.fixed(value, decimals: decimals)
  }

  static func signed(_ value: Double, decimals: Int = 1) -> String {
    let scale = decimals == 2 ? 100.0 : 10.0
    let rounded = (value * scale).rounded(.toNearestOrAwayFromZero) / scale
    return rounded > 0 ? "+" + plain(rounded, decimals: decimals) : plain(rounded, decimals: decimals)
  }

  /// The number of pupils a change stands for, when it is at most three.
  private static func children(_ points: Double, of n: Int) -> Int? {
    let children = Int((abs(points) / 100 * Double(n)).rounded())
    return (1...3).contains(children) ? children : nil
  }
}
