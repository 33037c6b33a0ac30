import FieldbookModel

/// Everything the screens may ask: one immutable picture of the workspace, with a revision number.
public struct Snapshot: Sendable {
  /// Goes up whenever anything in it changes.
  public var revision: Int
  /// Goes up whenever what was imported changes.
  public var factsRevision = 0
  /// Goes up whenever a record changes; typed text does not count.
  public private(set) var recordsRevision = 0
  /// The name of the workspace.
  public var name: String
  /// The trust whose schools are ours, empty when none was chosen.
  public var trust: String
  /// All that was imported.
  public var facts: Facts
  /// Reviews and notes of visit that were not undone, oldest visit first.
  public var reviews: [Review]
  /// Actions that were not undone, those without a date last.
  public var actions: [AgreedAction]
  /// What is judged against.
  public var frameworks: [Framework]
  /// The dates of the half-terms.
  public var calendar: SchoolCalendar
  /// What schools are asked for, and when.
  public var collections = CollectionPlan()
  /// The scales on which schools assess.
  public var scales: [AssessmentScale] = []
  /// What may leave the program.
  public var smallGroups: SmallGroups
  /// How tables of the workspace's own are read.
  public var mappings: [TableMapping] = []
  /// Files that are being looked at.
  public var arriving = Arriving()
  /// Sentences to begin from.
  public var phrases = PhraseBook.starter
  /// Text that was typed and not yet accepted, newest first.
  public var drafts: [TypedDraft]
  /// How each table stands, by its id.
  public var tables: [String: TableState] = [:]
  /// How each table stands while only one school is shown: what was chosen before may name others.
  public var tablesOfVisit: [String: TableState] = [:]
  /// Views of tables saved by name.
  public var views: [SavedView] = []
  /// Why nothing may be changed; nil when it may.
  public var readOnlyReason: String?
  /// What is wrong with the workspace's files, a line each.
  public var problems: [String]
  /// Where reports are written unless somebody says otherwise.
  public var reportFolder = "reports"
  /// The workspace's own frameworks, broken ones among them.
  public var ownFrameworks: [OwnFramework] = []
  /// The id of the framework that new reviews begin with, if one was chosen.
  public var chosenFramework: String?
  /// The edits of this laptop that can be taken back, the latest first.
  public var editsToUndo: [RememberedEdit] = []
  /// What was taken back and can be done again, the latest first.
  public var editsToRedo: [RememberedEdit] = []

  /// A picture of a workspace; see the properties.
  public init(
    revision: Int, name: String, trust: String, facts: Facts, reviews: [Review], actions: [AgreedAction],
    frameworks: [Framework], calendar: SchoolCalendar, smallGroups: SmallGroups, drafts: [TypedDraft],
    readOnlyReason: String?, problems: [String]
  ) {
    self.revision = revision
    self.name = name
    self.trust = trust
    self.facts = facts
    self.reviews = []
    self.actions = []
    self.frameworks = frameworks
    self.calendar = calendar
    self.smallGroups = smallGroups
    self.drafts = drafts
    self.readOnlyReason = readOnlyReason
    self.problems = problems
    setRecords(reviews: reviews, actions: actions)
  }

  /// Takes new records, leaving out those whose making was undone.
  public mutating func setRecords(reviews: [Review], actions: [AgreedAction]) {
    recordsRevision += 1
    // Days are asked for once each: thousands are put in order before anything is shown.
    self.reviews = reviews.filter { !$0.record.isUndone }.map { ($0.date?.dayNumber ?? 0, $0) }
      .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
    self.actions = actions.filter { !$0.record.isUndone }.map { ($0.due?.dayNumber ?? .max, $0) }
      .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }

  /// The framework that a new review begins with: the one chosen for the workspace, else the one used last.
  public var usualFramework: Framework? {
    let latest = reviews.filter(\.isFormal).max { $0.id < $1.id }?.framework.id
    return [chosenFramework, latest].lazy.compactMap { id in frameworks.first { $0.id == id } }.first
      ?? frameworks.first
  }

  /// Takes the workspace's own frameworks beside those that are built in.
  public mutating func setOwnFrameworks(_ own: [OwnFramework]) {
    let before = Set(ownFrameworks.map(\.id))
    frameworks.removeAll { before.contains($0.id) }
    ownFrameworks = own
    frameworks += own.compactMap(\.framework)
  }

  /// The review with that id.
  public func review(_ id: String) -> Review? { reviews.first { $0.id == id } }

  /// The action with that id.
  public func action(_ id: String) -> AgreedAction? { actions.first { $0.id == id } }

  /// The name of a school, or its number when nothing else is known of it.
  public func schoolName(_ urn: URN) -> String { facts.school(urn)?.name ?? "URN \(urn.text)" }

  /// The name of the group: its trust's, else the workspace's.
  public var groupName: String { trust.isEmpty ? name : trust }

  /// The reviews of a school, latest visit first.
  public func reviews(of urn: URN) -> [Review] { reviews.filter { $0.school == urn }.reversed() }

  /// The actions of a school that are still to be done, the earliest due first.
  public func openActions(of urn: URN) -> [AgreedAction] {
    actions.filter { $0.school == urn && isOpen($0) }
  }

  /// Whether an action counts and is still to be done.
  public func isOpen(_ action: AgreedAction) -> Bool {
    action.record.counts && action.status(in: reviews).isOpen && review(action.review)?.state != .cancelled
  }
}

/// An edit that can be taken back, or done again.
public struct RememberedEdit: Sendable, Hashable {
  /// What tells it from others.
  public var id: String
  /// What was done, in words: `Note added`.
  public var title: String
  /// When it was first done.
  public var at: Instant
  /// The record it was done to; of several, the first.
  public var address: RecordAddress

  /// An edit; see the properties.
  public init(id: String, title: String, at: Instant, address: RecordAddress) {
    self.id = id
    self.title = title
    self.at = at
    self.address = address
  }

  /// What was done and when: `note added · 14:02 yesterday`.
  public func words(now: Instant) -> String {
    "\(title.prefix(1).lowercased() + title.dropFirst()) · \(at.words(now: now))"
  }
}

/// Text that was typed and not yet accepted: which form it belongs to, and its fields.
public struct TypedDraft: Sendable, Hashable {
  /// The id of its journal; empty while nothing has been written.
  public var id: String
  /// Which form, of which review or school, for which record.
  public var context: [String: String]
  /// What stands in each field.
  public var texts: [String: String]
  /// When it was begun.
  public var startedAt: Instant?

  /// A draft; see the properties.
  public init(id: String = "", context: [String: String], texts: [String: String], startedAt: Instant? = nil)
  {
    self.id = id
    self.context = context
    self.texts = texts
    self.startedAt = startedAt
  }

  /// What was typed into its first field of text.
  public var mainText: String {
    ["text", "statement", "rationale", "reason", "focus"].lazy.compactMap { texts[$0] }.first { !$0.isEmpty }
      ?? texts.sorted { $0.key < $1.key }.first { !$0.value.isEmpty }?.value ?? ""
  }
}
