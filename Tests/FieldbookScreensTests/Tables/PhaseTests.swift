import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("Schools of several phases")
struct PhaseTests {
  /// Two primaries, an infant school and two secondaries, each with the headline of its phase.
  private static let mixed: Snapshot = {
    let register = Invented.register([
      Invented.school("100001", "Ashgrove Primary", roll: 200),
      Invented.school("100002", "Beckside Primary", roll: 200),
      Invented.school("100003", "Coldharbour Infant", ages: (4, 7), roll: 90),
      Invented.school("100004", "Dunmore High", ages: (11, 16), roll: 900),
      Invented.school("100005", "Elm Academy", ages: (11, 18), roll: 900),
    ])
    func file(_ format: String, _ measure: String, _ suffix: String, _ rows: [(String, Double)]) -> FactsFile
    {
      FactsFile(
        format: format, period: AcademicYear(start: 2017), source: Invented.source("\(format).csv"),
        subjects: rows.map { .school(URN($0.0), later: nil) }, authorities: rows.map { _ in "801" },
        lines: rows.indices.map { $0 + 2 },
        columns: [
          FactsFile.Column(
            measure: "pupils", group: .all, header: "P", suffix: "", cells: rows.map { _ in .number(30) }),
          FactsFile.Column(
            measure: measure, group: .all, header: "M", suffix: suffix, countColumn: 0,
            cells: rows.map { .number($0.1) }),
        ])
    }
    let att8 = Measure(
      id: "att8", title: "Attainment 8", shortTitle: "Attainment 8", definition: "Points.", unit: .average,
      better: .up, stage: "KS4")
    let facts = Facts(
      files: [
        register, file("ks2", "rwmExp", "%", [("100001", 40), ("100002", 80)]),
        file("ks4", "att8", "", [("100004", 60.5), ("100005", 41)]),
      ], catalogue: Catalogue(measures: Invented.catalogue.measures + [att8]),
      ours: Dictionary(uniqueKeysWithValues: (1...5).map { (URN("10000\($0)"), "School \($0)") }))
    return Invented.snapshot(facts: facts, reviews: [], actions: [])
  }()

  @Test("each result says which measure it is of, with its pupils", arguments: ScreenDriver.sizes)
  func names(size: TerminalSize) {
    let driver = ScreenDriver(Self.mixed, size: size)
    #expect(
      driver.row("Ashgrove").contains("RWM 40%   30") || driver.row("Ashgrove").contains("RWM 40%    30"))
    #expect(
      driver.row("Dunmore").contains("Att8 60.5   30") || driver.row("Dunmore").contains("Att8 60.5    30"))
    #expect(driver.row("Coldharbour").contains("no KS2/4"))
    #expect(driver.row("Roll").contains("In 17/18") && driver.row("Roll").contains("Phase"))
  }

  @Test("sorted by result, a secondary school never stands among primary ones, either way round")
  func sorting() {
    var driver = ScreenDriver(Self.mixed)
    driver.run("sort.result")
    #expect(Self.order(driver) == ["Ashgrove", "Beckside", "Elm", "Dunmore", "Coldharbour"])
    driver.press("S")
    #expect(Self.order(driver) == ["Beckside", "Ashgrove", "Dunmore", "Elm", "Coldharbour"])
  }

  private static func order(_ driver: ScreenDriver) -> [String] {
    let names = ["Ashgrove", "Beckside", "Coldharbour", "Dunmore", "Elm"]
    return driver.rows.dropFirst(4).dropLast(3).compactMap { row in names.first { row.contains($0) } }
  }

  @Test("= shows the source of the figure that the row shows")
  func source() {
    var driver = ScreenDriver(Self.mixed)
    driver.press("j", "j", "j", "=")
    #expect(driver.screen == .source && driver.shows("Attainment 8") && driver.shows("ks4.csv"))
  }

  @Test("a secondary school’s page has its key stage 4 results")
  func page() {
    let driver = ScreenDriver.atSchool(URN("100004"), Self.mixed)
    #expect(driver.shows("KS4 results") && driver.row("Attainment 8").contains("60.5"))
    #expect(!driver.shows("KS2 results"))
  }
}
