import FieldbookModel
import Testing
import TextUI

@testable import FieldbookScreens

@Suite("A measure among schools")
struct MeasureScreenTests {
  @Test(
    "sets our schools side by side, the best first, and says among how many", arguments: ScreenDriver.sizes)
  func sideBySide(size: TerminalSize) {
    var driver = ScreenDriver.atSchool(Invented.ashgrove, size: size)
    driver.press("x")
    #expect(driver.screen == .measure)
    #expect(driver.rows[0].contains("Measure · RWM expected") && driver.rows[0].contains("2017/18"))
    #expect(driver.row("Ashgrove Primary").contains("42%") && driver.row("Ashgrove Primary").contains("●"))
    let names = driver.rows.filter { $0.contains("●") && !$0.contains("value") }
    let values = names.compactMap { row in
      row.split(separator: " ").first { $0.hasSuffix("%") }.flatMap { Double($0.dropLast()) }
    }
    #expect(values.count > 1 && values == values.sorted(by: >))
    #expect(driver.status.contains("42%: better than"))
    #expect(driver.prose.contains("state-funded primary schools"), "whom the counts are of")
    #expect(driver.shows("│ England 64%"))
  }

  @Test("a school without the figure stands last, with the reason")
  func without() {
    var driver = ScreenDriver.atSchool(Invented.dunmore)
    driver.press("j", "x")
    #expect(driver.rows[0].contains("RWM higher"))
    #expect(driver.row("▸").contains("Dunmore") && driver.row("▸").contains("blank"))
    #expect(driver.status.contains("blank in the file"))
    driver.press("G")
    #expect(!driver.row("▸").contains("●"))
  }

  @Test("left and right choose the year, Enter opens the school, = says where the number stands")
  func goesOn() {
    var driver = ScreenDriver.atSchool(Invented.ashgrove)
    driver.press("x", "Left")
    #expect(driver.rows[0].contains("2016/17") && driver.row("Ashgrove Primary").contains("61%"))
    driver.press("=")
    #expect(driver.screen == .source && driver.rows[0].contains("2016/17"))
    driver.press("Esc", "Enter")
    #expect(driver.screen == .school)
    driver.press("Esc")
    #expect(driver.screen == .measure && driver.rows[0].contains("2016/17"), "back is exact")
  }

  @Test("is not shown during a visit, because it names other schools")
  func visit() {
    var driver = ScreenDriver.atSchool(Invented.ashgrove)
    driver.press("V", "x")
    #expect(driver.screen == .school && driver.status.contains("not shown during a visit"))
  }

  @Test("without a census it says what similar schools need")
  func noCensus() {
    var driver = ScreenDriver.atSchool(Invented.ashgrove)
    driver.press("x")
    #expect(driver.prose.contains("they need five features of the intake"))
    driver.press("t")
    #expect(driver.screen == .scatter && driver.prose.contains("Import the school census"))
  }
}

@Suite("Similar schools and intake against outcome")
struct IntakeScreensTests {
  /// The invented facts with a census of every school of the register.
  private static let snapshot = snapshot(of: Invented.facts.files)

  private static func snapshot(of files: [FactsFile]) -> Snapshot {
    let urns = Invented.facts.schools.keys.sorted()
    let measures = ["roll", "fsm6", "senSupport", "ehcp", "eal"]
    let census = FactsFile(
      format: "census", period: AcademicYear(start: 2017), source: Invented.source("invented_census.csv"),
      subjects: urns.map { .school($0, later: nil) }, authorities: urns.map { _ in "801" },
      lines: urns.indices.map { $0 + 2 },
      columns: measures.enumerated().map { place, measure in
        FactsFile.Column(
          measure: measure, header: measure.uppercased(),
          cells: urns.indices.map { .number(Double(10 * (place + 1) + $0 * (place + 2))) })
      })
    let ours = Dictionary(uniqueKeysWithValues: urns.map { ($0, "") })
    let facts = Facts(files: files + [census], catalogue: Invented.catalogue, ours: ours)
    return Invented.snapshot(facts: facts)
  }

  private static func atMeasure(
    size: TerminalSize = ScreenDriver.narrow, of snapshot: Snapshot = snapshot
  ) -> ScreenDriver {
    var driver = ScreenDriver(snapshot, size: size)
    driver.navigation.open(
      MeasureScreen("rwmExp", .all, in: AcademicYear(start: 2017), of: Invented.ashgrove))
    driver.press("^L")
    return driver
  }

  @Test(
    "the nearest come first, with distance, features and the rule in words", arguments: ScreenDriver.sizes)
  func similar(size: TerminalSize) {
    var driver = IntakeScreensTests.atMeasure(size: size)
    driver.press("i")
    #expect(driver.rows[0].contains("Similar schools · Ashgrove Primary"))
    #expect(driver.row("▸").contains("Ashgrove"), "the school itself stands first")
    #expect(driver.prose.contains("by intake in 2017/18") && driver.shows("SEN support"))
    driver.press("j")
    #expect(!driver.row("▸").contains("Ashgrove"))
    driver.press("Enter")
    #expect(driver.screen == .school)
  }

  @Test("authorities are told apart by their codes, because a list of England’s schools has no names of them")
  func authorities() {
    let facts = IntakeScreensTests.snapshot.facts
    let coverage = PeerCoverage(
      having: [Invented.ashgrove, Invented.dunmore], of: Peers(of: facts.school(Invented.ashgrove)), in: facts
    )
    #expect(coverage.having == 2 && coverage.authorities.keys.sorted() == ["801"])
    var driver = IntakeScreensTests.atMeasure()
    driver.press("^L")
    #expect(driver.prose.contains(", all in "))
  }

  @Test("where none of them has the figure, the school’s own is said all the same")
  func alone() {
    let own = FactsFile(
      format: "ks2", period: AcademicYear(start: 2017), source: Invented.source("invented_ks2final.csv"),
      subjects: [.school(Invented.ashgrove, later: nil)], authorities: ["801"], lines: [2],
      columns: [FactsFile.Column(measure: "rwmExp", header: "PTRWM_EXP", cells: [.number(42)])])
    let others = Invented.facts.files.filter { $0.format != "ks2" }
    var driver = IntakeScreensTests.atMeasure(of: IntakeScreensTests.snapshot(of: others + [own]))
    driver.press("i")
    #expect(driver.status.contains("42%: no school similar to it has this figure in the files"))
  }

  @Test("the scatter names our schools by letter and changes the feature", arguments: ScreenDriver.sizes)
  func scatter(size: TerminalSize) {
    var driver = IntakeScreensTests.atMeasure(size: size)
    driver.press("t")
    #expect(driver.rows[0].contains("Intake and outcome · RWM expected"))
    #expect(driver.shows("a Ashgrove") || driver.shows("a Ash"))
    #expect(driver.prose.contains("free school meals in the last six years"))
    driver.press("Right")
    #expect(driver.shows("SEN support"))
    driver.press("Left", "Left", "Left")
    #expect(driver.shows("pupils on roll"), "the first feature is the end")
    #expect(driver.status.contains("Roll"))
  }

  @Test("read out, each school is a sentence with both its figures")
  func spoken() {
    var driver = IntakeScreensTests.atMeasure(size: ScreenDriver.narrow)
    driver.press("t")
    var context = driver.context
    context.isSpoken = true
    let page = driver.navigation.front.page(context)
    guard case .list(let list)? = page.blocks.last?.content else {
      Issue.record("there is no list of schools")
      return
    }
    #expect(list.row(0).text.contains("Ashgrove Primary") && list.row(0).text.contains("of 31 pupils"))
  }
}
