import FieldbookModel
import Testing

@Suite("Which school needs a visit, and why")
struct ReasonsToVisitTests {
  private static let today = Invented.day

  private static func school(opened: CalendarDate? = nil) -> School {
    var school = School(urn: URN("100001"), name: "Ashgrove Primary")
    (school.lowAge, school.highAge, school.isOurs) = (4, 11, true)
    school.openDate = opened
    return school
  }

  /// Results of three years to 2017/18: the percentage and the pupils of each.
  private static func facts(_ years: [(value: String, pupils: String)?], measure: String = "rwmExp") -> Facts
  {
    let files = years.enumerated().map { index, row in
      Table.results(
        row == nil ? [.school(URN("999999"), later: nil)] : [.school(URN("100001"), later: nil)],
        year: AcademicYear(start: 2018 - years.count + index),
        [
          Table.column("pupils", .all, [row?.pupils ?? "10"]),
          Table.column(measure, .all, [row?.value ?? "50"], count: 0, suffix: measure == "rwmExp" ? "%" : ""),
        ])
    }
    let catalogue = Catalogue(
      measures: Table.catalogue.measures + [
        Measure(
          id: "att8", title: "Attainment 8", shortTitle: "Attainment 8", definition: "", unit: .average,
          better: .up, stage: "KS4")
      ])
    return Facts(files: files, catalogue: catalogue, ours: [URN("100001"): "Ashgrove Primary"])
  }

  private static let visited = Invented.review("r0", state: .final, date: today.adding(days: -30))

  private static func words(
    _ school: School = school(), facts: Facts = .none, reviews: [Review] = [visited],
    actions: [AgreedAction] = []
  ) -> [String] {
    let headline = Headline(of: school, in: facts, years: HeadlineYears(facts))
    return ReasonsToVisit().reasons(
      for: school, headline: headline, catalogue: facts.catalogue, reviews: reviews, openActions: actions,
      today: today
    ).map(\.words)
  }

  @Test("a school that was visited, with nothing late and nothing fallen, gives no reason")
  func none() {
    #expect(Self.words(facts: Self.facts([("60", "30"), ("62", "31")])) == [])
  }

  @Test("late actions are counted, with how late the oldest is")
  func late() {
    let one = Invented.action("a1", due: Self.today.adding(days: -1))
    #expect(Self.words(actions: [one]) == ["1 action late, 1 day, due 1 Dec 2026"])
    let more = [
      one, Invented.action("a2", due: Self.today.adding(days: -41)), Invented.action("a3", due: nil),
    ]
    #expect(Self.words(actions: more) == ["2 actions late, the oldest 41 days, due 22 Oct 2026"])
    #expect(Self.words(actions: [Invented.action("a4", due: Self.today)]) == [], "due today is not late")
  }

  @Test("a fall is said in points and in children, and whether it is the second running")
  func falls() {
    #expect(
      Self.words(facts: Self.facts([("60", "30"), ("54", "31")]))
        == ["rwmExp fell 6 points (2 of 31 children) since 2016/17"])
    #expect(
      Self.words(facts: Self.facts([("63", "30"), ("60", "30"), ("58", "30")]))
        == ["rwmExp fell 2 points (1 of 30 children) since 2016/17, the second fall running"])
    #expect(Self.words(facts: Self.facts([("60", "30"), ("56", "30")])) == [], "four points are no reason")
  }

  @Test("a small group is named as one, and one child is no reason")
  func smallGroups() {
    #expect(
      Self.words(facts: Self.facts([("75", "8"), ("50", "8")]))
        == ["rwmExp fell 25 points (2 of 8 children, small group) since 2016/17"])
    #expect(Self.words(facts: Self.facts([("75", "4"), ("50", "4")])) == [], "one child of four")
  }

  @Test("a figure that is missing on one side is neither a fall nor a rise")
  func unknown() {
    #expect(Self.words(facts: Self.facts([("SUPP", "5"), ("20", "5")])) == [])
    #expect(Self.words(facts: Self.facts([("60", "30"), ("SUPP", "5")])) == [])
  }

  @Test("a school that had results last year and has none this year awaits them")
  func awaited() {
    #expect(
      Self.words(facts: Self.facts([("60", "30"), nil])) == ["rwmExp of 2017/18 not here yet"])
    #expect(Self.words(facts: Self.facts([nil, nil])) == [])
  }

  @Test("a secondary school is looked at by Attainment 8 in points, never by a primary school's measure")
  func secondary() {
    var school = Self.school()
    (school.lowAge, school.highAge) = (11, 16)
    #expect(
      Self.words(school, facts: Self.facts([("46.1", "150"), ("42", "148")], measure: "att8"))
        == ["Attainment 8 fell 4.1 points (148 pupils) since 2016/17"])
    #expect(Self.words(school, facts: Self.facts([("60", "30"), ("40", "31")])) == [])
    (school.lowAge, school.highAge) = (4, 7)
    #expect(Self.words(school, facts: Self.facts([("60", "30"), ("40", "31")])) == [], "infants sit neither")
  }

  @Test("never visited, long not visited, and planned ones are said as they are")
  func visits() {
    #expect(Self.words(reviews: []) == ["no visit on record"])
    let old = Invented.review("r1", state: .final, date: Self.today.adding(months: -14))
    #expect(Self.words(reviews: [old]) == ["no visit for 14 months, since 2 Oct 2025"])
    let planned = Invented.review("r2", state: .planned, date: Self.today.adding(days: 12))
    #expect(
      Self.words(reviews: [old, planned])
        == ["no visit for 14 months, since 2 Oct 2025, planned for 14 Dec 2026"])
    let cancelled = Invented.review("r3", state: .cancelled, date: Self.today.adding(days: -3))
    #expect(Self.words(reviews: [cancelled]) == ["no visit on record"])
  }

  @Test("a review that was begun long ago and not finished is named with its state")
  func unfinished() {
    let begun = Invented.review("r1", state: .drafting, date: Self.today.adding(days: -40))
    #expect(Self.words(reviews: [begun]) == ["formal review of 23 Oct 2026 still drafting after 40 days"])
    let fresh = Invented.review("r1", state: .fieldwork, date: Self.today.adding(days: -3))
    #expect(Self.words(reviews: [fresh]) == [])
  }

  @Test("safeguarding counts as it was last judged")
  func safeguarding() {
    func judged(_ id: String, _ grade: String, days: Int) -> Review {
      Invented.review(
        id, state: .final, date: Self.today.adding(days: -days),
        judgements: [Invented.judgement("safeguarding", ["ours": grade])])
    }
    let notMet = judged("r1", "notMet", days: 20)
    #expect(Self.words(reviews: [notMet]) == ["safeguarding not met on 12 Nov 2026"])
    #expect(Self.words(reviews: [notMet, judged("r2", "met", days: 2)]) == [])
    #expect(Self.words(reviews: [judged("r0", "met", days: 60), notMet]).count == 1)
  }

  @Test("a new school wants its first formal review; once one is begun it is as any other")
  func baseline() {
    let new = Self.school(opened: Self.today.adding(months: -3))
    #expect(
      Self.words(new, reviews: []) == ["open under this number since 2 Sep 2026, no formal review yet"])
    let note = Invented.review("r1", kind: "noteOfVisit", state: .shared, date: Self.today.adding(days: -5))
    #expect(Self.words(new, reviews: [note]).count == 1, "a note of visit is no first review")
    #expect(Self.words(new) == [])
    #expect(Self.words(Self.school(opened: Self.today.adding(months: -30))) == [])
  }

  @Test("all reasons stand together, safeguarding first")
  func together() {
    let old = Invented.review(
      "r1", state: .final, date: Self.today.adding(months: -13),
      judgements: [Invented.judgement("safeguarding", ["ours": "notMet"])])
    let words = Self.words(
      facts: Self.facts([("60", "30"), ("40", "30")]), reviews: [old],
      actions: [Invented.action("a1", due: Self.today.adding(days: -9))])
    #expect(words.map { String($0.prefix(8)) } == ["safeguar", "1 action", "rwmExp f", "no visit"])
  }
}
