/// One pupil of a cohort. Pupils are made to be counted and are kept nowhere.
struct InventedPupil: Sendable {
  /// Attainment at the end of the stage before.
  enum Prior: Sendable {
    case low
    case middle
    case high
    case unknown
  }

  var isGirl = false
  var isDisadvantaged = false
  var isEAL = false
  var isMobile = false
  var hasPlan = false
  var hasSupport = false
  var prior = Prior.middle
  /// Where the pupil stands in the cohort, around 0.
  var ability = 0.0

  /// A cohort, the strongest first.
  static func cohort(
    _ count: Int, of pupils: InventedSchool.Pupils, _ random: inout SeededRandom
  ) -> [InventedPupil] {
    (0..<count).map { _ in pupil(of: pupils, &random) }.sorted { $0.ability > $1.ability }
  }

  private static func pupil(
    of pupils: InventedSchool.Pupils, _ random: inout SeededRandom
  ) -> InventedPupil {
    var pupil = InventedPupil()
    pupil.isGirl = random.chance(49)
    pupil.isDisadvantaged = random.chance(pupils.disadvantaged)
    pupil.isEAL = random.chance(pupils.eal)
    pupil.isMobile = random.chance(6)
    pupil.hasPlan = random.chance(pupils.plans)
    pupil.hasSupport = !pupil.hasPlan && random.chance(pupils.support)
    let start = random.bell() - (pupil.hasPlan ? 1.4 : pupil.hasSupport ? 0.7 : 0)
    pupil.prior = start < -1 ? .low : start > 0.6 ? .high : .middle
    if random.chance(3) { pupil.prior = .unknown }
    pupil.ability =
      start + random.bell() * 0.7 - (pupil.isDisadvantaged ? 0.45 : 0) + (pupil.isGirl ? 0.08 : 0)
    return pupil
  }
}

/// A group of pupils as the tables name it, for one stage.
struct InventedGroup: Sendable {
  /// What follows the stem of a column's header.
  let suffix: String
  let contains: @Sendable (InventedPupil) -> Bool

  init(_ suffix: String, _ contains: @escaping @Sendable (InventedPupil) -> Bool) {
    self.suffix = suffix
    self.contains = contains
  }
}

/// Numbers as the tables write them.
enum Figure {
  /// Groups of fewer are suppressed.
  static let leastShown = 6

  /// A percentage of a group in whole numbers; `SUPP` for a small group, a blank for none.
  static func percent(_ count: Int, of total: Int) -> String {
    cell(of: total) { "\((count * 200 + total) / (2 * total))%" }
  }

  /// A cell about a group of pupils.
  static func cell(of total: Int, _ text: () -> String) -> String {
    total == 0 ? "" : total < leastShown ? "SUPP" : text()
  }

  /// A number with so many decimals.
  static func decimal(_ number: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let units = Int((number * scale).rounded(.toNearestOrAwayFromZero))
    guard decimals > 0 else { return String(units) }
    let digits = String(abs(units))
    let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    return "\(sign)\(filled.dropLast(decimals)).\(filled.suffix(decimals))"
  }

  /// The mean of some numbers; 0 of none.
  static func mean(_ numbers: [Double]) -> Double {
    numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count)
  }
}
