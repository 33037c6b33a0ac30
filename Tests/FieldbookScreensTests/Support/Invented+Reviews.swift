import FieldbookModel

extension Invented {
  static func record(_ id: String, at: Instant, _ values: [String: FieldValue]) -> Record {
    let made: [String: FieldValue] = ["at": .instant(at), "by": .text("R. Reviewer")]
    return Record(id: id, values: values.merging(made) { first, _ in first })
  }

  static func note(
    _ id: String, _ minute: Int, _ text: String, _ areas: [String], type: EvidenceType,
    _ strength: EvidenceStrength? = nil, _ more: [String: String] = [:]
  ) -> Record {
    var values: [String: FieldValue] = ["text": .text(text), "type": .text(type.rawValue)]
    if !areas.isEmpty { values["areas"] = .texts(areas) }
    if let strength { values["strength"] = .text(strength.rawValue) }
    return record(id, at: at(10, minute), values.merging(more.mapValues { .text($0) }) { $1 })
  }

  static func review(
    _ id: String, _ school: URN, _ state: ReviewState, on date: CalendarDate = day,
    _ more: [String: FieldValue] = [:], parts: [String: [Record]] = [:]
  ) -> Review {
    let values: [String: FieldValue] = [
      "school": .text(school.text), "kind": .text("formal"), "framework": .text("invented"),
      "state": .text(state.rawValue), "date": .date(date), "reviewers": .texts(["R. Reviewer"]),
    ]
    let keyed = parts.mapValues { records in
      Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }
    var record = record(id, at: at(9, 0, on: date), values.merging(more) { $1 })
    record.parts = keyed
    return Review(record: record, framework: framework)
  }

  static func action(
    _ id: String, _ text: String, review: String, school: URN, due: CalendarDate?,
    owner: String = "Deputy head",
    success: String = "Seen in every lesson visited", _ more: [String: FieldValue] = [:]
  ) -> AgreedAction {
    var values: [String: FieldValue] = [
      "text": .text(text), "owner": .text(owner), "success": .text(success), "school": .text(school.text),
      "review": .text(review), "priority": .text("high"), "status": .text("notStarted"),
    ]
    if let due { values["due"] = .date(due) }
    return AgreedAction(record(id, at: at(9, 30), values.merging(more) { $1 }))
  }

  private static let notes = [
    note(
      "n1", 2, "Routines are calm; pupils start the task without being asked", ["attendance"],
      type: .lessonVisit,
      .strength, ["yearGroup": "Y5", "subject": "maths"]),
    note("n2", 9, "Corridors are loud at the change of lesson", ["attendance"], type: .pupilVoice, .concern),
    note("n3", 15, "Place value is secure in three classes", ["curriculum"], type: .bookLook, .strength),
    note(
      "n4", 21, "Taken back note", ["curriculum"], type: .note, nil,
      ["withdrawn": "Belongs to another school"]),
    note("n5", 25, "Kitchen door was open", [], type: .environment),
  ]

  private static let findings = [
    record(
      "f1", at: at(10, 30),
      [
        "statement": .text("Low-level disruption at the change of lesson"), "area": .text("attendance"),
        "evidence": .texts(["n1", "n2"]), "kind": .text("improve"), "scale": .text("some"),
      ]),
    record(
      "f2", at: at(10, 31),
      [
        "statement": .text("Maths is taught in a clear order"), "area": .text("curriculum"),
        "evidence": .texts(["n3"]), "kind": .text("strength"),
      ]),
  ]

  private static let judgements = [
    record(
      "curriculum", at: at(10, 35),
      ["ours": .text("expected"), "self": .text("strong"), "rationale": .text("the order of maths is clear")])
  ]

  /// A review in fieldwork, one signed a year ago, one signed at another school, one cancelled.
  static let reviews = [
    review(
      "r-now", ashgrove, .fieldwork, ["focus": .text("Behaviour between lessons")],
      parts: ["evidence": notes, "findings": findings, "judgements": judgements]),
    review(
      "r-before", ashgrove, .final, on: day.adding(days: -364),
      ["signedBy": .text("R. Reviewer"), "signedAt": .instant(at(16, 0, on: day.adding(days: -360)))]),
    review(
      "r-signed", beckside, .final, on: day.adding(days: -30),
      ["signedBy": .text("R. Reviewer"), "signedAt": .instant(at(16, 0, on: day.adding(days: -28)))],
      parts: ["evidence": notes, "findings": findings, "judgements": judgements]),
    review(
      "r-cancelled", dunmore, .cancelled, on: day.adding(days: -10),
      ["cancelled": .text("Snow closed the school")],
      parts: ["evidence": notes]),
  ]

  /// Two actions of the year before, one of them late; one agreed now; one at another school.
  static let actions = [
    action(
      "a-late", "Agree one routine for the change of lesson", review: "r-before", school: ashgrove,
      due: day.adding(days: -20)),
    action(
      "a-time", "Train all lunchtime staff", review: "r-before", school: ashgrove, due: day.adding(days: 70),
      owner: "Headteacher"),
    action(
      "a-new", "Walk the corridors at every change of lesson", review: "r-now", school: ashgrove,
      due: day.adding(days: 42), ["finding": .text("f1"), "area": .text("attendance")]),
    action(
      "a-other", "Buy atlases", review: "r-signed", school: beckside, due: nil, owner: "", success: ""),
  ]
}
