import FieldbookModel
import FieldbookScreens

extension Invented {
  /// A number that a meeting looked at.
  static func figure(
    _ measure: String, _ value: Double?, of group: PupilGroup = .all, n: Double = 29, before: Double? = nil,
    used: Bool = false
  ) -> Record {
    var values: [String: FieldValue] = [
      "measure": .text(measure), "title": .text(ReturnMeasure(id: measure)?.measure.title ?? "Results"),
      "group": .text(group.rawValue), "period": .text("2026/27 Autumn 1"), "unit": .text("percent"),
      "n": .number(n), "against": .text("the same point of 2025/26, other pupils"),
      "file": .text("half-term.csv"), "line": .number(12), "column": .text("Pupils"),
    ]
    values["value"] = value.map { .number($0) }
    values["reason"] = value == nil ? .text("awaited") : nil
    values["before"] = before.map { .number($0) }
    if used { values["used"] = .flag(true) }
    return Record(id: "\(measure):\(group.rawValue)", values: values)
  }

  static func meeting(
    _ id: String, _ school: URN, _ state: ReviewState, on date: CalendarDate = day,
    _ more: [String: FieldValue] = [:], figures: [Record] = []
  ) -> Review {
    let values: [String: FieldValue] = [
      "kind": .text("meeting"), "halfTerm": .text("2026/27 Autumn 1"), "present": .texts(["Headteacher"]),
    ]
    return review(id, school, state, on: date, values.merging(more) { $1 }, parts: ["figures": figures])
  }

  private static let numbers = [
    figure("ht.y4.maths.expected", 62, before: 68),
    figure("ht.y4.maths.expected", 38, of: .disadvantaged, n: 8),
    figure("ht.y4.writing.expected", 55, before: 55), figure("ht.y6.maths.expected", nil, n: 30),
    figure("ht.all.absence", 6.2, n: 300, before: 5.9),
  ]

  /// Three meetings of one school, the two earlier ones held; none used Year 4 writing.
  static let meetings = [
    meeting(
      "m-now", elmRow, .open, ["changed": .text("Year 4 maths, by two children")],
      figures: numbers),
    meeting(
      "m-held", elmRow, .held, on: day.adding(days: -60),
      [
        "decision": .text("noAction"), "decided": .text("The school follows it"),
        "signedBy": .text("R. Reviewer"), "signedAt": .instant(at(16, 0, on: day.adding(days: -60))),
      ], figures: [figure("ht.y4.maths.expected", 60, used: true), figure("ht.y4.writing.expected", 50)]),
    meeting(
      "m-closed", elmRow, .closed, on: day.adding(days: -120), ["decision": .text("action")],
      figures: [figure("ht.y4.maths.expected", 58), figure("ht.y4.writing.expected", 51)]),
  ]

  /// What the held one agreed.
  static let meetingActions = [
    action("a-meeting", "Hear every pupil", review: "m-closed", school: elmRow, due: day.adding(days: 10))
  ]

  /// The whole trust, with the meetings.
  static let met = snapshot(reviews: reviews + meetings, actions: actions + meetingActions)
}
