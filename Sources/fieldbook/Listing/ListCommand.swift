import ArgumentParser
import FieldbookModel
import PlainText

/// Lists what is kept, for scripts and for people.
struct ListCommand: ParsableCommand {
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case schools
    case observations
    case reviews
    case meetings
    case evidence
    case findings
    case actions
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List schools, observations, reviews, meetings, evidence, findings or actions.",
    discussion:
      "Groups of fewer than six pupils are hidden, and what would give them away; --full shows them.")

  @Argument(help: "What to list.")
  var kind: Kind

  @Option(help: "Only this school, by its URN.", completion: CompletionWords.schools)
  var school: String?

  @Option(help: "table, csv or json.")
  var format = Format.table

  @Flag(help: "Show what is stored, small groups among it.")
  var full = false

  @ParentCommand var root: Fieldbook

  func validate() throws {
    if let school, URN(cell: school) == nil {
      throw ValidationError(
        "--school is “\(school)”: expected a URN, the number the register gives a school.")
    }
  }

  func run() throws {
    let content = try ListContent(root.workspace)
    if full { StandardStreams.error("fieldbook: small groups are shown: do not pass this on") }
    let urn = school.flatMap(URN.init(cell:))
    if let urn { note(urn, content) }
    var output = ListOutput(kind: kind.rawValue, format: format, columns: ListRows.columns(kind, format))
    switch kind {
    case .schools: ListRows.schools(content, urn) { output.add($0) }
    case .observations: ListRows.observations(content, urn, full: full) { output.add($0) }
    case .reviews: ListRows.reviews(content, urn) { output.add($0) }
    case .meetings: ListRows.meetings(content, urn, full: full) { output.add($0) }
    case .evidence: ListRows.evidence(content, urn) { output.add($0) }
    case .findings: ListRows.findings(content, urn) { output.add($0) }
    case .actions: ListRows.actions(content, urn) { output.add($0) }
    }
    output.finish()
  }

  /// An empty list should not leave a mistyped number unnoticed.
  private func note(_ urn: URN, _ content: ListContent) {
    guard content.facts.school(urn) == nil else { return }
    let heir = content.heir(of: urn).map { ": it is an earlier URN of \($0.name), \($0.urn.text)" } ?? ""
    StandardStreams.error("fieldbook: no school \(urn.text) is kept here\(heir)")
  }
}

/// Rows on their way out, as JSON, CSV or a table.
struct ListOutput {
  private let format: ListCommand.Format
  private let columns: [String]
  private var csv = CSVWriter(spreadsheetSafe: true)
  private var table: TextTable
  private var isFirst = true

  init(kind: String, format: ListCommand.Format, columns: [String]) {
    self.format = format
    self.columns = columns
    table = TextTable(columns: columns.map { TextTable.Column($0) })
    switch format {
    case .json: StandardStreams.bytes(Array("{\"kind\": \"\(kind)\", \"version\": 1, \"rows\": [".utf8))
    case .csv: csv.row(columns)
    case .table: break
    }
  }

  mutating func add(_ row: JSONValue) {
    switch format {
    case .json:
      StandardStreams.bytes(Array((isFirst ? "\n" : ",\n").utf8) + row.encoded(pretty: false))
      isFirst = false
    case .csv: csv.row(cells(row))
    case .table: table.rows.append(cells(row))
    }
  }

  func finish() {
    switch format {
    case .json: StandardStreams.bytes(Array((isFirst ? "]}\n" : "\n]}\n").utf8))
    case .csv: StandardStreams.bytes(csv.bytes)
    case .table: StandardStreams.text(table.lines().joined(separator: "\n"))
    }
  }

  /// A cell a column; `la.code` looks inside `la`.
  private func cells(_ row: JSONValue) -> [String] {
    columns.map { column in
      let value = column.split(separator: ".").reduce(Optional(row)) { value, name in value?[String(name)] }
      return ListOutput.text(value ?? .null)
    }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let flag): flag ? "yes" : "no"
    case .number(let number): number.text
    case .string(let text): text
    case .array(let values): values.map(text).joined(separator: "; ")
    case .object: String(decoding: value.encoded(pretty: false), as: UTF8.self)
    }
  }
}
