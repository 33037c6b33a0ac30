import FieldbookModel
import TextUI

/// An action: what will be done, by whom, by when, and how anyone could tell that it worked.
enum ActionForm {
  private static let kind = RecordKind.action

  static func content(
    _ review: Review?, _ action: AgreedAction?, finding: String, area: String, _ context: ScreenContext
  ) -> FormContent {
    let record = action?.record
    let priorities = ActionPriority.allCases.map { Choice(id: $0.rawValue, title: $0.rawValue) }
    let findings = (review?.findings ?? []).filter(\.record.counts).map {
      Choice(id: $0.id, title: $0.statement)
    }
    let areas = review.map { FieldMaker.areas($0.framework) } ?? []
    var fields = [
      FieldMaker.field(kind, "text"), FieldMaker.field(kind, "owner"), FieldMaker.field(kind, "due", .line),
      FieldMaker.field(kind, "priority", .choice(priorities)), FieldMaker.field(kind, "success"),
    ]
    if !findings.isEmpty { fields.append(FieldMaker.field(kind, "finding", .choice(findings))) }
    if !areas.isEmpty { fields.append(FieldMaker.field(kind, "area", .choice(areas))) }
    if action != nil {
      let statuses = ActionStatus.allCases.map { Choice(id: $0.rawValue, title: $0.title) }
      fields.append(FieldMaker.field(kind, "status", .choice(statuses)))
    }
    return FormContent(
      title: action == nil ? "New action" : "Edit action", fields: fields,
      values: values(record, finding: finding, area: area))
  }

  private static func values(_ record: Record?, finding: String, area: String) -> [String: FormValue] {
    [
      "text": FieldMaker.text(record, "text"), "owner": FieldMaker.text(record, "owner"),
      "due": .text(record?.date("due")?.longText ?? ""),
      "priority": record == nil
        ? .choice(ActionPriority.medium.rawValue) : FieldMaker.choice(record, "priority"),
      "success": FieldMaker.text(record, "success"),
      "finding": record == nil
        ? .choice(finding.isEmpty ? nil : finding) : FieldMaker.choice(record, "finding"),
      "area": record == nil ? .choice(area.isEmpty ? nil : area) : FieldMaker.choice(record, "area"),
      "status": FieldMaker.choice(record, "status"),
    ]
  }

  static func accept(
    _ action: AgreedAction?, in review: Review?, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    var problems: [String: String] = [:]
    if entry.value("text") == nil { problems["text"] = "Say what will be done" }
    let typed = entry.text("due")
    let due = context.day(typed, at: action?.school ?? review?.school)
    if !typed.isEmpty, due == nil { problems["due"] = "Not a date: type 12 feb, +6w or spring 2" }
    guard problems.isEmpty else { return .problems(problems) }
    var values: [String: FieldValue?] = [
      "text": entry.value("text"), "owner": entry.value("owner"), "due": due.map(FieldValue.date),
      "priority": entry.choice("priority"), "success": entry.value("success"),
      "finding": entry.choice("finding"),
      "area": entry.choice("area"),
    ]
    if let action {
      values["status"] = entry.choice("status")
      if context.snapshot.review(action.review) == nil {
        values = values.filter { !["finding", "area"].contains($0.key) }
      }
      let changed = ReviewEdits.changed(values, from: action.record)
      return .edit(RecordEdit("Action changed", [.init(.action(action.id), changed)]), then: [])
    }
    guard let review else { return .problems(["text": "The review is no longer here"]) }
    values["status"] = .text(ActionStatus.notStarted.rawValue)
    values["school"] = .text(review.school.text)
    values["review"] = .text(review.id)
    let present = ReviewEdits.made(values.filter { $0.value != nil }, context)
    return .edit(RecordEdit("Action agreed", [.init(.action(context.newID()), present)]), then: [])
  }
}
