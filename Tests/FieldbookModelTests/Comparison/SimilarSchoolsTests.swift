import FieldbookModel
import Testing

@Suite("Similar schools")
struct SimilarSchoolsTests {
  /// Schools of one phase with a census each: roll, FSM6, SEN support, EHC plans, EAL; nil where there is no figure.
  private static func facts(
    _ schools: [(urn: String, ages: (Int, Int), census: [Double?])], years: [Int] = [2018]
  ) -> Facts {
    let register = Table.register(
      schools.map { school in
        [.name: "School \(school.urn)", .lowAge: "\(school.ages.0)", .highAge: "\(school.ages.1)"]
      }, urns: schools.map(\.urn))
    let measures = ["roll", "fsm6", "senSupport", "ehcp", "eal"]
    let census = years.map { year in
      FactsFile(
        format: "census", period: AcademicYear(start: year), source: Table.source("census\(year).csv"),
        subjects: schools.map { .school(URN($0.urn), later: nil) }, authorities: schools.map { _ in "936" },
        lines: Array(2..<(schools.count + 2)),
        columns: measures.enumerated().map { place, measure in
          FactsFile.Column(
            measure: measure, header: measure,
            cells: schools.map { school in school.census[place].map { .number($0) } ?? .text("NA") })
        })
    }
    return Facts(files: [register] + census, catalogue: Table.catalogue, ours: [:])
  }

  private static func similar(to urn: String, in facts: Facts, phase: Phase = .primary) -> SimilarSchools {
    SimilarSchools(
      to: URN(urn), in: Intakes(of: Peers(phase: phase), near: AcademicYear(start: 2018), in: facts))
  }

  private static let four: [(urn: String, ages: (Int, Int), census: [Double?])] = [
    ("1", (4, 11), [100, 10, 10, 1, 0]), ("2", (4, 11), [120, 12, 11, 2, 5]),
    ("3", (4, 11), [400, 40, 20, 4, 50]), ("4", (4, 11), [110, 11, 10, 1, 2]),
    ("9", (11, 16), [100, 10, 10, 1, 0]),
  ]

  @Test("are of the same phase, nearest first, the school itself apart")
  func nearest() {
    let similar = SimilarSchoolsTests.similar(
      to: "1", in: SimilarSchoolsTests.facts(SimilarSchoolsTests.four))
    #expect(similar.neighbours.map(\.urn) == [URN("4"), URN("2"), URN("3")])
    #expect(similar.neighbours.map(\.shared) == [5, 5, 5])
    #expect(similar.candidates == 3 && similar.refusal == nil)
  }

  @Test("the distance is the root of the mean of squared differences of z-scores")
  func distance() throws {
    // Two schools: each feature's z-scores are -1 and +1, so that every difference is 2.
    let facts = SimilarSchoolsTests.facts([
      ("1", (4, 11), [100, 10, 10, 1, 0]), ("2", (4, 11), [200, 30, 12, 2, 5]),
    ])
    let only = try #require(SimilarSchoolsTests.similar(to: "1", in: facts).neighbours.first)
    #expect(abs(only.distance - 2) < 1e-12)
  }

  @Test("a feature that either lacks is left out, and fewer than five shared is nobody")
  func shared() {
    var schools = SimilarSchoolsTests.four
    schools[3].census[4] = nil
    let similar = SimilarSchoolsTests.similar(to: "1", in: SimilarSchoolsTests.facts(schools))
    #expect(similar.neighbours.map(\.urn) == [URN("2"), URN("3")])
    let own = SimilarSchoolsTests.similar(to: "4", in: SimilarSchoolsTests.facts(schools))
    #expect(own.refusal == .schoolLacksFeatures(4) && own.neighbours.isEmpty)
  }

  @Test("without five features in the files there are none, and it says so")
  func fewFeatures() {
    let schools = SimilarSchoolsTests.four.map { ($0.urn, $0.ages, [$0.census[0], $0.census[1], 5, 5, 5]) }
    let similar = SimilarSchoolsTests.similar(to: "1", in: SimilarSchoolsTests.facts(schools))
    #expect(similar.refusal == .filesLackFeatures(2), "a feature that is the same everywhere says nothing")
  }

  @Test("ties go to the lower URN, and no more than thirty are similar")
  func ties() {
    let alike = (10...60).map { (urn: "\($0)", ages: (4, 11), census: [100, 10, 10, 1, 0] as [Double?]) }
    let facts = SimilarSchoolsTests.facts(SimilarSchoolsTests.four + alike.reversed())
    let similar = SimilarSchoolsTests.similar(to: "1", in: facts)
    #expect(similar.neighbours.count == 30)
    #expect(similar.neighbours.map(\.urn) == (10..<40).map { URN("\($0)") })
  }

  @Test("nobody is a school's own neighbour, and who is near does not depend on who is asked first")
  func symmetric() {
    let facts = SimilarSchoolsTests.facts(SimilarSchoolsTests.four)
    for (a, b) in [("1", "2"), ("1", "3"), ("2", "4")] {
      let there = SimilarSchoolsTests.similar(to: a, in: facts).neighbours.first { $0.urn == URN(b) }
      let back = SimilarSchoolsTests.similar(to: b, in: facts).neighbours.first { $0.urn == URN(a) }
      #expect(there?.distance == back?.distance && there != nil)
    }
  }

  @Test("the census of the year asked for is used, else the latest before, else the earliest after")
  func year() {
    let facts = SimilarSchoolsTests.facts(SimilarSchoolsTests.four, years: [2016, 2018, 2020])
    for (asked, used) in [(2018, 2018), (2019, 2018), (2015, 2016), (2025, 2020)] {
      let intakes = Intakes(of: Peers(phase: .primary), near: AcademicYear(start: asked), in: facts)
      #expect(Set(intakes.features.map(\.year)) == [AcademicYear(start: used)])
    }
  }
}
