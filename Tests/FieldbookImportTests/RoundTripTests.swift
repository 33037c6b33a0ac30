import FieldbookImport
import FieldbookModel
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: 0..<60)
  func everyObservationIsWhatStoodInTheFile(seed: UInt64) throws {
    var files = InventedFiles(seed: seed)
    let register = files.register()
    let results = files.results()
    var trial = Trial(trust: "meadowbank  &  WOLD trust ")
    trial.catalogue = try TestCatalogue.catalogue()
    let plan = try trial.plan([results.source, register.source])
    let facts = Facts(files: plan.files, catalogue: trial.catalogue, ours: plan.ours)
    var found: [Place: Observation] = [:]
    for subject in facts.subjects {
      for observation in facts.observations(of: subject) {
        found[Place(observation.place.line, observation.place.column)] = observation
      }
    }
    #expect(found.count == results.expected.count)
    for expected in results.expected {
      let observation = try #require(found[Place(expected.line, expected.column)])
      check(observation, expected)
    }
    #expect(plan.reports[1].observations == found.count)
    let counts = Dictionary(grouping: found.values) { $0.reading.reason?.rawValue ?? "number" }.mapValues(
      \.count)
    #expect(Dictionary(plan.reports[1].values.map { ($0.name, $0.count) }, uniquingKeysWith: +) == counts)
  }

  private struct Place: Hashable {
    let line: Int
    let column: String
    init(_ line: Int, _ column: String) { (self.line, self.column) = (line, column) }
  }

  private func check(_ observation: Observation, _ expected: InventedFiles.Expected) {
    #expect(observation.subject == expected.subject)
    #expect(observation.previousURN == expected.previousURN)
    #expect(observation.measure == expected.measure)
    #expect(observation.group == expected.group)
    #expect(observation.period == AcademicYear(start: 2017))
    #expect(observation.reading == expected.reading, "\(expected)")
    #expect(observation.count == expected.count, "\(expected)")
    #expect(observation.lower == expected.lower, "\(expected)")
    #expect(observation.upper == expected.upper)
    #expect(observation.raw == expected.raw, "\(expected)")
  }

  @Test(arguments: 0..<60)
  func whatIsWrongIsReportedWithItsLine(seed: UInt64) throws {
    var files = InventedFiles(seed: seed)
    let register = files.register()
    let results = files.results()
    let plan = try Trial().plan([register.source, results.source])
    for (report, expected) in zip(plan.reports, [register.problems, results.problems]) {
      let found = report.problems.map { InventedFiles.Problem(line: $0.line, code: $0.code) }
      #expect(found.sorted() == expected.sorted())
    }
    #expect(plan.reports[0].rows == register.rows)
    #expect(plan.reports[1].rows == results.rows)
    #expect(plan.reports[1].columnsUnused == results.unused)
  }

  @Test(arguments: 0..<30)
  func theRegisterIsReadWhateverItsLayout(seed: UInt64) throws {
    var files = InventedFiles(seed: seed)
    let register = files.register()
    let plan = try Trial(trust: files.trust).plan([register.source])
    let schools = Facts(files: plan.files, catalogue: Catalogue(measures: []), ours: plan.ours).schools
    #expect(schools.count == files.schools.count)
    for (expected, line) in register.kept {
      let school = try #require(schools[expected.urn])
      #expect(school.name == expected.name)
      #expect(school.laCode == expected.la)
      #expect(school.trust == expected.trust)
      #expect(school.roll == 210)
      #expect(school.phase == .primary)
      #expect(school.isOurs == (expected.trust == files.trust))
      #expect(school.source?.line == line)
    }
    #expect(plan.files[0].source.asAt == CalendarDate(year: 2025, month: 4, day: 22))
    let kept = plan.files[0].columns.map(\.header).map { $0.uppercased() }
    #expect(!kept.contains { $0.contains("HEAD") || $0.contains("TELEPHONE") })
    #expect(plan.reports[0].columnsUnused.contains { $0.uppercased() == "HEADLASTNAME" })
  }

  @Test func schoolsAreCountedByWhoseTheyAre() throws {
    var files = InventedFiles(seed: 7)
    let plan = try Trial(trust: files.trust).plan([files.register().source, files.results().source])
    // Of the twelve schools 0, 3, 6 and 9 are ours; 3 and 9 stand under an earlier URN; 99999 is in no register.
    #expect(plan.reports[0].schools.kept == 12)
    #expect(plan.reports[0].schools.matched == 4)
    let results = plan.reports[1].schools
    #expect([results.kept, results.matched, results.viaPreviousUrn, results.comparators] == [13, 2, 2, 9])
  }
}
