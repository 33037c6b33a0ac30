import FieldbookImport
import FieldbookModel
import PlainText
import Testing

/// Figures of England and of authorities, each with the publication it is quoted from.
@Suite struct BenchmarkTests {
  private static let year = AcademicYear(start: 2022)
  private static let header =
    "Measure,Group,Period,Level,LA,Value,Unit,Pupils,Status,Source,Publisher,Published,Address,As at"

  private func trial() throws -> Trial {
    var trial = Trial()
    trial.catalogue = try TestCatalogue.catalogue()
    // 14 November 2024.
    trial.now = Instant(milliseconds: 1_731_600_000_000)
    return trial
  }

  /// A line that is whole but for what is said.
  private func line(_ changes: [String: String]) -> String {
    let usual = [
      "Measure": "rwmExp", "Group": "all", "Period": "2022/23", "Level": "England", "Value": "60",
      "Unit": "%", "Source": "A table", "Publisher": "An office", "Published": "2023-12-14",
      "Address": "https://example.org",
    ]
    return Self.header.split(separator: ",").map { name in
      changes[String(name)] ?? usual[String(name)] ?? ""
    }.joined(separator: ",")
  }

  private func plan(_ lines: [String], after earlier: ImportPlan? = nil) throws -> ImportPlan {
    try trial().plan(
      [
        PublishedFixtures.open("register.csv"),
        SourceFile("b.csv", ([Self.header] + lines).joined(separator: "\n")),
      ], after: earlier)
  }

  @Test func everyFigureKeepsItsLineItsPupilsAndItsPublication() throws {
    let plan = try trial().plan([
      PublishedFixtures.open("register.csv"), PublishedFixtures.open("published/benchmarks.csv"),
    ])
    #expect(plan.reports[1].problems.isEmpty && plan.reports[1].observations == 5)
    let facts = try PublishedFixtures.facts(plan)
    let england = try #require(facts.observation(of: .englandState, "rwmExp", in: Self.year))
    #expect(england.reading == .value(58.5) && england.n == 660_000 && england.place.line == 2)
    #expect(england.raw == "58.5" && england.status == "revised" && england.authority == "")
    let source = england.place.source
    #expect(source.citation?.publisher == "Office of Invented Statistics")
    #expect(source.citation?.published == CalendarDate(year: 2023, month: 12, day: 14))
    #expect(source.asAt == CalendarDate(year: 2024, month: 1, day: 8))
    let others = try #require(
      facts.observation(of: .englandState, "rwmExp", .notDisadvantaged, in: Self.year))
    #expect(others.reading == .value(65) && others.raw == "65%" && others.n == nil)
    let la = try #require(facts.observation(of: .la("990"), "rwmExp", in: Self.year))
    #expect(la.reading == .value(57) && la.authority == "990" && la.status == "final")
    #expect(la.place.source.asAt == la.place.source.citation?.published, "no other day is said")
    #expect(facts.observation(of: .englandKind(.primary), "absence", in: Self.year)?.reading == .value(5.9))
    #expect(facts.observation(of: .englandKind(.primary), "pa", in: Self.year) == nil)
    #expect(facts.observation(of: .englandState, "att8", in: Self.year) == nil, "nobody filled it in")
  }

  @Test func whatWasPublishedItselfShowsInsteadAndThatIsTold() throws {
    let plan = try trial().plan([
      PublishedFixtures.open("register.csv"), PublishedFixtures.open("published/benchmarks.csv"),
      PublishedFixtures.open("published/ks2_school_attainment_data.csv"),
    ])
    let facts = try PublishedFixtures.facts(plan)
    let england = try #require(facts.observation(of: .englandState, "rwmExp", in: Self.year))
    #expect(england.reading == .value(60) && england.place.source.citation == nil)
    let all = facts.observations(of: .englandState).filter { $0.measure == "rwmExp" && $0.group == .all }
    #expect(all.filter { $0.period == Self.year }.map(\.reading) == [.value(60)], "said once in lists")
    let told = plan.reports[1].problems.filter { $0.code == "published" }
    #expect(told.map(\.line) == [2, 4] && told[0].what.contains("ks2_school_attainment_data.csv"))
    // What no published file says stays.
    #expect(facts.observation(of: .englandKind(.primary), "absence", in: Self.year) != nil)
  }

  @Test func aLaterLineTakesTheEarlierOnesPlaceAndNoOthers() throws {
    let first = try plan([line([:]), line(["Measure": "readExp", "Value": "70"])])
    let second = try plan([line(["Value": "61", "Published": "2024-02-01"])], after: first)
    let facts = Facts(
      files: first.files + second.files.filter { !first.files.contains($0) },
      catalogue: try TestCatalogue.catalogue(), ours: [:])
    #expect(facts.observation(of: .englandState, "rwmExp", in: Self.year)?.reading == .value(61))
    #expect(facts.observation(of: .englandState, "readExp", in: Self.year)?.reading == .value(70))
  }

  @Test func aBenchmarkIsNothingThatArrivedAndOpensNoYear() throws {
    let facts = try PublishedFixtures.facts(try plan([line(["Level": "LA", "LA": "990"])]))
    #expect(facts.arrivals(plan: CollectionPlan()).isEmpty)
    #expect(facts.years(of: .la("990"), format: "ks2").isEmpty)
  }

  @Test(arguments: [
    (["Source": ""], "no-source", "Source"), (["Publisher": " "], "no-source", "Publisher"),
    (["Address": ""], "no-source", "Address"), (["Published": ""], "no-date", "Published"),
    (["Published": "last year"], "no-date", "Published"),
    (["Published": "2031-01-01"], "no-date", "Published"),
    (["As at": "2023-01-01"], "as-at", "As at"), (["As at": "soon"], "no-date", "As at"),
    (["Measure": "rwm"], "measure", "Measure"),
    (["Measure": "eifOverall", "Value": "2"], "measure", "Measure"),
    (["Value": "101"], "range", "Value"), (["Value": "-1"], "range", "Value"),
    (["Measure": "readAverage", "Unit": "scaled score", "Value": "61"], "range", "Value"),
    (["Value": "SUPP"], "value", "Value"), (["Unit": ""], "unit", "Unit"),
    (["Unit": "score"], "unit", "Unit"), (["Measure": "att8", "Value": "46%"], "unit", "Unit"),
    (["Period": "2023"], "period", "Period"), (["Period": "2019/20"], "not-produced", "Period"),
    (["Level": "Surrey"], "level", "Level"), (["Level": "LA"], "authority", "LA"),
    (["Level": "LA", "LA": "Surrey"], "authority", "LA"), (["LA": "990"], "authority", "LA"),
    (["Group": "tall"], "group", "Group"), (["Pupils": "1.5"], "pupils", "Pupils"),
    (["Status": "rough"], "status", "Status"),
  ])
  func aLineThatIsNotWholeIsLeftOutAndTold(changes: [String: String], code: String, column: String) throws {
    let plan = try plan([line(["Measure": "matExp"]), line(changes)])
    let problem = try #require(plan.reports[1].problems.first)
    #expect(problem.code == code && problem.line == 3 && problem.column == column)
    #expect(problem.what.contains("left out"))
    #expect(plan.reports[1].observations == 1, "the other line is read")
  }

  @Test func aFileWithoutAnyGoodLineIsRefusedWithTheFirstReason() throws {
    let refusal = try trial().refusal([
      PublishedFixtures.open("register.csv"),
      SourceFile("b.csv", "\(Self.header)\n\(line(["Source": ""]))\n"),
    ])
    #expect(refusal.line == 2 && refusal.message.contains("does not say what it is quoted from"))
  }

  @Test func aTableWithoutAColumnOfSourcesIsRefusedAndSaysWhatToAdd() throws {
    let refusal = try trial().refusal([
      PublishedFixtures.open("register.csv"),
      SourceFile("b.csv", "Measure,Level,Period,Value\nrwmExp,England,2022/23,60\n"),
    ])
    #expect(refusal.line == 1 && refusal.message.contains("“Source”") && refusal.message.contains("“Unit”"))
    #expect(refusal.message.contains("fieldbook template benchmark"))
  }

  @Test func theSameTwiceAndAFigureThatShowsNowhereAreTold() throws {
    let plan = try plan([
      line([:]), line(["Value": "61"]), line(["Measure": "absence", "Level": "England", "Value": "7"]),
    ])
    #expect(plan.reports[1].problems.map(\.code) == ["duplicate", "kind"])
    #expect(plan.reports[1].problems.map(\.line) == [3, 4])
  }

  @Test func theTemplateIsReadByTheImporterAndHoldsNoFigure() throws {
    let catalogue = try TestCatalogue.catalogue()
    let bytes = BenchmarkTemplate.bytes(of: Self.year, authorities: ["990"], catalogue: catalogue)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("rwmExp,all,2022/23,England,,,percent"))
    #expect(text.contains("absence,all,2022/23,England primary,,,percent"))
    #expect(text.contains("att8,disadvantaged,2022/23,LA,990,,average"))
    let refusal = try trial().refusal([
      PublishedFixtures.open("register.csv"), SourceFile(path: "t.csv", bytes: bytes),
    ])
    #expect(refusal.message.contains("no row of this file could be kept"))
    // Filled in, every line is read.
    let filled = text.split(separator: "\n").enumerated().map { index, line in
      guard index > 0 else { return String(line) }
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let isScore = cells[6].hasPrefix("scaled")
      cells[5] = isScore ? "104" : cells[6] == "progress" ? "-0.1" : "4"
      cells.replaceSubrange(9...12, with: ["A table", "An office", "2023-12-14", "https://example.org"])
      return cells.joined(separator: ",")
    }
    let plan = try trial().plan([
      PublishedFixtures.open("register.csv"), SourceFile("t.csv", filled.joined(separator: "\n")),
    ])
    #expect(plan.reports[1].problems.isEmpty && plan.reports[1].observations == filled.count - 1)
  }
}
