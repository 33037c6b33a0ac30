import FieldbookModel

/// Attendance and behaviour of the trust's schools in Autumn 1 of three years, as they return it.
enum ConductTable {
  static func bytes(_ years: [AcademicYear], seed: UInt64) -> [UInt8] {
    var lines = [["URN", "School", "Period", "Year group", "Group", "Measure", "Count", "Out of", "Roll"]]
    for year in years {
      for school in InventedShire.ours {
        var random = SeededRandom(seed, 22, school.urn, year.start)
        lines += rows(school, year, &random)
      }
    }
    return CommaSeparated.bytes(lines)
  }

  private static func rows(
    _ school: InventedSchool, _ year: AcademicYear, _ random: inout SeededRandom
  ) -> [[String]] {
    let roll = school.roll
    let poor = roll * school.pupils.disadvantaged / 100
    let isSecondary = school.keyStage4 != nil
    let absence =
      4.6 + Double(school.pupils.disadvantaged) / 18 + (isSecondary ? 1.8 : 0) + random.bell() * 0.4
    let sessions = roll * 74
    let persistent = min(roll, Int(Double(roll) * absence * 0.026))
    let start = [String(school.urn), school.name, "\(year.fileText) Autumn 1", "All"]
    func row(_ group: String, _ measure: String, _ count: Int, outOf: Int? = nil, of pupils: Int) -> [String]
    {
      start + [group, measure, String(max(0, count)), outOf.map(String.init) ?? "", String(pupils)]
    }
    let rate = isSecondary ? 0.045 : 0.006
    return [
      row("all", "absence", Int(Double(sessions) * absence / 100), outOf: sessions, of: roll),
      row("all", "unauthorised", Int(Double(sessions) * absence / 380), outOf: sessions, of: roll),
      row("all", "persistent", persistent, of: roll),
      row("disadvantaged", "persistent", min(poor, persistent * 6 / 10), of: poor),
      row("all", "severe", persistent / 9, of: roll),
      row("all", "suspensions", Int(Double(roll) * rate * (1 + random.unit())), of: roll),
      row("all", "removals", Int(Double(roll) * rate * 4 * (1 + random.unit())), of: roll),
      row("all", "partTime", Int(Double(roll) * 0.004 * random.unit() * 3), of: roll),
      row("all", "offRoll", Int(Double(roll) * 0.006 * random.unit() * 2), of: roll),
    ]
  }
}
