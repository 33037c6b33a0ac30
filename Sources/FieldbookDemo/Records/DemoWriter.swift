import FieldbookModel
import FieldbookReports
import FieldbookStorage

/// Writes the demo's reviews into a workspace, as their reviewers would have.
struct DemoWriter {
  /// Who wrote them.
  static let author = "Robin Alder"
  static let framework = "ofsted-2025"

  let workspace: Workspace
  let clock: DemoClock
  let today: CalendarDate
  private let calendar = SchoolCalendar()
  /// The ids of notes, findings and actions, by their keys in the story.
  var ids: [String: String] = [:]

  init(workspace: Workspace, clock: DemoClock, today: CalendarDate) {
    self.workspace = workspace
    self.clock = clock
    self.today = today
  }

  /// Writes a review with all that belongs to it.
  mutating func write(_ story: DemoReview) throws(StorageProblem) {
    let day = day(before: story.daysAgo)
    let review = start(on: story.daysAgo < 0 ? schoolDay(today.adding(days: -1)) : day)
    try begin(story, review, on: day)
    try takeNotes(story, review, on: day)
    clock.set(to: day, "15:20")
    try find(story, review)
    try judge(story, review)
    try agree(story, review, on: day)
    try finish(story, review, on: day)
  }

  /// A finding that was being typed in a review.
  func leaveDraft(_ text: String, in review: String, area: String) throws(StorageProblem) {
    let context = ["form": "finding.add", "review": review, "area": area]
    let journal = try workspace.startDraft(context: context, texts: [:])
    try journal.replace(texts: ["statement": text, "area": area])
    try journal.flush()
    journal.close()
  }

  /// The id of a review by its key.
  func id(of key: String) -> String { ids[key] ?? "" }

  // MARK: Days

  /// The school day so many days before today, or on the day when it is yet to come.
  func day(before days: Int) -> CalendarDate { schoolDay(today.adding(days: -days)) }

  private func schoolDay(_ day: CalendarDate) -> CalendarDate {
    var day = day
    while !calendar.isSchoolDay(day) { day = day.adding(days: -1) }
    return day
  }

  /// A new id of a moment on a day, so that ids rise as the visits do.
  func start(on day: CalendarDate) -> String {
    clock.set(to: day, "08:30")
    return workspace.newID()
  }

  // MARK: Parts

  private mutating func begin(
    _ story: DemoReview, _ review: String, on day: CalendarDate
  ) throws(StorageProblem) {
    ids[story.key] = review
    let state: ReviewState = story.state == .planned ? .planned : story.isFormal ? .fieldwork : .open
    var values: [String: FieldValue?] = [
      "school": .text(String(story.school)), "kind": .text(story.isFormal ? "formal" : "noteOfVisit"),
      "framework": .text(DemoWriter.framework), "state": .text(state.rawValue), "date": .date(day),
      "reviewers": .texts(story.reviewers), "focus": .text(story.focus),
    ]
    if !story.isFormal { values["visit"] = .text(story.visit.rawValue) }
    try edit(story.isFormal ? "Review started" : "Note of visit started", .review(review), values)
  }

  private mutating func takeNotes(
    _ story: DemoReview, _ review: String, on day: CalendarDate
  ) throws(StorageProblem) {
    guard let framework = Frameworks.framework(DemoWriter.framework), !story.notes.isEmpty else { return }
    var changes: [RecordEdit.Change] = []
    for note in story.notes {
      clock.set(to: day, note.time)
      let id = workspace.newID()
      ids[note.key] = id
      let read = QuickCapture(note.line, framework: framework)
      var values: [String: FieldValue?] = [
        "text": .text(read.text), "type": .text((read.type ?? .note).rawValue), "areas": .texts(read.areas),
      ]
      if let strength = read.strength { values["strength"] = .text(strength.rawValue) }
      for (field, text) in [("yearGroup", note.year), ("subject", note.subject), ("who", note.who)]
      where !text.isEmpty {
        values[field] = .text(text)
      }
      changes.append(.init(.inReview(review, "evidence", id), made(values)))
    }
    _ = try workspace.apply(RecordEdit("Notes added", changes))
  }

  private mutating func find(_ story: DemoReview, _ review: String) throws(StorageProblem) {
    guard !story.findings.isEmpty else { return }
    var changes: [RecordEdit.Change] = []
    for finding in story.findings {
      let id = workspace.newID()
      ids[finding.key] = id
      var values: [String: FieldValue?] = [
        "statement": .text(finding.statement), "area": .text(finding.area),
        "kind": .text(finding.kind.rawValue),
      ]
      let notes = finding.notes.compactMap { ids[$0] }
      if !notes.isEmpty { values["evidence"] = .texts(notes) }
      if let scale = finding.scale { values["scale"] = .text(scale.rawValue) }
      changes.append(.init(.inReview(review, "findings", id), made(values)))
    }
    _ = try workspace.apply(RecordEdit("Findings added", changes))
  }

  func judge(_ story: DemoReview, _ review: String) throws(StorageProblem) {
    var changes: [RecordEdit.Change] = story.judgements.map { judgement in
      var values: [String: FieldValue?] = [:]
      for (field, text) in [
        ("self", judgement.own), ("ours", judgement.ours), ("rationale", judgement.rationale),
        ("notReviewed", judgement.notReviewed),
      ] where !text.isEmpty {
        values[field] = .text(text)
      }
      return .init(.inReview(review, "judgements", judgement.area), made(values))
    }
    changes += story.answers.compactMap { answer in
      ids[answer.action].map { id in
        .init(
          .inReview(review, "answers", id),
          made(["text": .text(answer.text), "outcome": .text(answer.outcome.rawValue)]))
      }
    }
    guard !changes.isEmpty else { return }
    _ = try workspace.apply(RecordEdit("Judgements set", changes))
  }

  mutating func agree(
    _ story: DemoReview, _ review: String, on day: CalendarDate
  ) throws(StorageProblem) {
    for action in story.actions {
      let id = workspace.newID()
      ids[action.key] = id
      // Never due before it was agreed, wherever holidays lie.
      let due = max(schoolDay(today.adding(days: action.dueIn)), day.adding(days: 7))
      var values: [String: FieldValue?] = [
        "text": .text(action.text), "owner": .text(action.owner), "due": .date(due),
        "success": .text(action.success), "area": .text(action.area),
        "priority": .text(action.priority.rawValue), "status": .text(action.status.rawValue),
        "school": .text(String(story.school)), "review": .text(review),
      ]
      if let finding = ids[action.finding] { values["finding"] = .text(finding) }
      try edit("Action agreed", .action(id), values)
    }
  }

  private func finish(
    _ story: DemoReview, _ review: String, on day: CalendarDate
  ) throws(StorageProblem) {
    switch story.state {
    case .final:
      // Signed before today, also where the visit was the other day.
      clock.set(to: min(schoolDay(day.adding(days: story.signedAfter)), today.adding(days: -1)), "16:05")
      try sign(review, as: .final)
    case .shared, .closed:
      clock.set(to: day, "16:30")
      try sign(review, as: .shared)
      guard story.state == .closed else { return }
      try edit(
        "Note of visit closed", .review(review), ["state": .text(ReviewState.closed.rawValue)], isNew: false)
    default: break
    }
  }

  func sign(_ id: String, as state: ReviewState) throws(StorageProblem) {
    let report = try report(of: id, as: state)
    _ = try workspace.sign(
      review: id, by: DemoWriter.author, at: clock.now, report: report.map(TextReport.text) ?? "",
      page: report?.page(at: clock.now))
  }

  /// The report as it is issued.
  private func report(of id: String, as state: ReviewState) throws(StorageProblem) -> ReportDocument? {
    let contents = try workspace.contents()
    guard let review = contents.reviews.first(where: { $0.id == id }) else { return nil }
    let facts = Facts(files: contents.factsFiles, catalogue: contents.catalogue, ours: contents.ours)
    var record = review.record
    record.values["state"] = .text(state.rawValue)
    record.values["signedBy"] = .text(DemoWriter.author)
    record.values["signedAt"] = .instant(clock.now)
    return ReviewReport(
      review: Review(record: record, framework: review.framework), school: facts.school(review.school),
      actions: contents.actions, reviews: contents.reviews, facts: facts,
      rule: SmallGroups(minimum: contents.smallGroupMinimum), now: clock.now
    ).document()
  }

  func edit(
    _ title: String, _ address: RecordAddress, _ values: [String: FieldValue?], isNew: Bool = true
  ) throws(StorageProblem) {
    _ = try workspace.apply(RecordEdit(title, [.init(address, isNew ? made(values) : values)]))
  }

  /// A new record's values with who made it and when.
  func made(_ values: [String: FieldValue?]) -> [String: FieldValue?] {
    values.merging(["at": .instant(clock.now), "by": .text(DemoWriter.author)]) { first, _ in first }
  }
}
