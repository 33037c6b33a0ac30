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
    switch format {
    case .json: StandardStreams.bytes(KeysDocument.json.encoded())
    case .markdown: StandardStreams.text(KeysDocument.markdown)
    case .table:
      var table = TextTable(
        columns: ["Keys", "Action", "Screens", "What it does"].map { TextTable.Column($0) })
      table.rows = KeysDocument.actions.map {
        [$0.keyNames.joined(separator: " "), $0.id, KeysDocument.screens($0), $0.help]
      }
      StandardStreams.text(table.lines().joined(separator: "\n"))
    }
  }
}
