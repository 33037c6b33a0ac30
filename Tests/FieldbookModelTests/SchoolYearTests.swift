import FieldbookModel
import SeededRandom
import Testing

@Suite struct AcademicYearTests {
  @Test(arguments: [
    ("2016/17", 2016), ("2016-17", 2016), ("2016-2017", 2016), ("2016/2017", 2016), ("201617", 2016),
    ("1999/00", 1999), ("1999-2000", 1999), ("2099/00", 2099),
  ])
  func aYearIsReadAsPeopleAndFilesWriteIt(text: String, start: Int) {
    #expect(AcademicYear(text: text)?.start == start)
  }

  @Test(arguments: [
    "2016", "2016/18", "2016/16", "2016 17", "16/17", "2016//17", "20-1617", "", "20162017", "1800/01",
  ])
  func whatIsNoYearIsRefused(text: String) {
    #expect(AcademicYear(text: text) == nil)
  }

  @Test func aYearTurnsOnTheFirstOfSeptember() throws {
    let august = try #require(CalendarDate(text: "2026-08-31"))
    #expect(AcademicYear(containing: august).text == "2025/26")
    #expect(AcademicYear(containing: august.adding(days: 1)).text == "2026/27")
    #expect(AcademicYear(start: 1999).text == "1999/00")
    #expect(AcademicYear(start: 2026).fileText == "2026-27")
    #expect(AcademicYear(start: 2026).previous == AcademicYear(start: 2025))
  }
}

@Suite struct SchoolCalendarTests {
  let calendar = SchoolCalendar()

  private func halfTerm(_ text: String) throws -> String {
    calendar.halfTerm(of: try #require(CalendarDate(text: text))).title
  }

  @Test(arguments: [
    ("2026-11-23", "Autumn 2 2026/27"), ("2026-09-03", "Autumn 1 2026/27"),
    ("2026-10-26", "Autumn 1 2026/27"),
    ("2027-01-03", "Autumn 2 2026/27"), ("2027-02-22", "Spring 2 2026/27"),
    ("2027-07-21", "Summer 2 2026/27"),
    ("2026-08-15", "Summer 2 2025/26"), ("2026-09-01", "Summer 2 2025/26"),
    ("2027-08-31", "Summer 2 2026/27"),
  ])
  func aDayBelongsToItsHalfTermAndAHolidayToTheOneBefore(day: String, title: String) throws {
    #expect(try halfTerm(day) == title)
  }

  @Test func weekendsAndHolidaysHaveNoSchool() throws {
    func isSchoolDay(_ text: String) throws -> Bool {
      calendar.isSchoolDay(try #require(CalendarDate(text: text)))
    }
    #expect(try isSchoolDay("2026-11-23"))
    #expect(try !isSchoolDay("2026-11-22"))
    #expect(try !isSchoolDay("2026-10-27"))
    #expect(try !isSchoolDay("2026-12-25"))
    #expect(try !isSchoolDay("2026-08-12"))
    #expect(try isSchoolDay("2026-10-23"))
  }

  @Test func yearsThatNobodyPublishedFollowOnInWholeWeeks() {
    for start in 2000...2060 {
      var last = CalendarDate(dayNumber: -1_000_000)
      for part in HalfTerm.Part.allCases {
        let span = calendar.span(of: HalfTerm(year: AcademicYear(start: start), part: part))
        #expect(last < span.first && span.first < span.last, "\(start) \(part.title)")
        #expect(span.first.isWeekday && span.last.isWeekday)
        #expect(AcademicYear(containing: span.first).start == start)
        #expect(AcademicYear(containing: span.last).start == start)
        last = span.last
      }
    }
  }

  @Test func aWorkspacesOwnDatesWin() throws {
    let day = try #require(CalendarDate(text: "2026-09-07"))
    let own = SchoolCalendar(spans: [
      HalfTerm(year: AcademicYear(start: 2026), part: .autumn1): .init(first: day, last: day.adding(days: 40))
    ])
    #expect(own.halfTerm(of: day).part == .autumn1)
    #expect(own.halfTerm(of: day.adding(days: -1)).title == "Summer 2 2025/26")
  }
}

@Suite struct DueDateTests {
  private func read(_ typed: String, on today: String = "2026-11-23") throws -> String? {
    let today = try #require(CalendarDate(text: today))
    return DueDate.read(typed, today: today, calendar: SchoolCalendar())?.text
  }

  @Test func `the end of a half-term is the school’s own where it has dates of its own`() throws {
    let today = try #require(CalendarDate(text: "2026-11-23"))
    let spring = HalfTerm(year: AcademicYear(start: 2026), part: .spring2)
    let early = SchoolCalendar.Span(
      first: SchoolCalendar().span(of: spring).first, last: try #require(CalendarDate(text: "2027-03-19")))
    let own = URN("900001")
    let calendar = SchoolCalendar(schools: [own: SchoolCalendar.Dates(spans: [spring: early])])
    func read(_ typed: String, _ school: URN?) -> String? {
      DueDate.read(typed, today: today, calendar: calendar, at: school)?.text
    }
    #expect(read("spring 2", own) == "2027-03-19" && read("spring 2 2026/27", own) == "2027-03-19")
    #expect(read("spring 2", nil) == "2027-03-25" && read("spring 2", URN("900002")) == "2027-03-25")
    #expect(read("12 feb", own) == "2027-02-12", "a day is a day")
  }

  @Test(arguments: [
    ("12 feb", "2027-02-12"), ("12 Feb 2028", "2028-02-12"), ("12/2", "2027-02-12"),
    ("12/02/2027", "2027-02-12"),
    ("2027-02-12", "2027-02-12"), ("tomorrow", "2026-11-24"), ("today", "2026-11-23"), ("fri", "2026-11-27"),
    ("Friday", "2026-11-27"), ("mon", "2026-11-30"), ("+6w", "2027-01-04"), ("+10d", "2026-12-03"),
    ("+2m", "2027-01-23"), ("+ 6 w", "2027-01-04"), ("spring 2", "2027-03-25"), ("Spring 2", "2027-03-25"),
    ("spring 2 2025/26", "2026-03-27"), ("aut 1", "2027-10-22"), ("autumn 2", "2026-12-18"),
    ("su 1", "2027-05-28"),
    ("12th feb", "2027-02-12"), ("1st of december", "2026-12-01"), ("feb 12", "2027-02-12"),
    ("12-2-27", "2027-02-12"),
    ("12.2.2027", "2027-02-12"), ("23 nov", "2026-11-23"), ("22 nov", "2027-11-22"), ("29 feb", "2028-02-29"),
    ("  12   feb ", "2027-02-12"), ("feb 12, 2027", "2027-02-12"), ("+0d", "2026-11-23"),
  ])
  func everyWayToTypeADateIsUnderstood(typed: String, date: String) throws {
    #expect(try read(typed) == date)
  }

  @Test(arguments: [
    "", " ", "31 feb", "32/1", "12/13", "soon", "fr", "spring", "spring 3", "winter 1", "+w", "+6", "+6y",
    "+-6w",
    "6w", "12 feb 27 x", "feb", "12", "30/2/2027", "2027-02-30", "+9999w", "spring 2 2026", "12 fe",
    "a b c d",
  ])
  func whatIsNoDateIsRefused(typed: String) throws {
    #expect(try read(typed) == nil)
  }

  @Test func aDateWithoutAYearIsTheNextOneEvenOverNewYear() throws {
    #expect(try read("1 jan", on: "2026-12-31") == "2027-01-01")
    #expect(try read("31 dec", on: "2026-12-31") == "2026-12-31")
    #expect(try read("30 dec", on: "2026-12-31") == "2027-12-30")
    #expect(try read("sun", on: "2026-12-31") == "2027-01-03")
    #expect(try read("summer 2", on: "2026-08-01") == "2027-07-21")
    #expect(try read("+2m", on: "2026-12-31") == "2027-02-28")
  }

  @Test func randomTypingNeverTraps() throws {
    var random = SplitMix64(seed: 11)
    let pieces = [
      "12", "feb", "/", "-", "+", "w", " ", "99999999999999999999", "é", "spring", "2", "0", ".", "th", "d",
    ]
    for _ in 0..<5000 {
      let typed = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      _ = try read(typed)
    }
  }
}
