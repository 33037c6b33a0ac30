/// Further primary schools of Invented Shire, so that the nearest thirty of a school are a choice among many. What they
/// are like is drawn for each from its number, the same each time; none of them has a story.
enum FurtherNeighbours {
  private static let names = [
    "Alder Row", "Apple Loft", "Barley Mow", "Beacon Steps", "Bellfounder Lane", "Blackthorn Yard",
    "Bluebell Cutting", "Brickfield Edge", "Buttercross Lane", "Candlemaker Row", "Cartwheel Green",
    "Clockmaker Street", "Cobbler Lane", "Coppice Gate", "Cowslip Bank", "Damson Hedge", "Dyers Yard",
    "Feathers Lane", "Fiddlers Reach", "Flaxmill Road", "Furrow End", "Gingerbread Lane", "Glovers Court",
    "Harebell Rise", "Haywain Green", "Hopyard Hill", "Inkwell Street", "Kingcup Meadow", "Lantern Hill",
    "Larder Lane", "Limekiln Steps", "Maltings Edge", "Millwheel Lane", "Nettle Patch", "Oatfield Rise",
    "Paddock Row", "Pepperpot Hill", "Quill Lane", "Ropewalk Yard", "Saffron Steps", "Tallow Street",
    "Teasel Bank", "Thimble Green", "Weathercock Hill", "Wicket Field", "Windfall Orchard",
  ]
  private static let towns = ["Nether Wold", "Upper Wold", "Millbrook", "Long Orchard", "Fallow Heath"]
  private static let firstURN = 900_101

  /// The schools, in the order of their names.
  static let schools: [InventedSchool] = names.enumerated().map { place, name in
    school(firstURN + place, "\(name) Primary School", towns[place % towns.count])
  }

  private static func school(_ urn: Int, _ name: String, _ town: String) -> InventedSchool {
    var random = SeededRandom(1, urn)
    func drawn(_ low: Int, _ high: Int) -> Int { low + Int(random.unit() * Double(high - low + 1)) }
    let classes = drawn(1, 4)
    let roll = classes * 105 - drawn(2, 21)
    let pupils = InventedSchool.Pupils(
      disadvantaged: drawn(5, 44), eal: drawn(2, 34), support: drawn(9, 20), plans: drawn(1, 5))
    // Who the pupils are says something of what they reach, and not all.
    let usual = 76 - pupils.disadvantaged / 2 + Int(random.bell() * 6)
    let expected = (0..<3).map { _ in min(95, usual + drawn(-4, 4)) }
    let year6 = max(8, roll / 7)
    return InventedSchool(
      urn: urn, name: name, kind: .primary, town: town, roll: roll, capacity: classes * 105, rating: "Good",
      inspectedYearsAgo: 1 + urn % 5, pupils: pupils,
      keyStage2: InventedSchool.KeyStage2(
        cohort: [year6 - 1, year6, year6 + 1], expected: expected,
        higher: expected.map { max(0, $0 / 5 - 5) }, progress: Double(usual - 63) / 10))
  }
}
