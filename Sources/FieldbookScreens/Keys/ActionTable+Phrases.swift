import FieldbookModel
import TextUI

extension ActionTable {
  private static let places = Set(ScreenName.allCases).subtracting([.form, .phrases])

  static let phrases: [Action] = [
    Action(
      "phrases.show", "phrases", keys: [], on: places,
      help: "The phrases of this workspace: add, change, withdraw and order them."
    ) { _, _ in [.open(PhrasesScreen())] },
    onPhrases(
      "phrase.edit", "change", ["Enter"], hint: 10, "Change the phrase, or offer a withdrawn one again."
    ) {
      phrase, context in
      [.open(FormScreen(.phrase(id: phrase.id, text: "", area: ""), context))]
    },
    Action.of(
      PhrasesScreen.self, "phrase.add", "add", keys: ["a"], on: .phrases, help: "Add a phrase.", hint: 20,
      unless: { _, context in context.snapshot.readOnlyReason }
    ) { _, context in [.open(FormScreen(.phrase(id: nil, text: "", area: ""), context))] },
    onPhrases(
      "phrase.withdraw", "withdraw", ["W"], hint: 30,
      "Withdraw the phrase with a reason: it is no longer offered."
    ) { phrase, context in
      var form = FormScreen(.phrase(id: phrase.id, text: "", area: ""), context)
      form.form.moveFocus(to: "withdrawn")
      return [.open(form)]
    },
    ordering("phrase.up", "up", "K", -1, "Move the phrase up in the list."),
    ordering("phrase.down", "down", "J", 1, "Move the phrase down in the list."),
    Action.of(
      FormScreen.self, "phrase.insert", "phrases", keys: ["F2", "^]"], on: .form,
      help: "Write a phrase here: type to narrow the list; also in the line that takes a note.", hint: 5,
      unless: { screen, _ in screen.form.isInText ? nil : "This field is no text" }
    ) { _, _ in [.prompt(.phrase, text: "")] },
    Action.of(
      FormScreen.self, "phrase.keep", "keep as phrase", keys: ["F4"], on: .form,
      help: "Keep the sentence the cursor is in as a phrase of this workspace.",
      unless: { screen, context in
        if case .phrase = screen.purpose { return "This is a phrase already" }
        if let reason = context.snapshot.readOnlyReason { return reason }
        return screen.form.sentenceAtCursor.isEmpty ? "There is no sentence here to keep" : nil
      }
    ) { screen, context in
      let purpose = FormPurpose.phrase(id: nil, text: screen.form.sentenceAtCursor, area: screen.areaInHand)
      return [.open(FormScreen(purpose, context))]
    },
  ]

  private static func onPhrases(
    _ id: String, _ title: String, _ keys: [String], hint: Int, _ help: String,
    _ perform: @escaping @Sendable (Phrase, ScreenContext) -> [Effect]
  ) -> Action {
    Action.of(
      PhrasesScreen.self, id, title, keys: keys, on: .phrases, help: help, hint: hint,
      unless: { screen, context in
        context.snapshot.readOnlyReason
          ?? (screen.chosen(context) == nil
            ? "There is no phrase yet: \(context.key("phrase.add", on: .phrases)) adds one" : nil)
      }
    ) { screen, context in screen.chosen(context).map { perform($0, context) } ?? [] }
  }

  private static func ordering(
    _ id: String, _ title: String, _ key: String, _ step: Int, _ help: String
  ) -> Action {
    Action.of(
      PhrasesScreen.self, id, title, keys: [key], on: .phrases, help: help,
      unless: { screen, context in
        if let reason = context.snapshot.readOnlyReason { return reason }
        return screen.order(movedBy: step, context) == nil ? "It cannot go further" : nil
      }
    ) { screen, context in
      guard let phrase = screen.chosen(context), let order = screen.order(movedBy: step, context) else {
        return []
      }
      screen.choose(phrase.id)
      return [.savePhrases(PhraseChange("Phrases put in order", order: order), then: [])]
    }
  }
}
