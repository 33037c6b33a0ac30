import FieldbookModel
import SeededRandom
import Testing

@Suite struct DisclosureTests {
  private let urn = URN("100001")
  private var school: ObservationSubject { .school(urn) }
  private let groups: [PupilGroup] = [.all, .boys, .girls, .disadvantaged, .notDisadvantaged]

  /// One row a subject: counts and values of all, boys, girls, disadvantaged and the others.
  private func file(
    _ subjects: [FactsFile.Subject], counts: [[String?]], values: [[String?]],
    year: AcademicYear = Table.year,
    source: FactsFile.Source = Table.source()
  ) -> FactsFile {
    var columns: [FactsFile.Column] = []
    for (index, group) in groups.enumerated() {
      columns.append(Table.column("pupils", group, counts.map { $0[index] }))
    }
    for (index, group) in groups.enumerated() {
      columns.append(Table.column("rwmExp", group, values.map { $0[index] }, count: index, suffix: "%"))
    }
    return Table.results(subjects, year: year, source: source, columns)
  }

  private func disclosure(_ files: [FactsFile], minimum: Int = 6) -> Disclosure {
    let register = Table.register([[.name: "Invented", .laCode: "936"]], urns: ["100001"])
    return Disclosure(
      facts: Facts(files: [register] + files, catalogue: Table.catalogue, ours: [:]),
      rule: SmallGroups(minimum: minimum))
  }

  private func shown(
    _ disclosure: Disclosure, _ group: PupilGroup, _ measure: String = "rwmExp"
  ) throws -> Observation {
    disclosure.shown(try #require(disclosure.facts.observation(of: school, measure, group, in: Table.year)))
  }

  private func lodge() -> Disclosure {
    disclosure([
      file(
        [.school(urn, later: nil)], counts: [["12", "9", "3", "0", "12"]],
        values: [["83", "78", "SUPP", "NE", "83"]])
    ])
  }

  @Test func aGroupThatCouldBeSubtractedIsHiddenWithTheSmallOne() throws {
    for group in [PupilGroup.boys, .girls] {
      for measure in ["rwmExp", "pupils"] {
        let observation = try shown(lodge(), group, measure)
        #expect(observation.reading == .missing(.hidden))
        #expect(observation.raw == nil && observation.n == nil)
        #expect(observation.lower == nil && observation.upper == nil)
      }
      #expect(try shown(lodge(), group).count == .missing(.hidden))
    }
    let all = try shown(lodge(), .all)
    #expect(all.reading == .value(83) && all.n == 12 && all.raw == "83%")
    #expect(lodge().hiddenGroups(school, Table.year) == [.boys, .girls])
    #expect(lodge().hiddenGroups(school, Table.year.previous) == [])
  }

  @Test func aSmallGroupAndTheOneHiddenBesideItLookAlike() throws {
    var boys = try shown(lodge(), .boys)
    let girls = try shown(lodge(), .girls)
    boys.group = .girls
    #expect(boys.reading == girls.reading && boys.count == girls.count && boys.raw == girls.raw)
  }

  @Test func aGroupWithoutPupilsIsSaidToHaveNone() throws {
    #expect(try shown(lodge(), .disadvantaged).reading == .missing(.noEntries))
    #expect(try shown(lodge(), .disadvantaged).n == 0)
  }

  @Test func aSmallCohortIsHiddenWhole() throws {
    let few = disclosure([
      file(
        [.school(urn, later: nil)], counts: [["5", "5", "0", "", "5"]], values: [["60", "60", "", "", "60"]])
    ])
    for observation in few.facts.observations(of: school) {
      #expect(
        few.shown(observation).reading == .missing(.hidden), "\(observation.measure) \(observation.group)")
    }
  }

  @Test func aWithheldCountHidesAPublishedValue() throws {
    let withheld = disclosure([
      file(
        [.school(urn, later: nil)], counts: [["30", "15", "15", "SUPP", "26"]],
        values: [["60", "60", "60", "25", "65"]])
    ])
    #expect(withheld.hiddenGroups(school, Table.year) == [.disadvantaged, .notDisadvantaged])
    #expect(try shown(withheld, .disadvantaged).reading == .missing(.hidden))
    #expect(try shown(withheld, .girls).reading == .value(60))
  }

  @Test func whatOneRowHidesEveryRowAboutTheSameSchoolAndYearHides() throws {
    let two = disclosure([
      file(
        [.school(urn, later: nil), .school(URN("90001"), later: urn)],
        counts: [["30", "15", "15", "10", "20"], ["30", "27", "3", "10", "20"]],
        values: [["60", "60", "60", "50", "65"], ["60", "59", "67", "50", "65"]])
    ])
    for observation in two.facts.observations(of: school) {
      let isSex = observation.group == .boys || observation.group == .girls
      #expect((two.shown(observation).reading == .missing(.hidden)) == isSex)
    }
  }

  @Test func eachYearIsJudgedByItsOwnCounts() throws {
    let counts = [["30", "15", "15", "10", "20"]]
    let values = [["60", "60", "60", "50", "65"]]
    let years = disclosure([
      file([.school(urn, later: nil)], counts: counts, values: values),
      file(
        [.school(urn, later: nil)], counts: [["30", "27", "3", "10", "20"]], values: values,
        year: Table.year.previous, source: Table.source("b.csv")),
    ])
    #expect(years.hiddenGroups(school, Table.year) == [])
    #expect(years.hiddenGroups(school, Table.year.previous) == [.boys, .girls])
  }

  @Test func aMeasureOnFewerPupilsThanTheCohortIsJudgedByItsOwn() throws {
    let columns = [
      Table.column("pupils", .all, ["30"]), Table.column("pupils", .boys, ["15"]),
      Table.column("pupils", .girls, ["15"]), Table.column("pupils", .all, ["18"]),
      Table.column("x", .boys, ["14"]),
      Table.column("x", .girls, ["4"]),
    ]
    let values = [
      Table.column("rwmExp", .all, ["50"], count: 3), Table.column("rwmExp", .boys, ["50"], count: 4),
      Table.column("rwmExp", .girls, ["50"], count: 5), Table.column("rwmHigh", .girls, ["20"], count: 2),
    ]
    let own = disclosure([Table.results([.school(urn, later: nil)], columns + values)])
    #expect(try shown(own, .girls).reading == .missing(.hidden))
    #expect(try shown(own, .boys).reading == .missing(.hidden))
    #expect(try shown(own, .all).reading == .value(50))
    #expect(try shown(own, .girls, "rwmHigh").reading == .value(20))
  }

  @Test func partOfASchoolThatNobodyCountsIsTakenForSmall() throws {
    let columns = [Table.column("rwmExp", .all, ["50"]), Table.column("rwmExp", .girls, ["40"])]
    let uncounted = disclosure([Table.results([.school(urn, later: nil)], columns)])
    #expect(try shown(uncounted, .girls).reading == .missing(.hidden))
    #expect(try shown(uncounted, .all).reading == .value(50))
  }

  @Test func aValueThatIsItselfAFewPupilsIsHidden() throws {
    let columns = [Table.column("pupils", .all, ["", "4"]), Table.column("onRoll", .all, ["4", "40"])]
    let tiny = disclosure([
      Table.results([.school(urn, later: nil), .school(URN("100002"), later: nil)], columns)
    ])
    #expect(try shown(tiny, .all, "onRoll").reading == .missing(.hidden))
  }

  @Test func authoritiesAndEnglandAreJudgedByTheSameRule() throws {
    let large = disclosure([
      file(
        [.la("936"), .england], counts: [["900", "450", "450", "200", "700"], ["9", "4", "5", "3", "6"]],
        values: [["60", "60", "60", "50", "65"], ["60", "60", "60", "50", "65"]])
    ])
    #expect(large.hiddenGroups(.la("936"), Table.year) == [])
    #expect(large.hiddenGroups(.england, Table.year) == [.boys, .girls, .disadvantaged, .notDisadvantaged])
  }

  @Test func aGroupHiddenInOneEditionIsHiddenInEvery() throws {
    let now = [["30", "15", "15", "10", "20"]]
    let before = [["30", "27", "3", "10", "20"]]
    let values = [["60", "60", "60", "50", "65"]]
    let subjects: [FactsFile.Subject] = [.school(urn, later: nil)]
    let editions = disclosure([
      file(subjects, counts: before, values: values, source: Table.source("b.csv", status: "provisional")),
      file(subjects, counts: now, values: values),
    ])
    #expect(editions.hiddenGroups(school, Table.year) == [.boys, .girls])
    #expect(editions.facts.observation(of: school, "rwmExp", .girls, in: Table.year)?.n == 15)
    #expect(try shown(editions, .girls).reading == .missing(.hidden))
    #expect(try shown(editions, .disadvantaged).n == 10)
  }

  @Test func anAuthoritysGroupIsHiddenWhereItsOtherSchoolsWouldLeaveOne() throws {
    func hidden(_ second: [String], of total: [String]) -> Set<PupilGroup> {
      let counts = [["30", "15", "15", "4", "26"], second, total]
      let subjects: [FactsFile.Subject] = [
        .school(urn, later: nil), .school(URN("100002"), later: nil), .la("936"),
      ]
      let values = counts.map { _ in ["60", "60", "60", "50", "65"] }
      return disclosure([file(subjects, counts: counts, values: values)]).hiddenGroups(.la("936"), Table.year)
    }
    #expect(
      hidden(["30", "15", "15", "10", "20"], of: ["60", "30", "30", "14", "46"]) == [
        .disadvantaged, .notDisadvantaged,
      ])
    // Two schools are hidden: what is left is of both. With few pupils in both together it is hidden all the same.
    #expect(hidden(["30", "15", "15", "5", "25"], of: ["60", "30", "30", "9", "51"]) == [])
    #expect(
      hidden(["30", "15", "15", "1", "29"], of: ["60", "30", "30", "5", "55"]) == [
        .disadvantaged, .notDisadvantaged,
      ])
    // Pupils of schools that the file does not name are among what is left.
    #expect(hidden(["30", "15", "15", "10", "20"], of: ["90", "45", "45", "30", "60"]) == [])
  }

  @Test func anAuthoritysQuotedGroupIsJudgedByTheSchoolsOfThePublishedFile() throws {
    func hidden(_ total: [Double]) throws -> [PupilGroup] {
      let schools = [["30", "15", "15", "4", "26"], ["30", "15", "15", "10", "20"]]
      let subjects: [FactsFile.Subject] = [.school(urn, later: nil), .school(URN("100002"), later: nil)]
      var quoted = FactsFile(
        format: "ks2-benchmark", period: Table.year, source: Table.source("quoted.csv"),
        subjects: total.map { _ in .la("936") },
        authorities: [PupilGroup.all, .disadvantaged, .notDisadvantaged].map {
          "la936/rwmExp/\($0.rawValue)"
        },
        lines: [2, 3, 4], columns: [])
      for (row, group) in [PupilGroup.all, .disadvantaged, .notDisadvantaged].enumerated() {
        let cells = { (number: Double) in
          FactsFile.Cells((0..<3).map { $0 == row ? .number(number) : .absent })
        }
        quoted.columns += [
          FactsFile.Column(
            measure: "rwmExp", group: group, header: "Value", countColumn: row * 3 + 1,
            lineColumn: row * 3 + 2),
          FactsFile.Column(measure: "quoted.pupils", group: group, part: .text, header: "Pupils"),
          FactsFile.Column(measure: "quoted.line", group: group, part: .line, header: "Value"),
        ]
        for (place, number) in [60, total[row], Double(row + 2)].enumerated() {
          quoted.columns[row * 3 + place].cells = cells(number)
        }
      }
      let both = disclosure([
        file(subjects, counts: schools, values: schools.map { _ in ["60", "60", "60", "50", "65"] }), quoted,
      ])
      let shown = both.facts.observations(of: .la("936")).map(both.shown)
      #expect(shown.count == 3)
      return shown.filter { $0.reading == .missing(.hidden) }.map(\.group)
    }
    #expect(try hidden([60, 14, 46]) == [.disadvantaged, .notDisadvantaged])
    #expect(try hidden([90, 30, 60]) == [])
  }

  @Test func aShareOfAllOrNoneOfAFewIsHiddenWithTheOneThatTellsIt() throws {
    func hidden(_ counts: [String], _ values: [String]) -> [PupilGroup] {
      let few = disclosure([file([.school(urn, later: nil)], counts: [counts], values: [values])])
      let shown = few.facts.observations(of: school).map(few.shown)
      #expect(shown.filter { $0.measure == "pupils" }.allSatisfy { $0.reading.value != nil })
      return shown.filter { $0.reading == .missing(.hidden) }.map(\.group)
    }
    #expect(hidden(["28", "8", "20", "14", "14"], ["71", "100", "60", "71", "71"]) == [.boys, .girls])
    #expect(hidden(["28", "8", "20", "14", "14"], ["43", "0", "60", "43", "43"]) == [.boys, .girls])
    #expect(hidden(["30", "10", "20", "15", "15"], ["73", "100", "60", "73", "73"]) == [])
    #expect(hidden(["28", "8", "20", "14", "14"], ["100", "100", "100", "100", "100"]) == [])
    #expect(hidden(["8", "8", "0", "8", "0"], ["100", "100", "", "100", ""]).contains(.all))
  }

  @Test func aPageKnowsWhatItShowsAndWhatIsHiddenLater() throws {
    let page = disclosure([
      file(
        [.school(urn, later: nil)], counts: [["30", "15", "15", "4", "26"]],
        values: [["60", "60", "60", "25", "65"]])
    ])
    page.beginPage()
    for group in groups { _ = try shown(page, group) }
    let cells = page.printed
    #expect(cells.map(\.group) == [.all, .boys, .girls])
    #expect(cells.map(\.text).first == "100001|ks2|2017/18|rwmExp|all")
    #expect(cells.map { PrintedCell(text: $0.text) } == cells)
    #expect(!cells.contains(where: page.isHidden))
    for text in ["", "100001|ks2|2017/18|rwmExp", "x|ks2|2017/18|rwmExp|all", "100001|ks2|2017|rwmExp|all"] {
      #expect(PrintedCell(text: text) == nil)
    }
    let later = disclosure([
      file(
        [.school(urn, later: nil)], counts: [["30", "27", "3", "4", "26"]],
        values: [["60", "60", "60", "25", "65"]])
    ])
    let issued = IssuedPage(
      at: Instant(milliseconds: 0), title: "School report", subject: "Ash", cells: cells)
    #expect(issued.exposed(by: later).map(\.group) == [.boys, .girls])
    #expect(issued.notice(later)?.contains("2 numbers that are hidden now") == true)
    #expect(issued.notice(page) == nil)
  }

  @Test func aThresholdOfOneHidesNothing() throws {
    let open = Disclosure(facts: lodge().facts, rule: SmallGroups(minimum: 1))
    #expect(try shown(open, .boys).n == 9)
    #expect(try shown(open, .girls).reading == .missing(.suppressed))
  }

  /// Counts are made at random; whatever is shown of them must not give a hidden one away.
  @Test func noHiddenCountFollowsFromTheShownOnes() {
    var random = SplitMix64(seed: 41)
    for round in 0..<300 {
      var rows: [[Int]] = []
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let all = Int.random(in: 0...40, using: &random)
        let boys = Int.random(in: 0...all, using: &random)
        let poor = Int.random(in: 0...all, using: &random)
        rows.append([all, boys, all - boys, poor, all - poor])
      }
      let subjects = rows.indices.map {
        $0 == 0 ? FactsFile.Subject.school(urn, later: nil) : .school(URN("9000\($0)"), later: urn)
      }
      let texts = rows.map { $0.map { String($0) } }
      let judged = disclosure([file(subjects, counts: texts, values: texts)])
      for row in judged.facts.observations(of: school).reduce(
        into: [Int: [PupilGroup: Observation]](),
        {
          if $1.measure == "pupils" { $0[$1.place.line, default: [:]][$1.group] = judged.shown($1) }
        }
      ).values {
        let values = row.compactMapValues { $0.reading.value.map { Int($0) } }
        #expect(values.allSatisfy { $0.value == 0 || $0.value >= 6 }, "round \(round)")
        for pair in [(PupilGroup.boys, PupilGroup.girls), (.disadvantaged, .notDisadvantaged)] {
          #expect((values[pair.0] == nil) == (values[pair.1] == nil), "round \(round)")
        }
        #expect(values[.all] != nil || values.isEmpty)
      }
    }
  }
}
