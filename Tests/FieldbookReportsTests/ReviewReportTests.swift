import FieldbookModel
import FieldbookReports
import PlainText
import Testing

@Suite struct ReviewReportTests {
  private func report(
    _ review: Review = Invented.full(), actions: [AgreedAction] = [], others: [Review] = [],
    facts: Facts = .none,
    isFull: Bool = false
  ) -> String {
    ReviewReport(
      review: review, school: Invented.school, actions: actions, reviews: others + [review], facts: facts,
      rule: SmallGroups(), now: Invented.now, isFull: isFull
    ).text()
  }

  private let signature: [String: FieldValue] = [
    "state": .text("final"), "signedBy": .text("R. One"), "signedAt": .instant(Invented.now),
    "signedCopy": .text("0198c2f0-1c5e-7a31-9d7c-0b6a4c1f2e3d"),
  ]

  @Test func theHeadSaysWhatItIsOfWhomByWhom() {
    let text = report()
    #expect(text.hasPrefix("FORMAL REVIEW\n"))
    for part in [
      "Marrow Lane Primary · URN 100001", "Wed 2 Dec 2026", "R. One, S. Two", "Invented areas", "fieldwork",
      "Behaviour at change of lesson.",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test func itIsADraftInWordsUntilItIsSigned() {
    #expect(report().contains("DRAFT."))
    #expect(report().contains("Not signed."))
    let signed = report(Invented.full(signature))
    #expect(!signed.contains("DRAFT"))
    #expect(signed.contains("Signed by R. One, Wed 2 Dec 2026 at 15:00."))
    #expect(signed.contains("0198c2f0-1c5e-7a31-9d7c-0b6a4c1f2e3d"))
    let cancelled = report(Invented.review("r1", ["state": .text("cancelled"), "cancelled": .text("Snow.")]))
    #expect(cancelled.contains("CANCELLED. Snow."))
  }

  @Test func gradesStandBesideTheSchoolsOwnAndWhatWasNotReviewedSaysWhy() {
    let lines = report().split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains("Curriculum and teaching Needs attention Expected standard"))
    #expect(lines.contains("Attendance and behaviour – not yet graded"))
    #expect(lines.contains("Safeguarding – Not reviewed"))
    #expect(lines.contains("Not reviewed: The record was away."))
    #expect(lines.contains("Because: Books and lessons agree."))
  }

  @Test func aNoteOfVisitHasNoGrades() {
    let text = report(Invented.review("r1", kind: "noteOfVisit"))
    #expect(text.hasPrefix("NOTE OF VISIT"))
    #expect(!text.contains("Judgements") && !text.contains("graded") && !text.contains("Grade"))
    #expect(text.contains("None is written down."))
  }

  @Test func aFindingSaysWhatItRestsOn() {
    let text = report()
    #expect(text.contains("+ Books show careful work."))
    #expect(text.contains("Strength, widespread. Rests on 2 notes from 2 sources (notes 1, 2)."))
    #expect(
      text.contains(
        "Concern. Rests on 1 note from 1 source (note 1). Not triangulated: one\n    source only."))
    #expect(text.contains("1. 10:42 · lesson visit · KS2 · strength · Curriculum and teaching"))
    #expect(text.contains("2. 10:49 · book look · maths"))
  }

  @Test func withdrawnRecordsAreNamedWithTheirReasonAndCountForNothing() throws {
    let text = report(actions: [Invented.action("a9", ["withdrawn": "Agreed twice"])])
    let annex = try #require(text.range(of: "Annex: withdrawn")).lowerBound
    for part in [
      "Note, withdrawn: Seen at another school.", "Reason: Wrong school", "Action, withdrawn: Action a9",
    ] {
      #expect(text[annex...].contains(part))
    }
    #expect(!text[..<annex].contains("Seen at another school."))
    #expect(!text[..<annex].contains("Action a9"))
    let clean = report(Invented.review())
    #expect(!clean.contains("withdrawn"))
  }

  @Test func actionsSayWhoWhenAndHowOneWouldKnow() {
    let text = report(actions: [
      Invented.action("a2", ["finding": "f2"], due: Invented.day.adding(days: 20)), Invented.action("a1"),
      Invented.action("other", review: "r7"),
    ])
    #expect(
      text.contains("1. Action a1\n   Owner: Deputy head, due Wed 2 Dec 2026, high priority, not started.\n"))
    #expect(text.contains("   Test of success: Seen in books"))
    #expect(text.contains("2. Action a2"))
    #expect(text.contains("Answers the finding: Corridors are loud."))
    #expect(
      report(actions: [Invented.action("bare", ["owner": "", "success": ""], due: nil)]).contains(
        "No owner, no date"))
  }

  @Test func earlierActionsSayWhatWasFound() {
    let earlier = Invented.review("r0", ["date": .date(Invented.day.adding(days: -60))])
    let actions = [Invented.action("a0", review: "r0"), Invented.action("b0", review: "r0")]
    let text = report(actions: actions, others: [earlier])
    #expect(text.contains("Found: done, and seen to be. The rota works."))
    #expect(text.contains("Not answered yet."))
  }

  @Test func whatIsEmptySaysSo() {
    let text = report(Invented.review("r1", ["focus": .text(""), "reviewers": .texts([])]))
    for sentence in [
      "No focus was written down.", "not named", "No findings.", "No action was agreed.",
      "There was no earlier action to answer.", "No notes were taken.",
    ] { #expect(text.contains(sentence), "\(sentence)") }
  }

  @Test func resultsInAReviewHideSmallGroupsToo() {
    let few = Invented.small.mapValues { (before: $0.before, now: (min($0.now.0, 5), "42")) }
    let text = report(facts: Invented.facts(few))
    #expect(text.contains("70% of 30"))
    #expect(!text.contains("42%"))
    #expect(text.contains("Open Government Licence v3.0."))
    let full = report(facts: Invented.facts(few), isFull: true)
    #expect(full.contains("42% of 5"))
    #expect(full.contains("Small groups are shown"))
  }

  @Test func noLineIsWiderThanEightyColumnsAndNothingActsOnATerminal() {
    let nasty = "\u{1B}]0;title\u{7}" + String(repeating: "long 学校 words\tand ", count: 30) + "\u{202E}end"
    var review = Invented.full(["focus": .text(nasty), "reviewers": .texts([nasty])])
    review = Review(
      record: Record(
        id: "r1", values: review.record.values,
        parts: review.record.parts.mapValues { parts in
          parts.mapValues { part in
            var part = part
            for field in ["text", "statement", "rationale", "yearGroup", "withdrawn"] where part.has(field) {
              part.values[field] = .text(nasty)
            }
            return part
          }
        }), framework: review.framework)
    let text = report(review, actions: [Invented.action("a1", ["text": nasty, "owner": nasty])])
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= 80, "\(line)") }
    #expect(
      !text.unicodeScalars.contains {
        ($0.value < 32 && $0 != "\n") || $0.value == 0x7F || $0.value == 0x202E
      })
  }

  @Test func theSameReviewIsAlwaysTheSameText() {
    #expect(report(facts: Invented.facts()) == report(facts: Invented.facts()))
  }
}

extension String {
  /// The first place where a text stands.
  func range(of text: String) -> Range<Index>? { self.firstRange(of: text) }
}
