import FieldbookModel
import TextUI

extension ActionTable {
  /// Sheets: a school, all of ours or the group on a page.
  static let sheets: [Action] = [
    Action.of(
      SchoolsScreen.self, "sheet.preview", "on a page", keys: ["P"], on: .schools,
      help: "The school on a page: one side of A4.",
      unless: { screen, context in screen.chosen(context) == nil ? "There is no school here" : nil }
    ) { screen, context in screen.chosen(context).map { [.preview(.sheet($0))] } ?? [] },
    Action(
      "sheet.trust", "trust on a page", keys: ["O"], on: [.schools],
      help: "The trust on a page: its schools by phase, what is not returned, open actions.",
      unless: onlyOneSchool
    ) { _, _ in [.preview(.trust)] },
    Action(
      "sheet.all", "write all on a page", keys: [], on: [.schools],
      help: "Write every school of ours on a page, and the trust, to files: a bar shows how far, Esc stops.",
      unless: onlyOneSchool
    ) { _, context in
      let ours = context.snapshot.facts.schoolsByName.filter(\.isOurs).map { PreviewSubject.sheet($0.urn) }
      return [.open(FormScreen(.writeReports([.trust] + ours), context))]
    },
  ]

  /// Why the whole group cannot be shown: a visit is on, or nothing is ours.
  private static let onlyOneSchool: @Sendable (Navigation, ScreenContext) -> String? = { _, context in
    if context.isVisit { return "Only this school is shown during a visit" }
    return context.snapshot.facts.schools.values.contains(where: \.isOurs)
      ? nil : "None of the schools is ours yet: fieldbook import register.csv --trust NAME"
  }

  static let preview: [Action] = [
    Action.of(
      PreviewScreen.self, "report.write", "write to a file", keys: ["w"], on: .preview,
      help: "Write the report as HTML, Markdown or text into a folder.", hint: 10
    ) { screen, context in [.open(FormScreen(.writeReports([screen.subject]), context))] },
    Action(
      "report.stop", "stop writing", keys: [], on: Set(ScreenName.allCases).subtracting([.form]),
      help: "Stop writing reports, as Esc does meanwhile: nothing of them stays.",
      unless: { navigation, _ in navigation.progress == nil ? "No reports are being written" : nil },
      { _, _ in [.stopWriting] }),
    Action.of(
      PreviewScreen.self, "heading.next", "next heading", keys: ["]", "Tab"], on: .preview,
      help: "To the next heading.", hint: 20
    ) { screen, context in
      screen.goToHeading(context, forward: true) ? [] : [.say("There is no further heading", .plain)]
    },
    Action.of(
      PreviewScreen.self, "heading.previous", "previous heading", keys: ["[", "Shift-Tab"], on: .preview,
      help: "To the heading before."
    ) { screen, context in
      screen.goToHeading(context, forward: false) ? [] : [.say("This is the first heading", .plain)]
    },
  ]
}
