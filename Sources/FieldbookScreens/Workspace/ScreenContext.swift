import FieldbookModel
import TextUI

/// What a screen is told when it describes itself or answers a key.
public struct ScreenContext: Sendable {
  /// The workspace.
  public var snapshot: Snapshot
  /// The time.
  public var now: Instant
  /// The name of whoever writes.
  public var me: String
  /// The size of the screen.
  public var size: TerminalSize
  /// Makes an identity for a new record.
  public var newID: @Sendable () -> String
  /// Orders of rows that were worked out before.
  public var orders: RowOrders
  /// Which key does what.
  public var keys: KeyBindings

  /// Whether one school alone is shown, perhaps to people who pass by.
  public var isVisit = false
  /// Whether the page is read out line by line: in words and sentences, not in columns.
  public var isSpoken = false

  /// A context; see the properties.
  public init(
    snapshot: Snapshot, now: Instant, me: String, size: TerminalSize, newID: @escaping @Sendable () -> String,
    orders: RowOrders, keys: KeyBindings = .standard
  ) {
    self.snapshot = snapshot
    self.now = now
    self.me = me
    self.size = size
    self.newID = newID
    self.orders = orders
    self.keys = keys
  }

  /// Today.
  public var today: CalendarDate { now.date }

  /// `Mon 23 Nov · Autumn 2`, as screens show it at the right of their first line.
  var todayText: String {
    let weekday = CalendarDate.weekdayNames[today.weekday - 1].prefix(3)
    return "\(weekday) \(today.shortText) · \(snapshot.calendar.halfTerm(of: today).part.title)"
  }
}
