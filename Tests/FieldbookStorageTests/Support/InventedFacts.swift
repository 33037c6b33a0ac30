import FieldbookModel
import SeededRandom

/// Facts files of invented schools.
enum InventedFacts {
  static func source(
    _ number: Int = 1, status: String = "final", mapping: String = "ks2-final-1"
  ) -> FactsFile.Source {
    let digits = String(number, radix: 16)
    return FactsFile.Source(
      file: "invented-\(number).csv",
      sha256: String(repeating: "0", count: 4) + digits
        + String(repeating: "a", count: 60 - digits.count), encoding: "UTF-8",
      importedAt: Instant(milliseconds: 1_796_206_920_000), asAt: nil, mapping: mapping, status: status)
  }

  static func file(_ number: Int = 1, mapping: String = "ks2-final-1") -> FactsFile {
    FactsFile(
      format: "ks2", period: AcademicYear(start: 2017), source: source(number, mapping: mapping),
      subjects: [.school(URN("138764"), later: URN("144697")), .la("936"), .england],
      authorities: ["936", "936", ""], lines: [2, 5, 6],
      columns: [
        FactsFile.Column(
          measure: "rwmExp", group: .all, period: AcademicYear(start: 2017), header: "PTRWM_EXP", suffix: "%",
          countColumn: 1, cells: [.number(75), .numberAs(67, "67.0%"), .text("SUPP")]),
        FactsFile.Column(
          measure: "pupils", group: .all, period: AcademicYear(start: 2017), header: "TELIG",
          cells: [.number(47), .text(""), .absent]),
      ])
  }

  /// A file with anything in it that a file can have.
  static func random(_ random: inout SplitMix64) -> FactsFile {
    let rows = Int.random(in: 0..<12, using: &random)
    let columns = Int.random(in: 0..<6, using: &random)
    var file = self.file(Int.random(in: 0..<1000, using: &random))
    if Bool.random(using: &random) { file.halfTerm = HalfTerm.Part.allCases.randomElement(using: &random) }
    if Bool.random(using: &random) { (file.period, file.halfTerm) = (nil, nil) }
    if Bool.random(using: &random) { file.source.asAt = CalendarDate(dayNumber: 20_000) }
    if Bool.random(using: &random) {
      file.source.citation = Citation(
        title: "A \"table\"", publisher: "An office\n", published: CalendarDate(dayNumber: 19_000),
        address: "https://example.org")
    }
    file.subjects = (0..<rows).map { row in
      switch Int.random(in: 0..<5, using: &random) {
      case 0: .la("\(row)")
      case 1: .england
      case 2: .englandState
      case 3: .school(URN("\(100_000 + row)"), later: URN("\(200_000 + row)"))
      default: .school(URN("\(100_000 + row)"), later: nil)
      }
    }
    file.authorities = (0..<rows).map { $0.isMultiple(of: 3) ? "" : "93\($0 % 10)" }
    file.lines = (0..<rows).map { $0 * 2 + 2 }
    file.columns = (0..<columns).map { column in
      FactsFile.Column(
        measure: "m\(column)", group: group(&random), period: AcademicYear(start: 2016),
        halfTerm: Bool.random(using: &random) ? .spring2 : nil,
        part: [.value, .lower, .upper, .text, .line].randomElement(using: &random) ?? .value,
        header: "H \"\(column)\"\n", suffix: Bool.random(using: &random) ? "%" : "",
        countColumn: Bool.random(using: &random) ? Int.random(in: 0..<columns, using: &random) : nil,
        lowerColumn: Bool.random(using: &random) ? Int.random(in: 0..<columns, using: &random) : nil,
        lineColumn: Bool.random(using: &random) ? Int.random(in: 0..<columns, using: &random) : nil,
        cells: (0..<rows).map { _ in cell(&random) })
    }
    return file
  }

  private static func group(_ random: inout SplitMix64) -> PupilGroup {
    let group = PupilGroup.allCases.randomElement(using: &random) ?? .all
    return Bool.random(using: &random) ? group.crossed(with: .girls) : group
  }

  private static func cell(_ random: inout SplitMix64) -> FactsFile.Cell {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: .absent
    case 1: .text("")
    case 2: .text(["SUPP", " ", "Ügly \u{202E}text", "a\tb\\"].randomElement(using: &random) ?? "")
    case 3: .numberAs(Double(Int.random(in: -100..<100, using: &random)) / 10, " 61 ")
    case 4: .number(Double.random(in: -10...10, using: &random))
    default: .number(Double(Int.random(in: 0..<100, using: &random)))
    }
  }
}
