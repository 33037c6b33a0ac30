import FieldbookModel
import TextUI

/// What is said beside the files of an import.
enum ImportChoicesForm {
  static func content(_ context: ScreenContext) -> FormContent {
    let choices = context.snapshot.arriving.choices
    let scales = context.snapshot.scales.map { Choice(id: $0.id, title: $0.title) }
    let owners = ImportChoices.Owner.allCases.map { Choice(id: $0.rawValue, title: $0.title) }
    return FormContent(
      title: "Import: what the files do not say",
      preface: [Line("All of it may stay empty: most files say themselves what they are.", .quiet)],
      fields: [
        line("period", "2017-18, or 2026-27 Autumn 1. Only for files that do not say it."),
        line(
          "school", "The URN of the school whose pupils a list holds. They are counted, and none is kept."),
        FormField(
          id: "scale", label: ImportChoices.label(of: "scale"),
          help: "The scale of a list of pupils, if it is not plain.",
          kind: .choice(scales)),
        line("asAt", "The day the figures stand for: 2026-04-22."),
        FormField(
          id: "owner", label: "Ours are those of",
          help: "Only to say for the first time, or anew, whose schools are ours.",
          kind: .choice(owners)),
        line(
          "ours",
          "The name of the trust, federation or authority as the register writes it; or the file of URNs."),
        line("aimsBecause", "Why targets or predictions are read. Without a reason they are refused."),
      ],
      values: [
        "period": .text(choices.period), "school": .text(choices.school),
        "scale": .choice(choices.scale.isEmpty ? nil : choices.scale), "asAt": .text(choices.asAt),
        "owner": .choice(choices.owner?.rawValue), "ours": .text(choices.ownerName),
        "aimsBecause": .text(choices.because),
      ])
  }

  private static func line(_ id: String, _ help: String) -> FormField {
    FormField(id: id, label: ImportChoices.label(of: id), help: help, kind: .line)
  }

  static func accept(_ entry: FormEntry, _ context: ScreenContext) -> FormContent.Accepted {
    var problems: [String: String] = [:]
    var choices = ImportChoices()
    choices.period = String(entry.text("period").map { $0 == "–" ? "-" : $0 })
    if !choices.period.isEmpty, Period(text: choices.period) == nil {
      problems["period"] = "Neither a year nor a half-term: type 2017-18, or 2026-27 Autumn 1"
    }
    choices.school = entry.text("school")
    if !choices.school.isEmpty, URN(cell: choices.school) == nil {
      problems["school"] = "Not a URN: five to seven digits"
    }
    choices.asAt = entry.text("asAt")
    if !choices.asAt.isEmpty, CalendarDate(text: choices.asAt) == nil {
      problems["asAt"] = "Not a day: type 2026-04-22"
    }
    choices.because = entry.text("aimsBecause")
    if case .text(let scale)? = entry.choice("scale") { choices.scale = scale }
    if case .text(let owner)? = entry.choice("owner") { choices.owner = ImportChoices.Owner(rawValue: owner) }
    choices.ownerName = entry.text("ours")
    if choices.owner != nil, choices.ownerName.isEmpty { problems["ours"] = "Say the name" }
    if choices.owner == nil, !choices.ownerName.isEmpty { problems["owner"] = "Say whose name this is" }
    return problems.isEmpty ? .arrival(.choose(choices)) : .problems(problems)
  }
}

extension ImportChoices {
  /// What a field is called, by its id.
  public static func label(of field: String) -> String {
    switch field {
    case "period": "Half-term or year"
    case "school": "School"
    case "scale": "Scale"
    case "asAt": "As at"
    case "ours": "Its name"
    case "aimsBecause": "Targets because"
    default: field
    }
  }
}
