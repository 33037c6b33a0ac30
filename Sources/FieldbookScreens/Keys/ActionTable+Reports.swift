import TextUI

extension ActionTable {
  static let preview: [Action] = [
    Action.of(
      PreviewScreen.self, "report.write", "write to a file", keys: ["w"], on: .preview,
      help: "Write the report as HTML, Markdown or text into a folder.", hint: 10
    ) { screen, context in [.open(FormScreen(.writeReports([screen.subject]), context))] },
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
    Action(
      "find.start", "find", keys: ["/"], on: [.preview], help: "Find text in the report.", hint: 30,
      { _, _ in [.prompt(.find, text: "")] }),
    Action.of(
      PreviewScreen.self, "find.next", "next match", keys: ["n"], on: .preview, help: "To the next match.",
      unless: nothingToFind
    ) { screen, context in
      screen.goToMatch(context, forward: true) ? [] : [.say("No match further down", .plain)]
    },
    Action.of(
      PreviewScreen.self, "find.previous", "previous match", keys: ["N"], on: .preview,
      help: "To the match before.", unless: nothingToFind
    ) { screen, context in
      screen.goToMatch(context, forward: false) ? [] : [.say("No match further up", .plain)]
    },
  ]

  private static let nothingToFind: @Sendable (PreviewScreen, ScreenContext) -> String? = { screen, context in
    if (screen.find ?? "").isEmpty { return "Nothing was looked for: / finds" }
    return screen.matchCount(context) == 0 ? "Nothing here holds “\(screen.find ?? "")”" : nil
  }
}
