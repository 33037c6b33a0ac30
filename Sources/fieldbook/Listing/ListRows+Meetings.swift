import FieldbookModel
import PlainText

extension ListRows {
  static let meetingColumns = [
    "id", "school", "halfTerm", "state", "date", "ledBy", "present", "hours", "changed", "behind",
    "explanation",
    "different", "decision", "decided", "heldBy", "heldAt", "figures", "counts.figures", "counts.used",
    "counts.actions", "counts.addenda",
  ]

  /// Progress meetings, with the numbers that each looked at.
  static func meetings(_ content: ListContent, _ urn: URN?, full: Bool, _ add: (JSONValue) -> Void) {
    for meeting in reviews(content, of: urn) where meeting.isMeeting {
      add(row(of: meeting, content, full: full))
    }
  }

  private static func row(of meeting: Review, _ content: ListContent, full: Bool) -> JSONValue {
    let figures = meeting.figures
    let printed = PrintedFigures(of: meeting, facts: content.facts, rule: content.rule, isFull: full)
    let actions = content.actions.count { $0.review == meeting.id && $0.record.counts }
    var row: [String: JSONValue] = [
      "id": .string(meeting.id), "school": .string(meeting.school.text),
      "halfTerm": .orNull(meeting.halfTerm.map { Period($0).text }), "state": .string(meeting.state.rawValue),
      "date": .orNull(meeting.date?.text), "ledBy": .array(meeting.reviewers.map { .string($0) }),
      "present": .array(meeting.present.map { .string($0) }),
      "hours": .orNull(meeting.hours),
      "decision": .orNull(meeting.decision?.rawValue), "decided": .orNull(meeting.decided),
      "heldBy": .orNull(meeting.signedBy), "heldAt": .orNull(meeting.signedAt?.text),
      "figures": .array(figures.map { figure($0, printed) }),
      "counts": .object([
        "figures": number(figures.count), "used": number(figures.count(where: \.isUsed)),
        "actions": number(actions), "addenda": number(meeting.addenda.count(where: \.record.counts)),
      ]),
    ]
    for text in MeetingText.allCases { row[text.rawValue] = .orNull(meeting.text(text)) }
    return .object(row)
  }

  private static func figure(_ figure: MeetingFigure, _ printed: PrintedFigures) -> JSONValue {
    let isHidden = printed.isHidden(figure)
    func number(_ value: Double?) -> JSONValue { isHidden ? .null : .orNull(value) }
    let reason = isHidden ? MissingReason.hidden.rawValue : figure.reason?.rawValue
    return .object([
      "measure": .string(figure.measure), "group": .string(figure.record.text("group")),
      "period": .string(figure.period), "value": number(figure.value),
      "unit": .orNull(figure.unit?.rawValue), "reason": .orNull(reason),
      "n": number(figure.n.map(Double.init)), "roll": number(figure.roll.map(Double.init)),
      "before": printed.isBeforeHidden(figure) ? .null : number(figure.before), "used": .bool(figure.isUsed),
      "file": .orNull(figure.record.text("file")),
      "line": .orNull(figure.record.number("line").map { Int($0) }),
      "column": .orNull(figure.record.text("column")),
    ])
  }
}
