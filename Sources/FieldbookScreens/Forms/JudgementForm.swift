import FieldbookModel
import TextUI

/// The judgement of an area beside the school's own.
enum JudgementForm {
  private static let kind = RecordKind.judgement

  static func content(_ review: Review, area: String) -> FormContent {
    if !review.framework.isGraded(area) { return NarrativeForm.content(review, area: area) }
    let record = PartEdit.present("judgements", area, in: review)
    let levels = review.framework.levels(of: area).map { Choice(id: $0.id, title: $0.title) }
    let findings = review.findings(in: area).map { Choice(id: $0.id, title: $0.statement) }
    var fields = [
      FieldMaker.field(kind, "rationale"), FieldMaker.field(kind, "ours", .choice(levels), isRequired: true),
      FieldMaker.field(kind, "self", .choice(levels)),
    ]
    if !findings.isEmpty { fields.append(FieldMaker.field(kind, "findings", .choices(findings))) }
    if asksWhoWasTold(levels) { fields.append(FieldMaker.field(kind, "told")) }
    return FormContent(
      title: "Judgement · \(review.framework.area(area)?.title ?? area)", fields: fields,
      values: [
        "rationale": FieldMaker.text(record, "rationale"), "ours": FieldMaker.choice(record, "ours"),
        "self": FieldMaker.choice(record, "self"), "findings": .choices(record?.texts("findings") ?? []),
        "told": FieldMaker.text(record, "told"),
      ])
  }

  private static func asksWhoWasTold(_ levels: [Choice]) -> Bool {
    levels.contains { $0.id == Framework.notMet }
  }

  static func accept(
    _ review: Review, area: String, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    if !review.framework.isGraded(area) { return NarrativeForm.accept(review, area: area, entry, context) }
    let ours = entry.choice("ours")
    if ours == nil, entry.choice("self") == nil, entry.value("rationale") == nil {
      return .problems(["ours": "Choose a grade: type its first letters, or use the arrows"])
    }
    if ours == .text(Framework.notMet), entry.value("told") == nil {
      return .problems([
        "told": "Safeguarding is not met: say who was told, when and by whom. Roles only, no detail"
      ])
    }
    var values: [String: FieldValue?] = [
      "rationale": entry.value("rationale"), "ours": ours, "self": entry.choice("self"),
      "findings": entry.choices("findings"), "told": entry.value("told"), "withdrawn": nil,
    ]
    if ours != nil { values["notReviewed"] = .some(nil) }
    return PartEdit.accept(values, of: "judgements", id: area, in: review, named: "Judgement", context)
  }
}

/// The answer to an action agreed earlier.
enum AnswerForm {
  private static let kind = RecordKind.answer

  static func content(_ review: Review, action id: String, _ context: ScreenContext) -> FormContent {
    let record = PartEdit.present("answers", id, in: review)
    let outcomes = AnswerOutcome.allCases.map { Choice(id: $0.rawValue, title: $0.title) }
    return FormContent(
      title: "Since last time", preface: preface(context.snapshot.action(id)),
      fields: [FieldMaker.field(kind, "text"), FieldMaker.field(kind, "outcome", .choice(outcomes))],
      values: ["text": FieldMaker.text(record, "text"), "outcome": FieldMaker.choice(record, "outcome")])
  }

  private static func preface(_ action: AgreedAction?) -> [Line] {
    guard let action else { return [] }
    let due = action.due.map { ", due \($0.longText)" } ?? ""
    return [
      Line(" Agreed: \(action.text)", .heading), Line(" \(action.owner)\(due)", .quiet),
      Line(" Test of success: \(action.success)", .quiet),
    ]
  }

  static func accept(
    _ review: Review, action: String, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    var problems: [String: String] = [:]
    if entry.value("text") == nil { problems["text"] = "Say what you found, or why it was not looked at" }
    if entry.choice("outcome") == nil { problems["outcome"] = "Choose what became of it" }
    guard problems.isEmpty else { return .problems(problems) }
    let values: [String: FieldValue?] = [
      "text": entry.value("text"), "outcome": entry.choice("outcome"), "withdrawn": nil,
    ]
    return PartEdit.accept(values, of: "answers", id: action, in: review, named: "Answer", context)
  }
}
