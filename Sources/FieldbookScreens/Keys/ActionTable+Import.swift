import FieldbookModel
import TextUI

extension ActionTable {
  static let importing: [Action] = [
    Action(
      "import", "import", keys: [],
      on: Set(ScreenName.allCases).subtracting([.form, .files, .arrived, .schools]),
      help: "Read files into the workspace: registers, results, half-term returns, lists of pupils.",
      unless: otherSchools, begin),
    Action(
      "import", "import", keys: ["I"], on: [.schools],
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
      help: "Read every CSV file of this folder and below; what is of no use is left out, and told.", hint: 40,
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
      "import.options", "what they do not say", keys: ["o"], on: [.files, .arrived],
      help: "Say what files do not: half-term, school, scale, day, whose schools are ours, why targets are read.",
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
  ]

  private static let begin: @Sendable (inout Navigation, ScreenContext) -> [Effect] = { _, context in
    let files: [Effect] = [.open(FilesScreen()), .arrive(.show(folder: nil))]
    return context.snapshot.arriving.read == nil ? files : files + [.open(ArrivedScreen())]
  }

  private static let otherSchools: @Sendable (Navigation, ScreenContext) -> String? = { navigation, context in
    navigation.visit == nil
      ? nil : "Files may name other schools: \(context.key("visit.toggle", on: .schools)) leaves visit mode first"
  }

  private static let noFolder: @Sendable (FilesScreen, ScreenContext) -> String? = { _, context in
    context.snapshot.arriving.folder == nil ? "The folder is still being looked into" : nil
  }
}
