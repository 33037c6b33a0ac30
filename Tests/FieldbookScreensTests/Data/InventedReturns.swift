import FieldbookModel

@testable import FieldbookScreens

/// Half-termly returns of the invented schools.
extension Invented {
  static let autumn = HalfTerm(year: AcademicYear(start: 2026), part: .autumn1)
  static let standards = AssessmentScale(
    id: "standards", title: "Standards",
    levels: [
      ("below", "Below"), ("workingTowards", "Working towards"), ("expected", "Expected"),
      ("greaterDepth", "Greater depth"),
    ].map { AssessmentScale.Level(id: $0, title: $1) }, expected: "expected", higher: "greaterDepth")

  /// One school's return of a year group and subject: by group, how many are on roll and at each of four levels.
  static func returned(
    _ school: URN, _ stem: String, _ counts: [PupilGroup: (roll: Int, levels: [Int])],
    at halfTerm: HalfTerm = autumn, scale: String = "standards", format: String = "returns"
  ) -> FactsFile {
    var columns: [FactsFile.Column] = []
    for (group, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let start = columns.count
      let assessed = count.levels.reduce(0, +)
      func column(
        _ measure: String, _ cell: FactsFile.Cell, n: Int? = nil, roll: Int? = nil
      ) -> FactsFile.Column {
        FactsFile.Column(
          measure: "ht." + measure, group: group, header: "Pupils", countColumn: n, rollColumn: roll,
          cells: [cell])
      }
      func share(_ reached: Int) -> FactsFile.Cell {
        .numberAs(Double(reached) / Double(max(1, assessed)) * 100, "\(reached) of \(assessed)")
      }
      columns += [
        column("roll", .number(Double(count.roll))),
        column("assessed", .number(Double(assessed)), roll: start),
        column("expected", share(count.levels[2] + count.levels[3]), n: start + 1, roll: start),
        column("higher", share(count.levels[3]), n: start + 1, roll: start),
      ]
      columns += zip(standards.levels, count.levels).map { column("level.\($0.id)", .number(Double($1))) }
    }
    columns.append(
      FactsFile.Column(measure: "ht.scale", part: .text, header: "Scale", cells: [.text(scale)]))
    return file(school, stem, columns, at: halfTerm, format: format)
  }

  /// One school's absence: sessions missed out of those possible; and pupils persistently absent, of those on roll.
  static func conduct(
    _ school: URN, absence: (missed: Int, of: Int), persistent: Int, roll: Int, at halfTerm: HalfTerm = autumn
  ) -> FactsFile {
    func column(
      _ measure: String, _ value: Double, n: Int? = nil, suffix: String = ""
    ) -> FactsFile.Column {
      FactsFile.Column(
        measure: "ht." + measure, header: "Count", suffix: suffix, countColumn: n, rollColumn: 0,
        cells: [.number(value)])
    }
    let columns = [
      FactsFile.Column(measure: "ht.roll", header: "Roll", cells: [.number(Double(roll))]),
      column("absence", Double(absence.missed) / Double(absence.of) * 100, n: 0),
      column("persistent", Double(persistent) / Double(roll) * 100, n: 0),
      column("persistent.count", Double(persistent), n: 0),
    ]
    return file(school, "all", columns, at: halfTerm, format: "returns-conduct")
  }

  private static func file(
    _ school: URN, _ stem: String, _ columns: [FactsFile.Column], at halfTerm: HalfTerm, format: String
  ) -> FactsFile {
    FactsFile(
      format: format, period: halfTerm.year, halfTerm: halfTerm.part,
      source: source("\(school.text) \(stem) \(halfTerm.title).csv"), subjects: [.school(school, later: nil)],
      authorities: [ReturnScope(school: school, stem: stem).text], lines: [2], columns: columns)
  }

  /// Two autumns: Ashgrove fell, Beckside rose and has a gap, Dunmore returned nothing this time, Fernhill used another
  /// scale before, Elm Row is very small.
  static let returnFiles: [FactsFile] = {
    let before = autumn.yearBefore
    return [
      returned(ashgrove, "y6.maths", [.all: (34, [3, 12, 12, 4])]),
      returned(ashgrove, "y6.maths", [.all: (33, [1, 6, 18, 7])], at: before),
      returned(ashgrove, "y4.maths", [.all: (30, [2, 9, 15, 4])]),
      returned(ashgrove, "y4.maths", [.all: (30, [2, 9, 15, 4])], at: before),
      returned(
        beckside, "y6.maths",
        [
          .all: (30, [2, 10, 14, 4]), .disadvantaged: (10, [2, 6, 2, 0]),
          .notDisadvantaged: (20, [0, 4, 12, 4]),
        ]),
      returned(beckside, "y6.maths", [.all: (28, [3, 13, 10, 2])], at: before),
      returned(dunmore, "y6.maths", [.all: (30, [1, 9, 16, 4])], at: before),
      returned(fernhill, "y6.maths", [.all: (40, [2, 12, 20, 6])]),
      returned(fernhill, "y6.maths", [.all: (40, [2, 12, 20, 6])], at: before, scale: "houses"),
      returned(elmRow, "y6.maths", [.all: (4, [0, 1, 3, 0])]),
      returned(elmRow, "y6.maths", [.all: (5, [0, 0, 4, 1])], at: before),
      conduct(ashgrove, absence: (980, 15_000), persistent: 40, roll: 212),
      conduct(ashgrove, absence: (800, 15_000), persistent: 30, roll: 210, at: before),
    ]
  }()

  /// The workspace with two autumns, and a plan that asks Years 4 and 6 for maths by 20 November.
  static let withReturns: Snapshot = {
    var snapshot = Invented.snapshot(
      facts: Facts(
        files: Invented.facts.files + returnFiles, catalogue: catalogue,
        ours: Dictionary(
          uniqueKeysWithValues: Invented.facts.schools.values.filter(\.isOurs).map { ($0.urn, $0.name) })))
    snapshot.scales = [standards]
    snapshot.collections = CollectionPlan([
      CollectionPlan.Collection(
        id: "autumn", halfTerm: autumn, asks: .attainment,
        yearGroups: [4, 6].compactMap(YearGroup.init(number:)), subjects: ["maths"],
        due: CalendarDate(text: "2026-11-20") ?? now.date)
    ])
    return snapshot
  }()
}
