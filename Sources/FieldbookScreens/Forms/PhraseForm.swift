import FieldbookModel
import TextUI

/// A phrase: a new one, or one to change or withdraw.
enum PhraseForm {
  private static let kind = RecordKind.phrase

  static func content(_ id: String?, text: String, area: String, _ context: ScreenContext) -> FormContent {
    let phrase = id.flatMap { context.snapshot.phrases.phrase($0) }
    let uses = Phrase.Use.allCases.map { Choice(id: $0.rawValue, title: $0.title) }
    var fields = [
      FieldMaker.field(kind, "text"), FieldMaker.field(kind, "use", .choice(uses)),
      FieldMaker.field(kind, "areas", .choices(areas(context))),
    ]
    if phrase != nil {
      fields.append(
        FormField(
          id: "withdrawn", label: "Withdrawn because",
          help: "Why it is no longer offered; clear this to offer it again.", kind: .line))
    }
    return FormContent(
      title: phrase == nil ? "New phrase" : "Change the phrase", fields: fields,
      values: [
        "text": .text(phrase?.text ?? text), "use": .choice(phrase?.use?.rawValue),
        "areas": .choices(phrase?.areas ?? (area.isEmpty ? [] : [area])),
        "withdrawn": .text(phrase?.withdrawn ?? ""),
      ])
  }

  /// The areas of all frameworks; those of the same id are one.
  static func areas(_ context: ScreenContext) -> [Choice] {
    var seen: Set<String> = []
    return context.snapshot.frameworks.flatMap(FieldMaker.areas).filter { seen.insert($0.id).inserted }
  }

  static func accept(_ id: String?, _ entry: FormEntry, _ context: ScreenContext) -> FormContent.Accepted {
    guard let text = entry.value("text") else { return .problems(["text": "A phrase needs its text"]) }
    let phrase = id.flatMap { context.snapshot.phrases.phrase($0) }
    // Areas of a framework that is not here any more are kept.
    let offered = Set(areas(context).map(\.id))
    let others = phrase?.areas.filter { !offered.contains($0) } ?? []
    var chosen: [String] = others
    if case .texts(let ids)? = entry.choices("areas") { chosen = ids + others }
    var values: [String: FieldValue?] = [
      "text": text, "use": entry.choice("use"), "areas": chosen.isEmpty ? nil : .texts(chosen),
    ]
    if phrase != nil { values["withdrawn"] = entry.value("withdrawn") }
    let isOwn = phrase.map { !$0.isBuiltIn } ?? false
    if !isOwn {
      values["at"] = .instant(context.now)
      values["by"] = .text(context.me)
    }
    let title = phrase == nil ? "Phrase added" : "Phrase changed"
    return .phrases(PhraseChange(title, values: [id ?? context.newID(): values]))
  }
}
