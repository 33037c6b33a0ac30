import FieldbookModel
import PlainText
import TextUI

/// A row of the table of actions.
struct ActionRow: Sendable {
  let action: AgreedAction
  let school: School?
  let schoolName: String
  let status: ActionStatus
  let isOpen: Bool
  /// How many days it is late; nil when it is not.
  let daysLate: Int?
  /// The day of the review it was agreed in.
  let agreed: CalendarDate?
  let areaTitle: String
}

extension RowTable where Row == ActionRow {
  /// The table of actions.
  static let actions = RowTable(
    id: "actions", noun: "action", columns: ActionColumns.all, usualSort: [ColumnSort(column: "due")],
    tieBreaker: "school",
    searchText: { row in "\(row.schoolName) \(row.action.text) \(row.action.owner)" }, isOfRecords: true)
}

/// The columns of the table of actions.
enum ActionColumns {
  typealias ActionColumn = Column<ActionRow>

  static let all: [ActionColumn] = [
    ActionColumn(
      id: "due", title: "Due", words: "due date", kind: .days, minWidth: 11, idealWidth: 12, priority: 9,
      value: { ColumnValue($0.action.due) }, cell: { Line($0.action.due?.longText ?? "no date") }),
    ActionColumn(
      id: "late", title: "", words: "late", kind: .words, minWidth: 4, idealWidth: 4, priority: 9,
      value: { .ranked($0.daysLate == nil ? "not late" : "late", rank: $0.daysLate == nil ? 1 : 0) },
      cell: { Line($0.daysLate == nil ? "" : "LATE", .bad) }),
    .words("school", "School", "school", 16, 28, priority: 7) { $0.schoolName },
    .words("action", "Action", "action", 20, 40, priority: 8, grows: true) { $0.action.text },
    .words("owner", "Owner", "owner", 10, 18, priority: 5) { $0.action.owner },
    ActionColumn(
      id: "status", title: "Status", words: "status", kind: .words, minWidth: 11, idealWidth: 12, priority: 6,
      value: status),
    ActionColumn(
      id: "priority", title: "Priority", words: "priority", kind: .words, minWidth: 8, idealWidth: 8,
      priority: 2,
      value: priority),
    .words("area", "Area", "area", 10, 24, isUsual: false) { $0.areaTitle },
    .words("success", "Test of success", "test of success", 16, 40, isUsual: false) { $0.action.success },
    .words("phase", "Phase", "phase", 7, 10, isUsual: false) { $0.school?.phase.title ?? "" },
    .words("la", "LA", "local authority", 10, 20, isUsual: false) { $0.school?.laName ?? "" },
    ActionColumn(
      id: "daysLate", title: "Days late", words: "days late", kind: .numbers, alignment: .right, minWidth: 9,
      idealWidth: 9, priority: 4, isUsual: false, isMostFirst: true, value: { ColumnValue($0.daysLate) }),
    ActionColumn(
      id: "agreed", title: "Agreed", words: "agreed", kind: .days, minWidth: 11, idealWidth: 12, priority: 2,
      isUsual: false, isMostFirst: true, value: { ColumnValue($0.agreed) }),
  ]

  private static let status: @Sendable (ActionRow) -> ColumnValue = { row in
    if row.action.record.isWithdrawn { return .ranked("withdrawn", rank: 99) }
    return .ranked(row.status.title, rank: ActionStatus.allCases.firstIndex(of: row.status) ?? 0)
  }

  private static let priority: @Sendable (ActionRow) -> ColumnValue = { row in
    guard let priority = row.action.priority else { return .none }
    return .ranked(priority.rawValue, rank: ActionPriority.allCases.firstIndex(of: priority) ?? 0)
  }
}
