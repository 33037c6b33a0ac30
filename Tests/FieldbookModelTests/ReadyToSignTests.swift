import FieldbookModel
import Testing

@Suite struct ReadyToSignTests {
  private typealias Matter = SigningPoint.Matter

  /// A review in which nothing is left to do.
  private func finished(
    kind: String = "formal", judgements: [Record]? = nil, findings: [Record]? = nil,
    evidence: [Record]? = nil,
    answers: [Record] = []
  ) -> Review {
    let others = ["attendance", "achievement", "safeguarding"].map {
      Invented.judgement($0, ["notReviewed": "No time"])
    }
    let curriculum = Invented.judgement("curriculum", ["ours": "expected", "rationale": "Books agree"])
    return Invented.review(
      kind: kind,
      evidence: evidence ?? [
        Invented.note("n1", areas: ["curriculum"]),
        Invented.note("n2", areas: ["curriculum"], type: .bookLook),
      ],
      findings: findings ?? [Invented.finding("f1", area: "curriculum", evidence: ["n1", "n2"])],
      judgements: judgements ?? others + [curriculum], answers: answers)
  }

  private func points(
    _ review: Review, actions: [AgreedAction] = [], reviews: [Review] = [], draft: Bool = false
  ) -> [SigningPoint] {
    ReadyToSign.points(
      review, actions: actions, reviews: reviews + [review], calendar: SchoolCalendar(), hasDraft: draft)
  }

  private func expectOnly(_ matter: SigningPoint.Matter, blocks: Bool, _ points: [SigningPoint]) {
    #expect(points.map(\.matter) == [matter])
    #expect(points.map(\.blocks) == [blocks])
    #expect(points.allSatisfy { !$0.words.isEmpty })
  }

  @Test func aFinishedReviewHasNothingLeft() {
    #expect(points(finished()) == [])
    #expect(points(finished(), actions: [Invented.action(review: "r1")]) == [])
  }

  @Test func anAreaNeitherGradedNorSetAsideBlocks() {
    let judgements = ["curriculum", "attendance", "achievement"].map {
      Invented.judgement($0, ["notReviewed": "No time"])
    }
    expectOnly(.areaUndecided, blocks: true, points(finished(judgements: judgements)))
  }

  @Test func aWithdrawnJudgementIsNone() {
    var record = Invented.judgement(
      "safeguarding", ["ours": "met", "rationale": "x", "withdrawn": "Wrong area"])
    record.values["notReviewed"] = .text("No time")
    let rest = ["curriculum", "attendance", "achievement"].map {
      Invented.judgement($0, ["notReviewed": "No time"])
    }
    expectOnly(.areaUndecided, blocks: true, points(finished(judgements: rest + [record])))
  }

  @Test func aNoteOfVisitNeedsNoGrades() {
    let points = points(finished(kind: "noteOfVisit", judgements: []))
    #expect(points.map(\.matter) == [.purposeMissing] && points.allSatisfy { !$0.blocks })
  }

  @Test func aGradeWithoutAFindingBlocksAndWithoutAReasonWarns() {
    expectOnly(.gradeWithoutFinding, blocks: true, points(finished(findings: [])))
    let bare = ["attendance", "achievement", "safeguarding"].map {
      Invented.judgement($0, ["notReviewed": "x"])
    }
    let judgements = bare + [Invented.judgement("curriculum", ["ours": "expected"])]
    expectOnly(.gradeWithoutRationale, blocks: false, points(finished(judgements: judgements)))
  }

  @Test func aFindingWithoutEvidenceBlocksAndFromOneSourceWarns() {
    let none = [Invented.finding("f1", area: "curriculum", evidence: [])]
    expectOnly(.findingWithoutEvidence, blocks: true, points(finished(findings: none)))
    let one = [Invented.finding("f1", area: "curriculum", evidence: ["n1"])]
    expectOnly(.notTriangulated, blocks: false, points(finished(findings: one)))
    let same = [Invented.note("n1", areas: ["curriculum"]), Invented.note("n2", areas: ["curriculum"])]
    expectOnly(.notTriangulated, blocks: false, points(finished(evidence: same)))
  }

  @Test func evidenceThatWasWithdrawnCarriesNoFinding() {
    var note = Invented.note("n1", areas: ["curriculum"])
    note.values["withdrawn"] = .text("Wrong school")
    let findings = [Invented.finding("f1", area: "curriculum", evidence: ["n1"])]
    expectOnly(.findingWithoutEvidence, blocks: true, points(finished(findings: findings, evidence: [note])))
  }

  @Test func anActionNeedsOwnerDateAndTest() {
    let cases: [(SigningPoint.Matter, [String: FieldValue])] = [
      (.actionWithoutOwner, ["owner": .text("")]), (.actionWithoutTest, ["success": .text("")]),
    ]
    for (matter, values) in cases {
      expectOnly(matter, blocks: true, points(finished(), actions: [Invented.action(review: "r1", values)]))
    }
    let undated = Invented.action(review: "r1", due: nil)
    expectOnly(.actionWithoutDate, blocks: true, points(finished(), actions: [undated]))
  }

  @Test func anActionDueBeforeTheReviewOrInAHolidayWarns() {
    let early = Invented.action(review: "r1", due: Invented.day.adding(days: -1))
    expectOnly(.actionDueBeforeReview, blocks: false, points(finished(), actions: [early]))
    let christmas = Invented.action(review: "r1", due: CalendarDate(text: "2026-12-25"))
    expectOnly(.actionDueInHoliday, blocks: false, points(finished(), actions: [christmas]))
  }

  @Test func anEarlierActionWithoutAnAnswerBlocks() {
    let earlier = Invented.review("r0", date: Invented.day.adding(days: -70))
    let action = Invented.action("a1", review: "r0")
    expectOnly(
      .earlierActionUnanswered, blocks: true, points(finished(), actions: [action], reviews: [earlier]))
    let answered = finished(answers: [Invented.answer("a1", .notLookedAt)])
    #expect(points(answered, actions: [action], reviews: [earlier]) == [])
  }

  @Test func aConcernWithoutAnActionAndANoteWithoutAnAreaWarn() {
    let concern = [Invented.finding("f1", area: "curriculum", evidence: ["n1", "n2"], kind: .concern)]
    expectOnly(.concernWithoutAction, blocks: false, points(finished(findings: concern)))
    let action = Invented.action(review: "r1", ["finding": .text("f1")])
    #expect(points(finished(findings: concern), actions: [action]) == [])
    let notes = [
      Invented.note("n1", areas: ["curriculum"]), Invented.note("n2", areas: ["curriculum"], type: .bookLook),
      Invented.note("n3", areas: []),
    ]
    expectOnly(.noteWithoutArea, blocks: false, points(finished(evidence: notes)))
  }

  @Test func textInADraftBlocksAndWhatBlocksComesFirst() {
    expectOnly(.unsavedText, blocks: true, points(finished(), draft: true))
    let one = [Invented.finding("f1", area: "curriculum", evidence: ["n1"])]
    let both = points(finished(findings: one), draft: true)
    #expect(both.map(\.blocks) == [true, false])
  }
}

@Suite struct AgreedActionTests {
  let early = Invented.review("r0", date: Invented.day.adding(days: -70))

  @Test func theLatestVisitThatLookedSaysWhereAnActionStands() {
    let action = Invented.action("a1", review: "r0", ["status": .text("inProgress")])
    let first = Invented.review(
      "r1", date: Invented.day.adding(days: -30), answers: [Invented.answer("a1", .stalled)])
    let second = Invented.review("r2", answers: [Invented.answer("a1", .verified)])
    let third = Invented.review(
      "r3", date: Invented.day.adding(days: 30), answers: [Invented.answer("a1", .notLookedAt)])
    #expect(action.status(in: []) == .inProgress)
    #expect(action.status(in: [second, first]) == .verified)
    #expect(action.status(in: [third, first, second]) == .verified)
    #expect(action.latestAnswer(in: [third, first, second])?.outcome == .notLookedAt)
    let cancelled = Invented.review("r2", state: .cancelled, answers: [Invented.answer("a1", .verified)])
    #expect(action.status(in: [first, cancelled]) == .stalled)
  }

  @Test func lateMeansOpenOnADayAfterItWasDue() {
    let action = Invented.action("a1", review: "r0")
    #expect(!action.isLate(on: Invented.day, in: []))
    #expect(action.isLate(on: Invented.day.adding(days: 1), in: []))
    let done = Invented.review("r2", answers: [Invented.answer("a1", .verified)])
    #expect(!action.isLate(on: Invented.day.adding(days: 1), in: [done]))
    #expect(!Invented.action(due: nil).isLate(on: Invented.day, in: []))
  }

  @Test func aReviewAnswersTheOpenActionsOfEarlierReviewsOfItsSchool() {
    let review = Invented.review("r1", answers: [Invented.answer("mine", .verified)])
    let later = Invented.review("r9", date: Invented.day.adding(days: 9))
    let actions = [
      Invented.action("second", review: "r0", due: nil), Invented.action("first", review: "r0"),
      Invented.action("mine", review: "r0", due: Invented.day.adding(days: 5)),
      Invented.action("own", review: "r1"), Invented.action("later", review: "r9"),
      Invented.action("elsewhere", review: "r0", school: "100002"),
      Invented.action("closed", review: "r0", ["status": .text("verified")]),
      Invented.action("withdrawn", review: "r0", ["withdrawn": .text("Twice")]),
      Invented.action("stray", review: "gone", due: Invented.day.adding(days: 9)),
    ]
    let ids = AgreedAction.toAnswer(in: review, actions: actions, reviews: [early, review, later]).map(\.id)
    #expect(ids == ["first", "mine", "stray", "second"])
  }
}
