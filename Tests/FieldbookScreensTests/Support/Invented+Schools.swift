import FieldbookModel
import SeededRandom

extension Invented {
  static let ashgrove = URN("100001")
  static let beckside = URN("100002")
  static let coldharbour = URN("100003")
  static let dunmore = URN("100004")
  static let elmRow = URN("100005")
  static let fernhill = URN("100006")

  private static let registered = [
    school("100001", "Ashgrove Primary", roll: 212),
    school("100002", "Beckside Academy", roll: 187, rating: "Requires improvement", town: "Beckside"),
    school("100003", "Coldharbour Infant School", ages: (4, 7), roll: 88, town: "Coldharbour"),
    school("100004", "Dunmore Primary", roll: 240, rating: ""),
    school("100005", "Elm Row Primary", roll: 41, rating: "Outstanding", town: "Elm"),
    school("100006", "Fernhill Church of England Voluntary Aided Primary School and Nursery", roll: 301),
    school("100007", "Glebe School", roll: 120, town: "Farthing"),
  ]

  /// Elm Row has four pupils, and no boys; its blank is where there are none.
  private static let year2016: [ResultRow] = [
    row("100001", "33 16 17 9 6 61% 55% 67% 44% 50% 9% 70% 103 -0.4 72% 68%"),
    row("100002", "28 15 13 8 2 SUPP SUPP SUPP SUPP SUPP SUPP SUPP SUPP SUPP SUPP SUPP"),
    row("100004", "30 15 15 5 0 NA NA NA NA NA NA 60% 101 0.2 61% 62%"),
    row("100906", "40 20 20 8 4 50% 45% 55% 38% 25% 5% 60% 101 -1.2 61% 58%", later: "100006"),
    row("100007", "20 10 10 4 1 75% 70% 80% 50% 100% 15% 80% 105 1.2 80% 85%"),
    (.la("801"), "801", "4000 2000 2000 900 500 58% 55% 61% 41% 52% 8% 69% 104 0.1 75% 73%".cells),
    (.englandState, "", "580000 2 2 2 2 62% 58% 66% 48% 60% 9% 72% 104 0 77% 75%".cells),
  ]

  /// Dunmore's row has a blank, a code, another code, and stops before its progress.
  private static let year2017: [ResultRow] = [
    row("100001", "31 15 16 8 5 42% 40% 44% 25% 40% 6% 61% 102 -1.5 63% 57%"),
    row("100002", "29 14 15 10 3 58% 50% 67% 40% 33% 10% 72% 104 0.8 76% 71%"),
    (.school(dunmore, later: nil), "801", "29|14|15|6|0|48%|43%|53%|33%||.|SUPP|NA".cells(separator: "|")),
    row("100005", "4 0 4 1 0 75% . 75% 100% . 0% 75% 101 -0.2 75% 75%"),
    row("100906", "38 20 18 8 4 53% 50% 56% 38% 25% 5% 63% 102 -0.6 63% 61%", later: "100006"),
    row("100007", "22 11 11 4 1 77% 73% 82% 50% 100% 14% 82% 105 1.4 82% 86%"),
    (.la("801"), "801", "4100 2050 2050 910 520 61% 57% 65% 45% 55% 9% 73% 105 0.2 76% 74%".cells),
    (.englandState, "", "590000 2 2 2 2 64% 60% 68% 51% 62% 10% 75% 105 0 78% 76%".cells),
  ]

  private static func row(_ urn: String, _ cells: String, later: String? = nil) -> ResultRow {
    (.school(URN(urn), later: later.map { URN($0) }), "801", cells.cells)
  }

  static let facts = Facts(
    files: [register(registered), results(2016, year2016), results(2017, year2017)], catalogue: catalogue,
    ours: [
      ashgrove: "Ashgrove Primary", beckside: "Beckside Academy", coldharbour: "Coldharbour Infant School",
      dunmore: "Dunmore Primary", elmRow: "Elm Row Primary", fernhill: "Fernhill",
      URN("100009"): "Ivy Bank Primary",
    ])

  private static let firstNames = ["Alder", "Birch", "Cedar", "Elder", "Hazel", "Juniper", "Maple", "Rowan"]
  private static let lastNames = ["Bank", "Cross", "Dale", "Field", "Green", "Hill", "Lane", "Mead", "Wood"]

  /// So many schools with results of two years, all of them ours; the same seed makes the same ones.
  static func england(_ count: Int, seed: UInt64 = 1) -> Facts {
    var random = SplitMix64(seed: seed)
    var schools: [(urn: String, fields: [Register.Field: String])] = []
    var rows: [[ResultRow]] = [[], []]
    for index in 0..<count {
      let first = firstNames.randomElement(using: &random) ?? ""
      let last = lastNames.randomElement(using: &random) ?? ""
      let urn = String(100_000 + index)
      schools.append(
        school(urn, "\(first) \(last) School \(index)", roll: 50 + Int.random(in: 0..<400, using: &random)))
      for year in 0..<2 {
        let value = Int.random(in: 20...95, using: &random)
        rows[year].append(row(urn, "30 15 15 6 3 \(value)%"))
      }
    }
    let ours = Dictionary(uniqueKeysWithValues: schools.map { (URN($0.urn), $0.fields[.name] ?? "") })
    return Facts(
      files: [register(schools), results(2016, rows[0]), results(2017, rows[1])], catalogue: catalogue,
      ours: ours)
  }
}

extension String {
  /// Cells between spaces; a lone point stands for a blank one.
  fileprivate var cells: [String] { cells(separator: " ") }

  fileprivate func cells(separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { $0 == "." ? "" : String($0) }
  }
}
