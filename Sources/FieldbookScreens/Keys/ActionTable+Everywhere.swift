import TextUI

extension ActionTable {
  private static let outsideText = Set(ScreenName.allCases).subtracting([.form])
  private static let lists: Set<ScreenName> = [
    .schools, .school, .visits, .actions, .review, .ready, .noteOfVisit, .readyToShare, .meeting,
    .readyToHold,
  ]
  /// Where something can be found by typing.
  private static let findable: Set<ScreenName> = [
    .schools, .visits, .actions, .filter, .values, .everything, .school, .review, .ready, .source, .preview,
    .help, .noteOfVisit, .readyToShare, .arrived, .arrival, .trustTable, .schoolData, .meeting, .readyToHold,
    .measure, .similar, .scatter, .changes, .undo, .phrases, .frameworks, .framework, .columns, .views,
    .calendar, .collections, .files, .mapping, .data,
  ]
  private static let sections: Set<ScreenName> = outsideText

  static let everywhere: [Action] =
    moving + finding + [
      Action(
        "section.schools", "schools", keys: ["1"], on: sections, help: "Go to the schools.",
        { _, _ in [.section(SchoolsScreen())] }),
      Action(
        "section.visits", "visits", keys: ["2"], on: sections,
        help: "Go to the reviews, notes of visit and meetings of all schools.",
        { _, _ in [.section(VisitsScreen())] }),
      Action(
        "section.actions", "actions", keys: ["3"], on: sections,
        help: "Go to the agreed actions of all schools.",
        { _, _ in [.section(ActionsScreen())] }),
      Action(
        "undo", "undo", keys: ["u"], on: outsideText,
        help: "Take back the latest edit made on this laptop, today or earlier.",
        unless: readOnly, { _, _ in [.undo(nil)] }),
      Action(
        "redo", "redo", keys: ["^R"], on: outsideText, help: "Do again what was taken back.",
        unless: readOnly,
        { _, _ in [.redo(nil)] }),
      Action(
        "undo.list", "what can be undone", keys: ["U"], on: outsideText.subtracting([.undo]),
        help: "Everything that can be taken back or done again, with its time, to choose from.",
        unless: readOnly, { _, _ in [.open(UndoScreen())] }),
      Action(
        "frameworks.show", "frameworks", keys: [], on: outsideText.subtracting([.frameworks]),
        help: "What reviews are held against: built in and your own; copy, change, make one.",
        { _, _ in [.open(FrameworksScreen())] }),
      Action(
        "draft.resume", "resume text", keys: ["d"],
        on: [.schools, .school, .visits, .review, .noteOfVisit, .meeting, .frameworks, .framework],
        help: "Go on with text that was typed and not yet saved.",
        unless: { navigation, context in
          if navigation.resumable(context) == nil { return "There is no unfinished text" }
          return context.snapshot.readOnlyReason
        },
        { navigation, context in navigation.resume(context) }),
      Action(
        "palette.show", "do", keys: [":"], on: outsideText,
        help: "Find any action by its name; an action’s id and Enter runs it.", hint: 91,
        { _, _ in [.prompt(.palette, text: "")] }),
      Action(
        "visit.toggle", "visit mode", keys: ["V"], on: outsideText,
        help: "Visit mode on or off: only this school is shown, and nothing of any other.",
        unless: { navigation, context in
          navigation.visit != nil || navigation.schoolInFront(context) != nil
            ? nil : "Move to a school first: visit mode shows one school and no other"
        },
        { navigation, context in
          guard navigation.visit == nil else {
            navigation.endVisit()
            return [.say("Visit mode is off: all schools show again", .plain)]
          }
          navigation.beginVisit(context)
          let leave = context.key("visit.toggle", on: navigation.front.name)
          return [.say("Visit mode: only this school is shown. \(leave) leaves it", .plain)]
        }),
      Action(
        "screen.blank", "blank screen", keys: ["^G"], on: Set(ScreenName.allCases),
        help: "Show nothing, in text too; Enter or ^G brings everything back as it was.",
        { _, _ in [.blank] }),
      Action(
        "screen.redraw", "redraw", keys: ["^L"], on: Set(ScreenName.allCases), help: "Draw the screen again.",
        { _, _ in [.redraw] }),
      Action(
        "screen.suspend", "suspend", keys: ["^Z"], on: Set(ScreenName.allCases),
        help: "Go back to the shell for a while; fg returns.", { _, _ in [.suspend] }),
      Action(
        "quit", "quit", keys: ["q"], on: outsideText, help: "Leave. Everything accepted is already saved.",
        { _, _ in [.quit] }),
      Action(
        "back", "back", keys: ["Esc"], on: outsideText, help: "Go back one screen, or show all rows again.",
        hint: 88,
        unless: { navigation, context in
          navigation.isAtStart(context)
            ? "This is the first screen: \(context.key("quit", on: navigation.front.name)) leaves" : nil
        },
        { navigation, context in navigation.goBack(context) }),
      Action(
        "help.show", "keys", keys: ["?", "F1"], on: outsideText.subtracting([.help]),
        help: "All keys of this screen.",
        hint: 99, { navigation, _ in [.open(HelpScreen(about: navigation.front.name))] }),
      Action(
        "help.hide", "back", keys: ["?", "F1"], on: [.help], help: "Back to the screen these keys are of.",
        { _, _ in [.back] }),
      Action(
        "help.show", "keys", keys: ["F1"], on: [.form], help: "All keys of this screen.", hint: 99,
        { _, _ in [.open(HelpScreen(about: .form))] }),
    ]

  private static let moving: [Action] = [
    move("cursor.up", "up", ["Up", "k"], .up, "One row up."),
    move("cursor.down", "down", ["Down", "j"], .down, "One row down."),
    move("cursor.left", "left", ["Left", "h"], .left, "To the column or pane at the left."),
    move("cursor.right", "right", ["Right", "l"], .right, "To the column or pane at the right."),
    move("cursor.page-up", "page up", ["PgUp", "^B"], .pageUp, "One page up."),
    move("cursor.page-down", "page down", ["PgDn", "^F"], .pageDown, "One page down."),
    move("cursor.first", "first", ["g", "Home"], .first, "To the first row."),
    move("cursor.last", "last", ["G", "End"], .last, "To the last row."),
  ]

  private static func move(
    _ id: String, _ title: String, _ keys: [String], _ movement: Movement, _ help: String
  ) -> Action {
    Action(id, title, keys: keys, on: outsideText, help: help) { navigation, context in
      navigation.move(movement, context)
      return []
    }
  }

  private static let finding: [Action] = [
    Action(
      "find.start", "find", keys: ["/"], on: findable,
      help: "Find as you type: rows are narrowed, text is jumped to.", hint: 20,
      { _, _ in [.prompt(.find, text: "")] }),
    Action(
      "find.everything", "find all", keys: ["*"], on: outsideText,
      help:
        "Find in schools, reviews, notes, findings, strengths, questions, judgements, actions and answers.",
      hint: 89,
      { navigation, _ in
        navigation.front is EverythingScreen
          ? [.prompt(.find, text: navigation.front.find ?? "")]
          : [.open(EverythingScreen()), .prompt(.find, text: "")]
      }),
    Action.of(
      EverythingScreen.self, "found.open", "open", keys: ["Enter"], on: .everything,
      help: "Open the result on its own screen.", hint: 10,
      unless: { screen, context in
        guard screen.chosen(context) == nil else { return nil }
        let find = context.key("find.start", on: .everything)
        return (screen.find ?? "").isEmpty
          ? "Nothing was looked for: \(find) finds"
          : "Nothing holds “\(screen.find ?? "")”: \(find) looks for something else"
      }
    ) { screen, context in screen.opened(context) },
    Action(
      "find.next", "next match", keys: ["n"], on: findable, help: "To the next match.",
      unless: nothingFound, { navigation, context in navigation.nextMatch(.down, context) }),
    Action(
      "find.previous", "previous match", keys: ["N"], on: findable,
      help: "To the match before.", unless: nothingFound,
      { navigation, context in navigation.nextMatch(.up, context) }),
  ]

  private static let nothingFound: @Sendable (Navigation, ScreenContext) -> String? = {
    navigation, context in
    let find = context.key("find.start", on: navigation.front.name)
    return (navigation.front.find ?? "").isEmpty ? "Nothing was looked for: \(find) finds" : nil
  }

  /// Why nothing may be changed in this workspace.
  static let readOnly: @Sendable (Navigation, ScreenContext) -> String? = { _, context in
    context.snapshot.readOnlyReason
  }
}
