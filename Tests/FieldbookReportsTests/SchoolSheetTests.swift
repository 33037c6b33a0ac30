import FieldbookModel
import FieldbookReports
import PlainText
import Testing

@Suite struct SchoolSheetTests {
  private func document(
    school: School = Invented.school, actions: [AgreedAction] = [], reviews: [Review] = [],
    facts: Facts = Invented.facts(), collections: CollectionPlan = CollectionPlan(), isFull: Bool = false
  ) -> ReportDocument {
    SheetSource(
      name: "Someshire Trust", facts: facts, reviews: reviews, actions: actions, calendar: SchoolCalendar(),
      collections: collections, rule: SmallGroups(), now: Invented.now, isFull: isFull
    ).sheet(of: school)
  }

  private func text(_ document: ReportDocument) -> String { TextReport.text(document) }

  /// The line that begins so, its words parted by one blank.
  private func line(_ text: String, _ start: String) -> String {
    let line = text.split(separator: "\n").first { $0.hasPrefix(start) } ?? ""
    return line.split(separator: " ").joined(separator: " ")
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `results stand beside the year before, the authority and England`() {
    let text = text(document())
    #expect(line(text, "KS2 RESULTS") == "KS2 RESULTS 2016/17 2017/18 Change LA England")
    #expect(line(text, "RWM expected") == "RWM expected 70% of 30 83% of 12 +13 (2 ch) 64% 61%")
  }

  @Test func `both groups of a gap have their pupils, and neither is shown where one is small`() {
    let shown = text(document())
    #expect(
      line(shown, "RWM expected: disad") == "RWM expected: disadv. 67% of 6 99% of 6 -32 -27 0")
    #expect(line(shown, "RWM expected: girls") == "RWM expected: girls c c c +11 0")
    #expect(!shown.contains("78%") && !shown.contains("% of 9") && !shown.contains("SUPP"))
    #expect(words(shown).contains("c hidden: 1 to 5 pupils"))
    let full = text(document(isFull: true))
    #expect(full.contains("78% of 9") && full.contains("small groups are SHOWN"))
  }

  @Test func `a girls' school has no row about boys, but one that hides a few keeps its row`() {
    let none = (before: (0, "NA"), now: (0, "NA"))
    let girls = Invented.facts([
      .all: ((30, "70"), (30, "83")), .girls: ((30, "70"), (30, "83")), .boys: none,
    ])
    #expect(!text(document(facts: girls)).contains("RWM expected: girls"))
    #expect(text(document()).contains("RWM expected: girls"))
  }

  @Test func `the gap's columns say that they are gaps`() {
    #expect(
      line(text(document()), "GROUPS AND GAPS")
        == "GROUPS AND GAPS The group Others Gap Gap before England gap")
  }

  @Test func `an action that is long late is told with its year`() {
    let action = Invented.action("a1", due: Invented.day.adding(days: -190))
    #expect(text(document(actions: [action])).contains("by 26 May 2026)"))
  }

  @Test func `the trust's page counts visits by kind and adds up the hours that were typed`() {
    let page = TextReport.text(
      SheetSource(
        name: "Someshire Trust", facts: Invented.facts(),
        reviews: [Invented.review("r1", ["hours": .text("2.5")])],
        actions: [], calendar: SchoolCalendar(), collections: CollectionPlan(), rule: SmallGroups(),
        now: Invented.now
      ).sheetOfGroup())
    #expect(words(page).contains("1 formal review, 0 notes of visit and 0 progress meetings so far"))
    #expect(words(page).contains("Staff hours asked of schools: 2.5, as far as people typed them (at 1)."))
  }

  @Test func `nothing of a review shows before it is signed; then its grades beside the school's own`() {
    let draft = text(document(reviews: [Invented.full()]))
    for secret in ["Expected standard", "Needs attention", "Books show careful work", "Corridors are loud"] {
      #expect(!draft.contains(secret))
    }
    #expect(words(draft).contains("No review has been signed. The review of 2 Dec 2026 is not signed"))
    let signed = text(document(reviews: [Invented.full(["state": .text("final")])]))
    #expect(
      line(signed, "Curriculum and teaching") == "Curriculum and teaching Needs attention Expected standard")
    #expect(line(signed, "Safeguarding") == "Safeguarding – Not reviewed")
    #expect(signed.contains("+ Books show careful work.") && signed.contains("! Corridors are loud."))
  }

  @Test func `a note of visit shows its strengths and questions once it is shared`() {
    let findings = [
      Invented.record("f1", ["statement": "Calm starts.", "kind": "strength"]),
      Invented.record("f2", ["statement": "Who checks the register?", "kind": "question"]),
    ]
    let open = Invented.review(
      "v1", ["state": .text("open")], kind: "noteOfVisit", parts: ["findings": findings])
    #expect(!text(document(reviews: [open])).contains("Calm starts"))
    let shared = Invented.review(
      "v1", ["state": .text("shared")], kind: "noteOfVisit", parts: ["findings": findings])
    let page = text(document(reviews: [shared]))
    #expect(page.contains("+ Calm starts.") && page.contains("? Who checks the register?"))
  }

  @Test func `open actions come late ones first, and say how many there are`() {
    let actions = (1...9).map { number in
      Invented.action("a\(number)", due: Invented.day.adding(days: number * 7 - 15))
    }
    let page = text(document(actions: actions.reversed() + [Invented.action("other", ["school": "100002"])]))
    #expect(page.contains("OPEN ACTIONS: 9, 2 LATE"))
    let order = ["LATE  Action a1", "LATE  Action a2", "      Action a3"].compactMap {
      page.firstRange(of: $0)?.lowerBound
    }
    #expect(order.count == 3 && order == order.sorted())
    #expect(page.contains("(Deputy head, by 24 Nov)"))
    #expect(!page.contains("Action other"))
  }

  @Test func `hours are the sum of those that people typed, and say how many did not`() {
    let autumn = HalfTerm(year: AcademicYear(start: 2026), part: .autumn1)
    let plan = CollectionPlan([
      CollectionPlan.Collection(id: "c1", halfTerm: autumn, asks: .attainment, due: Invented.day, hours: 4),
      CollectionPlan.Collection(
        id: "c2", halfTerm: autumn, asks: .attainment, yearGroups: [YearGroup(number: 11)].compactMap(\.self),
        due: Invented.day, hours: 90),
      CollectionPlan.Collection(id: "c3", halfTerm: autumn, asks: .conduct, due: Invented.day),
    ])
    let reviews = [
      Invented.review("r1", ["hours": .text("2.5")]), Invented.review("v1", kind: "noteOfVisit"),
      Invented.review("m1", ["hours": .text("0.5")], kind: "meeting"),
      Invented.review("gone", ["hours": .text("7"), "state": .text("cancelled")]),
    ]
    let page = words(text(document(reviews: reviews, collections: plan)))
    #expect(
      page.contains(
        "2 collections of the plan (1 of attainment, of 2 or 3 advised), 1 formal review, 1 note of visit, 1 progress meeting."
      ))
    #expect(page.contains("Staff hours: 7, as people typed them (not all say how long: 3 of 5 do)."))
    #expect(page.contains("leave no record: not counted"))
    #expect(words(text(document(reviews: [reviews[1]]))).contains("nobody typed how long"))
  }

  @Test func `the emptiest and the fullest fit on 60 lines of 80 columns`() {
    let empty = text(document(school: School(urn: URN("100009"), name: "Nothing Known"), facts: .none))
    for sentence in ["No figures", "No census", "No review has been signed", "No action is open"] {
      #expect(words(empty).contains(sentence), "\(sentence)")
    }
    let long = String(
      repeating: "Leaders check the work of every class each week and say what they saw. ", count: 9)
    let findings = (0..<20).map { number in
      Invented.record(
        "f\(number)",
        ["statement": "\(number) \(long)", "kind": number.isMultiple(of: 2) ? "strength" : "improve"])
    }
    let areas = (0..<14).map { number in
      Framework.Area(
        id: "a\(number)", title: "Area \(number) with a name that is far too long for a column of any table",
        shortTitle: "A", scale: "scale", isOptional: false, prompts: [])
    }
    let review = Review(
      record: Invented.review(
        "r1", ["state": .text("final")],
        parts: [
          "findings": findings, "judgements": areas.map { Invented.record($0.id, ["ours": "expected"]) },
        ]
      ).record,
      framework: Framework(id: "big", title: "Big", areas: areas, scales: Invented.framework.scales))
    var school = Invented.school
    school.name = String(repeating: "Very Long Name ", count: 30)
    school.trust = String(repeating: "Trust ", count: 60)
    let actions = (0..<40).map {
      Invented.action("\($0)", ["text": long, "owner": long], due: Invented.day.adding(days: -1))
    }
    let full = text(document(school: school, actions: actions, reviews: [review]))
    let late = full.split(separator: "\n").count { $0.hasPrefix("LATE") }
    #expect(late >= 3 && late < 40 && full.contains("· and \(40 - late) more"), "\(full)")
    for page in [empty, full] {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 60 && lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
      #expect(words(page).contains("Open Government Licence v3.0"))
    }
  }

  @Test func `every shape says the same`() {
    let page = document(reviews: [Invented.full(["state": .text("final")])])
    for shape in [TextReport.text(page), MarkdownReport.text(page), HTMLReport.text(page)] {
      let plain = words(shape)
      for fact in [
        "83% of 12", "Expected standard", "Corridors are loud.", "leave no record: not counted",
      ] {
        #expect(plain.contains(fact), "\(fact)")
      }
    }
  }
}
