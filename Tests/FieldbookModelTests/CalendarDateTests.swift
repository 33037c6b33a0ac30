import FieldbookModel
import SeededRandom
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2), ("2000-03-01", 11_017, 3),
    ("1900-03-01", -25_508, 4), ("2026-11-23", 20_780, 1), ("2024-02-29", 19_782, 4),
    ("2100-02-28", 47_540, 7),
    ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func aDayHasItsNumberAndItsWeekday(text: String, number: Int, weekday: Int) throws {
    let date = try #require(CalendarDate(text: text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.text == text)
  }

  @Test func everyDayOfTwoHundredYearsReadsBack() throws {
    let first = try #require(CalendarDate(text: "1900-01-01"))
    var last = first.adding(days: -1)
    for offset in 0..<73_049 {
      let date = first.adding(days: offset)
      #expect(last < date)
      #expect(CalendarDate(text: date.text) == date)
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
      #expect(date.weekday == last.weekday % 7 + 1)
      last = date
    }
    #expect(last.text == "2099-12-31")
  }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-1-1", "02-12-2026", "",
    "2026-12",
    "2026-12-02T10:00", "26-12-02", "2026-12-00", "2026--1-02", "2026-+1-02",
  ])
  func whatIsNoDayIsRefused(text: String) {
    #expect(CalendarDate(text: text) == nil)
  }

  @Test func monthsAreAddedToTheLastDayOfAShorterMonth() throws {
    let date = try #require(CalendarDate(text: "2027-12-31"))
    #expect(date.adding(months: 2).text == "2028-02-29")
    #expect(date.adding(months: 1).text == "2028-01-31")
    #expect(date.adding(months: -10).text == "2027-02-28")
    #expect(date.adding(months: 12).text == "2028-12-31")
  }

  @Test func aDayIsSaidAsPeopleSayIt() throws {
    let date = try #require(CalendarDate(text: "2026-12-02"))
    #expect(date.shortText == "2 Dec")
    #expect(date.longText == "2 Dec 2026")
    #expect(date.weekdayText == "Wed 2 Dec 2026")
    #expect(date.isWeekday)
    #expect(!date.adding(days: 3).isWeekday)
  }
}

@Suite struct InstantTests {
  @Test(arguments: [
    ("2026-12-02T10:42:00+00:00", 1_796_208_120_000, "2026-12-02T10:42:00+00:00"),
    ("2026-12-02T10:42:00Z", 1_796_208_120_000, "2026-12-02T10:42:00+00:00"),
    ("2026-06-02T10:42:07.125+01:00", 1_780_393_327_125, "2026-06-02T10:42:07+01:00"),
    ("1969-12-31T23:59:59.500Z", -500, "1969-12-31T23:59:59+00:00"),
    ("2026-01-01T00:30:00+02:00", 1_767_220_200_000, "2026-01-01T00:30:00+02:00"),
    ("2026-12-31T20:00:00-09:30", 1_798_781_400_000, "2026-12-31T20:00:00-09:30"),
  ])
  func aMomentReadsAndWritesInItsPlace(text: String, milliseconds: Int, written: String) throws {
    let instant = try #require(Instant(text: text))
    #expect(instant.milliseconds == milliseconds)
    #expect(instant.text == written)
  }

  @Test func theSameMomentElsewhereIsEqual() throws {
    let here = try #require(Instant(text: "2026-06-02T00:10:00+01:00"))
    let there = try #require(Instant(text: "2026-06-01T23:10:00Z"))
    #expect(here == there)
    #expect(Set([here, there]).count == 1)
    #expect(here.date.text == "2026-06-02")
    #expect(there.date.text == "2026-06-01")
    #expect(here.timeText == "00:10")
  }

  @Test(arguments: [
    "2026-12-02", "2026-12-02 10:42:00Z", "2026-12-02T10:42Z", "2026-12-02T24:00:00Z", "2026-12-02T10:60:00Z",
    "2026-12-02T10:42:00", "2026-12-02T10:42:00+0100", "2026-12-02T10:42:00.Z", "2026-02-30T10:42:00Z",
    "2026-12-02T10:42:00Zx", "",
  ])
  func whatIsNoMomentIsRefused(text: String) {
    #expect(Instant(text: text) == nil)
  }

  @Test func momentsReadBackWhateverTheirPlace() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let instant = Instant(
        milliseconds: Int.random(in: -2_000_000_000...4_000_000_000, using: &random) * 1000,
        offsetMinutes: Int.random(in: -1439...1439, using: &random))
      let read = Instant(text: instant.text)
      #expect(read == instant)
      #expect(read?.offsetMinutes == instant.offsetMinutes)
    }
  }
}
