import FieldbookModel
import TextUI

/// A collection: a new one, or one to change.
enum CollectionForm {
  static func content(_ id: String?, _ context: ScreenContext) -> FormContent {
    let collection = id.flatMap { context.snapshot.collections[$0] }
    let now = context.snapshot.calendar.halfTerm(of: context.today)
    let next = collection?.halfTerm ?? now
    return FormContent(
      title: collection == nil ? "New collection" : "Collection",
      preface: [CollectionWords.count(context)] + (collection.map { UnusedWords.lines($0, context) } ?? []),
      fields: [
        line(
          "halfTerm", "Half-term", "The half-term whose figures are asked for: Autumn 1 2026/27.",
          isRequired: true),
        FormField(
          id: "asks", label: "Asks for", help: "What schools are asked for.",
          kind: .choice(CollectionPlan.Asks.allCases.map { Choice(id: $0.rawValue, title: $0.title) }),
          isRequired: true),
        line("yearGroups", "Year groups", "R, Y2, Y6; empty for all."),
        line("subjects", "Subjects", "Reading, maths; empty for all. Only for attainment."),
        line("due", "Due", "The last day on which it is in time: 20 nov, +2w.", isRequired: true),
        line(
          "because", "Because",
          "What it will decide. A fourth collection of attainment in a year needs a reason."),
        line(
          "hours", "Staff hours", "How long it takes the staff of one school, all together: 6, 2.5, 90 min."),
        line("without", "Leaves out", "Schools that are not asked, by name or URN, parted by ;"),
      ],
      values: [
        "halfTerm": .text(next.title), "asks": .choice((collection?.asks ?? .attainment).rawValue),
        "yearGroups": .text(collection?.yearGroups.map(\.shortTitle).joined(separator: ", ") ?? ""),
        "subjects": .text(collection?.subjects.map(ReturnMeasure.subjectTitle).joined(separator: ", ") ?? ""),
        "due": .text((collection?.due ?? context.snapshot.calendar.span(of: now).last).longText),
        "because": .text(collection?.because ?? ""),
        "hours": .text(collection?.hours.map(HoursText.text) ?? ""),
        "without": .text(SchoolsTyped.text(collection?.without ?? [], context.snapshot.facts)),
      ])
  }

  static func accept(_ id: String?, _ entry: FormEntry, _ context: ScreenContext) -> FormContent.Accepted {
    var problems: [String: String] = [:]
    let now = context.snapshot.calendar.halfTerm(of: context.today)
    let halfTerm = HalfTerm(text: entry.text("halfTerm"), usually: now.year)
    if halfTerm == nil { problems["halfTerm"] = "Not a half-term: type Autumn 1 2026/27" }
    let due = DueDate.read(entry.text("due"), today: context.today, calendar: context.snapshot.calendar)
    if due == nil { problems["due"] = "Not a day: type 20 nov, or +2w" }
    var yearGroups: [YearGroup] = []
    for word in words(entry.text("yearGroups")) {
      guard let group = YearGroup(text: word) else {
        problems["yearGroups"] = "“\(word)” is no year group: type R, Y2, Y6"
        continue
      }
      if !yearGroups.contains(group) { yearGroups.append(group) }
    }
    var asks: CollectionPlan.Asks?
    if case .text(let text)? = entry.choice("asks") { asks = CollectionPlan.Asks(rawValue: text) }
    if asks == nil { problems["asks"] = "Choose what is asked for" }
    let typedHours = entry.text("hours").trimmed()
    let hours = HoursText.hours(typedHours)
    if hours == nil, !typedHours.isEmpty {
      problems["hours"] = "Not a number of hours: type 6, 2.5 or 90 min"
    }
    let without = SchoolsTyped(
      entry.text("without"), already: id.flatMap { context.snapshot.collections[$0] }?.without ?? [],
      context.snapshot.facts)
    problems["without"] = without.problem
    guard problems.isEmpty, let halfTerm, let due, let asks else { return .problems(problems) }
    let collection = CollectionPlan.Collection(
      id: id ?? context.newID(), halfTerm: halfTerm, asks: asks, yearGroups: yearGroups.sorted(),
      subjects: asks == .attainment ? words(entry.text("subjects")).compactMap(ReturnMeasure.subjectID) : [],
      due: due,
      because: entry.text("because").trimmed(), hours: hours, without: without.urns)
    let advice = context.snapshot.collections.advice(on: collection)
    if case .needsReason(let count) = advice, collection.because.isEmpty {
      return .problems([
        "because":
          "This is number \(count) of attainment in \(halfTerm.year.text). Two or three a year is the national "
          + "advice: say what it will decide"
      ])
    }
    let said = "\(collection.asks.title) is asked for in \(halfTerm.title), due \(due.shortText)"
    let change = CollectionChange(
      said.prefix(1).uppercased() + said.dropFirst(), id: collection.id, collection)
    let note: [Effect] =
      advice == .third
      ? [
        .say("Saved. It is the third in \(halfTerm.year.text): as many as the national advice goes", .caution)
      ] : []
    return .collection(change, then: note)
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0 == ";" }).map { String($0).trimmed() }.filter { !$0.isEmpty }
  }

  private static func line(
    _ id: String, _ label: String, _ help: String, isRequired: Bool = false
  ) -> FormField {
    FormField(id: id, label: label, help: help, kind: .line, isRequired: isRequired)
  }
}
