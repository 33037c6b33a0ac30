import FieldbookModel
import TextUI

extension ActionTable {
  static let importing: [Action] =
    [
      Action(
        "import", "import", keys: [],
        on: Set(ScreenName.allCases).subtracting([.form, .files, .arrived, .mapping, .schools, .data]),
        help: "Read files into the workspace: registers, results, half-term returns, lists of pupils.",
        unless: otherSchools, begin),
      Action(
        "import", "import", keys: ["I"], on: [.schools, .data],
        help: "Read files into the workspace: registers, results, half-term returns, lists of pupils.",
        unless: otherSchools, begin),
      Action.of(
        FilesScreen.self, "files.open", "read", keys: ["Enter"], on: .files,
        help: "Open the folder; read the file, or all that is marked. Nothing is written yet.", hint: 10,
        unless: { screen, context in
          screen.chosenName(context) == nil ? "There is nothing to choose from here" : nil
        }
      ) { screen, context in screen.opened(context) },
      Action.of(
        FilesScreen.self, "files.mark", "mark", keys: ["Space"], on: .files,
        help: "Mark the file or folder, to read several at once.", hint: 20,
        unless: { screen, context in
          guard let name = screen.chosenName(context), name != FilesScreen.above else {
            return "Move to a file or a folder first"
          }
          return nil
        }
      ) { screen, context in
        screen.mark(context)
        return []
      },
      Action.of(
        FilesScreen.self, "files.all", "whole folder", keys: ["a"], on: .files,
        help: "Read every CSV file of this folder and below; what is of no use is left out, and told.",
        hint: 40,
        unless: noFolder
      ) { _, context in
        context.snapshot.arriving.folder.map { [.arrive(.read([$0.path]))] } ?? []
      },
      Action.of(
        FilesScreen.self, "files.path", "type a path", keys: ["p"], on: .files,
        help: "Type the path of a file or folder; Tab completes it.", hint: 30
      ) { _, context in
        let folder = context.snapshot.arriving.folder?.path ?? ""
        let text = context.isSpoken || folder.isEmpty ? "" : folder.hasSuffix("/") ? folder : folder + "/"
        return [.prompt(.path, text: text)]
      },
      Action.of(
        FilesScreen.self, "files.up", "folder above", keys: ["Backspace", "-"], on: .files,
        help: "Go to the folder above.", unless: noFolder
      ) { _, context in context.snapshot.arriving.folder.map(FilesScreen.goUp) ?? [] },
      Action(
        "import.options", "what they do not say", keys: ["o"], on: [.files, .arrived, .mapping],
        help:
          "Say what files do not: half-term, school, scale, day, whose schools are ours, why targets are read.",
        hint: 50, { _, context in [.open(FormScreen(.importChoices, context))] }),
      Action.of(
        ArrivedScreen.self, "import.write", "write it", keys: ["Enter"], on: .arrived,
        help: "Keep what was read: all of it or none.", hint: 10,
        unless: { _, context in
          guard context.snapshot.arriving.read?.outcome == .ready else {
            return "There is nothing to write: Esc goes back to the files"
          }
          return context.snapshot.readOnlyReason
        }
      ) { _, _ in [.arrive(.write)] },
    ] + columns

  private static let columns: [Action] = [
    Action.of(
      ArrivedScreen.self, "import.map", "say its columns", keys: ["m"], on: .arrived,
      help:
        "Say what the columns of a table are that no format knows. What was said is kept for the next one.",
      hint: 15,
      unless: { _, context in
        context.snapshot.arriving.read?.outcome == .refused(wants: "mapping")
          || context.snapshot.arriving.table != nil
          ? nil : "This needs no columns said: they are for tables that are not known"
      }
    ) { _, _ in [.arrive(.askColumns)] },
    Action.of(
      MappingScreen.self, "columns.say", "say what it is", keys: ["Enter"], on: .mapping,
      help: "Say what the column under the cursor is, and of which subject, year group, group or level.",
      hint: 10,
      unless: noTable
    ) { screen, context in
      screen.chosen(context).map { [.open(FormScreen(.column($0), context))] } ?? []
    },
    Action.of(
      MappingScreen.self, "columns.none", "do not read", keys: ["x"], on: .mapping,
      help: "Do not read the column under the cursor.", hint: 40, unless: noTable
    ) { screen, context in
      screen.chosen(context).map { [.arrive(.sayColumn(header: $0, nil))] } ?? []
    },
    Action.of(
      MappingScreen.self, "columns.all", "of every row", keys: ["a"], on: .mapping,
      help: "Name the table, and say what holds of every row: year group, subject, group, scale.",
      hint: 30,
      unless: noTable
    ) { _, context in [.open(FormScreen(.table, context))] },
    Action.of(
      MappingScreen.self, "columns.try", "see what comes of it", keys: ["t"], on: .mapping,
      help: "Read the table by what was said, and see its observations and problems. Nothing is written yet.",
      hint: 20,
      unless: { screen, context in
        noTable(screen, context) ?? context.snapshot.arriving.table?.mapping.problems.first
      }
    ) { _, _ in [.arrive(.tryColumns)] },
  ]

  private static let noTable: @Sendable (MappingScreen, ScreenContext) -> String? = { _, context in
    context.snapshot.arriving.table == nil ? "No table is being looked at: Esc goes back" : nil
  }

  private static let begin: @Sendable (inout Navigation, ScreenContext) -> [Effect] = { _, context in
    let files: [Effect] = [.open(FilesScreen()), .arrive(.show(folder: nil))]
    return context.snapshot.arriving.read == nil ? files : files + [.open(ArrivedScreen())]
  }

  private static let otherSchools: @Sendable (Navigation, ScreenContext) -> String? = { navigation, context in
    navigation.visit == nil
      ? nil
      : "Files may name other schools: \(context.key("visit.toggle", on: .schools)) leaves visit mode first"
  }

  private static let noFolder: @Sendable (FilesScreen, ScreenContext) -> String? = { _, context in
    context.snapshot.arriving.folder == nil ? "The folder is still being looked into" : nil
  }
}
