import FieldbookModel
import TextUI

/// Changes owner, due date, priority or status of many actions at once: each is an edit of its own, saved and undone
/// by itself. What is left blank stays as each action has it.
enum ManyActionsForm {
  private static let kind = RecordKind.action

  /// The actions that can be changed: those withdrawn stay as they are.
  private static func actions(_ ids: [String], _ context: ScreenContext) -> [AgreedAction] {
    ids.compactMap { context.snapshot.action($0) }.filter(\.record.counts)
  }

  static func content(_ ids: [String], _ context: ScreenContext) -> FormContent {
    let actions = actions(ids, context)
    let schools = Set(actions.map(\.school)).count
    let left = ids.count - actions.count
    let leftWords = left == 0 ? "" : " \(left) withdrawn ones stay as they are."
    let count = SchoolRecords.count(actions.count, "action")
    let preface =
      "\(count) at \(SchoolRecords.count(schools, "school")). What you fill in replaces what each has; what is blank stays."
      + leftWords
    let priorities = ActionPriority.allCases.map { Choice(id: $0.rawValue, title: $0.rawValue) }
    let statuses = ActionStatus.allCases.map { Choice(id: $0.rawValue, title: $0.title) }
    return FormContent(
      title: "Change \(count)", preface: [Line(preface)],
      fields: [
        FieldMaker.field(kind, "owner"), FieldMaker.field(kind, "due", .line),
        FieldMaker.field(kind, "priority", .choice(priorities)),
        FieldMaker.field(kind, "status", .choice(statuses)),
      ],
      values: ["owner": .text(""), "due": .text(""), "priority": .choice(nil), "status": .choice(nil)])
  }

  static func accept(_ ids: [String], _ entry: FormEntry, _ context: ScreenContext) -> FormContent.Accepted {
    let typed = entry.text("due")
    let due = DueDate.read(typed, today: context.today, calendar: context.snapshot.calendar)
    if !typed.isEmpty, due == nil { return .problems(["due": "Not a date: type 12 feb, +6w or spring 2"]) }
    let filled: [(String, String, FieldValue?)] = [
      ("owner", "owner", entry.value("owner")), ("due", "due date", due.map(FieldValue.date)),
      ("priority", "priority", entry.choice("priority")), ("status", "status", entry.choice("status")),
    ]
    let values = filled.filter { $0.2 != nil }
    let leave = context.key("form.leave", on: .form)
    guard !values.isEmpty else { return .problems(["owner": "Fill in what is to change; \(leave) leaves"]) }
    let edits = edits(
      ids, Dictionary(values.map { ($0.0, $0.2) }, uniquingKeysWith: { $1 }), due: typed, context)
    guard !edits.isEmpty else { return .problems(["owner": "They all have that already; \(leave) leaves"]) }
    let isAlike = Set(actions(ids, context).map { context.day(typed, at: $0.school) }).count < 2
    let own = isAlike ? "" : ", or as the school’s own calendar has it"
    let what = values.map { "\($0.1) \(words(for: $0.2))" }.joined(separator: ", ") + own
    let count = SchoolRecords.count(edits.count, "action")
    return .confirm(
      "\(count) will change: \(what)", edits: edits,
      said:
        "Saved: \(count) changed: \(what) · \(context.key("undo", on: .actions)) takes back one at a time")
  }

  private static func edits(
    _ ids: [String], _ values: [String: FieldValue?], due typed: String, _ context: ScreenContext
  ) -> [RecordEdit] {
    actions(ids, context).compactMap { action in
      var values = values
      // The end of a half-term is each school's own.
      if values["due"] != nil { values["due"] = context.day(typed, at: action.school).map(FieldValue.date) }
      let changed = ReviewEdits.changed(values, from: action.record)
      return changed.isEmpty ? nil : RecordEdit("Action changed", [.init(.action(action.id), changed)])
    }
  }

  private static func words(for value: FieldValue?) -> String {
    switch value {
    case .text(let text): ActionStatus(rawValue: text)?.title ?? text
    case .date(let date): date.longText
    default: ""
    }
  }
}
