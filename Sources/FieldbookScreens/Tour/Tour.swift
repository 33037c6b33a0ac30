import FieldbookModel
import TextUI

/// A walk through one visit. It only looks at what the user does: a step is done when it really was.
public struct Tour: Hashable, Sendable {
  /// The steps, in order.
  enum Step: Int, CaseIterable, Hashable, Sendable {
    case openSchool
    case openReview
    case takeNote
    case makeFinding
    case agreeAction
    case seeReport
    case over

    /// Whether it needs a workspace that can be written.
    var writes: Bool {
      switch self {
      case .takeNote, .makeFinding, .agreeAction: true
      case .openSchool, .openReview, .seeReport, .over: false
      }
    }
  }

  /// How many records there are of each kind that the tour asks for.
  struct Counts: Hashable, Sendable {
    var notes: Int
    var findings: Int
    var actions: Int

    init(_ snapshot: Snapshot) {
      notes = snapshot.reviews.reduce(0) { $0 + $1.evidence.count }
      findings = snapshot.reviews.reduce(0) { $0 + $1.findings.count }
      actions = snapshot.actions.count
    }
  }

  private(set) var step = Step.openSchool
  /// What there was when the step began.
  private var before: Counts

  /// A tour that begins on a workspace as it is.
  init(_ context: ScreenContext) {
    before = Counts(context.snapshot)
  }

  /// The tour after what the user has done by now.
  func advanced(_ navigation: Navigation, _ context: ScreenContext) -> Tour {
    var tour = self
    while tour.step != .over, tour.isDone(navigation, context) {
      tour.step = Step(rawValue: tour.step.rawValue + 1) ?? .over
      tour.before = Counts(context.snapshot)
    }
    return tour
  }

  private func isDone(_ navigation: Navigation, _ context: ScreenContext) -> Bool {
    let now = Counts(context.snapshot)
    if step.writes, context.snapshot.readOnlyReason != nil { return true }
    switch step {
    case .openSchool: return [.school, .review].contains(navigation.front.name)
    case .openReview:
      let cannotBegin = context.snapshot.readOnlyReason != nil && context.snapshot.reviews.isEmpty
      return cannotBegin || navigation.front.name == .review
    case .takeNote: return now.notes > before.notes
    case .makeFinding: return now.findings > before.findings
    case .agreeAction: return now.actions > before.actions
    case .seeReport: return navigation.front.name == .preview
    case .over: return false
    }
  }
}

// MARK: Words

extension Tour {
  func strip(_ navigation: Navigation, _ context: ScreenContext) -> Strip {
    let steps = Step.allCases.count - 1
    let title = step == .over ? "Tour · done" : "Tour · step \(step.rawValue + 1) of \(steps)"
    let leave = step == .over ? ":tour.leave puts this away" : ":tour.leave ends the tour"
    return Strip(
      title: title, rows: [words(navigation, context), Hint(key: "", title: "\(why(context)) \(leave).")])
  }

  /// What to press next.
  private func words(_ navigation: Navigation, _ context: ScreenContext) -> Hint {
    func key(_ id: String, _ screen: ScreenName) -> String { context.key(id, on: screen) }
    if let typing = typing(navigation, context) { return typing }
    let front = navigation.front.name
    switch step {
    case .openSchool:
      if context.snapshot.facts.schools.isEmpty {
        return Hint(
          key: key("quit", front), title: "leaves: a visit needs a school. Import your register first.")
      }
      guard front == .schools else {
        return Hint(key: key("section.schools", front), title: "goes to the schools")
      }
      return Hint(key: key("school.open", .schools), title: "opens a school’s page.\(suggestion(context))")
    case .openReview: return reviewHint(front, context)
    case .takeNote: return inReview(front, key("evidence.add", .review), "takes a note in one line", context)
    case .makeFinding:
      return inReview(front, key("finding.add", .review), "makes a finding of what notes show", context)
    case .agreeAction:
      return inReview(front, key("action.add", .review), "agrees an action with the school", context)
    case .seeReport:
      return Hint(key: key("report.preview", .school), title: "shows the report, of a review or of a school")
    case .over: return Hint(key: "Esc", title: "goes back. Carry on: all that you did is real and saved.")
    }
  }

  /// What belongs into the text that is being typed.
  private func typing(_ navigation: Navigation, _ context: ScreenContext) -> Hint? {
    if case .capture? = navigation.prompt?.kind {
      return Hint(key: "Enter", title: "saves the line. @ names an area, a last + - or ! says what it shows.")
    }
    guard navigation.front is FormScreen else { return nil }
    let save = context.key("form.accept", on: .form)
    switch step {
    case .openReview: return Hint(key: save, title: "starts the review: every field has a sensible default")
    case .makeFinding:
      return Hint(key: save, title: "saves the finding, once a sentence says it; Tab goes to its notes")
    case .agreeAction: return Hint(key: save, title: "saves the action. Say what, by whom, by when.")
    case .openSchool, .takeNote, .seeReport, .over:
      return Hint(key: save, title: "saves what stands here; Esc leaves it and keeps it as a draft")
    }
  }

  private func reviewHint(_ front: ScreenName, _ context: ScreenContext) -> Hint {
    let open = context.key("open", on: .school)
    let start = context.key("review.start", on: .school)
    if context.snapshot.readOnlyReason != nil {
      return Hint(
        key: open, title: "opens a review from the school’s page; this workspace is for reading only")
    }
    guard front == .school else {
      return Hint(key: open, title: "opens a school, and in it its review. \(start) starts a new one.")
    }
    return Hint(key: start, title: "starts a review; \(open) on one that is under way goes on with it")
  }

  private func inReview(
    _ front: ScreenName, _ key: String, _ words: String, _ context: ScreenContext
  ) -> Hint {
    guard front != .review else { return Hint(key: key, title: words) }
    return Hint(key: "Esc", title: "goes back to the review; there \(key) \(words)")
  }

  private func why(_ context: ScreenContext) -> String {
    switch step {
    case .openSchool: "Results, reviews and agreed actions of a school stand on one page."
    case .openReview: "All that is seen, found and agreed in a visit is kept in its review."
    case .takeNote: "Notes are the evidence: short, timed, filed under an area."
    case .makeFinding: "A finding says in a sentence what several notes show."
    case .agreeAction: "An action has an owner, a date and a test of success; next time asks for it."
    case .seeReport: "What was written becomes the report: nothing is typed twice."
    case .over: "You have seen a whole visit."
    }
  }

  /// The school with a review under way, if there is one.
  private func suggestion(_ context: ScreenContext) -> String {
    guard let review = context.snapshot.reviews.last(where: { $0.state == .fieldwork }) else { return "" }
    return " Try \(context.snapshot.schoolName(review.school)): its review is in fieldwork."
  }
}
