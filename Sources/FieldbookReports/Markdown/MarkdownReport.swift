import PlainText

/// Writes a report as Markdown, with the tables that GitHub and most others know.
public enum MarkdownReport {
  /// The whole file.
  public static func text(_ document: ReportDocument) -> String {
    var writer = MarkdownWriter()
    writer.line("# \(MarkdownText.inline(document.title))")
    writer.blank()
    writer.line("**\(MarkdownText.inline(document.subject))**")
    writer.blank()
    if !document.made.isEmpty { writer.paragraph(document.made) }
    writer.write(document.blocks)
    return writer.text
  }
}

/// Writes the blocks of a report as Markdown, set in as far as the lists they stand in ask for.
struct MarkdownWriter {
  private var lines: [String] = []
  private var margin = ""

  /// The whole text, one line end at its end.
  var text: String {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  mutating func line(_ text: String) { lines.append(text.isEmpty ? "" : margin + text) }

  /// An empty line, unless there is one.
  mutating func blank() {
    if lines.last?.isEmpty == false { lines.append("") }
  }

  /// Text in paragraphs, as its writer parted it.
  mutating func paragraph(_ text: String) {
    for part in ParagraphText.parts(text) {
      for piece in MarkdownText.lines(part) { line(piece) }
      blank()
    }
  }

  mutating func write(_ blocks: [ReportBlock]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: ReportBlock) {
    switch block {
    case .heading(let text): heading("##", text)
    case .subheading(let text): heading("###", text)
    case .paragraph(let text): paragraph(text.plain)
    case .callout(let callout): quote(callout.text)
    case .fields(let terms): table(ReportTable.of(terms))
    case .terms(let terms), .facts(let terms, _):
      for term in terms where !term.value.isEmpty { paragraph(term) }
    case .table(let table): self.table(table)
    case .items(let items):
      for item in items { write(item) }
    case .inset(let blocks): write(blocks)
    case .chart(let chart):
      guard !chart.isEmpty else { break }
      line("**\(MarkdownText.inline(chart.title))**")
      blank()
      table(chart.table)
    case .legend(let codes, let note):
      for code in codes { line("- **\(MarkdownText.inline(code.name))** \(MarkdownText.inline(code.value))") }
      blank()
      paragraph(note)
    case .licence(let lines): paragraph(lines.joined(separator: " "))
    case .verbatim(let lines): verbatim(lines)
    }
  }

  private mutating func heading(_ mark: String, _ text: String) {
    blank()
    line("\(mark) \(MarkdownText.inline(text))")
    blank()
  }

  private mutating func quote(_ text: String) {
    blank()
    line("> **\(MarkdownText.inline(text))**")
    blank()
  }

  private mutating func paragraph(_ term: ReportTerm) {
    let parts = ParagraphText.parts(term.value).map(MarkdownText.lines)
    for (index, part) in parts.enumerated() {
      for (place, piece) in part.enumerated() {
        line(index == 0 && place == 0 ? "**\(MarkdownText.inline(term.name)):** \(piece)" : piece)
      }
      blank()
    }
  }

  private mutating func table(_ table: ReportTable) {
    blank()
    line("| " + table.columns.map { MarkdownText.inline($0.title) }.joined(separator: " | ") + " |")
    line("|" + table.columns.map { $0.kind == .number ? " ---: |" : " --- |" }.joined())
    for row in table.rows {
      line(
        "| " + zip(row, table.columns).map { cell, _ in MarkdownText.inline(cell) }.joined(separator: " | ")
          + " |")
    }
    blank()
  }

  private mutating func write(_ item: ReportItem) {
    let mark =
      switch item.mark {
      case .number(let number): "\(number). "
      default: "- "
      }
    let before = margin
    let parts = ParagraphText.parts(item.text).map(MarkdownText.lines)
    let first = (parts.first?.first ?? "")
    lines.append(before + mark + sign(item.mark) + first)
    margin = before + String(repeating: " ", count: mark.count)
    for piece in (parts.first ?? []).dropFirst() { line(piece) }
    for part in parts.dropFirst() {
      blank()
      for piece in part { line(piece) }
    }
    blank()
    write(item.details)
    margin = before
  }

  private func sign(_ mark: ReportItem.Mark) -> String {
    switch mark {
    case .strength: "**+** "
    case .improve: "**–** "
    case .concern: "**!** "
    case .question: "**?** "
    case .late: "**LATE** "
    case .bullet, .number, .open: ""
    }
  }

  /// Lines as they are, in a fence longer than any in them.
  private mutating func verbatim(_ lines: [String]) {
    let longest = lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    line(fence)
    for text in lines { line(SafeText.visible(text)) }
    line(fence)
    blank()
  }
}

extension ReportTable {
  /// Names and what they are, as a table of two columns.
  fileprivate static func of(_ terms: [ReportTerm]) -> ReportTable {
    ReportTable(
      caption: "", columns: [Column("", .name), Column("", .text)],
      rows: terms.filter { !$0.value.isEmpty }.map { [$0.name, $0.value] })
  }
}
