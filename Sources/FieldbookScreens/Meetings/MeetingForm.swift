import FieldbookModel
import TextUI

/// The forms of a progress meeting: its beginning, what was said, what was decided.
enum MeetingForm {
  private static let kind = RecordKind.review
  private static let gone = "This meeting is no longer here"

  static func content(_ part: MeetingPart, _ context: ScreenContext) -> FormContent {
    if case .start(let urn) = part { return start(urn, context) }
    guard let meeting = part.review.flatMap({ context.snapshot.review($0) }) else {
      return FormContent(title: gone, fields: [], values: [:])
    }
    switch part {
    case .start, .about: return about(meeting)
    case .text(_, let text):
      return FormContent(
        title: text.title, preface: [Line(" \(text.question)", .heading)],
        fields: [
          FormField(
            id: "text", label: text.title, help: "What was said, in a few sentences. Roles, not names.",
            kind: .text(minimumLines: 4))
        ], values: ["text": .text(meeting.text(text))])
    case .decide: return decision(meeting, context)
    }
  }

  static func accept(
    _ part: MeetingPart, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    if case .start(let urn) = part { return begin(urn, entry, context) }
    guard let meeting = part.review.flatMap({ context.snapshot.review($0) }) else {
      return .problems(["": gone])
    }
    switch part {
    case .start, .about: return change(meeting, entry, context)
    case .text(_, let text):
      return edit("\(text.title): written down", [text.rawValue: entry.value("text")], of: meeting)
    case .decide:
      guard case .text(let word)? = entry.choice("decision"), let decision = MeetingDecision(rawValue: word)
      else { return .problems(["decision": "Choose one: no action is a decision too"]) }
      if decision == .noAction, entry.value("decided") == nil {
        return .problems(["decided": "Say why nothing need be done"])
      }
      return edit(
        "Decision written down", ["decision": .text(word), "decided": entry.value("decided")], of: meeting)
    }
  }

  // MARK: Beginning

  private static func start(_ urn: URN, _ context: ScreenContext) -> FormContent {
    let halfTerm =
      numbers(context).latestHalfTerm(of: urn) ?? context.snapshot.calendar.halfTerm(of: context.today)
    return FormContent(
      title: "Begin a progress meeting · \(context.snapshot.schoolName(urn))",
      preface: ReviewStart.underWay(urn, context) + [
        Line(
          " The numbers of the half-term are kept as they are now: later imports do not change them.", .quiet)
      ], fields: fields,
      values: [
        "halfTerm": .text(halfTerm.title), "date": .text(context.today.longText),
        "reviewers": .text(context.meAndRole),
      ])
  }

  private static func about(_ meeting: Review) -> FormContent {
    FormContent(
      title: "The meeting", fields: Array(fields.dropFirst()),
      values: [
        "date": .text(meeting.date?.longText ?? ""),
        "reviewers": .text(meeting.reviewers.joined(separator: ", ")),
        "present": .text(meeting.present.joined(separator: ", ")),
        "hours": .text(meeting.record.text("hours")),
      ])
  }

  private static let fields: [FormField] = [
    FormField(
      id: "halfTerm", label: "Half-term",
      help: "The half-term whose numbers are looked at: Autumn 1 2026/27.",
      kind: .line, isRequired: true),
    FieldMaker.field(kind, "date", .line),
    FormField(
      id: "reviewers", label: "Led by", help: "Names with their roles, with commas between.", kind: .line,
      isRequired: true),
    FormField(
      id: "present", label: "Who is there", help: "Who else is there, by role, with commas between.",
      kind: .line),
    FieldMaker.field(kind, "hours"),
  ]

  private static func begin(
    _ urn: URN, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    let when = DayAndPeople(entry, at: urn, whoIsMissing: "Say who leads the meeting", context)
    var problems = when.problems
    let year = context.snapshot.calendar.halfTerm(of: context.today).year
    let halfTerm = HalfTerm(text: entry.text("halfTerm"), usually: year)
    if halfTerm == nil { problems["halfTerm"] = "Not a half-term: type Autumn 1 2026/27" }
    guard problems.isEmpty, let halfTerm, let date = when.date else { return .problems(problems) }
    let id = context.newID()
    let values: [String: FieldValue?] = [
      "school": .text(urn.text), "kind": .text(ReviewKind.meeting.rawValue),
      "framework": context.snapshot.usualFramework.map { .text($0.id) },
      "state": .text(ReviewState.open.rawValue), "date": .date(date), "reviewers": .texts(when.people),
      "halfTerm": .text(Period(halfTerm).text), "present": people(entry),
      "hours": when.hours,
    ]
    let present = ReviewEdits.made(values.filter { $0.value != nil }, context)
    let taken = numbers(context).taken(of: urn, at: halfTerm)
    let figures = taken.sorted { $0.key < $1.key }.map {
      RecordEdit.Change(.inReview(id, "figures", $0.key), $0.value)
    }
    return .edit(
      RecordEdit("Meeting begun", [.init(.review(id), present)] + figures),
      then: [.open(MeetingScreen(id: id))])
  }

  private static func change(
    _ meeting: Review, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    let when = DayAndPeople(entry, at: meeting.school, whoIsMissing: "Say who leads the meeting", context)
    guard when.problems.isEmpty, let date = when.date else { return .problems(when.problems) }
    return edit(
      "Meeting changed",
      [
        "date": .date(date), "reviewers": .texts(when.people), "present": people(entry),
        "hours": when.hours,
      ], of: meeting)
  }

  private static func people(_ entry: FormEntry) -> FieldValue? {
    let people = entry.text("present").split(whereSeparator: { $0 == "," || $0 == ";" })
      .map { String($0).trimmed() }.filter { !$0.isEmpty }
    return people.isEmpty ? nil : .texts(people)
  }

  private static func edit(
    _ title: String, _ values: [String: FieldValue?], of meeting: Review
  ) -> FormContent.Accepted {
    let changed = ReviewEdits.changed(values, from: meeting.record)
    return .edit(RecordEdit(title, [.init(.review(meeting.id), changed)]), then: [])
  }

  // MARK: Deciding

  private static func decision(_ meeting: Review, _ context: ScreenContext) -> FormContent {
    let own = context.snapshot.actions.filter { $0.review == meeting.id && $0.record.counts }
    let key = context.key("action.add", on: .meeting)
    let agreed =
      own.isEmpty
      ? " No action is agreed yet: \(key) agrees one, with its owner and day."
      : " Agreed: " + own.map(\.text).joined(separator: " · ")
    return FormContent(
      title: "Decision", preface: [Line(agreed, .quiet)],
      fields: [
        FieldMaker.field(kind, "decided"),
        FieldMaker.field(
          kind, "decision", .choice(MeetingDecision.allCases.map { Choice(id: $0.rawValue, title: $0.title) })
        ),
      ],
      values: [
        "decided": .text(meeting.decided),
        "decision": .choice(
          meeting.decision?.rawValue ?? (own.isEmpty ? nil : MeetingDecision.action.rawValue)),
      ])
  }

  // MARK: Numbers

  /// What the numbers of a meeting are taken from.
  private static func numbers(_ context: ScreenContext) -> MeetingNumbers {
    MeetingNumbers(
      facts: context.snapshot.facts, collections: context.snapshot.collections,
      rule: context.snapshot.smallGroups, today: context.today)
  }

  /// The edit that takes the numbers of a meeting anew, as far as they differ; nil where none does. What was marked as
  /// used stays so, and a number that is no longer there stays as it was.
  static func takingAnew(_ meeting: Review, _ context: ScreenContext) -> RecordEdit? {
    guard let halfTerm = meeting.halfTerm else { return nil }
    let taken = numbers(context).taken(of: meeting.school, at: halfTerm)
    let known = Dictionary(
      meeting.record.parts("figures").map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let changes = taken.sorted { $0.key < $1.key }.compactMap { id, values -> RecordEdit.Change? in
      var new: [String: FieldValue?] = values
      if let record = known[id] {
        for field in RecordKind.figure.fields.map(\.name)
        where values[field] == nil && record.has(field) && field != "used" {
          new[field] = .some(nil)
        }
        new = ReviewEdits.changed(new, from: record)
      }
      return new.isEmpty ? nil : RecordEdit.Change(.inReview(meeting.id, "figures", id), new)
    }
    return changes.isEmpty ? nil : RecordEdit("Numbers taken anew", changes)
  }
}
