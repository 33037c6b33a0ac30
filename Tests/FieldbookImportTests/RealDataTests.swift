import FieldbookImport
import FieldbookModel
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Published files, where the tester has them: `FIELDBOOK_REAL_DATA` names their folder. Else nothing is tested.
@Suite struct RealDataTests {
  private static let folder = getenv("FIELDBOOK_REAL_DATA").map { String(cString: $0) }

  static func present() -> Bool {
    if folder == nil { print("skipped: FIELDBOOK_REAL_DATA names no folder with published files") }
    return folder != nil
  }

  static func open(_ file: String) throws -> SourceFile {
    try SourceFile.open("\(try #require(folder))/\(file)")
  }

  private func plan() throws -> ImportPlan {
    let folder = try #require(Self.folder)
    let names = ["2017-2018_936_ks2final.csv", "2021_936_gias.csv", "2016-2017_936_ks2final.csv"]
    var trial = Trial(trust: "glf schools")
    trial.catalogue = try TestCatalogue.catalogue()
    return try trial.plan(names.map { try SourceFile.open("\(folder)/surrey/\($0)") })
  }

  @Test func theNumbersOfSurreyAreFound() throws {
    guard Self.present() else { return }
    let plan = try plan()
    #expect(plan.reports.map(\.rows) == [590, 238, 235])
    #expect(plan.ours.count == 24)
    #expect(plan.reports[1].schools.matched == 12)
    #expect(plan.reports[2].schools.matched == 12)
    #expect(plan.reports[1].schools.viaPreviousUrn == 2)
    #expect(plan.reports[2].schools.viaPreviousUrn == 1)
    #expect(plan.reports.flatMap(\.problems).isEmpty)
    let facts = Facts(files: plan.files, catalogue: try TestCatalogue.catalogue(), ours: plan.ours)
    let ours = facts.schools.values.filter(\.isOurs)
    #expect(ours.filter { $0.registeredPhase == "Primary" }.count == 19)
    #expect(ours.filter { $0.registeredPhase == "Secondary" }.count == 5)
    #expect(ours.compactMap(\.roll).reduce(0, +) == 11_428)
  }

  @Test func theResultsOfTheTrustAreFound() throws {
    guard Self.present() else { return }
    let plan = try plan()
    let facts = Facts(files: plan.files, catalogue: try TestCatalogue.catalogue(), ours: plan.ours)
    let expected: [(ObservationSubject, Double?, Double?)] =
      [
        ("138764", 55, 75), ("139915", 83, 52), ("139916", 66, 83), ("140349", 57, 67), ("140350", 62, 54),
        ("140810", 72, 72), ("140880", 45, 68), ("141447", 86, 82), ("141593", 75, 73), ("142019", 51, 38),
        ("142426", 79, 68), ("144697", 78, 61), ("146024", nil, 53), ("139557", nil, nil),
      ].map { (.school(URN($0.0)), $0.1, $0.2) } + [
        (.la("936"), 67, 70), (.englandState, 61, 64), (.england, 61, 64),
      ]
    for (subject, earlier, later) in expected {
      let values = [2016, 2017].map {
        facts.observation(of: subject, "rwmExp", in: AcademicYear(start: $0))?.reading.value
      }
      #expect(values == [earlier, later], "\(subject)")
    }
    let low = try #require(
      facts.observation(of: .school(URN("142019")), "rwmExp", in: AcademicYear(start: 2017)))
    #expect(low.place.line == 156)
    #expect(low.place.column == "PTRWM_EXP")
    #expect(low.raw == "38%")
    #expect(low.n == 47)
    let zero = try #require(
      facts.observation(of: .school(URN("142019")), "rwmExp", .disadvantaged, in: AcademicYear(start: 2017)))
    #expect(zero.reading == .value(0))
    #expect(zero.n == 7)
    #expect(facts.observation(of: .la("936"), "rwmExp", in: AcademicYear(start: 2017))?.place.line == 48)
  }

  @Test func aDictionaryOfColumnsIsRefusedByName() throws {
    guard Self.present() else { return }
    let refusal = try Trial().refusal([Self.open("surrey/ks2_meta_2018-2019.csv")])
    #expect(refusal.what.contains("dictionary"), "\(refusal.message)")
  }

  @Test func theSummaryCanBeRead() throws {
    guard Self.present() else { return }
    for line in ImportSummary.lines(try plan(), dryRun: true) { print(line) }
  }
}
