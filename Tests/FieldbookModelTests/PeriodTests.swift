import FieldbookModel
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2026/27", "2026/27"), ("2026-27 Autumn 1", "2026/27 Autumn 1"),
    ("autumn 1 2026/27", "2026/27 Autumn 1"),
    ("2026-27 HT3", "2026/27 Spring 1"), ("202627 term 6", "2026/27 Summer 2"),
    ("2026/27, Aut2", "2026/27 Autumn 2"), ("2026-27-Spring-1", ""),
    ("2026-2027 Summer-1", "2026/27 Summer 1"),
    ("2026-27_autumn_1", "2026/27 Autumn 1"), ("", ""), ("Autumn 1", ""), ("2026/28", ""),
    ("2026/27 winter 1", ""),
    ("2026/27 autumn", ""), ("2026/27 autumn 3", ""), ("2026/27 HT7", ""), ("2026/27 2027/28", ""),
  ])
  func periodsAreReadAsPeopleWriteThem(typed: String, text: String) {
    #expect(Period(text: typed)?.text ?? "" == text)
  }

  @Test func everyHalfTermIsReadBackAndComesAfterTheOneBefore() {
    var halfTerm = HalfTerm(year: AcademicYear(start: 2025), part: .autumn1)
    for _ in 0..<12 {
      #expect(Period(text: Period(halfTerm).text)?.halfTerm == halfTerm)
      #expect(halfTerm.next.previous == halfTerm && halfTerm < halfTerm.next)
      #expect(Period(halfTerm) < Period(halfTerm.next))
      halfTerm = halfTerm.next
    }
    #expect(halfTerm == HalfTerm(year: AcademicYear(start: 2027), part: .autumn1))
    #expect(Period(halfTerm.yearBefore).fileText == "2026-27-autumn-1")
    #expect(Period(year: halfTerm.year) < Period(halfTerm))
  }

  @Test(arguments: [
    ("Year 6", "y6"), ("Y6", "y6"), ("6", "y6"), ("yr 11", "y11"), ("R", "r"), ("Reception", "r"),
    ("Nursery", "n"),
    ("Year 15", ""), ("", ""), ("six", ""), ("-1", ""), ("Y", ""), ("13", "y13"),
  ])
  func yearGroupsAreReadAsPeopleWriteThem(typed: String, id: String) {
    #expect(YearGroup(text: typed)?.id ?? "" == id)
    if let group = YearGroup(text: typed) { #expect(YearGroup(text: group.id) == group) }
  }
}
