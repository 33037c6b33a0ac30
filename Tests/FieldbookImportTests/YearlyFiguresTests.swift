import FieldbookImport
import FieldbookModel
import Testing

/// Figures of a year in a table of the trust's own, whose columns the user said.
@Suite struct YearlyFiguresTests {
  private typealias Column = TableMapping.Column
  private static let year = AcademicYear(start: 2025)
  private static let ashgrove = ObservationSubject.school(URN("900001"))

  private static let wide = TableMapping(
    id: "results", name: "Results",
    columns: [
      Column(header: "DfE number", role: .laestab),
      Column(header: "RWM", role: .value, of: [.measure: "RWM expected"]),
      Column(header: "RWM PP", role: .value, of: [.measure: "rwmExp", .group: "disadvantaged"]),
      Column(header: "Attendance", role: .value, of: [.measure: "attendance"]),
      Column(header: "Cohort", role: .assessed),
      Column(header: "PP", role: .assessed, of: [.group: "disadvantaged"]),
      Column(header: "NOR", role: .roll, of: [.measure: "attendance"]),
    ])

  private static let header = "DfE number,RWM,RWM PP,Attendance,Cohort,PP,NOR\n"

  private func trial(
    _ mapping: TableMapping, period: AcademicYear? = year
  ) throws -> (
    ImportOptions, ImportPlan, Catalogue
  ) {
    var options = ImportOptions(period: period, now: Instant(milliseconds: 1_790_000_000_000))
    options.mappings = [mapping]
    var trial = Trial()
    trial.catalogue = try TestCatalogue.catalogue()
    return (options, try trial.plan([PublishedFixtures.open("register.csv")]), trial.catalogue)
  }

  private func plan(
    _ text: String, _ mapping: TableMapping = wide, period: AcademicYear? = year, name: String = "own.csv",
    also: [SourceFile] = []
  ) throws -> ImportPlan {
    let (options, before, catalogue) = try trial(mapping, period: period)
    return try Importer.plan(
      [SourceFile(name, text)] + also, options: options,
      existing: Facts(files: before.files, catalogue: catalogue, ours: before.ours), existingTrust: nil,
      existingOurs: [:], catalogue: catalogue)
  }

  private func facts(_ plan: ImportPlan) throws -> Facts {
    let (_, before, catalogue) = try trial(Self.wide)
    return Facts(files: before.files + plan.files, catalogue: catalogue, ours: [:])
  }

  @Test func aSchoolIsFoundByAuthorityAndNumberAndEachFigureKeepsItsPlace() throws {
    let plan = try plan(
      Self.header + "9902000,62%,41,94.1,58,17,410\n990/2000,,,,,,\n123,50,50,90,20,10,200\n")
    let facts = try facts(plan)
    let all = try #require(facts.observation(of: Self.ashgrove, "rwmExp", in: Self.year))
    #expect(all.reading == .value(62) && all.n == 58 && all.raw == "62%" && all.place.line == 2)
    #expect(all.place.column == "RWM" && all.authority == "990" && all.status == "own")
    let poor = facts.observation(of: Self.ashgrove, "rwmExp", .disadvantaged, in: Self.year)
    #expect(poor?.reading == .value(41) && poor?.n == 17)
    let attendance = facts.observation(of: Self.ashgrove, "attendance", in: Self.year)
    #expect(attendance?.reading == .value(94.1) && attendance?.n == 410)
    #expect(plan.reports[0].problems.map(\.code) == ["no-school"] && plan.reports[0].problems[0].line == 4)
    #expect(plan.reports[0].problems[0].found == nil, "a number that is no school’s is not repeated")
    #expect(facts.years(of: Self.ashgrove, format: "ks2") == [Self.year], "the school’s page shows it")
  }

  @Test func aLongTableSaysYearMeasureAndGroupInItsRows() throws {
    let long = TableMapping(
      id: "long", name: "Long",
      columns: [
        Column(header: "URN", role: .urn), Column(header: "Year", role: .year),
        Column(header: "Measure", role: .measure), Column(header: "Group", role: .group),
        Column(header: "Value", role: .value), Column(header: "N", role: .assessed),
      ])
    let plan = try plan(
      "URN,Year,Measure,Group,Value,N\n900001,2024/25,rwmExp,all,60,57\n900001,2025/26,rwmExp,girls,c,c\n"
        + "900001,2025/26,att8x,all,60,57\n900001,soon,rwmExp,all,60,57\n900001,2025/26,rwmExp,all,160,57\n"
        + "900001,2025/26,rwmExp,all,60,\n900001,2019/20,rwmExp,all,60,57\n900001,2024/25,rwmExp,all,61,57\n"
        + "900001,2025/26,rwmExp,tall,60,57\n900001,2025/26,rwmExp,boys,high,57\n",
      long, period: nil)
    let facts = try facts(plan)
    #expect(
      facts.observation(of: Self.ashgrove, "rwmExp", in: AcademicYear(start: 2024))?.reading == .value(60))
    #expect(
      facts.observation(of: Self.ashgrove, "rwmExp", .girls, in: Self.year)?.reading == .missing(.suppressed))
    #expect(
      plan.reports[0].problems.map(\.code) == [
        "measure", "year", "range", "no-cohort", "not-produced", "duplicate", "group", "value",
      ])
    #expect(plan.reports[0].problems.map(\.line) == [4, 5, 6, 7, 8, 9, 10, 11])
  }

  @Test func theYearIsThatOfTheNameOrTheOneThatIsSaidElseItIsAskedFor() throws {
    let text = Self.header + "9902000,62,41,94,58,17,410\n"
    #expect(try plan(text, period: nil, name: "results 2025-26.csv").files[0].period == Self.year)
    #expect(throws: ImportRefusal.self) { try plan(text, period: nil) }
    do { _ = try plan(text, period: nil) } catch let refusal as ImportRefusal {
      #expect(refusal.wants == .period)
    }
  }

  @Test func whatWasPublishedComesFirstAndAnotherTableAdds() throws {
    let published = SourceFile(
      "2025-2026_990_ks2final.csv", "RECTYPE,LEA,URN,TELIG,PTRWM_EXP\n1,990,900001,58,64%\n")
    let plan = try plan(Self.header + "9902000,62,41,94,58,17,410\n", also: [published])
    let facts = try facts(plan)
    #expect(facts.observation(of: Self.ashgrove, "rwmExp", in: Self.year)?.reading == .value(64))
    #expect(
      facts.observation(of: Self.ashgrove, "rwmExp", .disadvantaged, in: Self.year)?.reading == .value(41))
  }

  @Test func aFewPupilsAreHiddenAsAnywhere() throws {
    let facts = try facts(try plan(Self.header + "9902000,62,50,94,58,4,410\n"))
    let disclosure = Disclosure(facts: facts, rule: SmallGroups())
    let poor = try #require(facts.observation(of: Self.ashgrove, "rwmExp", .disadvantaged, in: Self.year))
    #expect(disclosure.shown(poor).reading == .missing(.hidden))
  }

  @Test func aFigureWithoutMeasureOrPupilsCannotBeRead() {
    var mapping = Self.wide
    mapping.columns = [Column(header: "URN", role: .urn), Column(header: "RWM", role: .value)]
    #expect(mapping.problems.count == 2 && mapping.problems[0].contains("which measure"))
    #expect(mapping.problems[1].contains("its pupils"))
  }

  @Test func aTableOfStatisticsThatIsNotKnownMayBeMapped() throws {
    let text = "time_period,geographic_level,school_urn,score,n\n202526,School,900001,55,30\n"
    let mapping = TableMapping(
      id: "ees", name: "EES",
      columns: [
        Column(header: "school_urn", role: .urn), Column(header: "time_period", role: .year),
        Column(header: "score", role: .value, of: [.measure: "rwmExp"]), Column(header: "n", role: .assessed),
      ])
    let facts = try facts(try plan(text, mapping, period: nil))
    #expect(facts.observation(of: Self.ashgrove, "rwmExp", in: Self.year)?.n == 30)
    let refusal = try Trial().refusal([SourceFile("x.csv", text)])
    #expect(refusal.wants == .mapping)
  }
}
