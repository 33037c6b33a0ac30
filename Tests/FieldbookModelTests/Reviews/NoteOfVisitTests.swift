import FieldbookModel
import Testing

@Suite struct NoteOfVisitTests {
  private typealias Matter = SigningPoint.Matter

  private func note(
    _ id: String = "v1", state: ReviewState = .open, date: CalendarDate? = Invented.day,
    purpose: String = "Reading",
    evidence: [Record] = [], findings: [Record] = [], answers: [Record] = [], order: [String] = []
  ) -> Review {
    let review = Invented.review(
      id, kind: "noteOfVisit", state: state, date: date, evidence: evidence, findings: findings,
      answers: answers)
    var record = review.record
    if !purpose.isEmpty { record.values["focus"] = .text(purpose) }
    if !order.isEmpty { record.values["order"] = .texts(order) }
    return Review(record: record, framework: .invented)
  }

  private func point(
    _ id: String, _ kind: FindingKind, rests: [String] = [], _ more: [String: FieldValue] = [:]
  ) -> Record {
    var values: [String: FieldValue] = [
      "statement": .text("Point \(id)"), "kind": .text(kind.rawValue), "at": Invented.at(minute: 5),
    ]
    if !rests.isEmpty { values["evidence"] = .texts(rests) }
    return Record(id: id, values: values.merging(more) { $1 })
  }

  private func points(
    _ review: Review, actions: [AgreedAction] = [], reviews: [Review] = [], draft: Bool = false
  ) -> [SigningPoint] {
    ReadyToSign.points(
      review, actions: actions, reviews: reviews + [review], calendar: SchoolCalendar(), hasDraft: draft)
  }

  // MARK: Strengths and questions

  @Test func strengthsAndQuestionsAreToldInTheirOrderAndTheRestAfterThem() {
    let findings = [
      point("a", .strength), point("b", .question), point("c", .strength), point("d", .strength),
      point("e", .question, ["withdrawn": .text("asked twice")]),
    ]
    #expect(note(findings: findings).strengths.map(\.id) == ["a", "c", "d"])
    let ordered = note(findings: findings, order: ["d", "gone", "a"])
    #expect(ordered.strengths.map(\.id) == ["d", "a", "c"])
    #expect(ordered.questions.map(\.id) == ["b"], "what is withdrawn no longer counts")
    #expect(ordered.findings.map(\.id) == ["d", "a", "b", "c", "e"])
  }

  @Test func oneIsMovedPastTheNextOfItsKindOnly() throws {
    let findings = [point("a", .strength), point("b", .question), point("c", .strength)]
    let review = note(findings: findings)
    let order = try #require(review.order(moving: "a", by: 1))
    #expect(note(findings: findings, order: order).strengths.map(\.id) == ["c", "a"])
    #expect(review.order(moving: "a", by: -1) == nil && review.order(moving: "c", by: 1) == nil)
    #expect(review.order(moving: "b", by: 1) == nil, "the only question cannot go further")
    #expect(review.order(moving: "nobody", by: 1) == nil)
  }

  @Test func anEarlierNoteWithFindingsOfReviewsKeepsThem() {
    let review = note(findings: [
      Invented.finding("f1", area: "curriculum", evidence: [], kind: .improve),
      Invented.finding("f2", area: "curriculum", evidence: []),
    ])
    #expect(review.strengths.map(\.id) == ["f2"] && review.otherFindings.map(\.id) == ["f1"])
  }

  // MARK: Ready to share?

  @Test func aNoteThatTellsSomethingIsReady() {
    let told = note(
      evidence: [Invented.note("n1", areas: [])],
      findings: [point("a", .strength, rests: ["n1"]), point("b", .question)])
    #expect(points(told) == [], "one source is enough for a strength, and a question needs none")
  }

  @Test func aNoteThatTellsNothingIsNot() {
    let found = points(note(evidence: [Invented.note("n1", areas: [])]))
    #expect(found.map(\.matter) == [Matter.tellsNothing] && found.allSatisfy(\.blocks))
    let withdrawn = note(findings: [point("a", .strength, ["withdrawn": .text("no")])])
    #expect(points(withdrawn).map(\.matter) == [Matter.tellsNothing])
    #expect(points(note(), actions: [Invented.action(review: "v1")]) == [], "an action tells something")
  }

  @Test func whatRestsOnNothingAndHasNoPurposeIsOnlyMentioned() {
    let found = points(note(purpose: "", findings: [point("a", .strength), point("b", .question)]))
    #expect(found.map(\.matter) == [Matter.purposeMissing, .restsOnNothing])
    #expect(found.allSatisfy { !$0.blocks })
    #expect(found.last?.words == "Strength “Point a”: rests on no note yet")
  }

  @Test func onlyFindingsOfReviewsAreSaidNotToBeTriangulated() {
    let evidence = [Invented.note("n1", areas: ["curriculum"])]
    let finding = Invented.finding("f1", area: "curriculum", evidence: ["n1"], kind: .improve)
    #expect(points(note(evidence: evidence, findings: [finding])).map(\.matter) == [Matter.notTriangulated])
    let strength = point("a", .strength, rests: ["n1"])
    #expect(points(note(evidence: evidence, findings: [strength])) == [])
  }

  @Test func anActionWantsOwnerAndDateAndEarlierOnesOnlyRemind() {
    let action = Invented.action(review: "v1", due: nil, ["owner": .text(""), "success": .text("")])
    let found = points(note(), actions: [action])
    #expect(found.filter(\.blocks).map(\.matter) == [Matter.actionWithoutOwner, .actionWithoutDate])
    #expect(found.filter { !$0.blocks }.map(\.matter) == [Matter.actionWithoutTest])
    let before = Invented.review("r0", state: .final, date: Invented.day.adding(days: -90))
    let told = note(findings: [point("b", .question)])
    let earlier = points(told, actions: [Invented.action("a0")], reviews: [before])
    #expect(earlier.map(\.matter) == [Matter.earlierActionUnanswered] && earlier.allSatisfy { !$0.blocks })
    #expect(points(told, draft: true).map(\.matter) == [Matter.unsavedText])
  }

  // MARK: From visit to visit

  @Test func theNextVisitBeginsWithWhatTheLastOneAsked() {
    func asked(_ id: String, _ days: Int, _ state: ReviewState = .shared, _ question: String = "q") -> Review
    {
      note(id, state: state, date: Invented.day.adding(days: days), findings: [point(question, .question)])
    }
    let next = Invented.review("r9")
    let visits = [
      asked("v1", -60), asked("v2", -30, .closed, "q2"), asked("v3", -20, .cancelled),
      asked("v4", -10, .open),
      asked("v5", 10), note("v6", state: .shared, date: Invented.day.adding(days: -5)),
    ]
    let earlier = EarlierQuestions(before: next, in: visits + [next])
    #expect(earlier?.visit.id == "v2" && earlier?.questions.map(\.id) == ["q2"])
    #expect(EarlierQuestions(before: Invented.review("r9", school: "100009"), in: visits) == nil)
    #expect(EarlierQuestions(before: visits[0], in: visits) == nil, "nothing was asked before the first")
  }

  @Test func aSharedNoteIsAnsweredOnceNothingItAgreedWaits() {
    let shared = note("v1", state: .shared)
    let own = Invented.action("a1", review: "v1")
    let later = note("v2", date: Invented.day.adding(days: 30), answers: [Invented.answer("a1", .verified)])
    #expect(!shared.isAnswered(actions: [own], reviews: [shared]))
    #expect(shared.isAnswered(actions: [own], reviews: [shared, later]))
    #expect(!shared.isAnswered(actions: [], reviews: [shared]), "a person closes what agreed nothing")
    #expect(!note("v1").isAnswered(actions: [own], reviews: [later]), "an open one is not shared yet")
    let stalled = note("v2", answers: [Invented.answer("a1", .stalled)])
    #expect(!shared.isAnswered(actions: [own], reviews: [shared, stalled]))
  }
}
