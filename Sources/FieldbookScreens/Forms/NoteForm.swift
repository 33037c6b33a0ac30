import FieldbookModel
import TextUI

/// A note with all its fields.
enum NoteForm {
  private static let kind = RecordKind.evidence

  static func content(_ review: Review, id: String?, area: String) -> FormContent {
    let record = id.flatMap { id in review.evidence.first { $0.id == id }?.record }
    let types = EvidenceType.allCases.map { Choice(id: $0.rawValue, title: $0.title) }
    let areas = record?.texts("areas") ?? (area.isEmpty ? [] : [area])
    return FormContent(
      title: record == nil ? "New note" : "Edit note",
      fields: [
        FieldMaker.field(kind, "text"), FieldMaker.field(kind, "type", .choice(types)),
        FieldMaker.field(kind, "strength", .choice(FieldMaker.strengths)),
        FieldMaker.field(kind, "areas", .choices(FieldMaker.areas(review.framework))),
        FieldMaker.field(kind, "yearGroup"), FieldMaker.field(kind, "subject"), FieldMaker.field(kind, "who"),
        FieldMaker.field(kind, "source"),
      ],
      values: [
        "text": FieldMaker.text(record, "text"),
        "type": record == nil ? .choice(EvidenceType.note.rawValue) : FieldMaker.choice(record, "type"),
        "strength": FieldMaker.choice(record, "strength"), "areas": .choices(areas),
        "yearGroup": FieldMaker.text(record, "yearGroup"), "subject": FieldMaker.text(record, "subject"),
        "who": FieldMaker.text(record, "who"), "source": FieldMaker.text(record, "source"),
      ])
  }

  static func accept(
    _ review: Review, id: String?, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    guard let text = entry.value("text") else { return .problems(["text": "A note needs its text"]) }
    let values: [String: FieldValue?] = [
      "text": text, "type": entry.choice("type"), "strength": entry.choice("strength"),
      "areas": entry.choices("areas"),
      "yearGroup": entry.value("yearGroup"), "subject": entry.value("subject"), "who": entry.value("who"),
      "source": entry.value("source"),
    ]
    return PartEdit.accept(values, of: "evidence", id: id, in: review, named: "Note", context)
  }
}

/// A finding, with its evidence chosen from a list.
enum FindingForm {
  private static let kind = RecordKind.finding

  static func content(_ review: Review, id: String?, area: String, evidence: [String]) -> FormContent {
    let record = id.flatMap { id in review.findings.first { $0.id == id }?.record }
    let chosen = record?.texts("evidence") ?? evidence
    let home = record?.text("area") ?? area
    let scales = FindingScale.allCases.map { Choice(id: $0.rawValue, title: $0.rawValue) }
    return FormContent(
      title: record == nil ? "New finding" : "Edit finding",
      fields: [
        FieldMaker.field(kind, "statement"),
        FieldMaker.field(kind, "evidence", .choices(notes(review, area: home, chosen: chosen))),
        FieldMaker.field(kind, "area", .choice(FieldMaker.areas(review.framework))),
        FieldMaker.field(kind, "kind", .choice(FieldMaker.findingKinds)),
        FieldMaker.field(kind, "scale", .choice(scales)),
      ],
      values: [
        "statement": FieldMaker.text(record, "statement"), "evidence": .choices(chosen),
        "area": .choice(home.isEmpty ? nil : home),
        "kind": record == nil ? .choice(commonStrength(review, chosen)) : FieldMaker.choice(record, "kind"),
        "scale": FieldMaker.choice(record, "scale"),
      ])
  }

  /// Notes to choose from: those of the area first, then all others; withdrawn ones only if they were chosen before.
  static func notes(_ review: Review, area: String, chosen: [String]) -> [Choice] {
    let notes = review.evidence.filter { $0.record.counts || chosen.contains($0.id) }
    let here = notes.filter { $0.areas.contains(area) }
    let others = notes.filter { !$0.areas.contains(area) }
    return (here + others).map { note in
      let time = note.at?.timeText ?? ""
      let withdrawn = note.record.isWithdrawn ? " (withdrawn)" : ""
      return Choice(
        id: note.id, title: "\(time) \(note.strength?.sign ?? " ") \(note.text)\(withdrawn)",
        detail: note.sourceTitle)
    }
  }

  /// What all chosen notes show, if they agree.
  private static func commonStrength(_ review: Review, _ chosen: [String]) -> String? {
    let strengths = Set(review.evidence.filter { chosen.contains($0.id) }.map(\.strength))
    return strengths.count == 1 ? strengths.first.flatMap { $0?.rawValue } : nil
  }

  static func accept(
    _ review: Review, id: String?, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    var problems: [String: String] = [:]
    if entry.value("statement") == nil { problems["statement"] = "A finding needs a sentence that says it" }
    if entry.choice("area") == nil { problems["area"] = "Choose the area it belongs to" }
    guard problems.isEmpty else { return .problems(problems) }
    let values: [String: FieldValue?] = [
      "statement": entry.value("statement"), "evidence": entry.choices("evidence"),
      "area": entry.choice("area"),
      "kind": entry.choice("kind"), "scale": entry.choice("scale"),
    ]
    return PartEdit.accept(values, of: "findings", id: id, in: review, named: "Finding", context)
  }
}

/// Turns the values of a form into an edit of a record inside a review.
enum PartEdit {
  /// The record as a form shows it; nil when it is not there, or its making was undone.
  static func present(_ plural: String, _ id: String, in review: Review) -> Record? {
    review.record.part(plural, id).flatMap { $0.isUndone ? nil : $0 }
  }

  static func accept(
    _ values: [String: FieldValue?], of plural: String, id: String?, in review: Review, named noun: String,
    _ context: ScreenContext
  ) -> FormContent.Accepted {
    guard let id, let record = review.record.part(plural, id) else {
      let address = RecordAddress.inReview(review.id, plural, id ?? context.newID())
      let present = values.filter { $0.value != nil }
      return .edit(
        RecordEdit("\(noun) added", [.init(address, ReviewEdits.made(present, context))]), then: [])
    }
    if record.isUndone {
      // Judgements and answers have one place each: there the record is made anew.
      let anew = ReviewEdits.made(values.merging(["undone": nil]) { first, _ in first }, context)
      return .edit(RecordEdit("\(noun) added", [.init(.inReview(review.id, plural, id), anew)]), then: [])
    }
    let changed = ReviewEdits.changed(values, from: record)
    return .edit(RecordEdit("\(noun) changed", [.init(.inReview(review.id, plural, id), changed)]), then: [])
  }
}
