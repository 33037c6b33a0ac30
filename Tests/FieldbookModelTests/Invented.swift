import FieldbookModel

extension Framework {
  /// A small framework that nobody publishes.
  static let invented = Framework(
    id: "invented", title: "Invented areas",
    areas: [
      area("curriculum", "Curriculum and teaching"), area("attendance", "Attendance and behaviour"),
      area("achievement", "Achievement"), area("safeguarding", "Safeguarding", scale: "met"),
    ],
    scales: [
      Scale(id: "five", levels: [level("strong"), level("expected"), level("attention")]),
      Scale(id: "met", levels: [level("met"), level("notMet")]),
    ])

  private static func area(_ id: String, _ title: String, scale: String = "five") -> Area {
    Area(id: id, title: title, shortTitle: title, scale: scale, isOptional: false, prompts: [])
  }

  private static func level(_ id: String) -> Level { Level(id: id, title: "The \(id) level", shortTitle: id) }
}

/// Reviews and actions made up for a test.
enum Invented {
  static let day = CalendarDate(dayNumber: 20_789)  // Wed 2 Dec 2026

  static func at(minute: Int) -> FieldValue {
    .instant(Instant(milliseconds: day.dayNumber * 86_400_000 + (10 * 60 + minute) * 60_000))
  }

  static func note(
    _ id: String, areas: [String], type: EvidenceType = .lessonVisit, who: String = ""
  ) -> Record {
    Record(
      id: id,
      values: [
        "text": .text("Note \(id)"), "areas": .texts(areas), "type": .text(type.rawValue), "who": .text(who),
        "at": at(minute: 0),
      ])
  }

  static func finding(
    _ id: String, area: String, evidence: [String], kind: EvidenceStrength = .strength
  ) -> Record {
    Record(
      id: id,
      values: [
        "statement": .text("Finding \(id)"), "area": .text(area), "evidence": .texts(evidence),
        "kind": .text(kind.rawValue), "at": at(minute: 5),
      ])
  }

  static func judgement(_ area: String, _ values: [String: String]) -> Record {
    Record(id: area, values: values.mapValues { .text($0) })
  }

  static func answer(_ action: String, _ outcome: AnswerOutcome, minute: Int = 0) -> Record {
    Record(
      id: action,
      values: ["text": .text("Seen"), "outcome": .text(outcome.rawValue), "at": at(minute: minute)])
  }

  static func review(
    _ id: String = "r1", school: String = "100001", kind: String = "formal", state: ReviewState = .fieldwork,
    date: CalendarDate? = day, evidence: [Record] = [], findings: [Record] = [], judgements: [Record] = [],
    answers: [Record] = []
  ) -> Review {
    func keyed(_ records: [Record]) -> [String: Record] {
      Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
    }
    var values: [String: FieldValue] = [
      "school": .text(school), "kind": .text(kind), "state": .text(state.rawValue),
      "reviewers": .texts(["R. One"]),
    ]
    if let date { values["date"] = .date(date) }
    let parts = [
      "evidence": keyed(evidence), "findings": keyed(findings), "judgements": keyed(judgements),
      "answers": keyed(answers),
    ]
    return Review(record: Record(id: id, values: values, parts: parts), framework: .invented)
  }

  static func action(
    _ id: String = "a1", review: String = "r0", school: String = "100001", due: CalendarDate? = day,
    _ more: [String: FieldValue] = [:]
  ) -> AgreedAction {
    var values: [String: FieldValue] = [
      "text": .text("Action \(id)"), "owner": .text("Deputy head"), "success": .text("Seen in books"),
      "school": .text(school), "review": .text(review),
    ]
    if let due { values["due"] = .date(due) }
    return AgreedAction(Record(id: id, values: values.merging(more) { $1 }))
  }
}
