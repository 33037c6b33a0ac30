import TextUI

extension ActionTable {
  /// What keys do to the text of a form: declared with the editor itself, so that help and editor agree.
  static let text: [Action] =
    EditorCommand.all.map { command in
      Action(
        command.id, command.title, keys: command.keys.map(\.name), on: [.form], help: command.help,
        unless: { navigation, context in
          (navigation.front as? FormScreen)?.reasonAgainst(command.name, context)
        },
        { navigation, context in
          guard let key = command.keys.first else { return [] }
          return navigation.pressInForm(key, context)
        })
    } + [
      Action.of(
        FormScreen.self, "text.find", "find in text", keys: ["^Q"], on: .form,
        help: "Find in this text as you type; Up and Down go through what is found.", unless: notInText
      ) { screen, _ in
        screen.beginFind()
        return [.prompt(.find, text: "")]
      },
      Action.of(
        FormScreen.self, "text.find-next", "find next", keys: ["F3"], on: .form,
        help: "To the next place where what was looked for stands in this text.", unless: notInText
      ) { screen, _ in
        guard screen.isFindBegun else {
          screen.beginFind()
          return [.prompt(.find, text: "")]
        }
        screen.goToMatch(backwards: false)
        return [.say(screen.findNote, .plain)]
      },
    ]

  private static let notInText: @Sendable (FormScreen, ScreenContext) -> String? = { screen, _ in
    screen.form.isInText ? nil : "This field is no text"
  }
}

extension Navigation {
  /// Answers a key in the form in front, as if it had been pressed there.
  mutating func pressInForm(_ key: Key, _ context: ScreenContext) -> [Effect] {
    let size = editorSize
    guard var form = front as? FormScreen else { return [] }
    // It is taken out of its place while it answers, so that no long text in it is copied.
    front = SchoolsScreen()
    let effects = form.handle(key, size: size, context)
    front = form
    return effects
  }
}

extension FormScreen {
  /// Why a command of the editor does nothing just now.
  fileprivate func reasonAgainst(_ command: EditorCommand.Name, _ context: ScreenContext) -> String? {
    switch command {
    case .undo where form.isInText && !form.canUndo:
      "Nothing was typed in this field that could be taken back"
    case .redo where form.isInText && !form.canRedo: "Nothing to do again in this field"
    case .paste where form.isInText && form.clippings.isEmpty, .pasteEarlier where form.clippings.isEmpty:
      "Nothing is cut yet: \(context.key("text.cut-line", on: .form)) cuts a line; "
        + "to paste from elsewhere, use your terminal’s own key"
    default: nil
    }
  }
}
