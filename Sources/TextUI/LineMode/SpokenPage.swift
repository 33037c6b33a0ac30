import PlainText

/// A page to be read out: its title once, then its lines; what can be chosen carries a number.
///
/// Lines are made only when they are asked for, so that a table of 24,000 rows costs what is read of it.
public struct SpokenPage: Sendable {
  /// A row of a list or a table on the page.
  public struct Place: Hashable, Sendable {
    /// The block’s id.
    public let block: String
    /// The row, counted from 0.
    public let row: Int
  }

  /// One line to be read out.
  public struct Entry: Hashable, Sendable {
    /// What is said.
    public let text: String
    /// The number that chooses it, from 1; nil where there is nothing to choose.
    public let number: Int?
    /// Where it is on the page, if it can be chosen.
    public let place: Place?

    /// The line with its number: `3. Coldharbour Infant School`.
    public var line: String { number.map { "\($0). \(text)" } ?? text }
  }

  /// A run of lines of one block.
  private struct Run: Sendable {
    let count: Int
    let entry: @Sendable (Int) -> Entry
    /// How many of its lines can be chosen, and the place of the n-th of them, from 0.
    var choices = 0
    var place: @Sendable (Int) -> Place? = { _ in nil }
  }

  /// The name of the page and what goes with it.
  public let title: String
  /// What is going on, in words.
  public let status: String
  /// The row that actions act on.
  public private(set) var chosen: Place?
  private var runs: [Run] = []
  private var numbered = 0

  /// Reads a page; of a form it says what stands in its fields.
  public init(_ page: Page) {
    let note = SpokenText.words(page.titleNote)
    title = SpokenText.words(page.title) + (note.isEmpty ? "" : " (\(note))")
    status = SpokenText.words(page.status.text)
    if let strip = page.strip { add(strip) }
    add(page.blocks)
  }

  /// How many lines there are.
  public var count: Int { runs.reduce(0) { $0 + $1.count } }

  /// How many rows can be chosen.
  public var choices: Int { numbered }

  /// Some of the lines, from a first one.
  public func entries(from first: Int, count: Int) -> [Entry] {
    var found: [Entry] = []
    var start = 0
    for run in runs {
      let end = min(start + run.count, first + count)
      if max(first, start) < end { found += (max(first, start)..<end).map { run.entry($0 - start) } }
      start += run.count
    }
    return found
  }

  /// The row that a number chooses.
  public func place(_ number: Int) -> Place? {
    var index = number - 1
    guard index >= 0 else { return nil }
    for run in runs {
      if index < run.choices { return run.place(index) }
      index -= run.choices
    }
    return nil
  }

  // MARK: Blocks

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block.content {
      case .lines(let lines): add(texts: lines.map(\.text))
      case .rule(let title): add(texts: title.isEmpty ? [] : [title + ":"])
      case .reading(let lines, _): add(verbatim: lines.map(\.text))
      case .list(let list): add(list, id: block.id)
      case .table(let table): add(table, id: block.id)
      case .form(let form): add(texts: form.fields.map { SpokenField($0, in: form).line })
      case .beside(let left, let right, _):
        add(left)
        add(right)
      }
    }
  }

  private mutating func add(_ strip: Strip) {
    add(texts: [strip.title + ":"] + strip.rows.map { $0.key.isEmpty ? $0.title : "\($0.key): \($0.title)" })
  }

  private mutating func add(texts: [String]) {
    let entries = texts.map(SpokenText.words).filter { !$0.isEmpty }
      .map { Entry(text: $0, number: nil, place: nil) }
    runs.append(Run(count: entries.count) { entries[$0] })
  }

  /// Text to read stays as it was written, but for blank lines at its end.
  private mutating func add(verbatim texts: [String]) {
    let last = texts.lastIndex { !$0.isEmpty } ?? -1
    let entries = texts.prefix(last + 1).map { Entry(text: $0, number: nil, place: nil) }
    runs.append(Run(count: entries.count) { entries[$0] })
  }

  private mutating func add(_ list: ListBlock, id: String) {
    guard list.rowCount > 0 else { return add(texts: list.emptyText.map(\.text)) }
    var entries: [Entry] = []
    var places: [Place] = []
    for row in 0..<list.rowCount {
      let text = SpokenText.words(list.row(row).text)
      guard !text.isEmpty else { continue }
      let place = list.isFocusable(row) ? Place(block: id, row: row) : nil
      if let place { places.append(place) }
      entries.append(Entry(text: text, number: place.map { _ in numbered + places.count }, place: place))
    }
    if list.hasFocus, let row = list.cursor { chosen = Place(block: id, row: row) }
    numbered += places.count
    runs.append(
      Run(
        count: entries.count, entry: { [entries] in entries[$0] }, choices: places.count,
        place: { [places] in places[$0] }))
  }

  private mutating func add(_ table: TableBlock, id: String) {
    guard table.rowCount > 0 else { return add(texts: table.emptyText.map(\.text)) }
    let before = numbered
    if table.hasFocus, let row = table.cursor { chosen = Place(block: id, row: row) }
    numbered += table.rowCount
    runs.append(
      Run(
        count: table.rowCount,
        entry: { row in
          Entry(
            text: SpokenPage.words(table.row(row), of: table.columns), number: before + row + 1,
            place: Place(block: id, row: row))
        }, choices: table.rowCount, place: { Place(block: id, row: $0) }))
  }

  /// `Ashgrove Primary School: Roll 210, RWM 42%, n 31`: what the row is of, then each cell that says anything with the
  /// name of its column.
  private static func words(_ row: TableRow, of columns: [TableColumn]) -> String {
    var parts: [String] = []
    var head = ""
    for (cell, column) in zip(row.cells, columns) {
      let said = SpokenText.cell(cell.text)
      guard !said.isEmpty else { continue }
      if head.isEmpty {
        head = said
      } else {
        let name = SpokenText.words(column.spokenTitle)
        parts.append(name.isEmpty ? said : "\(name) \(said)")
      }
    }
    let mark = row.isMarked ? "marked, " : ""
    return mark + (parts.isEmpty ? head : "\(head): " + parts.joined(separator: ", "))
  }
}
