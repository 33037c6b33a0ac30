import FieldbookImport
import FieldbookModel
import Testing

@Suite struct OfstedTests {
  private static let graded =
    "Management_information_-_state-funded_schools_-_latest_inspections_as_at_30_April_2025.csv"
  private static let cards =
    "Management_information_-_state-funded_schools_-_latest_inspections_as_at_31_January_2026.csv"
  private static let ashgrove = ObservationSubject.school(URN("900001"))
  private static let beckside = ObservationSubject.school(URN("900002"))

  @Test func gradesStandForTheSchoolYearOfTheirDay() throws {
    let plan = try PublishedFixtures.plan(Self.graded)
    #expect(plan.reports[1].format == "ofsted-eif" && plan.reports[1].rows == 3)
    #expect(plan.files[1].source.asAt == CalendarDate(year: 2025, month: 4, day: 30))
    #expect(plan.files[1].period == AcademicYear(start: 2024) && plan.reports[1].problems.isEmpty)
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2024)
    let overall = try #require(facts.observation(of: Self.ashgrove, "eifOverall", in: year))
    #expect(overall.reading == .value(2) && overall.raw == "2")
    #expect(facts.observation(of: Self.ashgrove, "eifBehaviour", in: year)?.reading == .value(1))
    #expect(
      facts.observation(of: Self.ashgrove, "eifSixthForm", in: year)?.reading == .missing(.notApplicable))
    #expect(
      facts.observation(of: Self.beckside, "eifOverall", in: year)?.reading == .missing(.notProduced))
    let safe = try #require(facts.observation(of: Self.ashgrove, "eifSafeguarding", in: year))
    #expect(safe.reading == .value(1) && safe.raw == "Yes")
    #expect(facts.catalogue["eifOverall"]?.unit == .grade)
    let graded = try #require(InspectionGrades(.graded, of: URN("900001"), in: facts))
    #expect(graded.dates == "14 Jun 2023 (Ofsted, as at 30 Apr 2025)")
  }

  @Test func bothFrameworksStandSideBySideAndNeitherBecomesTheOther() throws {
    let plan = try PublishedFixtures.plan(Self.graded, Self.cards)
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2025)
    let attendance = try #require(facts.observation(of: Self.ashgrove, "ofstedAttendance", in: year))
    #expect(attendance.reading == .value(4) && attendance.raw == "Needs attention")
    #expect(facts.observation(of: Self.ashgrove, "eifBehaviour", in: year)?.reading == .value(1))
    #expect(facts.observation(of: Self.beckside, "ofstedInclusion", in: year)?.reading == .missing(.missing))
    let met = try #require(
      facts.observation(of: .school(URN("900005")), "ofstedSafeguarding", in: year))
    #expect(met.reading == .value(2) && met.raw == "Not met")
    #expect(facts.observation(of: Self.ashgrove, "ofstedAttendance", in: AcademicYear(start: 2024)) == nil)
    let card = try #require(InspectionGrades(.reportCard, of: URN("900001"), in: facts))
    #expect(card.date == CalendarDate(year: 2025, month: 12, day: 2))
    #expect(card.grades.map(\.words).prefix(2) == ["Met", "Strong standard"] && card.grades.count == 8)
    #expect(InspectionGrades(.reportCard, of: URN("900002"), in: facts) == nil)
    let graded = try #require(InspectionGrades(.graded, of: URN("900002"), in: facts))
    #expect(graded.grades[0].words == "Not judged" && graded.grades[1].words == "Requires improvement")
    #expect(graded.date == nil && graded.dates == "Ofsted, as at 31 Jan 2026")
    let measures = Set(facts.observations(of: Self.ashgrove).map(\.measure))
    #expect(measures.filter { $0.hasPrefix("ofsted") }.count == 9)
    #expect(measures.filter { $0.hasPrefix("eif") }.count == 8)
  }

  @Test func aFileOfNoKnownDayAsksForIt() throws {
    let file = SourceFile("mi.csv", "URN,Overall effectiveness,Quality of education\n900001,2,2\n")
    let register = try PublishedFixtures.open("register.csv")
    let refusal = try Trial().refusal([register, file])
    #expect(refusal.what.contains("for which day") && refusal.mend.contains("--as-at"))
    let first = try Trial().plan([register])
    let day = CalendarDate(year: 2023, month: 10, day: 31)
    let plan = try Trial(asAt: day).plan([file], after: first)
    #expect(plan.files[0].period == AcademicYear(start: 2023) && plan.files[0].source.asAt == day)
  }
}
