import FieldbookModel

/// What the trust's schools return of Autumn 1 in three years, in the layouts of `fieldbook template`.
enum HalfTermTable {
  private static let standards = ["Below", "Working towards", "Expected", "Greater depth"]
  private static let grades = ["U", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

  /// The return of attainment: Years 2, 4 and 6 on the standards of key stage 2, Year 11 in grades.
  static func attainment(_ years: [AcademicYear], seed: UInt64) -> [UInt8] {
    var lines = [
      ["URN", "School", "Period", "Year group", "Subject", "Group", "Scale", "Level", "Pupils", "Roll"]
    ]
    for (place, year) in years.enumerated() {
      for school in InventedShire.ours where returns(school, isLatest: place == years.count - 1) {
        for yearGroup in [2, 4, 6, 11] {
          lines += rows(school, yearGroup, year: place, year, seed)
        }
      }
    }
    return CommaSeparated.bytes(lines)
  }

  /// One school has not answered this time.
  private static func returns(_ school: InventedSchool, isLatest: Bool) -> Bool {
    !(isLatest && school.kind == .junior)
  }

  private static func rows(
    _ school: InventedSchool, _ yearGroup: Int, year place: Int, _ year: AcademicYear, _ seed: UInt64
  ) -> [[String]] {
    guard teaches(school, yearGroup), let shape = shape(of: school, yearGroup, year: place) else { return [] }
    var random = SeededRandom(seed, 21, school.urn, year.start, yearGroup)
    let isGraded = yearGroup == 11
    let levels = isGraded ? grades : standards
    let subjects =
      isGraded
      ? ["English", "Maths"] : yearGroup == 6 ? ["Reading", "Writing", "Maths"] : ["Reading", "Maths"]
    let shares = subjects.map { _ in shape.shares.map { $0 + random.bell() * 2 } }
    let cohort = HalfTermCohort(shape.count, of: school.pupils, shares: shares, &random)
    // Boys and girls are asked for where it is the last year of a key stage.
    let groups = HalfTermCohort.groups.filter { yearGroup == 6 || !["boys", "girls"].contains($0.name) }
    return subjects.enumerated().flatMap { index, subject in
      groups.flatMap { group -> [[String]] in
        let (counts, roll) = cohort.count(index, levels: levels.count, in: group.contains)
        guard roll > 0 else { return [] }
        return zip(levels, counts).filter { $1 > 0 || group.name == "all" }.map { level, count in
          [
            String(school.urn), school.name, period(year), "Y\(yearGroup)", subject, group.name,
            isGraded ? "gcse" : "standards", level, String(count), String(roll),
          ]
        }
      }
    }
  }

  private static func teaches(_ school: InventedSchool, _ yearGroup: Int) -> Bool {
    school.kind != .special && (school.ages.low..<school.ages.high).contains(yearGroup + 4)
  }

  /// How many there are, and per cent at each level from the second on, by the story that the school's results tell.
  private static func shape(
    of school: InventedSchool, _ yearGroup: Int, year place: Int
  ) -> (count: Int, shares: [Double])? {
    let size = max(4, school.roll / max(1, school.ages.high - school.ages.low))
    if yearGroup == 11 {
      guard let stage = school.keyStage4 else { return nil }
      let fives = Double(stage.fives[min(place, stage.fives.count - 1)])
      let shares = [
        98, 94, 87, min(84, fives + 26), fives + 10, fives * 0.75, fives * 0.45, fives * 0.25, fives * 0.1,
      ]
      return (stage.cohort[min(place, 2)], shares)
    }
    let expected = Double(school.keyStage2?.expected[min(place, 2)] ?? 68)
    let higher = Double(school.keyStage2?.higher[min(place, 2)] ?? 12)
    // In autumn fewer are there yet than will be in summer; the younger ones are further from it.
    let here = max(8, expected - (yearGroup == 6 ? 5 : 2))
    return (size, [min(97, here + 30), here, max(1, higher)])
  }

  private static func period(_ year: AcademicYear) -> String { "\(year.fileText) Autumn 1" }
}
