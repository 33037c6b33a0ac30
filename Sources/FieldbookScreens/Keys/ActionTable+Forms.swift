import TextUI

extension ActionTable {
  /// What a form answers to besides typing; the form itself carries most of it out.
  static let form: [Action] = [
    key("form.accept", "save", "^S", hint: 1, "Accept what stands there."),
    key("form.next", "next field", "Tab", hint: 2, "To the next field."),
    key("form.previous", "field before", "Shift-Tab", hint: nil, "To the field before."),
    key("form.editor", "your editor", "^O", hint: 4, "Open the text in $VISUAL or $EDITOR."),
    key(
      "form.leave", "leave, keep draft", "Esc", hint: 3, "Leave the form; what was typed is kept as a draft."),
    Action.of(
      FormScreen.self, "form.discard", "start afresh", keys: ["F8"], on: .form,
      help: "Throw away what was typed and begin the form anew; again at once brings it back.",
      { screen, context in screen.beginAnew(context) }),
  ]

  private static func key(
    _ id: String, _ title: String, _ name: String, hint: Int?, _ help: String
  ) -> Action {
    Action(id, title, keys: [name], on: [.form], help: help, hint: hint) { navigation, context in
      Key(name: name).map { navigation.pressInForm($0, context) } ?? []
    }
  }
}
