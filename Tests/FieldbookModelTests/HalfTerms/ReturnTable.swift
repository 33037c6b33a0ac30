import FieldbookModel

/// Half-termly returns written by hand, for tests.
enum ReturnTable {
  static let urn = URN("100001")
  static let autumn = HalfTerm(year: AcademicYear(start: 2026), part: .autumn1)

  /// One school's return of a year group and subject: by group, how many are on roll and at each level of four.
  static func file(
    _ counts: [PupilGroup: (roll: Int, levels: [Int])], stem: String = "y4.maths", school: URN = urn,
    at halfTerm: HalfTerm = autumn, source: FactsFile.Source = Table.source("return.csv")
  ) -> FactsFile {
    var columns: [FactsFile.Column] = []
    let levels = ["below", "workingTowards", "expected", "greaterDepth"]
    for (group, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let assessed = count.levels.reduce(0, +)
      let start = columns.count
      func column(
        _ measure: String, _ cell: FactsFile.Cell, isShare: Bool = false, hasRoll: Bool = false
      ) -> FactsFile.Column {
        FactsFile.Column(
          measure: "ht." + measure, group: group, header: "Pupils", countColumn: isShare ? start + 1 : nil,
          rollColumn: isShare || hasRoll ? start : nil, lineColumn: start + 2, cells: [cell])
      }
      columns += [
        column("roll", .number(Double(count.roll))),
        column("assessed", .number(Double(assessed)), hasRoll: true),
        FactsFile.Column(
          measure: "ht.line", group: group, part: .line, header: "", cells: [.number(Double(start + 2))]),
        column("expected", share(count.levels[2] + count.levels[3], of: assessed), isShare: true),
        column("higher", share(count.levels[3], of: assessed), isShare: true),
      ]
      columns += zip(levels, count.levels).map { column("level.\($0)", .number(Double($1))) }
    }
    return FactsFile(
      format: "returns", period: halfTerm.year, halfTerm: halfTerm.part, source: source,
      subjects: [.school(school, later: nil)], authorities: [ReturnScope(school: school, stem: stem).text],
      lines: [2], columns: columns)
  }

  private static func share(_ count: Int, of assessed: Int) -> FactsFile.Cell {
    assessed == 0 ? .text("") : .numberAs(Double(count) / Double(assessed) * 100, "\(count) of \(assessed)")
  }

  static func facts(_ files: [FactsFile]) -> Facts {
    let register = Table.register([[.name: "Invented", .laCode: "936"]], urns: [urn.text])
    return Facts(files: [register] + files, catalogue: Table.catalogue, ours: [urn: "Invented"])
  }
}
