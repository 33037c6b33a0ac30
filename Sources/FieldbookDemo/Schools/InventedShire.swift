/// The schools of Meadowbank Trust and their neighbours in Invented Shire. None of them exists.
enum InventedShire {
  /// The code of the local authority.
  static let code = "990"
  /// Its name.
  static let name = "Invented Shire"
  /// The trust as the register writes it.
  static let trust = "MEADOWBANK TRUST"

  /// All schools, the trust's first.
  static let schools = ours + neighbours + FurtherNeighbours.schools

  private typealias KS2 = InventedSchool.KeyStage2
  private typealias KS4 = InventedSchool.KeyStage4
  private typealias Pupils = InventedSchool.Pupils

  /// The trust's twelve.
  static let ours: [InventedSchool] = primaries + others

  private static let primaries: [InventedSchool] = [
    // Improving, term by term.
    InventedSchool(
      urn: 900_001, name: "Ashgrove Primary School", kind: .primary, town: "St Thomas à Becket", isOurs: true,
      roll: 398, capacity: 420, rating: "Good", inspectedYearsAgo: 4,
      pupils: Pupils(disadvantaged: 27, eal: 14, support: 15, plans: 3),
      keyStage2: KS2(cohort: [57, 58, 56], expected: [51, 59, 68], higher: [4, 7, 9], progress: 1.1)),
    // Steady and strong.
    InventedSchool(
      urn: 900_002, name: "Beckside Academy", kind: .primary, town: "Millbrook", isOurs: true,
      roll: 207, capacity: 210, rating: "Outstanding", inspectedYearsAgo: 6,
      pupils: Pupils(disadvantaged: 12, eal: 6, support: 11, plans: 2),
      keyStage2: KS2(cohort: [29, 32, 30], expected: [79, 75, 77], higher: [14, 16, 13], progress: 1.9)),
    // So small that hardly a group may be shown.
    InventedSchool(
      urn: 900_006, name: "Fernhill Primary School", kind: .primary, town: "Millbrook", isOurs: true,
      roll: 64, capacity: 105, rating: "Good", inspectedYearsAgo: 3,
      pupils: Pupils(disadvantaged: 30, eal: 3, support: 19, plans: 3),
      keyStage2: KS2(cohort: [11, 9, 8], expected: [64, 56, 75], higher: [9, 0, 13], progress: -0.2)),
    // Fell two years running, and nobody has been there for over a year.
    InventedSchool(
      urn: 900_010, name: "Larkrise Primary School", kind: .primary, town: "Long Orchard", isOurs: true,
      roll: 312, capacity: 315, rating: "Good", inspectedYearsAgo: 5,
      pupils: Pupils(disadvantaged: 34, eal: 21, support: 18, plans: 4),
      keyStage2: KS2(cohort: [44, 45, 43], expected: [70, 60, 47], higher: [9, 4, 2], progress: -2.6)),
    // Joined lately: two of its three years stand under an earlier number.
    InventedSchool(
      urn: 900_013, name: "Orchard Vale Primary School", kind: .primary, town: "Long Orchard", isOurs: true,
      roll: 198, capacity: 210, rating: "Requires improvement", inspectedYearsAgo: 2, earlierURN: 900_913,
      pupils: Pupils(disadvantaged: 41, eal: 9, support: 22, plans: 5),
      keyStage2: KS2(cohort: [28, 30, 29], expected: [46, 43, 52], higher: [0, 3, 3], progress: -1.2)),
    InventedSchool(
      urn: 900_014, name: "Pinewood Primary School", kind: .primary, town: "Fallow Heath", isOurs: true,
      roll: 421, capacity: 420, rating: "Good", inspectedYearsAgo: 2,
      pupils: Pupils(disadvantaged: 19, eal: 32, support: 13, plans: 3),
      keyStage2: KS2(cohort: [60, 59, 60], expected: [63, 66, 65], higher: [8, 8, 10], progress: 0.6)),
  ]

  private static let others: [InventedSchool] = [
    InventedSchool(
      urn: 900_003, name: "Coldharbour Infant School", kind: .infant, town: "St Thomas à Becket",
      isOurs: true,
      roll: 171, capacity: 180, rating: "Outstanding", inspectedYearsAgo: 7,
      pupils: Pupils(disadvantaged: 15, eal: 11, support: 12, plans: 2)),
    InventedSchool(
      urn: 900_004, name: "Dunmore Junior School", kind: .junior, town: "St Thomas à Becket", isOurs: true,
      roll: 233, capacity: 240, rating: "Requires improvement", inspectedYearsAgo: 3,
      pupils: Pupils(disadvantaged: 24, eal: 12, support: 16, plans: 3),
      keyStage2: KS2(cohort: [58, 57, 59], expected: [55, 60, 61], higher: [5, 5, 7], progress: -0.4)),
    InventedSchool(
      urn: 900_005, name: "Eastfield High School", kind: .sixthForm, town: "St Thomas à Becket", isOurs: true,
      roll: 1104, capacity: 1200, rating: "Good", inspectedYearsAgo: 3,
      pupils: Pupils(disadvantaged: 22, eal: 10, support: 12, plans: 2),
      keyStage4: KS4(
        cohort: [181, 184, 187], points: [46.8, 47.5, 48.9], fives: [44, 46, 49], progress: 0.12)),
    InventedSchool(
      urn: 900_009, name: "Kestrel Park Academy", kind: .secondary, town: "Fallow Heath", isOurs: true,
      roll: 768, capacity: 900, rating: "Requires improvement", inspectedYearsAgo: 2,
      pupils: Pupils(disadvantaged: 39, eal: 18, support: 16, plans: 3),
      keyStage4: KS4(
        cohort: [148, 151, 149], points: [39.9, 38.4, 39.2], fives: [28, 27, 31], progress: -0.48)),
    InventedSchool(
      urn: 900_011, name: "Millbrook All-through Academy", kind: .allThrough, town: "Millbrook", isOurs: true,
      roll: 983, capacity: 1050, rating: "Good", inspectedYearsAgo: 1,
      pupils: Pupils(disadvantaged: 29, eal: 24, support: 14, plans: 3),
      keyStage2: KS2(cohort: [58, 60, 59], expected: [60, 63, 61], higher: [7, 7, 8], progress: 0.3),
      keyStage4: KS4(
        cohort: [118, 121, 119], points: [45.2, 44.7, 45.9], fives: [41, 40, 43], progress: -0.05)),
    InventedSchool(
      urn: 900_012, name: "Northgate School", kind: .special, town: "Fallow Heath", isOurs: true,
      roll: 96, capacity: 100, rating: "Good", inspectedYearsAgo: 2,
      pupils: Pupils(disadvantaged: 48, eal: 8, support: 0, plans: 100),
      keyStage2: KS2(cohort: [7, 6, 8], expected: [0, 0, 0], higher: [0, 0, 0], progress: 0),
      keyStage4: KS4(cohort: [8, 9, 7], points: [3.4, 2.9, 4.1], fives: [0, 0, 0], progress: -1.6)),
  ]

  // MARK: Neighbours

  /// Schools of other trusts and of the authority, to compare with.
  static let neighbours: [InventedSchool] = [
    primary(900_007, "Greenway Primary School", "St Thomas à Becket", 411, [62, 64, 66], 14, 1.0),
    primary(900_008, "Highmoor Church of England Primary School", "Millbrook", 188, [55, 58, 52], 19, -0.8),
    primary(900_021, "Amber Lane Primary School", "Nether Wold", 206, [71, 68, 73], 9, 1.4),
    primary(900_022, "Bramble Hill Primary School", "Nether Wold", 402, [48, 55, 57], 33, -0.6),
    primary(900_023, "Chalk Pit Community Primary School", "Upper Wold", 104, [60, 67, 60], 22, 0.2),
    primary(900_024, "Dovecote Primary School", "Upper Wold", 314, [66, 61, 63], 17, 0.4),
    primary(900_025, "Elder Tree Primary School", "Fallow Heath", 419, [58, 56, 60], 29, -0.3),
    primary(900_026, "Foxglove Primary School", "Fallow Heath", 210, [83, 79, 82], 6, 2.2),
    primary(900_027, "Gatehouse Primary School", "Long Orchard", 387, [44, 47, 49], 45, -1.5),
    primary(900_028, "Hollow Oak Primary School", "Long Orchard", 198, [69, 70, 66], 15, 0.8),
    primary(900_029, "Icehouse Lane Primary School", "Millbrook", 421, [63, 59, 62], 21, 0.1),
    primary(900_030, "Juniper Street Primary School", "Millbrook", 201, [52, 50, 55], 38, -1.1),
    primary(900_031, "Kiln Yard Primary School", "Nether Wold", 208, [74, 72, 70], 11, 1.2),
    primary(900_032, "Lych Gate Church of England Primary School", "Upper Wold", 97, [70, 58, 64], 13, -0.1),
    secondary(900_041, "Mallow Bridge School", "Nether Wold", 1210, [51.2, 50.6, 51.9], [52, 51, 53], 0.31),
    secondary(900_042, "Nine Elms Academy", "Millbrook", 905, [42.3, 43.1, 42.8], [35, 37, 36], -0.22),
    secondary(900_043, "Old Mint School", "Long Orchard", 640, [36.9, 37.8, 37.2], [25, 26, 24], -0.61),
    secondary(900_044, "Quarry Road School", "Upper Wold", 1402, [47.9, 48.4, 47.6], [47, 48, 46], 0.08),
    InventedSchool(
      urn: 900_051, name: "Riverbend School", kind: .special, town: "Nether Wold", roll: 84, capacity: 90,
      rating: "Good", inspectedYearsAgo: 3,
      pupils: Pupils(disadvantaged: 44, eal: 6, support: 0, plans: 100)),
  ]

  private static func primary(
    _ urn: Int, _ name: String, _ town: String, _ roll: Int, _ expected: [Int], _ disadvantaged: Int,
    _ progress: Double
  ) -> InventedSchool {
    let year6 = max(8, roll / 7)
    return InventedSchool(
      urn: urn, name: name, kind: .primary, town: town, roll: roll, capacity: roll + 14, rating: "Good",
      inspectedYearsAgo: 1 + urn % 5,
      pupils: Pupils(
        disadvantaged: disadvantaged, eal: 4 + urn % 23, support: 10 + urn % 9, plans: 2 + urn % 3),
      keyStage2: KS2(
        cohort: [year6 - 1, year6 + 1, year6], expected: expected,
        higher: expected.map { max(0, $0 / 5 - 5) },
        progress: progress))
  }

  private static func secondary(
    _ urn: Int, _ name: String, _ town: String, _ roll: Int, _ points: [Double], _ fives: [Int],
    _ progress: Double
  ) -> InventedSchool {
    InventedSchool(
      urn: urn, name: name, kind: .secondary, town: town, roll: roll, capacity: roll + 60, rating: "Good",
      inspectedYearsAgo: 1 + urn % 5,
      pupils: Pupils(disadvantaged: 15 + urn % 25, eal: 5 + urn % 19, support: 11 + urn % 6, plans: 2),
      keyStage4: KS4(
        cohort: [roll / 5 - 3, roll / 5, roll / 5 + 2], points: points, fives: fives, progress: progress))
  }
}
