import PlainText

/// A part of a sheet, with how far it may be shortened when the sheet would not fit on its page.
struct SheetPart {
  /// One of several things: a text that may be shortened, and what is said of it, which may not.
  struct Entry: Hashable {
    var mark: ReportItem.Mark
    var text: String
    var tail = ""
  }

  /// What it holds.
  enum Content: Hashable {
    case table(ReportTable)
    case entries([Entry])
    /// Short things one after another in a paragraph.
    case run([String])
    case sentence(String)
    /// The same at the foot of the page, small, with what it is called and a last sentence.
    case notes(String, [String], end: String)
  }

  let heading: String
  let content: Content
  /// How many rows or things stay when others have to give way too.
  let usual: Int
  /// How many stay whatever happens.
  let least: Int
  /// When it is its turn to be shortened: the lowest first.
  let turn: Int
  /// How many rows or things are shown.
  var shown: Int

  /// A part of which everything is shown as long as there is room.
  init(_ heading: String, _ content: Content, usual: Int = .max, least: Int = .max, turn: Int = 0) {
    self.heading = heading
    self.content = content
    self.usual = usual
    self.least = least
    self.turn = turn
    switch content {
    case .table(let table): shown = table.rows.count
    case .entries(let entries): shown = entries.count
    case .run(let words), .notes(_, let words, _): shown = words.count
    case .sentence: shown = 1
    }
    count = shown
  }

  /// How many rows or things there are.
  let count: Int

  /// How many are left out.
  var left: Int { count - shown }

  /// What is said of those that are left out.
  private var more: String { "and \(left) more" }

  /// What it says now.
  /// - Parameter lines: how many lines of 80 columns the text of a thing may take.
  func blocks(lines: Int) -> [ReportBlock] {
    let title: [ReportBlock] = heading.isEmpty ? [] : [.heading(heading)]
    switch content {
    case .sentence(let text): return title + [.paragraph(ReportText(text))]
    case .run(let words):
      let text = (words.prefix(shown) + (left > 0 ? [more] : [])).joined(separator: "; ")
      return title + [.paragraph(ReportText(text + "."))]
    case .notes(let name, let words, let end):
      let text = (words.prefix(shown) + (left > 0 ? [more] : [])).joined(separator: "; ")
      return [.legend([], note: "\(name): \(text).\(end.isEmpty ? "" : " \(end)")")]
    case .table(var table):
      table.rows = Array(table.rows.prefix(shown))
      if left > 0 { table.rows.append([more] + table.columns.dropFirst().map { _ in "" }) }
      return title + [.table(table)]
    case .entries(let entries):
      let items = entries.prefix(shown).map { item($0, lines: lines) }
      return title + [.items(items + (left > 0 ? [ReportItem(.bullet, more)] : []))]
    }
  }

  private func item(_ entry: Entry, lines: Int) -> ReportItem {
    let tail = entry.tail.isEmpty ? "" : " (\(SheetPart.shortened(entry.tail, to: 50)))"
    // A line that is wrapped at a word may end early; the mark stands before it.
    let room = lines * 72 - (lines - 1) * 10 - DisplayWidth.of(tail)
    return ReportItem(entry.mark, SheetPart.shortened(entry.text, to: room) + tail)
  }

  /// A text on one line, cut at the end of a word where it is longer than so many columns; `…` says that it was.
  static func shortened(_ text: String, to columns: Int) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard DisplayWidth.of(words) > columns else { return words }
    let cut = words.clipped(to: max(1, columns), ellipsis: "")
    guard let space = cut.lastIndex(of: " "), cut.distance(from: space, to: cut.endIndex) < 24 else {
      return words.clipped(to: max(1, columns))
    }
    return cut[..<space] + "…"
  }
}
