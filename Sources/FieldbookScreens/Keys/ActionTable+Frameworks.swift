import FieldbookModel
import TextUI

extension ActionTable {
  static let frameworks: [Action] = [
    Action.of(
      FrameworksScreen.self, "framework.open", "open", keys: ["Enter"], on: .frameworks,
      help: "Open the framework: its areas, questions, scales and levels.", hint: 10,
      unless: { screen, context in
        guard let row = screen.chosen(context) else { return "There is no framework in this list" }
        return row.framework == nil ? "Its file is broken: \(row.problems.first ?? row.id)" : nil
      }
    ) { screen, context in screen.chosen(context).map { [.open(FrameworkScreen(id: $0.id))] } ?? [] },
    Action.of(
      FrameworksScreen.self, "framework.copy", "copy", keys: ["C"], on: .frameworks,
      help: "Make a framework of your own as a copy of this one.", hint: 20,
      unless: { screen, context in
        context.snapshot.readOnlyReason
          ?? (screen.chosen(context)?.framework == nil ? "Its file is broken: it cannot be copied" : nil)
      }
    ) { screen, context in
      screen.chosen(context).map { [.open(FormScreen(.framework(.new(copyOf: $0.id)), context))] } ?? []
    },
    Action.of(
      FrameworksScreen.self, "framework.add", "new", keys: ["A"], on: .frameworks,
      help: "Make a framework of your own, empty at first.", hint: 30,
      unless: { _, context in context.snapshot.readOnlyReason }
    ) { _, context in [.open(FormScreen(.framework(.new(copyOf: "")), context))] },
    Action.of(
      FrameworksScreen.self, "framework.use", "start here", keys: ["D"], on: .frameworks,
      help: "Let new reviews in this workspace begin with this framework.", hint: 40,
      unless: { screen, context in
        if let reason = context.snapshot.readOnlyReason { return reason }
        guard let row = screen.chosen(context) else { return "There is no framework in this list" }
        return row.framework == nil ? "Its file is broken: \(row.problems.first ?? row.id)" : nil
      }
    ) { screen, context in screen.chosen(context).map { [.useFramework($0.id)] } ?? [] },
  ]

  static let framework: [Action] = [
    edit("framework.edit", "change", ["Enter"], hint: 10, "Change what is under the cursor.") {
      screen, context in screen.edit(context)
    },
    edit("framework.area", "new area", ["A"], hint: 20, "Add an area at the end.") { screen, context in
      [.open(FormScreen(.framework(.area(screen.id, area: nil)), context))]
    },
    edit("framework.scale", "new scale", ["S"], hint: 50, "Add a scale with its levels.") { screen, context in
      [.open(FormScreen(.framework(.scale(screen.id)), context))]
    },
    edit("framework.level", "new level", ["L"], hint: 60, "Add a level to the scale under the cursor.") {
      screen, context in
      guard let scale = screen.chosenScale(context) else {
        return [.say("\(context.key("framework.scale", on: .framework)) adds a scale first", .caution)]
      }
      return [.open(FormScreen(.framework(.level(screen.id, scale: scale, level: nil)), context))]
    },
    edit("framework.earlier", "move up", ["["], hint: 30, "Move what is under the cursor one place up.") {
      screen, context in screen.shift(by: -1, context)
    },
    edit("framework.later", "move down", ["]"], hint: 40, "Move what is under the cursor one place down.") {
      screen, context in screen.shift(by: 1, context)
    },
    edit(
      "framework.retire", "retire", ["W"], hint: 70,
      "Retire an area, or bring it back; take out a level, or a scale that no area uses."
    ) { screen, context in screen.takeOut(context) },
    Action.of(
      FrameworkScreen.self, "framework.copy", "copy", keys: ["C"], on: .framework,
      help: "Make a framework of your own as a copy of this one.", hint: 80,
      unless: { screen, context in
        context.snapshot.readOnlyReason
          ?? (screen.framework(context) == nil ? "This framework is no longer here" : nil)
      }
    ) { screen, context in [.open(FormScreen(.framework(.new(copyOf: screen.id)), context))] },
  ]

  private static func edit(
    _ id: String, _ title: String, _ keys: [String], hint: Int?, _ help: String,
    _ perform: @escaping @Sendable (FrameworkScreen, ScreenContext) -> [Effect]
  ) -> Action {
    Action.of(
      FrameworkScreen.self, id, title, keys: keys, on: .framework, help: help, hint: hint,
      unless: FrameworkScreen.editable
    ) { screen, context in perform(screen, context) }
  }
}
