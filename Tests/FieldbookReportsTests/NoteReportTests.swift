import FieldbookModel
import Testing

@testable import FieldbookReports

@Suite struct NoteReportTests {
  private func record(_ id: String, _ values: [String: FieldValue]) -> Record {
    let made: [String: FieldValue] = ["at": .instant(Invented.now)]
    return Record(id: id, values: made.merging(values) { $1 })
  }

  private func keyed(_ records: [Record]) -> [String: Record] {
    Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
  }

  private func note(
    _ more: [String: FieldValue] = [:], findings: [Record]? = nil, addenda: [Record] = [],
    statement: String = "Books are talked about as readers do."
  ) -> Review {
    let evidence = [
      record(
        "n1",
        [
          "text": .text("Reading aloud daily"), "areas": .texts(["curriculum"]),
          "type": .text("learningWalk"), "strength": .text("strength"),
        ]),
      record(
        "n2",
        [
          "text": .text("Pupils name authors"), "areas": .texts(["attendance", "curriculum"]),
          "type": .text("pupilVoice"), "who": .text("Six pupils"),
        ]),
      record("n3", ["text": .text("Kitchen door was open")]),
      record("n4", ["text": .text("Taken back"), "withdrawn": .text("Another school")]),
    ]
    let points = [
      record(
        "q1",
        ["statement": .text("Who reads at home?"), "kind": .text("question"), "area": .text("attendance")]),
      record(
        "s1",
        [
          "statement": .text(statement), "kind": .text("strength"), "evidence": .texts(["n1", "n2"]),
          "area": .text("curriculum"),
        ]),
      record("s2", ["statement": .text("The library is open at lunch."), "kind": .text("strength")]),
    ]
    var values: [String: FieldValue] = [
      "kind": .text("noteOfVisit"), "state": .text("open"), "school": .text("100001"),
      "visit": .text("subject"),
      "date": .date(Invented.day), "reviewers": .texts(["R. One (reading lead)"]),
      "focus": .text("Reading for pleasure."),
    ]
    values.merge(more) { $1 }
    let answers = [record("a0", ["outcome": .text("verified"), "text": .text("Seen in every class.")])]
    return Review(
      record: Record(
        id: "v1", values: values,
        parts: [
          "evidence": keyed(evidence), "findings": keyed(findings ?? points), "answers": keyed(answers),
          "addenda": keyed(addenda),
        ]), framework: Invented.framework)
  }

  private func report(_ review: Review) -> ReviewReport {
    ReviewReport(
      review: review, school: Invented.school,
      actions: [Invented.action("a1", review: "v1"), Invented.action("a0", review: "r0")], reviews: [review],
      facts: Invented.facts(), rule: SmallGroups(), now: Invented.now)
  }

  private let shared: [String: FieldValue] = [
    "state": .text("shared"), "signedBy": .text("R. One"), "signedAt": .instant(Invented.now),
  ]

  @Test func itSaysPurposeWhatWasSeenStrengthsQuestionsAndActionsInThisOrder() {
    let text = report(note()).text()
    var rest = text[...]
    for part in [
      "NOTE OF VISIT", "DRAFT. It has not been shared yet", "Kind            Subject visit",
      "Visited by      R. One (reading lead)", "Purpose\n", "Reading for pleasure.",
      "What was seen, area by area",
      "Curriculum and teaching", "1. Strength: Reading aloud daily (learning walk)",
      "Attendance and behaviour",
      "2. Pupils name authors (pupil voice · Six pupils)", "Besides", "3. Kitchen door was open",
      "Strengths\n",
      "+ Books are talked about as readers do.",
      "Rests on 2 notes (notes 1, 2). Area: Curriculum and teaching.",
      "+ The library is open at lunch.", "Questions for the school", "? Who reads at home?",
      "Area: Attendance and behaviour.",
      "Actions agreed", "Owner: Deputy head, due", "Actions answered",
      "Found: done, and seen to be. Seen in every class.",
      "Annex: withdrawn", "Note, withdrawn: Taken back",
    ] {
      guard let found = rest.firstRange(of: part) else {
        Issue.record("“\(part)” is missing, or stands elsewhere:\n\(text)")
        continue
      }
      rest = rest[found.upperBound...]
    }
    for word in ["triangulated", "rade", "Judgement", "Held against", "Key stage", "Not signed", "sources"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func anEmptyOneSaysSoAndIsStillAPage() {
    let empty = Review(
      record: Record(id: "v1", values: ["kind": .text("noteOfVisit"), "school": .text("100001")]),
      framework: note().framework)
    let text = report(empty).text()
    for part in [
      "No purpose was written down.", "No notes were taken.", "None is written down.", "not named",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func aCancelledOneSaysWhy() {
    let text = report(note(["state": .text("cancelled"), "cancelled": .text("Snow")])).text()
    #expect(text.contains("CANCELLED. Snow") && !text.contains("DRAFT"))
  }

  @Test func oneWrittenAsReviewsAreKeepsItsFindings() {
    let finding = record(
      "f1", ["statement": .text("English waits."), "kind": .text("improve"), "area": .text("curriculum")])
    let text = report(note(findings: [finding])).text()
    #expect(text.contains("To improve\n") && text.contains("- English waits."))
  }

  /// However full the lines are, the words that were shared come back whole, and each thing as one.
  @Test(arguments: 0..<80)
  func itsWordsComeBackFromTheSharedTextInEveryShape(length: Int) throws {
    let statement =
      String((String(repeating: "Calm at the doors. ", count: 4) + "And so").prefix(length + 1)) + "x."
    let live = report(note(shared, statement: statement))
    let text = live.text()
    let document = try #require(IssuedText(text).document())
    func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    #expect(words(TextReport.text(document)) == words(text))
    let html = HTMLReport.text(document)
    func count(_ mark: String, _ html: String) -> Int { html.split(separator: mark).count }
    for mark in ["<li", "<h2", "<h3"] {
      #expect(count(mark, html) == count(mark, HTMLReport.text(live.document())), "\(mark)")
    }
    for part in [
      "<li id=\"note-1\" value=\"1\">", "(notes <a href=\"#note-1\">1</a>, <a href=\"#note-2\">2</a>)",
      "<li class=\"question\">", "<li class=\"strength\">", "<p class=\"text\">\(statement)</p>",
    ] { #expect(html.contains(part), "\(part)") }
    #expect(MarkdownReport.text(document).contains("**?** Who reads at home?"))
  }

  @Test func addendaStandAfterWhatWasSharedAndNeverInIt() throws {
    let text = report(note(shared)).text()
    let later = [
      record("x1", ["text": .text("The visit was on a Tuesday."), "by": .text("R. One")]),
      record(
        "x2", ["text": .text("Wrong school."), "by": .text("R. Two"), "withdrawn": .text("It was right")]),
    ]
    let issued = IssuedReport(
      text: text, copy: "0198c2f0", sha256: "ab12", signedBy: "R. One", signedAt: Invented.now, arrivals: 1,
      addenda: note(shared, addenda: later).addenda, kind: .noteOfVisit, now: Invented.now)
    let plain = ReportFormat.text.text(of: issued)
    #expect(plain.hasPrefix(text), "the bytes that were shared come first, as they were")
    let rest = plain.dropFirst(text.count)
    for part in [
      "Addenda", "Added Wed 2 Dec 2026 at 15:00, by R. One", "The visit was on a Tuesday.",
      "Withdrawn: It was right",
      "ARRIVED AFTER SHARING: 1 change",
    ] { #expect(rest.contains(part), "\(part)") }
    let html = ReportFormat.html.text(of: issued)
    for part in [
      "Shared by R. One, Wed 2 Dec 2026", "as they were shared", "The visit was on a Tuesday.",
      "arrived after sharing",
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(!html.contains("igned"))
  }
}
