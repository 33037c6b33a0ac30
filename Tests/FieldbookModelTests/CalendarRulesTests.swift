import FieldbookModel
import Testing

@Suite struct CalendarRulesTests {
  private let calendar = SchoolCalendar()

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text: text)) }

  @Test(arguments: [
    ("2026-12-25", "Christmas Day"), ("2026-12-28", "Boxing Day, in lieu"), ("2027-01-01", "New Year’s Day"),
    ("2027-03-26", "Good Friday"), ("2027-03-29", "Easter Monday"), ("2027-05-03", "Early May bank holiday"),
    ("2027-05-31", "Spring bank holiday"), ("2027-08-30", "Summer bank holiday"),
    ("2027-12-27", "Christmas Day, in lieu"), ("2027-12-28", "Boxing Day, in lieu"),
    ("2022-01-03", "New Year’s Day, in lieu"), ("2022-12-26", "Boxing Day"),
    ("2022-12-27", "Christmas Day, in lieu"),
    ("2023-01-02", "New Year’s Day, in lieu"), ("2024-04-01", "Easter Monday"), ("2025-04-18", "Good Friday"),
    ("2026-12-26", ""), ("2027-05-10", ""), ("2026-11-23", ""), ("2028-12-27", ""), ("2024-01-02", ""),
  ])
  func bankHolidaysAreKnown(day text: String, name: String) throws {
    #expect(BankHolidays.name(of: try day(text)) ?? "" == name)
  }

  @Test func everyYearHasEightBankHolidays() {
    for year in 2000...2060 {
      let first = CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? 0
      let days = (first..<(first + 365)).filter { BankHolidays.name(of: CalendarDate(dayNumber: $0)) != nil }
      #expect(days.count == 8, "\(year)")
    }
  }

  @Test(arguments: [
    ("2026-10-26", "October half-term holiday"), ("2026-12-23", "Christmas holiday"),
    ("2026-12-19", "Christmas holiday"),
    ("2027-02-15", "February half-term holiday"), ("2027-04-05", "Easter holiday"),
    ("2027-08-12", "summer holiday"),
    ("2026-11-22", "weekend"), ("2027-05-03", "Early May bank holiday"), ("2026-11-23", ""),
  ])
  func aDayWithoutSchoolSaysWhy(day text: String, why: String) throws {
    #expect(calendar.whyNoSchool(on: try day(text)) ?? "" == why)
    #expect(calendar.isSchoolDay(try day(text)) == why.isEmpty)
  }

  @Test func workingDaysLeaveOutWhatTheyAreToldTo() throws {
    let friday = try day("2026-12-11")
    // The last week before Christmas, then the first of January.
    #expect(calendar.adding(workingDays: 5, to: friday).text == "2026-12-18")
    #expect(calendar.adding(workingDays: 10, to: friday).text == "2027-01-08")
    #expect(calendar.adding(workingDays: 10, to: friday, leavingOutHolidays: false).text == "2026-12-29")
    #expect(calendar.workingDays(from: friday, to: try day("2027-01-08")) == 10)
    #expect(calendar.workingDays(from: friday, to: try day("2026-12-29"), leavingOutHolidays: false) == 10)
    #expect(calendar.workingDays(from: friday, to: friday) == 0)
    #expect(calendar.adding(workingDays: 0, to: friday) == friday)
  }

  @Test func aSchoolsOwnDatesAndTrainingDaysAreItsAlone() throws {
    let urn = URN("100001")
    var own = SchoolCalendar()
    let year = AcademicYear(start: 2026)
    var spans = own.spans(of: year)
    spans[1] = .init(first: try day("2026-11-09"), last: spans[1].last)
    own.apply(CalendarChange("", school: urn, .spans(year, spans)))
    own.apply(CalendarChange("", school: urn, .closed([try day("2026-11-27")], "Training day")))
    let early = try day("2026-11-04")
    #expect(own.halfTerm(of: early, at: urn).part == .autumn1 && own.halfTerm(of: early).part == .autumn2)
    #expect(own.whyNoSchool(on: try day("2026-11-27"), at: urn) == "Training day")
    #expect(own.isSchoolDay(try day("2026-11-27")))
    #expect(own.schoolDays(in: HalfTerm(year: year, part: .autumn2), at: urn) == 29)
    #expect(own.schoolDays(in: HalfTerm(year: year, part: .autumn2)) == 35)
    #expect(own.isOwn(year, at: urn) && !own.isOwn(year))
    own.apply(CalendarChange("", school: urn, .spans(year, nil)))
    own.apply(CalendarChange("", school: urn, .closed([try day("2026-11-27")], nil)))
    #expect(own == SchoolCalendar())
  }

  private func problems(_ change: (inout [SchoolCalendar.Span]) -> Void) -> [CalendarProblem] {
    let year = AcademicYear(start: 2026)
    var spans = calendar.spans(of: year)
    change(&spans)
    return CalendarProblem.all(in: spans, of: year)
  }

  @Test func theDefaultsHaveNothingWrong() {
    for start in [2025, 2026] {
      let year = AcademicYear(start: start)
      #expect(CalendarProblem.all(in: calendar.spans(of: year), of: year) == [])
    }
  }

  @Test func gapsOverlapsAndWrongOrderAreSaidInWords() throws {
    let overlap = problems { $0[1] = .init(first: $0[0].last, last: $0[1].last) }
    #expect(
      overlap.map(\.words) == [
        "Autumn 1 lasts until 23 Oct 2026, but the first day of Autumn 2 is 23 Oct 2026"
      ])
    #expect(overlap[0].isWrong && overlap[0].part == .autumn2 && overlap[0].isFirst)
    let order = problems { $0.swapAt(2, 3) }
    #expect(order.contains { $0.isWrong && $0.words.hasSuffix("they are in the wrong order") })
    let backwards = problems { $0[0] = .init(first: $0[0].last, last: $0[0].first) }
    #expect(backwards.contains { $0.words == "Autumn 1 ends on 3 Sep 2026, before it begins on 23 Oct 2026" })
    let gap = problems { $0[2] = .init(first: $0[2].first.adding(days: 21), last: $0[2].last) }
    #expect(gap.map(\.words) == ["there are 5 weeks between Autumn 2 and Spring 1"] && !gap[0].isWrong)
    let joined = problems { $0[1] = .init(first: $0[0].last.adding(days: 3), last: $0[1].last) }
    #expect(
      joined.map(\.words) == ["there is no holiday between Autumn 1 and Autumn 2"] && !joined[0].isWrong)
    let outside = problems { $0[5] = .init(first: $0[5].first, last: CalendarDate(dayNumber: 21_064)) }
    #expect(outside.contains { $0.isWrong && $0.words.contains("is not in 2026/27") })
  }

  @Test(arguments: [
    ("3 sep", "2026-09-03"), ("12 feb", "2027-02-12"), ("31 aug", "2027-08-31"), ("1/9", "2026-09-01"),
    ("2026-09-03", "2026-09-03"), ("3 sep 2027", "2027-09-03"), ("tomorrow", ""), ("+3w", ""), ("soon", ""),
  ])
  func aDayIsReadInItsSchoolYear(typed: String, text: String) {
    #expect(SchoolYearDate.read(typed, in: AcademicYear(start: 2026))?.text ?? "" == text)
  }
}
