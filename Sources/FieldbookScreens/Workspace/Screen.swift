import FieldbookModel
import TextUI

/// The names of the screens, for actions, help and tests.
public enum ScreenName: String, CaseIterable, Sendable {
  case schools
  case school
  case visits
  case actions
  case review
  case ready
  case noteOfVisit
  case readyToShare
  case meeting
  case readyToHold
  case form
  case source
  case preview
  case undo
  case phrases
  case frameworks
  case framework
  case help
  case filter
  case values
  case columns
  case views
  case everything
  case calendar
  case collections
  case measure
  case similar
  case scatter
  case changes
  case data
  case arrival
  case trustTable
  case schoolData

  /// What `?` and the documentation call it.
  public var title: String {
    switch self {
    case .schools: "Schools"
    case .school: "School"
    case .visits: "Visits"
    case .actions: "Actions"
    case .review: "Review"
    case .ready: "Ready to sign?"
    case .noteOfVisit: "Note of visit"
    case .readyToShare: "Ready to share?"
    case .meeting: "Progress meeting"
    case .readyToHold: "Ready to be held?"
    case .form: "Forms and text"
    case .source: "Source of a number"
    case .preview: "Report"
    case .undo: "What can be undone"
    case .phrases: "Phrases"
    case .frameworks: "Frameworks"
    case .framework: "A framework"
    case .help: "Keys"
    case .filter: "Filter"
    case .values: "Values of a column"
    case .columns: "Columns"
    case .views: "Saved views"
    case .everything: "Find in everything"
    case .calendar: "Calendar"
    case .collections: "Collections"
    case .measure: "A measure"
    case .similar: "Similar schools"
    case .scatter: "Intake and outcome"
    case .changes: "What changed"
    case .data: "Data"
    case .arrival: "What arrived"
    case .trustTable: "Trust table"
    case .schoolData: "School › Data"
    }
  }
}

/// Ways to move a cursor.
public enum Movement: Sendable, CaseIterable {
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case first
  case last
}

/// One screen: choices only (what is chosen, found, sorted). What it shows comes from the context.
public protocol Screen: Sendable {
  /// Which screen it is.
  var name: ScreenName { get }
  /// What it shows, without the hints, which come from the table of actions.
  func page(_ context: ScreenContext) -> Page
  /// Moves the cursor; `height` is the number of rows in sight.
  mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext)
  /// The text that rows are narrowed by as it is typed; nil where there is nothing to find.
  var find: String? { get set }
  /// Gets ready what finding begins with, on any thread, so that the first letter need not wait for it.
  func prepareToFind(_ context: ScreenContext)
  /// Takes the cursor to the best match of what was found.
  mutating func landOnMatch(_ context: ScreenContext)
  /// Takes the cursor to the next match, or to the one before.
  mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext)
  /// The school that it is about, or that is chosen in it; nil where there is none.
  func school(_ context: ScreenContext) -> URN?
  /// Whether it shows that school alone.
  var showsOneSchool: Bool { get }
  /// What is being typed and not yet accepted.
  var draft: TypedDraft? { get }
}

extension Screen {
  /// About no school.
  public func school(_ context: ScreenContext) -> URN? { nil }
  /// Not of one school.
  public var showsOneSchool: Bool { false }
  /// Nothing is typed here.
  public var draft: TypedDraft? { nil }
  /// Nothing to find here.
  public var find: String? {
    get { nil }
    set { _ = newValue }
  }
  /// Nothing to get ready.
  public func prepareToFind(_ context: ScreenContext) {}
  /// Nothing to find here.
  public mutating func landOnMatch(_ context: ScreenContext) {}
  /// Where rows are narrowed, each row is a match.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    move(movement, height: height, context)
  }
}

/// Moves through rows known by identity.
struct RowCursor {
  /// The row a movement leads to, from a row or from nowhere, over rows of which perhaps only some can be chosen.
  static func moved(
    from index: Int?, _ movement: Movement, count: Int, height: Int,
    isFocusable: (Int) -> Bool = { _ in true }
  ) -> Int? {
    guard let motion = movement.motion else { return index }
    return motion.row(from: index, rowCount: count, pageHeight: max(1, height - 1), isFocusable: isFocusable)
  }
}

extension Movement {
  /// The same movement in a list; left and right are none.
  fileprivate var motion: ListMotion? {
    switch self {
    case .up: .up
    case .down: .down
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .first: .first
    case .last: .last
    case .left, .right: nil
    }
  }
}
