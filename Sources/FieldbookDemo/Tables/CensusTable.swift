import FieldbookModel

/// The school census in the layout of the published tables.
enum CensusTable {
  private static let header = [
    "URN", "LA", "ESTAB", "SCHOOLTYPE", "NOR", "NORG", "NORB", "PNORG", "PNORB", "TSENELSE", "PSENELSE",
    "TSENELK", "PSENELK", "NUMEAL", "NUMENGFL", "NUMUNCFL", "PNUMEAL", "PNUMENGFL", "PNUMUNCFL", "NUMFSM",
    "NUMFSMEVER", "PNUMFSMEVER",
  ]

  /// All rows of a year, the last being 2.
  static func bytes(year place: Int, _ year: AcademicYear, seed: UInt64) -> [UInt8] {
    var lines = [header]
    for school in InventedShire.schools.sorted(by: { $0.urn < $1.urn }) {
      var random = SeededRandom(seed, 9, school.urn, year.start)
      let roll =
        school.roll + Int(random.bell() * Double(school.roll) * 0.015) - (2 - place) * school.roll / 90
      let row = TableRow.school(school, year: place)
      let type =
        switch school.kind {
        case .special: "State-funded special school"
        case .secondary, .sixthForm, .allThrough: "State-funded secondary"
        case .primary, .infant, .junior: "State-funded primary"
        }
      lines.append(
        [row.urn, InventedShire.code, String(school.number), type] + figures(roll, school.pupils, &random))
    }
    for (code, type, roll, pupils) in england {
      var random = SeededRandom(seed, 9, roll, year.start)
      lines.append(["NAT", "", code, type] + figures(roll, pupils, &random))
    }
    return [0xEF, 0xBB, 0xBF] + CommaSeparated.bytes(lines)
  }

  private typealias Pupils = InventedSchool.Pupils

  /// Invented, of the size that England's figures are.
  private static let england: [(String, String, Int, InventedSchool.Pupils)] = [
    ("PRI", "State-funded primary", 4_600_000, Pupils(disadvantaged: 25, eal: 22, support: 14, plans: 3)),
    ("SEC", "State-funded secondary", 3_600_000, Pupils(disadvantaged: 27, eal: 18, support: 13, plans: 3)),
    (
      "SPE", "State-funded special school", 150_000, Pupils(disadvantaged: 48, eal: 15, support: 1, plans: 98)
    ),
  ]

  /// Everything from the roll on.
  private static func figures(
    _ roll: Int, _ pupils: InventedSchool.Pupils, _ random: inout SeededRandom
  ) -> [String] {
    func part(_ percent: Int) -> Int {
      guard percent > 0, percent < 100 else { return percent * roll / 100 }
      return max(0, min(roll, Int((Double(percent) + random.bell() * 0.7) / 100 * Double(roll))))
    }
    func share(_ count: Int) -> String { Figure.decimal(Double(count) * 100 / Double(roll), 1) }
    let girls = part(49)
    let plans = part(pupils.plans)
    let support = min(roll - plans, part(pupils.support))
    let eal = part(pupils.eal)
    let unknown = roll > 1000 ? roll / 600 : 0
    let english = max(0, roll - eal - unknown)
    let ever = part(pupils.disadvantaged)
    return [
      "\(roll)", "\(girls)", "\(roll - girls)", share(girls), share(roll - girls), "\(plans)", share(plans),
      "\(support)", share(support), "\(eal)", "\(english)", "\(unknown)", share(eal), share(english),
      share(unknown), "\(ever * 4 / 5)", "\(ever)", share(ever),
    ]
  }
}
