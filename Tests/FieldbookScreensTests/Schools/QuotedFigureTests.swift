import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("A figure beside a school’s that somebody quoted")
struct QuotedFigureTests {
  /// The invented facts, England’s row of the last year gone and one of its figures quoted instead.
  private static var snapshot: Snapshot {
    var files = Invented.facts.files
    let last = files.count - 1
    let kept = files[last].subjects.indices.filter { files[last].subjects[$0] != .englandState }
    files[last] = FactsFile(
      format: files[last].format, period: files[last].period, source: files[last].source,
      subjects: kept.map { files[last].subjects[$0] }, authorities: kept.map { files[last].authorities[$0] },
      lines: kept.map { files[last].lines[$0] },
      columns: files[last].columns.map { column in
        var column = column
        column.cells = FactsFile.Cells(kept.map { column.cells[$0] })
        return column
      })
    var source = Invented.source("quoted.csv")
    source.citation = Citation(
      title: "Invented attainment", publisher: "Invented Office", published: Invented.now.date,
      address: "https://example.org/ks2")
    let quoted = FactsFile(
      format: "ks2-benchmark", period: files[last].period, source: source, subjects: [.englandState],
      authorities: ["englandState/rwmExp/all"], lines: [4],
      columns: [
        FactsFile.Column(
          measure: "rwmExp", header: "Value", suffix: "%", lineColumn: 1, cells: [.number(77)]),
        FactsFile.Column(measure: "quoted.line", part: .line, header: "Value", cells: [.number(4)]),
      ])
    let ours = Invented.facts.schools.values.filter(\.isOurs).map { ($0.urn, $0.name) }
    return Invented.snapshot(
      facts: Facts(
        files: files + [quoted], catalogue: Invented.catalogue, ours: Dictionary(uniqueKeysWithValues: ours)))
  }

  @Test("stands where a published one would, and the page says from what it is quoted")
  func onTheSchoolsPage() {
    let driver = ScreenDriver.atSchool(Invented.ashgrove, Self.snapshot, size: ScreenDriver.wide)
    #expect(driver.row("RWM expected  ").trimmed().hasSuffix("77%"))
    #expect(driver.row("RWM higher ").trimmed().hasSuffix("–"), "nobody quoted that")
    #expect(driver.prose.contains("England quoted from Invented Office, Invented attainment"))
    #expect(!driver.prose.contains("LA quoted from"))
  }

  @Test("= tells what stands beside the number, and from where")
  func source() {
    var driver = ScreenDriver.atSchool(Invented.ashgrove, Self.snapshot, size: ScreenDriver.wide)
    driver.press("=", "PgDn")
    let text = driver.prose
    #expect(text.contains("England, state-funded schools: 77%") && text.contains("quoted.csv, line 4"))
    #expect(text.contains("Invented Office") && text.contains("https://example.org/ks2"))
    #expect(text.contains("local authority 801: 61%"), "the authority’s own is in the file")
  }

  @Test("is set among our schools too")
  func onTheMeasure() {
    var driver = ScreenDriver.atSchool(Invented.ashgrove, Self.snapshot)
    driver.press("x")
    #expect(driver.shows("│ England 77%"))
    #expect(driver.prose.contains("England quoted from Invented Office"))
  }
}
