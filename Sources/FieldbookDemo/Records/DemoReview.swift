import FieldbookModel

/// A review as the demo tells it, with times and days relative to the day on which the demo is made.
struct DemoReview: Sendable {
  /// One note, written as it would be typed: `text #kind + @area`.
  struct Note: Sendable {
    let key: String
    /// `09:10`.
    let time: String
    let line: String
    var year = ""
    var subject = ""
    var who = ""

    init(
      _ key: String, _ time: String, _ line: String, year: String = "", subject: String = "", who: String = ""
    ) {
      self.key = key
      self.time = time
      self.line = line
      self.year = year
      self.subject = subject
      self.who = who
    }
  }

  struct Finding: Sendable {
    let key: String
    let area: String
    let kind: FindingKind
    /// How widespread it is; nil for a strength or question of a note of visit.
    let scale: FindingScale?
    let statement: String
    let notes: [String]

    init(
      _ key: String, _ area: String, _ kind: FindingKind, _ scale: FindingScale, _ statement: String,
      _ notes: String...
    ) {
      self.key = key
      self.area = area
      self.kind = kind
      self.scale = scale
      self.statement = statement
      self.notes = notes
    }

    /// A strength or a question of a note of visit.
    init(_ key: String, _ area: String, _ kind: FindingKind, _ statement: String, _ notes: String...) {
      self.key = key
      self.area = area
      self.kind = kind
      scale = nil
      self.statement = statement
      self.notes = notes
    }
  }

  struct Judgement: Sendable {
    let area: String
    /// The school's own grade; empty when it gave none.
    let own: String
    /// The review's grade; empty when the area was not looked at or is still open.
    let ours: String
    let rationale: String
    var notReviewed = ""

    init(_ area: String, own: String, ours: String, _ rationale: String) {
      self.area = area
      self.own = own
      self.ours = ours
      self.rationale = rationale
    }

    /// An area that was not looked at, and why.
    init(_ area: String, notReviewed: String) {
      self.area = area
      own = ""
      ours = ""
      rationale = ""
      self.notReviewed = notReviewed
    }
  }

  struct Action: Sendable {
    let key: String
    let text: String
    let owner: String
    /// Days from the day of the demo; negative when it was due before it.
    let dueIn: Int
    let success: String
    let area: String
    var finding = ""
    var priority = ActionPriority.medium
    var status = ActionStatus.notStarted

    init(
      _ key: String, _ text: String, owner: String, dueIn: Int, success: String, area: String,
      finding: String = "", priority: ActionPriority = .medium, status: ActionStatus = .notStarted
    ) {
      self.key = key
      self.text = text
      self.owner = owner
      self.dueIn = dueIn
      self.success = success
      self.area = area
      self.finding = finding
      self.priority = priority
      self.status = status
    }
  }

  /// What became of an action of an earlier review.
  struct Answer: Sendable {
    let action: String
    let outcome: AnswerOutcome
    let text: String

    init(_ action: String, _ outcome: AnswerOutcome, _ text: String) {
      self.action = action
      self.outcome = outcome
      self.text = text
    }
  }

  let key: String
  let school: Int
  var isFormal = true
  /// What a note of visit is of.
  var visit = VisitKind.support
  /// Days before the day of the demo; the school day on or before it. Negative when it is yet to come.
  let daysAgo: Int
  /// Where it is now; a formal review that is final has been signed.
  let state: ReviewState
  var reviewers = ["Robin Alder"]
  let focus: String
  var notes: [Note] = []
  var findings: [Finding] = []
  var judgements: [Judgement] = []
  var actions: [Action] = []
  var answers: [Answer] = []
  /// How many days later it was signed.
  var signedAfter = 8

  /// All of them, in the order in which they took place.
  static let all: [DemoReview] =
    [larkrise, kestrelEarlier, ashgroveEarlier] + earlierVisits + [ashgrove] + laterVisits
    + [eastfield, orchardVale, kestrel]
}
