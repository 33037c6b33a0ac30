import FieldbookModel
import Testing

@Suite("What a table is filtered and sorted by")
struct TableChoicesTests {
  private static let today = Invented.day

  private static func numbers(_ typed: String) -> ValueRange? {
    ValueRange(typed: typed, kind: .numbers, today: today, calendar: SchoolCalendar())
  }

  private static func days(_ typed: String) -> ValueRange? {
    ValueRange(typed: typed, kind: .days, today: today, calendar: SchoolCalendar())
  }

  @Test("a range of numbers is read as people type it")
  func numberRanges() {
    #expect(Self.numbers(">10") == .over(10) && Self.numbers("> 10.5") == .over(10.5))
    #expect(Self.numbers("under 60%") == .under(60) && Self.numbers("less than 3") == .under(3))
    #expect(Self.numbers("10-20") == .between(10, 20) && Self.numbers("20 to 10") == .between(10, 20))
    #expect(Self.numbers("-5--1") == .between(-5, -1) && Self.numbers("-5..2") == .between(-5, 2))
    for text in ["", ">", "ten", ">ten", "10", "> 1e999", "nan-nan"] {
      #expect(Self.numbers(text) == nil, "\(text)")
    }
  }

  @Test("a range of days is read as due dates are, and so long ago too")
  func dayRanges() {
    #expect(Self.days("before 1 sep 2026") == CalendarDate(text: "2026-09-01").map { .before($0) })
    #expect(Self.days(">1/9/2026") == CalendarDate(text: "2026-09-01").map { .after($0) })
    #expect(Self.days("since -6m") == CalendarDate(text: "2026-06-02").map { .after($0) })
    #expect(Self.days("before +2w") == CalendarDate(text: "2026-12-16").map { .before($0) })
    for text in ["", "1 sep", "before", "before then", ">-6y"] { #expect(Self.days(text) == nil, "\(text)") }
  }

  @Test("what is written is read back as the same range")
  func roundTrip() {
    let ranges: [ValueRange] = [
      .over(10), .under(-0.5), .between(-3, 2.25), .after(Self.today), .before(Self.today),
    ]
    for range in ranges { #expect(ValueRange(text: range.text) == range, "\(range.text)") }
    for text in ["", "10", ">x", "<2026-13-01", "1..", "..2"] {
      #expect(ValueRange(text: text) == nil, "\(text)")
    }
  }

  @Test("a filter lets through what is any of its values, ranges or none")
  func filters() {
    let filter = ColumnFilter(
      column: "roll", values: ["41"], ranges: [.over(200), .between(80, 90)], includesNone: true)
    func passes(_ value: ColumnValue) -> Bool {
      filter.admits(value, labels: value == .none ? [] : [value.label])
    }
    #expect(passes(.number(41)) && passes(.number(201)) && passes(.number(88)) && passes(.none))
    #expect(!passes(.number(200)) && !passes(.number(91)) && !passes(.text("none")))
    #expect(filter.words == "is 41 or over 200 or from 80 to 90 or none")
    #expect(ColumnFilter(column: "visit", includesNone: true).words == "is none")
    #expect(ColumnFilter(column: "phase", values: ["Primary", "Junior"]).words == "is Primary or Junior")
  }

  @Test("the column sorted by before comes second; the same one again turns round")
  func sorting() {
    var choices = TableChoices()
    choices.sortBy("roll", isDescending: true)
    choices.sortBy("phase", isDescending: false)
    #expect(choices.sort == [ColumnSort(column: "phase"), ColumnSort(column: "roll", isDescending: true)])
    choices.sortBy("phase", isDescending: false)
    #expect(choices.sort[0].isDescending && choices.sort.count == 2)
    choices.sortBy("visit", isDescending: false)
    #expect(choices.sort.map(\.column) == ["visit", "phase"])
    choices.sortBy("phase", isDescending: false)
    #expect(choices.sort.map(\.column) == ["phase", "visit"])
  }

  @Test("a filter is replaced, and an empty one goes")
  func setFilter() {
    var choices = TableChoices()
    choices.setFilter(ColumnFilter(column: "phase", values: ["Primary"]))
    choices.setFilter(ColumnFilter(column: "roll", ranges: [.over(9)]))
    choices.setFilter(ColumnFilter(column: "phase", values: ["Junior"]))
    #expect(choices.filters.map(\.words) == ["is Junior", "over 9"])
    choices.setFilter(ColumnFilter(column: "phase"))
    #expect(choices.filters.map(\.column) == ["roll"])
  }

  @Test("a view of the same name is replaced; those of other tables stay")
  func views() {
    var tables = RememberedTables()
    tables.save(SavedView(name: "Late", table: "schools", choices: TableChoices()))
    tables.save(SavedView(name: "late", table: "actions", choices: TableChoices()))
    let sorted = TableChoices(sort: [ColumnSort(column: "roll")])
    tables.save(SavedView(name: "Late", table: "schools", choices: sorted))
    #expect(tables.views(of: "schools").map(\.choices) == [sorted])
    tables.delete("Late", of: "schools")
    #expect(tables.views.map(\.table) == ["actions"])
  }
}
