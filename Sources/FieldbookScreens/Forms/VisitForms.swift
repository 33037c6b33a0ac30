import FieldbookModel
import TextUI

/// The day and the people of a review or visit, as a form asks for them.
struct DayAndPeople {
  let date: CalendarDate?
  let people: [String]
  /// How long it takes the school’s people, as it is kept; nil where nobody said.
  let hours: FieldValue?
  /// What is wrong with them, by field.
  let problems: [String: String]

  init(_ entry: FormEntry, at school: URN, whoIsMissing: String, _ context: ScreenContext) {
    date = context.day(entry.text("date"), at: school)
    people = entry.text("reviewers").split(whereSeparator: { $0 == "," || $0 == ";" })
      .map { String($0).trimmed() }.filter { !$0.isEmpty }
    var problems: [String: String] = [:]
    let typed = entry.text("hours").trimmed()
    hours = HoursText.hours(typed).map { .text(HoursText.text($0)) }
    if hours == nil, !typed.isEmpty { problems["hours"] = "Not a number of hours: type 6, 2.5 or 90 min" }
    if date == nil { problems["date"] = "Not a date: type 2 dec, or 2 dec 2026" }
    if people.isEmpty { problems["reviewers"] = whoIsMissing }
    self.problems = problems
  }
}

/// Starts a note of visit, and changes its purpose, day, people and kind.
enum VisitForm {
  private static let kind = RecordKind.review

  static func start(_ urn: URN, _ context: ScreenContext) -> FormContent {
    let frameworks = context.snapshot.frameworks.map { Choice(id: $0.id, title: $0.title) }
    return FormContent(
      title: "Start a note of visit · \(context.snapshot.schoolName(urn))",
      preface: ReviewStart.underWay(urn, context),
      fields: fields + [
        FormField(
          id: "framework", label: "Areas",
          help: "Whose areas notes are filed under. A note of visit grades nothing.",
          kind: .choice(frameworks), isRequired: true),
        FieldMaker.field(kind, "hours"),
      ],
      values: [
        "date": .text(context.today.longText), "reviewers": .text(context.meAndRole),
        "visit": .choice(VisitKind.support.rawValue),
        "framework": .choice(context.snapshot.usualFramework?.id),
      ])
  }

  /// The form of one that was begun. Its areas stay as they were.
  static func change(_ review: Review) -> FormContent {
    FormContent(
      title: "The visit", fields: fields + [FieldMaker.field(kind, "hours")],
      values: [
        "focus": .text(review.focus), "date": .text(review.date?.longText ?? ""),
        "reviewers": .text(review.reviewers.joined(separator: ", ")),
        "visit": FieldMaker.choice(review.record, "visit"), "hours": .text(review.record.text("hours")),
      ])
  }

  private static let fields: [FormField] = [
    FormField(
      id: "focus", label: "Purpose", help: "What the visit is for, as agreed with the head.",
      kind: .text(minimumLines: 3)),
    FieldMaker.field(kind, "date", .line),
    FormField(
      id: "reviewers", label: "Who visits", help: "Names with their roles, with commas between.", kind: .line,
      isRequired: true),
    FieldMaker.field(
      kind, "visit", .choice(VisitKind.allCases.map { Choice(id: $0.rawValue, title: $0.title) })),
  ]

  static func acceptStart(
    _ urn: URN, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    let when = DayAndPeople(entry, at: urn, whoIsMissing: "Say who visits", context)
    var problems = when.problems
    let framework = entry.choice("framework")
    if framework == nil { problems["framework"] = "Choose whose areas notes are filed under" }
    guard problems.isEmpty, let date = when.date else { return .problems(problems) }
    let values: [String: FieldValue?] = [
      "school": .text(urn.text), "kind": .text("noteOfVisit"), "framework": framework,
      "state": .text(ReviewState.open.rawValue), "date": .date(date), "reviewers": .texts(when.people),
      "visit": entry.choice("visit"), "focus": entry.value("focus"), "hours": when.hours,
    ]
    let id = context.newID()
    let present = ReviewEdits.made(values.filter { $0.value != nil }, context)
    return .edit(
      RecordEdit("Note of visit started", [.init(.review(id), present)]),
      then: [.open(NoteOfVisitScreen(id: id))])
  }

  static func acceptChange(
    _ review: Review, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    let when = DayAndPeople(entry, at: review.school, whoIsMissing: "Say who visits", context)
    guard when.problems.isEmpty, let date = when.date else { return .problems(when.problems) }
    let values: [String: FieldValue?] = [
      "date": .date(date), "reviewers": .texts(when.people), "visit": entry.choice("visit"),
      "focus": entry.value("focus"), "hours": when.hours,
    ]
    let changed = ReviewEdits.changed(values, from: review.record)
    return .edit(RecordEdit("Visit changed", [.init(.review(review.id), changed)]), then: [])
  }
}
