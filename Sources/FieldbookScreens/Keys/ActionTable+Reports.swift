import TextUI

extension ActionTable {
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
