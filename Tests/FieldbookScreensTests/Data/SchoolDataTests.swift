import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

struct SchoolDataTests {
  private func open(
    _ urn: URN = Invented.ashgrove, _ snapshot: Snapshot = Invented.withReturns,
    size: TerminalSize = ScreenDriver.narrow
  ) -> ScreenDriver {
    var driver = ScreenDriver.atSchool(urn, snapshot, size: size)
    driver.press("D")
    return driver
  }

  @Test(arguments: ScreenDriver.sizes)
  func `The half-term stands by year group and subject, with pupils, change and levels`(size: TerminalSize) {
    let driver = open(size: size)
    #expect(driver.screen == .schoolData && driver.rows[0].contains("Autumn 1 2026/27"), "\(driver.frame)")
    let row = driver.row("Y6 maths ")
    #expect(
      row.contains("52% 31/34") && row.contains("▼26.5 (8 ch)!") && row.contains("3·12·12·4"),
      "\(driver.frame)")
    #expect(driver.cursorRow.contains("Y6 maths"))
    #expect(driver.status.contains("78% of 32"), "\(driver.status)")
  }

  @Test func `Enter lists the levels, each with its share and its source`() {
    var driver = open()
    driver.press("Enter")
    #expect(driver.row("Working towards").contains("12") && driver.row("Working towards").contains("39%"))
    #expect(driver.row("at higher").contains("13% 31/34"), "\(driver.frame)")
    driver.press("Down", "=")
    #expect(driver.screen == .source && driver.shows("pupils at below"), "\(driver.frame)")
    driver.press("Esc", "Up", "Enter")
    #expect(!driver.shows("Working towards"))
  }

  @Test func `A movement names the pupils it is of`() {
    var snapshot = Invented.withReturns
    let facts = snapshot.facts
    let year5 = Invented.returned(
      Invented.ashgrove, "y5.maths", [.all: (33, [2, 14, 13, 4])], at: Invented.autumn.yearBefore)
    snapshot.facts = Facts(
      files: facts.files + [year5], catalogue: facts.catalogue,
      ours: Dictionary(
        uniqueKeysWithValues: facts.schools.values.filter(\.isOurs).map { ($0.urn, $0.name) }))
    snapshot.factsRevision += 1
    var driver = open(Invented.ashgrove, snapshot)
    driver.press("Enter")
    #expect(driver.row("Working towards").contains("moved -2"), "\(driver.frame)")
    #expect(driver.prose.contains("Year 5 maths in Autumn 1 2025/26, the same pupils a year lower"))
  }

  @Test func `Other pupils have not moved: only how many there were is said`() {
    var driver = open()
    driver.press("Enter")
    #expect(driver.row("Working towards").contains("then 6"), "\(driver.frame)")
    #expect(driver.prose.contains("then: Year 6 maths in Autumn 1 2025/26, other pupils"))
  }

  @Test func `Groups stand with both sides, their pupils and the gap`() {
    let driver = open(Invented.beckside, size: ScreenDriver.wide)
    #expect(driver.row("  Disadvantaged").contains("20% 10"), "\(driver.frame)")
    #expect(driver.row("  Disadvantaged").contains("60 behind"))
    #expect(driver.row("  Not disadvantaged").contains("80% 20"))
  }

  @Test func `Attendance stands beside the same point last year`() {
    let driver = open(size: ScreenDriver.wide)
    let row = driver.row("  Absence")
    #expect(row.contains("6.5%") && row.contains("▲1.2") && row.contains("5.3%"), "\(driver.frame)")
    #expect(driver.row("  Persist").contains("18.9% 212"), "\(driver.frame)")
    #expect(driver.row("  Persist").contains("▲4.6 (10 ch)"))
  }

  @Test func `Results of the years stand with authority and England`() {
    let driver = open(size: ScreenDriver.wide)
    let row = driver.row("  RWM expected")
    for text in ["61%  33", "42%  31", "▼19 (6 ch)", "61%", "64%"] {
      #expect(row.contains(text), "\(text) in \(row)")
    }
  }

  @Test func `What is owed is said before anything else`() {
    let driver = open(Invented.dunmore)
    #expect(driver.row("Attainment:").contains("w late, due 20 Nov"), "\(driver.frame)")
    #expect(driver.prose.contains("Owes Year 4 maths, Year 6 maths"))
  }

  @Test func `Arrows choose another half-term, and o opens the school`() {
    var driver = open()
    driver.press("Left")
    #expect(driver.rows[0].contains("Autumn 1 2025/26") && driver.row("Y6 maths ").contains("78% 32/33"))
    driver.press("Right", "o")
    #expect(driver.screen == .school)
  }

  @Test func `Without figures it says what to do`() {
    var driver = ScreenDriver(
      Invented.snapshot(
        facts: Facts(
          files: [], catalogue: Invented.catalogue, ours: [Invented.ashgrove: "Ashgrove Primary"])))
    driver.navigation.open(SchoolDataScreen(urn: Invented.ashgrove))
    driver.resize(ScreenDriver.narrow)
    #expect(driver.prose.contains("None imported yet"), "\(driver.frame)")
    driver.press("Enter")
    #expect(driver.message.contains("There is no figure here yet"))
  }

  @Test func `Read out, a figure says everything in one sentence`() {
    let lines = spoken(Invented.ashgrove)
    #expect(
      lines.contains {
        $0.contains(
          "Y6 maths: 52% of 31 (34 on roll); 78% of 32 (33 on roll) in Autumn 1 2025/26, other pupils")
          && $0.contains("Working towards 12")
      }, "\(lines)")
  }

  private func spoken(_ urn: URN) -> [String] {
    var context = ScreenDriver(Invented.withReturns).context
    context.isSpoken = true
    let page = SpokenPage(SchoolDataScreen(urn: urn).page(context))
    return page.entries(from: 0, count: page.count).map(\.text)
  }

  @Test func `Bars go from the lowest to the highest, and a little is not drawn as much`() {
    #expect(Trend.bars([40, 60, 80]).text == "▁▅█")
    #expect(Trend.bars([60, nil, 61]).text == "▄·▅")
    #expect(Trend.bars([60]).text.isEmpty && Trend.bars([nil, 4]).text.isEmpty)
  }
}
