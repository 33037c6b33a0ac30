import TextUI

/// The names of the screens, for actions, help and tests.
public enum ScreenName: String, CaseIterable, Sendable {
  case schools
  case school
  case visits
  case actions
  case review
  case ready
  case form
  case source
  case preview
  case help

  /// What `?` and the documentation call it.
  public var title: String {
    switch self {
    case .schools: "Schools"
    case .school: "School"
    case .visits: "Visits"
    case .actions: "Actions"
    case .review: "Review"
    case .ready: "Ready to sign?"
    case .form: "Forms and text"
    case .source: "Source of a number"
    case .preview: "Report"
    case .help: "Keys"
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
  /// Takes the cursor to the best match of what was found.
  mutating func landOnMatch(_ context: ScreenContext)
  /// What is being typed and not yet accepted.
  var draft: TypedDraft? { get }
}

extension Screen {
  /// Nothing is typed here.
  public var draft: TypedDraft? { nil }
  /// Nothing to find here.
  public var find: String? {
    get { nil }
    set { _ = newValue }
  }
  /// Nothing to find here.
  public mutating func landOnMatch(_ context: ScreenContext) {}
}

/// Moves through rows known by identity.
struct RowCursor {
  /// The row a movement leads to, from a row or from nowhere.
  static func moved(from index: Int?, _ movement: Movement, count: Int, height: Int) -> Int? {
    guard count > 0 else { return nil }
    guard let index else { return movement == .last ? count - 1 : 0 }
    let page = max(1, height - 1)
    let target =
      switch movement {
      case .up: index - 1
      case .down: index + 1
      case .pageUp: index - page
      case .pageDown: index + page
      case .first: 0
      case .last: count - 1
      case .left, .right: index
      }
    return min(max(0, target), count - 1)
  }

  /// As `moved`, over rows of which only some can be chosen.
  static func moved(
    from index: Int?, _ movement: Movement, count: Int, height: Int, isFocusable: (Int) -> Bool
  ) -> Int? {
    let focusable = (0..<count).filter(isFocusable)
    guard let row = index, let place = focusable.firstIndex(of: row) else {
      return movement == .last ? focusable.last : focusable.first
    }
    guard movement == .pageUp || movement == .pageDown else {
      return moved(from: place, movement, count: focusable.count, height: height).map { focusable[$0] }
    }
    let target = row + (movement == .pageUp ? -1 : 1) * max(1, height - 1)
    return movement == .pageUp
      ? focusable.first { $0 >= target } : focusable.last { $0 <= target } ?? focusable.last
  }
}
