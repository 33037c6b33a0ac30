import FieldbookModel
import TextUI

/// A strength or a question of a note of visit: its words, the notes it rests on and, if it has one, its area.
enum PointForm {
  private static let kind = RecordKind.finding

  /// A new one; what the notes chosen for it agree on is filled in.
  static func new(_ review: Review, _ kind: FindingKind, evidence: [String]) -> FormContent {
    let areas = review.evidence.filter { evidence.contains($0.id) }.map { Set($0.areas) }
    let common = areas.dropFirst().reduce(areas.first ?? []) { $0.intersection($1) }
    let home = review.framework.areas.first { common.contains($0.id) }?.id
    return FormContent(
      title: "New \(kind.title)", fields: fields(review, kind, home: home ?? "", chosen: evidence),
      values: ["evidence": .choices(evidence), "area": .choice(home)])
  }

  /// One that is there, which may turn out to be the other.
  static func edit(_ review: Review, id: String) -> FormContent {
    let finding = review.findings.first { $0.id == id }
    let kind = finding?.kind ?? .question
    let chosen = finding?.evidence ?? []
    let offered = FindingKind.allCases.filter { FindingKind.ofNotes.contains($0) || $0 == finding?.kind }
    let kinds = offered.map { Choice(id: $0.rawValue, title: $0.title) }
    return FormContent(
      title: "Edit the \(FindingKind.ofNotes.contains(kind) ? kind.title : "finding")",
      fields: fields(review, kind, home: finding?.area ?? "", chosen: chosen) + [
        FormField(id: "kind", label: "Is a", help: "A strength, or a question.", kind: .choice(kinds))
      ],
      values: [
        "statement": .text(finding?.statement ?? ""), "evidence": .choices(chosen),
        "area": FieldMaker.choice(finding?.record, "area"),
        "kind": FieldMaker.choice(finding?.record, "kind"),
      ])
  }

  private static func fields(
    _ review: Review, _ kind: FindingKind, home: String, chosen: [String]
  ) -> [FormField] {
    let (label, help) =
      switch kind {
      case .strength: ("Strength", "What is good here, in a sentence the school could act on again.")
      case .question: ("Question", "What you leave with the school to think about. No grade, no instruction.")
      case .improve, .concern: ("Finding", "What the notes show, in a sentence.")
      }
    return [
      FormField(
        id: "statement", label: label, help: help, kind: .text(minimumLines: 3), isRequired: true),
      FieldMaker.field(
        self.kind, "evidence", .choices(FindingForm.notes(review, area: home, chosen: chosen))),
      FormField(
        id: "area", label: "Area", help: "The area it belongs to, if it has one.",
        kind: .choice(FieldMaker.areas(review.framework))),
    ]
  }

  static func accept(
    _ review: Review, _ kind: FindingKind, id: String?, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    let chosen = entry.choice("kind").flatMap { value -> FindingKind? in
      if case .text(let word) = value { FindingKind(rawValue: word) } else { nil }
    }
    let now = chosen ?? kind
    let noun = FindingKind.ofNotes.contains(now) ? now.title : "finding"
    guard let statement = entry.value("statement") else {
      return .problems(["statement": "A \(noun) needs a sentence that says it"])
    }
    let values: [String: FieldValue?] = [
      "statement": statement, "evidence": entry.choices("evidence"), "area": entry.choice("area"),
      "kind": .text(now.rawValue),
    ]
    return PartEdit.accept(
      values, of: "findings", id: id, in: review, named: noun.prefix(1).uppercased() + noun.dropFirst(),
      context)
  }
}

/// What is added to what the school has already.
enum AddendumForm {
  static func content(_ review: Review) -> FormContent {
    FormContent(
      title: "Addendum",
      preface: [
        Line(
          " What was \(review.kind.issued) stays as it is. An addendum stands after it, with its day."
        )
      ],
      fields: [FieldMaker.field(.addendum, "text")], values: [:])
  }

  static func accept(
    _ review: Review, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    guard let text = entry.value("text") else {
      return .problems(["text": "Say what was wrong, or what is missing"])
    }
    let address = RecordAddress.inReview(review.id, "addenda", context.newID())
    let values = ReviewEdits.made(["text": text], context)
    return .edit(
      RecordEdit("Addendum added", [.init(address, values)], canBeUndone: false), then: [])
  }
}
