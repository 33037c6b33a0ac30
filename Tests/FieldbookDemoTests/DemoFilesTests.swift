import FieldbookDemo
import FieldbookImport
import FieldbookModel
import FieldbookStorage
import Testing

@Suite("The invented trust's files")
struct DemoFilesTests {
  private static let today = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)

  private func plan(_ today: CalendarDate) throws -> ImportPlan {
    var options = ImportOptions(ours: .trust("meadowbank trust"), now: Instant(milliseconds: 0))
    options.scales = AssessmentScale.builtIn
    return try Importer.plan(
      DemoFiles(today: today).files.map { SourceFile(path: $0.name, bytes: $0.bytes) }, options: options,
      existing: Facts(files: [], catalogue: .builtIn, ours: [:]), existingTrust: nil, existingOurs: [:],
      catalogue: .builtIn)
  }

  @Test("the same seed and day give the same bytes, another seed others")
  func deterministic() {
    let files = DemoFiles(today: Self.today).files
    #expect(files == DemoFiles(today: Self.today).files)
    #expect(files == DemoFiles(today: Self.today.adding(days: 60)).files, "the academic year alone counts")
    let others = DemoFiles(today: Self.today, seed: 1).files
    #expect(others.map(\.name) == files.map(\.name))
    #expect(zip(files, others).filter { $0.bytes != $1.bytes }.count == 11, "all but the register")
  }

  @Test("the committed files are what the generator makes")
  func committed() throws {
    let folders = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(folders)/fixtures/demo"
    let files = DemoFiles(today: Self.today).files
    let names = try LocalDisk().names(in: folder).sorted()
    #expect(names == files.map(\.name).sorted(), "make them anew: make fixtures")
    for file in files where names.contains(file.name) {
      #expect(
        try LocalDisk().read("\(folder)/\(file.name)") == file.bytes,
        "fixtures/demo/\(file.name) is not what the generator makes: make fixtures")
    }
  }

  @Test(
    "importing knows each layout and finds nothing wrong",
    arguments: [(2026, 11, 23), (2027, 8, 31), (2027, 9, 1), (2028, 2, 29)])
  func recognised(year: Int, month: Int, day: Int) throws {
    let today = try #require(CalendarDate(year: year, month: month, day: day))
    let plan = try plan(today)
    #expect(plan.reports.flatMap(\.problems) == [])
    #expect(
      plan.reports.map(\.format) == ["gias"] + Array(repeating: ["ks2", "ks4", "census"], count: 3).joined()
        + ["returns", "returns-conduct"])
    for report in plan.reports.suffix(2) {
      let halfTerms = report.periods.compactMap(\.halfTerm)
      #expect(halfTerms.count == 3 && halfTerms.allSatisfy { $0.part == .autumn1 })
      #expect(halfTerms.allSatisfy { SchoolCalendar().span(of: $0).last < today }, "none lies ahead")
    }
    let last = AcademicYear(containing: today).previous.start
    #expect(
      plan.reports.compactMap(\.period?.start)
        == [last - 2, last - 2, last - 2, last - 1, last - 1, last - 1, last, last, last])
    #expect(plan.ours.count == 12)
    #expect(plan.reports[1].schools.viaPreviousUrn == 1 && plan.reports[7].schools.viaPreviousUrn == 0)
    #expect(plan.reports[7].schools.matched == 9 && plan.reports[8].schools.matched == 4)
    #expect(plan.reports[0].encoding == "Windows-1252" && plan.reports[1].encoding == "UTF-8 with BOM")
  }

  @Test("the figures tell the story, with gaps of every kind that a newcomer should meet")
  func story() throws {
    let plan = try plan(Self.today)
    let facts = Facts(files: plan.files, catalogue: .builtIn, ours: plan.ours)
    func reading(_ urn: String, _ measure: String, _ year: Int, _ group: PupilGroup = .all) -> Reading? {
      facts.observation(of: .school(URN(urn)), measure, group, in: AcademicYear(start: year))?.reading
    }
    func values(_ urn: String, _ measure: String) -> [Double?] {
      (2023...2025).map { reading(urn, measure, $0)?.value }
    }
    #expect(values("900010", "rwmExp") == [70, 60, 47], "falls two years running")
    #expect(values("900001", "rwmExp") == [51, 59, 68], "improves")
    #expect(values("900005", "att8") == [46.8, 47.5, 48.9])
    #expect(reading("900006", "rwmExp", 2025, .disadvantaged) == .missing(.suppressed), "a small school")
    #expect(reading("900012", "em5", 2025) == .missing(.noEntries))
    #expect(reading("900012", "readProg", 2025) == .missing(.lowCoverage))
    #expect(reading("900010", "readProg", 2024) == .missing(.notProduced))
    #expect(reading("900005", "p8", 2025) == .missing(.notProduced))
    #expect(reading("900005", "p8", 2023)?.value != nil)
    let earlier = facts.observation(of: .school(URN("900013")), "rwmExp", in: AcademicYear(start: 2024))
    #expect(earlier?.previousURN == URN("900913"))
    #expect(facts.observation(of: .la("990"), "rwmExp", in: AcademicYear(start: 2025))?.reading.value != nil)
    #expect(facts.schools.values.filter(\.isOurs).map(\.phase).filter { $0 == .infant }.count == 1)
    #expect(facts.schools.values.filter { !$0.isOurs }.count >= 12)
  }

  @Test("the half-term has a fall, a rise, a school that has not answered, and groups too small to show")
  func halfTerm() throws {
    let plan = try plan(Self.today)
    let facts = Facts(files: plan.files, catalogue: .builtIn, ours: plan.ours)
    let autumn = HalfTerm(year: AcademicYear(start: 2026), part: .autumn1)
    let maths = ReturnMeasure(yearGroup: YearGroup(number: 6), subject: "maths", .expected)
    let fall = try facts.change(of: maths, by: URN("900010"), in: autumn).get()
    #expect(fall.difference < -5 && (fall.children ?? 0) <= -2 && fall.before.n != nil)
    #expect(try facts.change(of: maths, by: URN("900001"), in: autumn).get().difference > 0)
    let returned = Set(facts.returns(of: autumn).map(\.school))
    #expect(
      !Set(facts.returns(of: autumn).filter { $0.measure.subject != nil }.map(\.school)).contains(
        URN("900004")))
    #expect(returned.isSubset(of: Set(plan.ours.keys)) && returned.count == 12)
    #expect(facts.returnedHalfTerms.map(\.year.start) == [2024, 2025, 2026])
    let disclosure = Disclosure(facts: facts, rule: SmallGroups())
    let small = try #require(facts.returned(maths, .disadvantaged, by: URN("900006"), in: autumn))
    #expect(disclosure.isHidden(small), "a small school")
    for urn in returned {
      guard let all = facts.coverage(of: maths, by: urn, in: autumn) else { continue }
      #expect(all.assessed <= all.roll)
      let pair = [PupilGroup.boys, .girls].compactMap {
        facts.coverage(of: maths, $0, by: urn, in: autumn)?.roll
      }
      #expect(pair.reduce(0, +) == all.roll, "\(urn.text)")
    }
  }

  @Test("the groups of a cohort add up")
  func groups() throws {
    let plan = try plan(Self.today)
    let facts = Facts(files: plan.files, catalogue: .builtIn, ours: plan.ours)
    for (measure, parts) in [
      ("pupils", [[PupilGroup.boys, .girls], [.disadvantaged, .notDisadvantaged]]),
      ("ks4Pupils", [[.boys, .girls], [.disadvantaged, .notDisadvantaged]]), ("roll", [[.boys, .girls]]),
    ] {
      for subject in facts.subjects {
        func count(_ group: PupilGroup) -> Double? {
          facts.observation(of: subject, measure, group, in: AcademicYear(start: 2025))?.reading.value
        }
        guard let all = count(.all) else { continue }
        for pair in parts { #expect(pair.compactMap(count).reduce(0, +) == all, "\(subject) \(measure)") }
      }
    }
  }
}
