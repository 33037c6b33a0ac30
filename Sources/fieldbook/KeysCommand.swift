import ArgumentParser
import FieldbookScreens
import PlainText

/// Every action with its keys, from the table the program itself uses.
struct KeysCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case json
    case markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every action: id, title, screens, keys.")

  @Option(help: "table, json or markdown (as docs/keys.md holds it).")
  var format = Format.table

  func run() throws {
    // The document is of the program; the others say what holds for this user.
    let bindings = Settings.find().keys
    switch format {
    case .json: StandardStreams.bytes(KeysDocument.json(bindings).encoded())
    case .markdown: StandardStreams.text(KeysDocument.markdown)
    case .table:
      var table = TextTable(
        columns: ["Keys", "Action", "Screens", "What it does"].map { TextTable.Column($0) })
      table.rows = KeysDocument.actions.map {
        [bindings.keyNames(of: $0).joined(separator: " "), $0.id, KeysDocument.screens($0), $0.help]
      }
      StandardStreams.text(table.lines().joined(separator: "\n"))
    }
  }
}
