import FieldbookModel
import TextUI

extension ActionTable {
  static let calendar: [Action] = [
    Action(
      "calendar.show", "calendar", keys: [], on: Set(ScreenName.allCases).subtracting([.form, .calendar]),
      help: "When half-terms begin and end, for all schools or for one; training days.",
      { _, _ in [.open(CalendarScreen())] }),
    edit("calendar.edit", "change", ["Enter"], hint: 10, "Change the dates under the cursor.") {
      screen, context in
      switch screen.chosen(context) {
      case .halfTerm(let part)?:
        let halfTerm = HalfTerm(year: screen.year(context), part: part)
        return [.open(FormScreen(.calendar(.span(halfTerm, school: screen.urn)), context))]
      case .closed(let day)?:
        let part = CalendarPart.closed(screen.year(context), day: day, school: screen.urn)
        return [.open(FormScreen(.calendar(part), context))]
      case nil: return []
      }
    },
    Action.of(
      CalendarScreen.self, "calendar.earlier", "year before", keys: ["["], on: .calendar,
      help: "The academic year before.", hint: 20
    ) { screen, context in screen.goTo(yearsFromHere: -1, context) },
    Action.of(
      CalendarScreen.self, "calendar.later", "year after", keys: ["]"], on: .calendar,
      help: "The academic year after.", hint: 30
    ) { screen, context in screen.goTo(yearsFromHere: 1, context) },
    edit(
      "calendar.closed", "no school", ["A"], hint: 40, "Days without school: training days, local closures."
    ) {
      screen, context in
      let part = CalendarPart.closed(screen.year(context), day: nil, school: screen.urn)
      return [.open(FormScreen(.calendar(part), context))]
    },
    Action.of(
      CalendarScreen.self, "calendar.school", "one school", keys: ["O"], on: .calendar,
      help: "The dates of one school, where they differ.", hint: 50,
      unless: { screen, context in
        if screen.urn != nil { return "This is one school’s calendar already" }
        return context.snapshot.facts.schools.values.contains(where: \.isOurs)
          ? nil : "No school is ours yet: import a register with --trust NAME first"
      }
    ) { _, context in
      if context.isVisit, let urn = context.snapshot.facts.schools.keys.first {
        return [.open(CalendarScreen(urn: urn))]
      }
      return [.open(FormScreen(.calendar(.school), context))]
    },
    edit(
      "calendar.remove", "take away", ["W"], hint: 60,
      "Take away a day without school; on a half-term, the year’s own dates."
    ) { screen, context in screen.takenAway(context) },
  ]

  private static func edit(
    _ id: String, _ title: String, _ keys: [String], hint: Int?, _ help: String,
    _ perform: @escaping @Sendable (CalendarScreen, ScreenContext) -> [Effect]
  ) -> Action {
    Action.of(
      CalendarScreen.self, id, title, keys: keys, on: .calendar, help: help, hint: hint,
      unless: { _, context in context.snapshot.readOnlyReason }
    ) { screen, context in perform(screen, context) }
  }
}
