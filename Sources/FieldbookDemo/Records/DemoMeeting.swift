import FieldbookModel
import FieldbookStorage

/// A progress meeting as the demo tells it, on the numbers that the demo’s schools returned.
struct DemoMeeting: Sendable {
  let key: String
  let school: Int
  /// Days before the day of the demo; the school day on or before it.
  let daysAgo: Int
  /// How many years before the latest half-term with returns it looks at.
  var yearsBack = 0
  let present: [String]
  let said: [MeetingText: String]
  /// Nil while the meeting is under way.
  let decision: MeetingDecision?
  var decided = ""
  /// The measures that were used, of all pupils unless a group is named.
  let used: [String]
  var actions: [DemoReview.Action] = []
  var answers: [DemoReview.Answer] = []
  /// Whether nothing of it waits any more.
  var isClosed = false

  /// All of them, in the order in which they took place.
  static let all = [becksideEarlier, beckside, larkrise]

  /// Last autumn’s at the steady school.
  private static let becksideEarlier = DemoMeeting(
    key: "beckside-meeting-earlier", school: 900_002, daysAgo: 364, yearsBack: 1,
    present: ["Headteacher", "Maths lead"],
    said: [
      .changed:
        "Year 6 is close to where the year before it was. Year 4 maths was the number we talked about.",
      .behind: "Pupils in Year 4 who counted on their fingers in the autumn assessment.",
      .explanation: "The head: facts were practised at home last year, and not all homes could.",
      .different: "Facts will be practised in school, and the maths lead will have heard every pupil.",
    ], decision: .action, decided: "Facts move from home into the school day.",
    used: ["ht.y6.maths.expected", "ht.y4.maths.expected"],
    actions: [
      DemoReview.Action(
        "bm1", "Practise number facts for ten minutes in every maths lesson in Years 3 and 4.",
        owner: "Maths lead", dueIn: -230, success: "Every pupil in Year 4 heard by Easter.",
        area: "curriculum",
        status: .completed)
    ], isClosed: true)

  /// This autumn’s: no action is a decision too.
  private static let beckside = DemoMeeting(
    key: "beckside-meeting", school: 900_002, daysAgo: 6, present: ["Headteacher", "Reading lead"],
    said: [
      .changed:
        "Year 6 reading and maths, beside the Year 6 of a year ago: other pupils, and a change that is a few children.",
      .behind:
        "The disadvantaged pupils of Year 6 are so few that we read their books instead of their percentage.",
      .explanation:
        "The head: a settled staff, and ten minutes of reading aloud in every class on every day. Two pupils who joined in October were assessed last.",
      .different:
        "The reading lead will have heard the two who joined read before Christmas, and tells the head.",
    ], decision: .noAction,
    decided:
      "The school follows this itself. Nobody asks it for further numbers before Spring 2.",
    used: ["ht.y6.reading.expected", "ht.y6.maths.expected"],
    answers: [
      DemoReview.Answer(
        "bm1", .verified, "Facts are part of every maths lesson; the lead heard all of Year 4.")
    ])

  /// Begun the day before and not over, at the school whose results fell.
  private static let larkrise = DemoMeeting(
    key: "larkrise-meeting", school: 900_010, daysAgo: 1, present: ["Headteacher", "Year 6 lead"],
    said: [
      .changed: "Year 6 first: all three subjects beside last autumn’s, in children and not only in points.",
      .behind: "Pupils who were below in Year 4 and still are; the Year 6 lead has the list in the school.",
    ], decision: nil, used: ["ht.y6.maths.expected", "ht.y6.writing.expected", "ht.all.persistent"],
    actions: [
      DemoReview.Action(
        "lm1", "Teach the pupils of Year 6 who are below in place value in two groups, every morning.",
        owner: "Year 6 lead", dueIn: 24, success: "Their books show it without help.", area: "curriculum",
        priority: .high)
    ])
}

extension DemoWriter {
  /// Writes a meeting with the numbers that it looked at.
  mutating func write(_ meeting: DemoMeeting) throws(StorageProblem) {
    let day = day(before: meeting.daysAgo)
    let id = start(on: day)
    let contents = try workspace.contents()
    let facts = Facts(files: contents.factsFiles, catalogue: contents.catalogue, ours: contents.ours)
    guard let latest = facts.returnedHalfTerms.last else { return }
    let halfTerm = (0..<meeting.yearsBack).reduce(latest) { half, _ in half.yearBefore }
    let numbers = MeetingNumbers(
      facts: facts, collections: contents.collections, rule: SmallGroups(minimum: contents.smallGroupMinimum),
      today: day)
    var values: [String: FieldValue?] = [
      "school": .text(String(meeting.school)), "kind": .text(ReviewKind.meeting.rawValue),
      "framework": .text(DemoWriter.framework), "state": .text(ReviewState.open.rawValue), "date": .date(day),
      "reviewers": .texts([DemoWriter.author]), "present": .texts(meeting.present),
      "halfTerm": .text(Period(halfTerm).text),
    ]
    for (text, words) in meeting.said { values[text.rawValue] = .text(words) }
    if let decision = meeting.decision { values["decision"] = .text(decision.rawValue) }
    if !meeting.decided.isEmpty { values["decided"] = .text(meeting.decided) }
    let used = Set(meeting.used.map { $0.contains(":") ? $0 : "\($0):all" })
    let taken = numbers.taken(of: URN(String(meeting.school)), at: halfTerm)
    let figures = taken.sorted { $0.key < $1.key }.map { figure, values in
      RecordEdit.Change(
        .inReview(id, RecordKind.figure.plural, figure),
        used.contains(figure) ? values.merging(["used": .flag(true)]) { $1 } : values)
    }
    _ = try workspace.apply(RecordEdit("Meeting begun", [.init(.review(id), made(values))] + figures))
    try finish(meeting, id, on: day)
  }

  private mutating func finish(
    _ meeting: DemoMeeting, _ id: String, on day: CalendarDate
  ) throws(StorageProblem) {
    let story = DemoReview(
      key: meeting.key, school: meeting.school, isFormal: false, daysAgo: meeting.daysAgo, state: .open,
      focus: "",
      actions: meeting.actions, answers: meeting.answers)
    clock.set(to: day, "09:40")
    try judge(story, id)
    try agree(story, id, on: day)
    guard meeting.decision != nil else { return }
    clock.set(to: day, "10:15")
    try sign(id, as: .held)
    guard meeting.isClosed else { return }
    try edit("Meeting closed", .review(id), ["state": .text(ReviewState.closed.rawValue)], isNew: false)
  }
}
